import type { RoomPhase } from '../model/room.ts';

/** What a room's life depends on. Times are ISO 8601 UTC. */
export interface RoomLife {
  readonly phase: RoomPhase;
  readonly createdAt: string;
  readonly expiresAt: string | null;
}

/** A call of which nothing more was heard is taken to be over after so long. */
const longestCall = 12 * 3_600_000;

/**
 * The phase of a room at a moment. A clock that runs out ends a room that nobody entered; one that was entered may go on
 * beyond it, since nothing tells otherwise.
 */
export function phaseAt(room: RoomLife, now: number): RoomPhase {
  const ends = endsAt(room);
  if (ends === null || now < ends) {
    return room.phase;
  }
  return room.phase === 'open' ? 'expired' : 'over';
}

/** When the phase changes by itself (ms since 1970), or null. */
export function endsAt({ phase, createdAt, expiresAt }: RoomLife): number | null {
  if (!isLive(phase) || expiresAt === null) {
    return null;
  }
  return phase === 'open' ? Date.parse(expiresAt) : Date.parse(createdAt) + longestCall;
}

/** Whether a room can still be of use: it is open, or somebody is in it. */
export function isLive(phase: RoomPhase): boolean {
  return phase === 'open' || phase === 'entered';
}

/** What is known about the phase after somebody looked. Nobody who was in it can be made not to have been. */
export function phaseAfterLook(before: RoomPhase, seen: RoomPhase): RoomPhase {
  return before === 'entered' && seen === 'open' ? before : seen;
}

/** The accounts that can open rooms, the one that did last first. */
export function orderHosts(accountIds: readonly string[], usedHosts: readonly string[]): readonly string[] {
  const used = usedHosts.filter((id) => accountIds.includes(id));
  return [...used, ...accountIds.filter((id) => !used.includes(id))];
}

/** Newest first; those of no more use at the end. */
export function compareRooms(a: RoomLife, b: RoomLife): number {
  const difference = Number(isLive(b.phase)) - Number(isLive(a.phase));
  return difference === 0 ? Number(a.createdAt < b.createdAt) - Number(a.createdAt > b.createdAt) : difference;
}
