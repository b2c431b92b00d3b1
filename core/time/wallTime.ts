import type { ZoneOffset } from './zoneOffset.ts';

// All in ms; a wall time, which is what clocks show, is written as if it were UTC.

const day = 86_400_000;

/** The instants at which the clocks of a zone show a wall time, in their order: two where it occurs twice, none where it is skipped. */
export function instantsOf(wall: number, offsetAt: ZoneOffset): readonly number[] {
  const offsets = new Set([offsetAt(wall - day), offsetAt(wall + day)]);
  return [...offsets]
    .map((offset) => wall - offset)
    .filter((instant) => offsetAt(instant) === wall - instant)
    .toSorted((a, b) => a - b);
}

/** The clocks go from one wall time to another, and show nothing between the two. */
export interface SkippedTime {
  readonly from: number;
  readonly to: number;
}

/** What the clocks skip around a wall time that they never show. */
export function skippedAround(wall: number, offsetAt: ZoneOffset): SkippedTime {
  const before = offsetAt(wall - day);
  // A day to either side the clocks show the time's neighbours, and in between they are set once.
  let [early, late] = [wall - day - before, wall + day - offsetAt(wall + day)];
  while (late - early > 1_000) {
    const middle = Math.floor((early + late) / 2_000) * 1_000;
    if (offsetAt(middle) === before) {
      early = middle;
    } else {
      late = middle;
    }
  }
  return { from: late + before, to: late + offsetAt(late) };
}

/** What the clocks of a zone show at an instant. */
export function wallOf(instant: number, offsetAt: ZoneOffset): number {
  return instant + offsetAt(instant);
}
