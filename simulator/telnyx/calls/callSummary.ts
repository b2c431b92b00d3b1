import type { CallRegistry, Role } from './callRegistry.ts';
import type { Traffic } from './mediaPeer.ts';

/** One connection of a client, with what went through it. */
export interface HandleSummary extends Traffic {
  readonly id: number;
  readonly role: Role;
  /** The state of its media connection, null if it has none. */
  readonly state: string | null;
}

/** One client in a call. */
export interface CallSummary {
  readonly roomId: string;
  readonly participantId: string | null;
  readonly isMuted: boolean;
  readonly handles: readonly HandleSummary[];
}

/** What is going on in the calls. */
export function summarizeCalls(calls: CallRegistry): readonly CallSummary[] {
  return calls.sessions().map(({ room, participantId, isMuted, handles }) => ({
    roomId: room.id,
    participantId,
    isMuted,
    handles: [...handles.values()].map(({ id, role, peer }) => {
      const { packetsIn = 0, packetsOut = 0, keyframesAsked = 0 } = peer?.traffic ?? {};
      return { id, role, state: peer?.state() ?? null, packetsIn, packetsOut, keyframesAsked };
    }),
  }));
}
