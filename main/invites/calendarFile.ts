/** What a calendar file says of one meeting or room. */
export interface CalendarFacts {
  /** Unique in the world, and the same for the same meeting. */
  readonly uid: string;
  /** Ms since 1970. */
  readonly start: number;
  readonly end: number;
  readonly summary: string;
  readonly description: string;
  /** https, for everybody; null when there is none. */
  readonly link: string | null;
  /** For whoever has Foyer; null when none leads there. */
  readonly foyerLink: string | null;
}

/**
 * Octets of a line without its break (RFC 5545 section 3.1), less the blank that begins a continuation, which ical.js 2.2 does
 * not count.
 */
const lineLength = 75 - 1;

/** One event as an iCalendar file (RFC 5545), written at `now`, ms since 1970. */
export async function buildCalendarFile(facts: CalendarFacts, now: number): Promise<string> {
  const { default: ical } = await import('ical.js');
  ical.foldLength = lineLength;
  const calendar = new ical.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Foyer//Foyer//EN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  const event = new ical.Component('vevent');
  const time = (instant: number) => ical.Time.fromJSDate(new Date(Math.floor(instant / 1_000) * 1_000), true);
  event.addPropertyWithValue('uid', facts.uid);
  event.addPropertyWithValue('dtstamp', time(now));
  event.addPropertyWithValue('dtstart', time(facts.start));
  event.addPropertyWithValue('dtend', time(facts.end));
  event.addPropertyWithValue('summary', plain(facts.summary));
  event.addPropertyWithValue('description', plain(facts.description));
  if (facts.link !== null) {
    event.addPropertyWithValue('location', facts.link);
    event.addPropertyWithValue('url', facts.link);
  }
  if (facts.foyerLink !== null) {
    // RFC 7986 section 5.11: calendars show it as one more way to join, or not at all.
    const conference = new ical.Property('conference');
    conference.resetType('uri');
    conference.setParameter('label', 'Foyer');
    conference.setValue(facts.foyerLink);
    event.addProperty(conference);
  }
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
export function calendarFileName(title: string): string {
  const name = title
    .replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[ .-]+|[ .]+$/g, '')
    .slice(0, 80)
    .trim();
  return `${name === '' ? 'Foyer' : name}.ics`;
}
