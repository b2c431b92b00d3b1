import type { TelnyxWorld } from '../telnyxWorld.ts';
import type { CallSession } from './callRegistry.ts';
import { removeSession } from './departure.ts';
import { handlesIn, sendEvent, tellAll } from './tell.ts';

/** So long a client that was let go may keep its socket; the SDK closes it at once. */
const graceMs = 1000;

/** Tells everybody, them too, that these were kicked, and lets them go. People without a call are passed over. */
export function kickFromCalls(world: TelnyxWorld, participantIds: readonly string[]): void {
  for (const session of sessionsOf(world, participantIds)) {
    const { room } = session;
    for (const { id } of registrarsOf(session)) {
      tellAll(room, 'registrar', { audiobridge: 'event', room: room.id, kicked: id });
    }
    letGo(world, session);
  }
}

/** Mutes or unmutes what these send, and tells everybody, them too. */
export function setMutedInCalls(world: TelnyxWorld, participantIds: readonly string[], isMuted: boolean): void {
  for (const session of sessionsOf(world, participantIds)) {
    session.isMuted = isMuted;
    const change = isMuted ? 'muted' : 'unmuted';
    for (const publisher of session.handles.values()) {
      if (!publisher.isPublished) continue;
      const event = { videoroom: 'event', room: session.room.id, id: publisher.id, 'audio-moderation': change };
      tellAll(session.room, 'listener', event);
    }
  }
}

/** Tells everybody in the room that the session is over, and lets them go. */
export function endCalls(world: TelnyxWorld, roomId: string): void {
  const sessions = world.calls.sessions().filter(({ room }) => room.id === roomId);
  for (const session of sessions) {
    for (const handle of handlesIn(session.room, 'listener')) {
      if (handle.session === session) sendEvent(handle, { videoroom: 'destroyed', room: roomId });
    }
  }
  for (const session of sessions) letGo(world, session);
}

function sessionsOf(world: TelnyxWorld, participantIds: readonly string[]): readonly CallSession[] {
  return participantIds.flatMap((id) => world.calls.find(id) ?? []);
}

function registrarsOf(session: CallSession) {
  return [...session.handles.values()].filter(({ role }) => role === 'registrar');
}

function letGo(world: TelnyxWorld, session: CallSession): void {
  removeSession(world, session);
  const timer = setTimeout(() => session.socket.close(1000), graceMs);
  session.socket.once('close', () => clearTimeout(timer));
}
