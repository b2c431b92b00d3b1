import { halfHour, minute, officeDays } from '../officeDays.ts';

/** A person's own calendar in the made-up office. */
export const officeToken = 'private-7d1f0c9a4be24e6f';

const day = 24 * 60 * minute;

/**
 * Iris Vega's calendar as seen at `now`, milliseconds since the epoch: a talk within the hour, a daily series at a time of
 * Berlin with a cancelled occurrence and two ways in, something without video, something cancelled, a day off, and the past.
 */
export function officeCalendar(now: number): string {
  const { at, later } = officeDays(now);
  const soon = (Math.ceil((now + 20 * minute) / halfHour) + 1) * halfHour;
  const seriesStart = berlinDate(now - 21 * day);
  return calendarText([
    ...berlin,
    ...event('talk', soon, 30, 'Talk with the new neighbours', ['LOCATION:https://meet.google.com/abc-defg-hij']),
    'BEGIN:VEVENT',
    'UID:council@corp.example',
    `DTSTAMP:${utc(now - 30 * day)}`,
    `DTSTART;TZID=Europe/Berlin:${seriesStart}T161500`,
    `DTEND;TZID=Europe/Berlin:${seriesStart}T164500`,
    'RRULE:FREQ=DAILY',
    `EXDATE;TZID=Europe/Berlin:${berlinDate(now + 3 * day)}T161500`,
    'SUMMARY:Product council',
    'ORGANIZER;CN=Tessa Hale:mailto:tessa.hale@corp.example',
    'LOCATION:https://us02web.zoom.us/j/83920471655?pwd=council',
    'DESCRIPTION:Dialling in from the lab: https://corp-example.webex.com/meet/tessa.hale\\n',
    'END:VEVENT',
    ...event('dentist', at(1, 12, 0), 60, 'Dentist', []),
    ...event('workshop', at(1, 14, 0), 120, 'Workshop that was called off', ['STATUS:CANCELLED']),
    ...event('supplier', at(later[0], 9, 0), 45, 'Supplier, quarterly', [
      'DESCRIPTION:Join: https://teams.microsoft.com/l/meetup-join/19%3ameeting_quarterly%40thread.v2/0?context=%7b%7d',
    ]),
    'BEGIN:VEVENT',
    'UID:off@corp.example',
    `DTSTAMP:${utc(now - 30 * day)}`,
    `DTSTART;VALUE=DATE:${utc(at(later[2], 0, 0)).slice(0, 8)}`,
    'SUMMARY:Day off',
    'END:VEVENT',
    ...event('past', now - 40 * day, 60, 'Long over', ['LOCATION:https://zoom.us/j/81110002223']),
  ]);
}

/** A whole calendar file of these lines. */
export function calendarText(lines: readonly string[]): string {
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Simulated Office//Calendar//EN', 'X-WR-CALNAME:Iris Vega'];
  return `${[...head, ...lines, 'END:VCALENDAR'].join('\r\n')}\r\n`;
}

/** One event; `start` in milliseconds since the epoch. */
export function event(
  id: string,
  start: number,
  minutes: number,
  summary: string,
  more: readonly string[],
): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}@corp.example`,
    `DTSTAMP:${utc(start - 10 * day)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(start + minutes * minute)}`,
    `SUMMARY:${summary}`,
    ...more,
    'END:VEVENT',
  ];
}

function utc(instant: number): string {
  return new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

function berlinDate(instant: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(instant).replaceAll('-', '');
}

const berlin: readonly string[] = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Berlin',
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19700329T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];
