import { type Meeting, meetingKey } from '../../core/model/meeting.ts';
import type { CalendarReading, TimeWindow } from '../services/service.ts';
import type { CalendarReader } from './calendarReader.ts';
import type { CalendarEntry } from './readCalendar.ts';

/** The meetings of one calendar entry, as those of an account. */
export function calendarMeetings({ uid, meetings }: CalendarEntry, accountId: string): readonly Meeting[] {
  return meetings.map(({ links, start, ...meeting }) => ({
    ...meeting,
    start,
    key: meetingKey(accountId, uid, start),
    accountId,
    serviceMeetingId: uid,
    address: links[0]?.url ?? null,
    badge: links[0]?.badge ?? null,
    links,
  }));
}

/** Reads a whole calendar for the meetings of a window, as those of an account. */
export async function readMeetings(
  reader: Pick<CalendarReader, 'read'>,
  accountId: string,
  text: string,
  { from, to }: TimeWindow,
): Promise<CalendarReading> {
  const result = await reader.read(text, { from: Date.parse(from), to: Date.parse(to), isOpen: false });
  if (result.kind !== 'read') {
    return result;
  }
  const { entries, isWhole } = result.content;
  return { kind: 'read', meetings: entries.flatMap((entry) => calendarMeetings(entry, accountId)), isWhole };
}
