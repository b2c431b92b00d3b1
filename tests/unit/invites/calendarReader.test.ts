import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { meetingServices } from '../../../core/invites/meetingServices.ts';
import type { Clock } from '../../../main/clock.ts';
import { CalendarReader, longestCalendar } from '../../../main/invites/calendarReader.ts';

const clock: Clock = {
  wall: () => Date.now(),
  uptime: () => performance.now(),
  after: (delay, run) => {
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
};

const from = Date.parse('2026-10-05T00:00:00Z');
const week = { from, to: from + 7 * 86_400_000, isOpen: false };

/** A calendar of many events, ten minutes apart from one another, each with a description like those of invites. */
function largeCalendar(count: number, extra: (index: number) => string): string {
  const events = Array.from({ length: count }, (_, index) => {
    const start = new Date(from + (index - count / 2) * 600_000).toISOString().replaceAll(/[-:]|\.\d+/g, '');
    return `BEGIN:VEVENT\r\nUID:event-${index}@corp.example\r\nDTSTAMP:20261001T000000Z\r\nDTSTART:${start}\r\nDURATION:PT30M\r\n${extra(index)}SUMMARY:Meeting ${index}\r\nDESCRIPTION:Join Zoom Meeting\\nhttps://zoom.us/j/9${1_000_000_000 + index}?pwd=abc\\n\\n${'Dial by your location. '.repeat(5)}\r\nEND:VEVENT\r\n`;
  });
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('')}END:VCALENDAR\r\n`;
}

describe('reading calendar files in a thread of its own', () => {
  let reader: CalendarReader;
  beforeEach(() => {
    const workerPath = join(import.meta.dirname, '../../../main/invites/calendarWorker.ts');
    reader = new CalendarReader({ clock, workerPath, rules: meetingServices });
  });
  afterEach(() => reader.stop());

  /** Ms that this thread, on which nothing else runs meanwhile, has worked. */
  async function workOf(run: () => Promise<unknown>): Promise<number> {
    const before = process.threadCpuUsage();
    await run();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  }

  test.each([
    ['50,000 meetings', () => '', true],
    ['50,000 series that are over', () => 'RRULE:FREQ=DAILY;UNTIL=20260801T000000Z\r\n', true],
    ['50,000 series without end, of which the first are taken', () => 'RRULE:FREQ=DAILY\r\n', false],
  ])(
    '%s take less than 200 ms of this thread, within 100 MB',
    async (_name, extra, isWhole) => {
      const text = largeCalendar(50_000, extra);
      let result: Awaited<ReturnType<CalendarReader['read']>> | undefined;
      const work = await workOf(async () => {
        result = await reader.read(text, { ...week, from: from + 86_400_000, to: from + 3 * 86_400_000 });
      });
      // The limit of the thread is what proves the memory: beyond it the reader gives up.
      expect(result?.kind).toBe('read');
      expect(result?.kind === 'read' ? result.content : null).toMatchObject({ eventCount: 50_000, isWhole });
      expect(work).toBeLessThan(200);
    },
    60_000,
  );

  test('a recurrence without end at every second is read', async () => {
    const text =
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20200101T000000Z\nRRULE:FREQ=SECONDLY\nEND:VEVENT\nEND:VCALENDAR';
    expect(await reader.read(text, week)).toMatchObject({ kind: 'read', content: { eventCount: 1 } });
  });

  test('the changes and cancellations of many years leave room for those of this week', async () => {
    const day = (index: number): string =>
      new Date(from - index * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
    const changes = Array.from({ length: 4_000 }, (_, index) => [
      `BEGIN:VEVENT\r\nUID:daily\r\nRECURRENCE-ID:${day(index)}T090000Z\r\nDTSTART:${day(index)}T093000Z\r\n`,
      `DURATION:PT15M\r\nSUMMARY:Moved\r\n${index % 2 === 0 ? 'STATUS:CANCELLED\r\n' : ''}END:VEVENT\r\n`,
    ]).reverse();
    const series =
      'BEGIN:VEVENT\r\nUID:daily\r\nDTSTART:20150105T090000Z\r\nDURATION:PT15M\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Daily\r\nEND:VEVENT\r\n';
    const later =
      'BEGIN:VEVENT\r\nUID:daily\r\nRECURRENCE-ID:20261007T090000Z\r\nDTSTART:20271007T090000Z\r\nSUMMARY:Next year\r\nEND:VEVENT\r\n';
    const text = `BEGIN:VCALENDAR\r\n${changes.flat().join('')}${series}${later}END:VCALENDAR\r\n`;
    const result = await reader.read(text, { ...week, from: from - 86_400_000 });
    const { entries, isWhole } = result.kind === 'read' ? result.content : { entries: [], isWhole: false };
    expect(isWhole).toBe(true);
    expect(entries[0]?.meetings.map(({ start, subject }) => `${start.slice(0, 16)} ${subject}`)).toEqual([
      '2026-10-04T09:30 Moved',
      '2026-10-06T09:00 Daily',
      '2026-10-08T09:00 Daily',
      '2026-10-09T09:00 Daily',
      '2026-10-10T09:00 Daily',
      '2026-10-11T09:00 Daily',
    ]);
  });

  test('says what is too large or no calendar, without starting anything', async () => {
    expect(await reader.read('x'.repeat(longestCalendar + 1), week)).toEqual({ kind: 'tooLarge' });
    expect(await reader.read('Please see BEGIN:VCALENDAR', week)).toEqual({ kind: 'notACalendar' });
  });

  test('answers several in turn', async () => {
    const texts = ['1', '2', '3'].map(
      (id) => `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:${id}\nDTSTART:20261006T000000Z\nEND:VEVENT`,
    );
    const results = await Promise.all(texts.map((text) => reader.read(text, week)));
    expect(results.map((result) => (result.kind === 'read' ? result.content.entries[0]?.uid : result.kind))).toEqual([
      '1',
      '2',
      '3',
    ]);
  });

  test('gives up on a thread that breaks, and starts another for the next file', async () => {
    const broken = new CalendarReader({ clock, workerPath: join(import.meta.dirname, 'missing.ts'), rules: [] });
    expect(await broken.read('BEGIN:VCALENDAR\n', week)).toEqual({ kind: 'gaveUp' });
    expect(await broken.read('BEGIN:VCALENDAR\n', week)).toEqual({ kind: 'gaveUp' });
    broken.stop();
  });
});
