import type { Meeting } from '../model/meeting.ts';

/** The order of every list of meetings: start, then end, then key. */
export function compareMeetings(a: Meeting, b: Meeting): number {
  return compareText(a.start, b.start) || compareText(a.end, b.end) || compareText(a.key, b.key);
}

/**
 * One agenda out of several lists: each meeting once (the first one given wins a repeated key), those that ended by
 * `now` (ISO 8601 UTC) left out.
 */
export function mergeMeetings(lists: Iterable<readonly Meeting[]>, now: string): readonly Meeting[] {
  const byKey = new Map<string, Meeting>();
  for (const list of lists) {
    for (const meeting of list) {
      if (meeting.end > now && !byKey.has(meeting.key)) {
        byKey.set(meeting.key, meeting);
      }
    }
  }
  return [...byKey.values()].sort(compareMeetings);
}

/**
 * The new list of one account. An answer that could not be followed to the end of the window says nothing certain about
 * what starts at `coveredUntil` (ISO 8601 UTC) or later: there the earlier meetings stay.
 */
export function replaceCovered(
  earlier: readonly Meeting[],
  answered: readonly Meeting[],
  coveredUntil: string | null,
): readonly Meeting[] {
  if (coveredUntil === null) {
    return answered;
  }
  const keys = new Set(answered.map((meeting) => meeting.key));
  const beyond = earlier.filter((meeting) => meeting.start >= coveredUntil && !keys.has(meeting.key));
  return [...answered, ...beyond];
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
