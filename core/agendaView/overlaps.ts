import type { AgendaEntry } from './agendaEntry.ts';

/** What runs at the same time as one meeting. */
export interface Overlap {
  /** One of them, to name it: the one that is still running when it starts, or the next to start during it. */
  readonly other: AgendaEntry;
  /** How many there are. */
  readonly count: number;
}

/**
 * The overlaps of every entry that has some. Entries are ordered by start. No pairs are compared: those that start before
 * an end, less those that are over by a start, are the ones in between.
 */
export function findOverlaps(entries: readonly AgendaEntry[]): ReadonlyMap<AgendaEntry, Overlap> {
  const starts = Float64Array.from(entries, (entry) => entry.startsAt);
  const ends = Float64Array.from(entries, (entry) => entry.endsAt).sort();
  const overlaps = new Map<AgendaEntry, Overlap>();
  let longest: AgendaEntry | undefined;
  for (const [index, entry] of entries.entries()) {
    const itself = 1;
    const count = countBelow(starts, entry.endsAt) - countBelow(ends, entry.startsAt + 1) - itself;
    const earlier = longest !== undefined && longest.endsAt > entry.startsAt ? longest : undefined;
    const other = earlier ?? entries[index + 1];
    if (count > 0 && other !== undefined) {
      overlaps.set(entry, { other, count });
    }
    if (longest === undefined || entry.endsAt > longest.endsAt) {
      longest = entry;
    }
  }
  return overlaps;
}

/** How many of the ordered values are less than the limit. */
function countBelow(values: Float64Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? Number.POSITIVE_INFINITY) < limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
