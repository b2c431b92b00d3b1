import type { AgendaEntry } from './agendaEntry.ts';

/** Finds entries by words, in the order they came in. */
export interface MeetingSearch {
  find(query: string): readonly AgendaEntry[];
}

/**
 * Prepares a search over subject, organizer, room, badge and address. All words of a query must occur somewhere; case and
 * diacritics do not count, so that "muller" finds "Müller".
 */
export function createMeetingSearch(
  entries: readonly AgendaEntry[],
  accountName: (accountId: string) => string,
): MeetingSearch {
  const texts = entries.map(({ meeting }) =>
    plainText(
      [
        meeting.subject,
        meeting.organizerName,
        meeting.organizerEmail,
        accountName(meeting.accountId),
        meeting.badge ?? '',
        meeting.address ?? '',
      ].join('\n'),
    ),
  );
  return {
    find(query) {
      const words = plainText(query).split(/\s+/).filter(Boolean);
      return entries.filter((_entry, index) => words.every((word) => texts[index]?.includes(word)));
    },
  };
}

/** Text without what does not count in a search: case, diacritics, width of characters. */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase();
}
