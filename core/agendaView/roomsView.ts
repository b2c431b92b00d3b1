import type { RoomView } from '../model/room.ts';

const minute = 60_000;
// Long enough for whoever looks away to find out what became of the room, and to make a new one in its place.
const endShownFor = 5 * minute;

/** The rooms as they are laid out at one moment: each has exactly one place. */
export interface RoomsLayout {
  /** Rooms that can be entered, and those that have expired just now; newest first. */
  readonly current: readonly RoomView[];
  readonly recent: readonly RoomView[];
}

/** Lays out rooms. `replacedKeys` are rooms that others were made in place of: they are no news any more. */
export function roomsLayout(rooms: readonly RoomView[], replacedKeys: ReadonlySet<string>, now: number): RoomsLayout {
  const isCurrent = (room: RoomView): boolean =>
    canEnter(room, now) || (endedJustNow(room, now) && !replacedKeys.has(room.key));
  return { current: rooms.filter(isCurrent), recent: rooms.filter((room) => !isCurrent(room)) };
}

/** Where a room is in its life at `now`: its end is known here before main says so. */
export function phaseOf({ phase, expiresAt }: RoomView, now: number): RoomView['phase'] {
  return phase === 'open' && expiresAt !== null && Date.parse(expiresAt) <= now ? 'expired' : phase;
}

/** Whether a person can get in. */
export function canEnter(room: RoomView, now: number): boolean {
  const phase = phaseOf(room, now);
  return phase === 'open' || phase === 'entered';
}

/** Whether ending it would end something for others, as far as anybody knows. */
export function isInUse({ phase, peopleCount }: Pick<RoomView, 'phase' | 'peopleCount'>): boolean {
  return peopleCount === null ? phase === 'entered' : peopleCount > 0;
}

function endedJustNow(room: RoomView, now: number): boolean {
  return phaseOf(room, now) === 'expired' && room.expiresAt !== null && now - Date.parse(room.expiresAt) < endShownFor;
}

/** The room there is for cards. */
export interface CardSpace {
  readonly columns: number;
  /** In CSS pixels, as are the other sizes. */
  readonly height: number;
  readonly gap: number;
}

/** How many cards of these heights, laid out in rows, fit into a space. */
export function cardsThatFit(heights: readonly number[], { columns, height, gap }: CardSpace): number {
  let used = 0;
  let count = 0;
  while (count < heights.length) {
    const row = heights.slice(count, count + columns);
    used += Math.max(...row) + (count === 0 ? 0 : gap);
    if (used > height) {
      return count;
    }
    count += row.length;
  }
  return count;
}
