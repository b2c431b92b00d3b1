import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** Somebody who is or was in a session. Times are milliseconds since the epoch, as the servers believe. */
export interface Participant {
  readonly id: string;
  readonly sessionId: string;
  /** What the client said about itself, as it came. */
  readonly context: string;
  readonly joinedAt: number;
  readonly updatedAt: number;
  readonly leftAt: number | null;
  /** Muted by the host, not by themselves. */
  readonly isMuted: boolean;
}

/** One meeting in a room: from the first join to the last leave. */
export interface RoomSession {
  readonly id: string;
  readonly roomId: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly endedAt: number | null;
}

/** All sessions, those that are over too. */
export interface SessionStore {
  /**
   * Somebody comes: into the running session, or into a new one. `wantedId` becomes the participant's id if it is a free
   * uuid (the service does not document how its ids relate to those that clients choose).
   */
  join(roomId: string, context: string, wantedId?: string): Participant;
  /** Somebody goes; the last one ends the session. Does nothing for who is gone already. */
  leave(participantId: string): void;
  /** Everybody goes. */
  end(sessionId: string): void;
  setMuted(participantId: string, isMuted: boolean): void;
  /** The running session of a room; undefined if nobody is there. */
  active(roomId: string): RoomSession | undefined;
  /** Who is in the room now, in the order of joining. */
  present(roomId: string): readonly Participant[];
  findSession(id: string): RoomSession | undefined;
  findParticipant(id: string): Participant | undefined;
  /** Newest first. */
  sessions(): readonly RoomSession[];
  /** Newest first; those of one session, or all. */
  participants(sessionId?: string): readonly Participant[];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text has the form of the service's ids. */
export function isId(text: string): boolean {
  return uuid.test(text);
}

/** Builds a store without sessions. */
export function createSessionStore(clock: Clock): SessionStore {
  const sessions = new Map<string, RoomSession>();
  const participants = new Map<string, Participant>();

  const active = (roomId: string) => [...sessions.values()].find((each) => each.roomId === roomId && !each.endedAt);
  const inSession = (sessionId: string) => [...participants.values()].filter((each) => each.sessionId === sessionId);
  const touch = (session: RoomSession, changes: Partial<RoomSession> = {}): void => {
    sessions.set(session.id, { ...session, updatedAt: clock.now(), ...changes });
  };
  const startSession = (roomId: string): RoomSession => {
    const now = clock.now();
    return { id: randomUUID(), roomId, createdAt: now, updatedAt: now, endedAt: null };
  };
  const leave = (participantId: string): void => {
    const participant = participants.get(participantId);
    if (participant === undefined || participant.leftAt !== null) return;
    const now = clock.now();
    participants.set(participantId, { ...participant, leftAt: now, updatedAt: now });
    const session = sessions.get(participant.sessionId);
    const isLast = inSession(participant.sessionId).every((each) => each.leftAt !== null);
    if (session) touch(session, isLast ? { endedAt: now } : {});
  };

  return {
    join: (roomId, context, wantedId) => {
      const session = active(roomId) ?? startSession(roomId);
      touch(session);
      const id = wantedId !== undefined && isId(wantedId) && !participants.has(wantedId) ? wantedId : randomUUID();
      const now = clock.now();
      const times = { joinedAt: now, updatedAt: now, leftAt: null };
      const participant = { id, sessionId: session.id, context, ...times, isMuted: false };
      participants.set(id, participant);
      return participant;
    },
    leave,
    end: (sessionId) => {
      for (const { id } of inSession(sessionId)) leave(id);
    },
    setMuted: (participantId, isMuted) => {
      const participant = participants.get(participantId);
      if (participant) participants.set(participantId, { ...participant, isMuted, updatedAt: clock.now() });
    },
    active,
    present: (roomId) => inSession(active(roomId)?.id ?? '').filter((each) => each.leftAt === null),
    findSession: (id) => sessions.get(id),
    findParticipant: (id) => participants.get(id),
    sessions: () => [...sessions.values()].toReversed(),
    participants: (sessionId) =>
      (sessionId === undefined ? [...participants.values()] : inSession(sessionId)).toReversed(),
  };
}
