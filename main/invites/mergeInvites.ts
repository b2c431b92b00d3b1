import type { StoredInvite } from '../settings/storedInvites.ts';
import type { CalendarEntry, CalendarPart } from './readCalendar.ts';

/**
 * Takes the events of a file into the invites that are kept: of each event and each occurrence the version with the higher
 * sequence counts, then the one written later (RFC 5546 section 2.1.5). A newer version of a series puts away the changes
 * of its occurrences that it does not bring along.
 */
export function mergeInvites(
  kept: readonly StoredInvite[],
  entries: readonly CalendarEntry[],
): readonly StoredInvite[] {
  const merged = new Map(kept.map((invite) => [invite.uid, invite]));
  for (const { uid, parts } of entries) {
    merged.set(uid, { uid, parts: mergeParts(merged.get(uid)?.parts ?? [], parts) });
  }
  return [...merged.values()];
}

function mergeParts(kept: readonly CalendarPart[], brought: readonly CalendarPart[]): readonly CalendarPart[] {
  const newSeries = brought.find(({ recurrenceId }) => recurrenceId === null);
  const series = kept.find(({ recurrenceId }) => recurrenceId === null);
  const isRenewed = newSeries !== undefined && series !== undefined && newSeries.sequence > series.sequence;
  const merged = new Map<number | null, CalendarPart>();
  for (const part of isRenewed ? [series, ...brought] : [...kept, ...brought]) {
    const known = merged.get(part.recurrenceId);
    if (known === undefined || isNewer(part, known)) {
      merged.set(part.recurrenceId, part);
    }
  }
  return [...merged.values()];
}

function isNewer(part: CalendarPart, known: CalendarPart): boolean {
  return part.sequence > known.sequence || (part.sequence === known.sequence && part.stamp >= known.stamp);
}

/** The parts of a message that takes meetings back: each is cancelled, whether or not it says so itself. */
export function cancelEntries(entries: readonly CalendarEntry[]): readonly CalendarEntry[] {
  return entries.map((entry) => ({
    ...entry,
    parts: entry.parts.map((part) => ({
      ...part,
      isCancelled: true,
      source: part.source
        .replace(/\r\nSTATUS[^\r\n]*/gi, '')
        .replace(/\r\nEND:VEVENT/i, '\r\nSTATUS:CANCELLED\r\nEND:VEVENT'),
    })),
  }));
}
