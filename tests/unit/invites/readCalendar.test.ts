import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { meetingServices } from '../../../core/invites/meetingServices.ts';
import { type CalendarContent, type CalendarMeeting, readCalendar } from '../../../main/invites/readCalendar.ts';
import { services } from '../../../main/services/registry.ts';

const rules = [...services.flatMap(({ links }) => links ?? []), ...meetingServices];
const from = Date.parse('2026-10-05T06:00:00Z');
const week = { from, to: from + 7 * 86_400_000, isOpen: false };

function read(text: string, window: { from: number; to: number; isOpen: boolean } = week): CalendarContent {
  return readCalendar({ text, window, rules, localZone: 'Europe/Zurich' });
}

function fixture(name: string): string {
  const text = readFileSync(join(import.meta.dirname, '../../fixtures/invites', `${name}.ics`), 'utf8');
  return text.replaceAll('\n', '\r\n');
}

function shortly({ start, end, subject, links }: CalendarMeeting): string {
  const span = `${start.slice(5, 16)}–${end.slice(11, 16)}`;
  return [span, subject, ...links.map(({ badge, url }) => `${badge} ${url.slice(8, 40)}`)].join(' | ');
}

function meetingsOf(text: string, window = week): readonly string[] {
  return read(text, window).entries.flatMap(({ meetings }) => meetings.map(shortly));
}

function event(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:u1', 'SUMMARY:Talk', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join(
    '\r\n',
  );
}

describe('invites as mail and calendar programs write them', () => {
  test('Outlook: a series in a zone of Windows, one excluded, one moved, one link in three places', () => {
    const link = 'Teams teams.microsoft.com/l/meetup-joi';
    const october = { from: Date.parse('2026-10-05T06:00:00Z'), to: Date.parse('2026-11-04T00:00:00Z'), isOpen: false };
    expect(meetingsOf(fixture('outlook'), october)).toEqual([
      `10-06T07:00–07:30 | Wochenplanung | ${link}`,
      `10-14T12:00–12:30 | Wochenplanung (verschoben) | ${link}`,
      `10-20T07:00–07:30 | Wochenplanung | ${link}`,
      `11-03T08:00–08:30 | Wochenplanung | ${link}`,
    ]);
    const [entry] = read(fixture('outlook')).entries;
    expect(entry).toMatchObject({ isAllDay: false, parts: [{ sequence: 1 }, { sequence: 1 }] });
    expect(entry?.meetings[0]).toMatchObject({ organizerName: 'Iris Vega', organizerEmail: 'iris.vega@corp.example' });
    expect(entry?.meetings[0]?.links[0]?.url).toContain(
      'context=%7b%22Tid%22%3a%225d2f%22%2c%22Oid%22%3a%228a1c%22%7d',
    );
    expect(read(fixture('outlook')).method).toBe('REQUEST');
  });

  test('Google: each working day without end, Meet first, the wrapped Zoom link second', () => {
    const links = 'Meet meet.google.com/qwe-rtyu-iop | Zoom startup.zoom.us/j/81234567890?pw';
    expect(meetingsOf(fixture('google'))).toEqual(
      ['05', '06', '07', '08', '09'].map((date) => `10-${date}T14:00–14:15 | Standup | ${links}`),
    );
    // A month after it began, on the other side of the change of clocks.
    const november = {
      from: Date.parse('2026-11-02T00:00:00Z'),
      to: Date.parse('2026-11-03T00:00:00Z'),
      isOpen: false,
    };
    expect(meetingsOf(fixture('google'), november)).toEqual([`11-02T15:00–15:15 | Standup | ${links}`]);
    expect(read(fixture('google')).entries[0]?.meetings[0]?.organizerName).toBe('Sam Okafor, PM');
  });

  test('Apple: the address before the place, an all-day event is no meeting', () => {
    expect(meetingsOf(fixture('apple'))).toEqual([
      '10-07T13:00–14:00 | Photo review, part 2 | Webex corp.webex.com/meet/iris.vega | FaceTime facetime.apple.com/join#v=1&p=Ab',
    ]);
    expect(read(fixture('apple')).entries.map(({ isAllDay }) => isAllDay)).toEqual([false, true]);
  });

  test('Zoom: the link with its password, whichever comes first', () => {
    expect(meetingsOf(fixture('zoom'))).toEqual([
      '10-06T12:30–13:30 | Quarterly numbers | Zoom us02web.zoom.us/j/81234567890?pw',
    ]);
  });

  test('Webex: a zone that only the file knows, the web before the dialler', () => {
    expect(meetingsOf(fixture('webex'))).toEqual([
      '10-08T15:30–16:30 | Supplier call | Webex corp.webex.com/corp/j.php?MTID=m | SIP 3456789@corp.webex.com',
    ]);
  });

  test('Thunderbird: a zone behind a prefix, a counted monthly series with a date added', () => {
    const links =
      'Pexip meet.corp.example/webapp3/m/read | Jitsi meet.jit.si/ReadingGroupLisbon | Pexip ading@corp.example';
    expect(meetingsOf(fixture('thunderbird'))).toEqual([
      `10-08T16:00–17:30 | Reading group | ${links}`,
      `10-09T16:00–17:30 | Reading group | ${links}`,
    ]);
  });
});

describe('times', () => {
  test.each([
    ['UTC', 'DTSTART:20261006T090000Z', '10-06T09:00'],
    ['a zone of the database', 'DTSTART;TZID=America/Los_Angeles:20261006T090000', '10-06T16:00'],
    ['a zone of Windows', 'DTSTART;TZID="Eastern Standard Time":20261006T090000', '10-06T13:00'],
    ['no zone', 'DTSTART:20261006T090000', '10-06T07:00'],
    ['a zone nobody knows', 'DTSTART;TZID=Middle Earth:20261006T090000', '10-06T07:00'],
  ])('%s', (_name, start, instant) => {
    expect(meetingsOf(event(start, 'DURATION:PT1H'))[0]).toContain(instant);
  });

  test('a time that a change of clocks skips, and one that it repeats', () => {
    const year = { from: Date.parse('2026-01-01T00:00:00Z'), to: Date.parse('2027-01-01T00:00:00Z'), isOpen: false };
    expect(meetingsOf(event('DTSTART;TZID=Europe/Berlin:20260329T023000'), year)).toEqual(['03-29T01:30–01:30 | Talk']);
    expect(meetingsOf(event('DTSTART;TZID=Europe/Berlin:20261025T023000'), year)).toEqual(['10-25T00:30–00:30 | Talk']);
  });

  test('the end is never before the start', () => {
    expect(meetingsOf(event('DTSTART:20261006T090000Z', 'DTEND:20261006T080000Z'))).toEqual([
      '10-06T09:00–09:00 | Talk',
    ]);
  });
});

describe('series', () => {
  const open = { ...week, isOpen: true };

  test('of a series with nothing this week, an open window shows the next one', () => {
    const rule = event('DTSTART:20200315T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=YEARLY');
    expect(meetingsOf(rule, open)).toEqual(['03-15T09:00–10:00 | Talk']);
    expect(meetingsOf(rule)).toEqual([]);
  });

  test('a meeting next year is found by an open window only', () => {
    const single = event('DTSTART:20270315T090000Z');
    expect(meetingsOf(single, open)).toHaveLength(1);
    expect(meetingsOf(single)).toHaveLength(0);
  });

  test('every other week keeps its step over the years', () => {
    const rule = event('DTSTART;TZID=Europe/Berlin:20100104T100000', 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE');
    const weeks = { from: Date.parse('2026-10-05T00:00:00Z'), to: Date.parse('2026-10-20T00:00:00Z'), isOpen: false };
    // 2010-01-04 and 2026-10-05 are 874 weeks apart.
    expect(meetingsOf(rule, weeks).map((line) => line.slice(0, 11))).toEqual([
      '10-05T08:00',
      '10-07T08:00',
      '10-19T08:00',
    ]);
  });

  test('the end of a series is an instant, also when it is given in UTC', () => {
    const rule = event('DTSTART;TZID=America/New_York:20261005T200000', 'RRULE:FREQ=DAILY;UNTIL=20261008T000000Z');
    expect(meetingsOf(rule)).toHaveLength(3);
  });

  test('a change that holds from then on moves what follows', () => {
    const text = [
      'BEGIN:VCALENDAR',
      ...[
        'BEGIN:VEVENT',
        'UID:u1',
        'SUMMARY:Old',
        'DTSTART:20261005T090000Z',
        'RRULE:FREQ=DAILY;COUNT=4',
        'END:VEVENT',
      ],
      ...['BEGIN:VEVENT', 'UID:u1', 'SUMMARY:New', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261007T090000Z'],
      ...['DTSTART:20261007T100000Z', 'END:VEVENT', 'END:VCALENDAR'],
    ].join('\n');
    expect(meetingsOf(text).map((line) => line.slice(0, 11) + line.slice(-4))).toEqual([
      '10-05T09:00 Old',
      '10-06T09:00 Old',
      '10-07T10:00 New',
      '10-08T10:00 New',
    ]);
  });

  test('a cancelled occurrence is left out, a cancelled series gone', () => {
    const series = ['BEGIN:VEVENT', 'UID:u1', 'DTSTART:20261005T090000Z', 'RRULE:FREQ=DAILY;COUNT=3'];
    const one = [
      'BEGIN:VEVENT',
      'UID:u1',
      'RECURRENCE-ID:20261006T090000Z',
      'DTSTART:20261006T090000Z',
      'STATUS:CANCELLED',
    ];
    const text = ['BEGIN:VCALENDAR', ...series, 'END:VEVENT', ...one, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
    expect(meetingsOf(text)).toHaveLength(2);
    expect(meetingsOf(event('DTSTART:20261006T090000Z', 'STATUS:CANCELLED'))).toEqual([]);
  });

  test.each([
    'FREQ=SECONDLY',
    'FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6',
    'FREQ=YEARLY;BYDAY=53MO;BYWEEKNO=53;BYSETPOS=400',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;INTERVAL=-5',
    'FREQ=DAILY;COUNT=999999999',
    'FREQ=SECONDLY;COUNT=999999999',
    'FREQ=WEEKLY;INTERVAL=99999999999999999999',
    'FREQ=NEVER',
    ';;;',
  ])('a rule like %s comes to an end', (rule) => {
    const begin = performance.now();
    read(event('DTSTART:19700101T000000Z', `RRULE:${rule}`), open);
    expect(performance.now() - begin).toBeLessThan(3_000);
  });
});

describe('files that are kept', () => {
  test.each(['outlook', 'google', 'apple', 'zoom', 'webex', 'thunderbird'])(
    '%s can be read again from what is kept of it',
    (name) => {
      const { entries } = read(fixture(name));
      for (const { parts, meetings } of entries.filter(({ isAllDay }) => !isAllDay)) {
        const again = read(parts.map(({ source }) => source).join('\r\n'));
        expect(again.entries.flatMap((entry) => entry.meetings)).toEqual(meetings);
        expect(parts.every(({ source }) => !/DESCRIPTION|LOCATION|ATTENDEE/.test(source))).toBe(true);
      }
    },
  );
});

describe('ten thousand mutated files', () => {
  const originals = ['outlook', 'google', 'apple', 'zoom', 'webex', 'thunderbird'].map(fixture);
  const pieces = [
    '\r\n',
    ':',
    ';',
    '"',
    ',',
    '\\',
    'BEGIN:VEVENT\r\n',
    'END:VEVENT\r\n',
    'RRULE:FREQ=SECONDLY\r\n',
    '0',
    '9999',
    '-',
    'Z',
    'T',
    '\u0000',
    '🙂',
    ' ',
    'TZID=',
    'END:VCALENDAR',
    '%',
    'https://',
  ];

  /** A small generator of its own (mulberry32), so that every failure can be repeated. */
  function generator(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
      return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
    };
  }

  function mutate(text: string, next: (below: number) => number): string {
    let mutated = text;
    for (let count = 1 + next(6); count > 0; count -= 1) {
      const at = next(mutated.length + 1);
      const until = at + next(next(4) === 0 ? 400 : 12);
      const piece =
        next(3) === 0 ? mutated.slice(next(mutated.length), next(mutated.length)) : (pieces[next(pieces.length)] ?? '');
      mutated = mutated.slice(0, at) + piece.slice(0, 3_000) + mutated.slice(until);
    }
    return mutated;
  }

  test('never crash, hang, or lead anywhere but to meeting links', () => {
    let slowest = 0;
    for (let seed = 0; seed < 10_000; seed += 1) {
      const next = generator(seed);
      const text = mutate(originals[seed % originals.length] ?? '', next);
      const begin = performance.now();
      const { entries } = read(text, { ...week, isOpen: true });
      slowest = Math.max(slowest, performance.now() - begin);
      for (const { meetings } of entries) {
        for (const { start, end, links } of meetings) {
          expect(start <= end, `seed ${seed}`).toBe(true);
          expect(
            links.every(({ url }) => /^(?:https:\/\/|sip:|pexip:)/.test(url)),
            `seed ${seed}`,
          ).toBe(true);
        }
      }
    }
    expect(slowest).toBeLessThan(4_000);
  }, 240_000);
});
