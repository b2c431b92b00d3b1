import type { InvitedRoom } from './inviteText.ts';

/** What an invite says beside the room's own facts. */
export interface InviteWords {
  readonly summary: string;
  readonly description: string;
}

const usualLength = 30 * 60_000;

/**
 * Octets of a line without its break (RFC 5545 section 3.1), less the blank that begins a continuation, which ical.js 2.2 does
 * not count.
 */
const lineLength = 75 - 1;

/** An invite to a room that is open now, as an iCalendar file (RFC 5545): half an hour from `now`. */
export async function buildInviteFile(room: InvitedRoom, words: InviteWords, now: number): Promise<string> {
  const { default: ical } = await import('ical.js');
  ical.foldLength = lineLength;
  const calendar = new ical.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Foyer//Foyer//EN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  const event = new ical.Component('vevent');
  const time = (instant: number) => ical.Time.fromJSDate(new Date(Math.floor(instant / 1_000) * 1_000), true);
  event.addPropertyWithValue('uid', `${room.id}@foyer.app`);
  event.addPropertyWithValue('dtstamp', time(now));
  event.addPropertyWithValue('dtstart', time(now));
  event.addPropertyWithValue('dtend', time(now + usualLength));
  event.addPropertyWithValue('summary', plain(words.summary));
  event.addPropertyWithValue('description', plain(words.description));
  event.addPropertyWithValue('location', room.link);
  event.addPropertyWithValue('url', room.link);
  calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

/** Lines end in one way, and there is no character that a calendar may not hold. */
function plain(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
    .toWellFormed();
}

/** A name for the file that every system takes. */
export function inviteFileName(title: string): string {
  const name = title
    .replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[ .-]+|[ .]+$/g, '')
    .slice(0, 80)
    .trim();
  return `${name === '' ? 'Foyer' : name}.ics`;
}
