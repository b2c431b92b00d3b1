import type { MeetingChange } from '../model/foyerState.ts';
import type { Meeting } from '../model/meeting.ts';

/** What is compared: two good answers of one account, and the part of time that both speak of. */
export interface Comparison {
  readonly earlier: readonly Meeting[];
  readonly later: readonly Meeting[];
  /** ISO 8601 UTC: meetings that ended by then left the list by themselves. */
  readonly now: string;
  /** ISO 8601 UTC: what starts then or later need not be part of the earlier answer, and is new for that reason only. */
  readonly knownUntil: string;
}

/**
 * Which meetings were moved or cancelled between two answers. The service tells neither; an id that lost one start and
 * won another was moved, one that only lost was cancelled. Where a series leaves it open which occurrence went where,
 * nothing is claimed about it but the cancellations that are certain.
 */
export function findChanges({ earlier, later, now, knownUntil }: Comparison): readonly MeetingChange[] {
  const laterKeys = new Set(later.map((meeting) => meeting.key));
  const earlierKeys = new Set(earlier.map((meeting) => meeting.key));
  const gone = groupById(earlier.filter((meeting) => meeting.end > now && !laterKeys.has(meeting.key)));
  const come = groupById(later.filter((meeting) => meeting.start < knownUntil && !earlierKeys.has(meeting.key)));
  return [...gone].flatMap(([id, lost]) => changesOf(lost, come.get(id) ?? []));
}

function changesOf(lost: readonly Meeting[], won: readonly Meeting[]): readonly MeetingChange[] {
  const [from] = lost;
  const [to] = won;
  if (lost.length === 1 && won.length === 1 && from !== undefined && to !== undefined) {
    return [{ kind: 'moved', key: to.key, subject: to.subject, from: from.start, to: to.start }];
  }
  return won.length > 0
    ? []
    : lost.map(({ key, subject, start }) => ({ kind: 'cancelled', key, subject, from: start }));
}

function groupById(meetings: readonly Meeting[]): ReadonlyMap<string, readonly Meeting[]> {
  return Map.groupBy(meetings, (meeting) => meeting.serviceMeetingId);
}
