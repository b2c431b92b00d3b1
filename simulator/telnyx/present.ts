import type { Room } from './roomStore.ts';
import type { Participant, RoomSession } from './sessionStore.ts';
import { stamp, stampOrNull } from './stamp.ts';
import type { TelnyxWorld } from './telnyxWorld.ts';

/** A room as the API writes it. `sessions` is there only when asked for. */
export function presentRoom(world: TelnyxWorld, room: Room, includeSessions: boolean): object {
  const sessions = world.sessions.sessions().filter((each) => each.roomId === room.id);
  return {
    id: room.id,
    ...room.settings,
    active_session_id: world.sessions.active(room.id)?.id ?? null,
    created_at: stamp(room.createdAt),
    updated_at: stamp(room.updatedAt),
    video_codecs: ['h264', 'vp8'],
    record_type: 'room',
    ...(includeSessions && { sessions: sessions.map((session) => presentSession(world, session, false)) }),
  };
}

/** A session as the API writes it. `participants` is there only when asked for. */
export function presentSession(world: TelnyxWorld, session: RoomSession, includeParticipants: boolean): object {
  return {
    id: session.id,
    room_id: session.roomId,
    active: session.endedAt === null,
    created_at: stamp(session.createdAt),
    updated_at: stamp(session.updatedAt),
    ended_at: stampOrNull(session.endedAt),
    record_type: 'room_session',
    ...(includeParticipants && { participants: world.sessions.participants(session.id).map(presentParticipant) }),
  };
}

/** A participant as the API writes it. */
export function presentParticipant(participant: Participant): object {
  return {
    id: participant.id,
    session_id: participant.sessionId,
    context: participant.context,
    joined_at: stamp(participant.joinedAt),
    updated_at: stamp(participant.updatedAt),
    left_at: stampOrNull(participant.leftAt),
    record_type: 'room_participant',
  };
}
