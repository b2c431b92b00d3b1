import type { AgendaEntry } from './agendaEntry.ts';
import { firstIndex } from './firstIndex.ts';

/** What runs at the same time as one meeting. */
export interface Overlap {
  /** One of them, to name it: the one that is still running when it starts, or the next to start during it. */
  readonly other: AgendaEntry;
  /** How many there are. */
  readonly count: number;
}

/** Tells what overlaps an entry, leaving out what is over by `now`; null if nothing does. */
export type FindOverlap = (entry: AgendaEntry, now: number) => Overlap | null;

/**
 * Prepares to find overlaps among entries ordered by start. No pairs are compared: of one entry, those that start before
 * its end, less those that are over by its start, are the ones in between.
 */
export function createOverlapFinder(entries: readonly AgendaEntry[]): FindOverlap {
  const starts = Float64Array.from(entries, (entry) => entry.startsAt);
  const ends = Float64Array.from(entries, (entry) => entry.endsAt).sort();
  const longest = longestUpTo(entries);
  return (entry, now) => {
    const from = Math.max(entry.startsAt, now);
    const begun = countBelow(starts, entry.endsAt);
    const itself = 1;
    const count = begun - countBelow(ends, from + 1) - itself;
    if (count <= 0) {
      return null;
    }
    const index = entries.indexOf(entry, countBelow(starts, entry.startsAt));
    const earlier = entries[longest[index - 1] ?? -1];
    const other =
      earlier !== undefined && earlier.endsAt > from
        ? earlier
        : entries.slice(index + 1, begun).find((later) => later.endsAt > from);
    return other === undefined ? null : { other, count };
  };
}

/** For each entry the index of the one that lasts longest among it and those before it. */
function longestUpTo(entries: readonly AgendaEntry[]): Int32Array {
  const longest = new Int32Array(entries.length);
  let index = 0;
  for (const [candidate, entry] of entries.entries()) {
    if (entry.endsAt > (entries[index]?.endsAt ?? Number.NEGATIVE_INFINITY)) {
      index = candidate;
    }
    longest[candidate] = index;
  }
  return longest;
}

/** How many of the ordered values are less than the limit. */
function countBelow(values: Float64Array, limit: number): number {
  return firstIndex(values.length, (index) => (values[index] ?? limit) >= limit);
}
