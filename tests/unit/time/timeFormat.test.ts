import { describe, expect, test } from 'vitest';
import { createTimeFormat, type TimeFormatOptions } from '../../../core/time/timeFormat.ts';

const morning = Date.parse('2026-04-14T09:05:00Z');
const afternoon = Date.parse('2026-04-14T13:30:00Z');

function format(options: Partial<TimeFormatOptions> = {}) {
  return createTimeFormat({ locale: 'en-GB', isTwelveHour: undefined, timeZone: 'UTC', ...options });
}

/** Locales put narrow and non-breaking spaces where a reader sees a space. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ');
}

describe('times', () => {
  test('have two digits for the hour where the day has 24, so that they stand in a column', () => {
    expect(format().formatTime(morning)).toBe('09:05');
    expect(format({ locale: 'de-DE' }).formatTime(morning)).toBe('09:05');
    expect(format({ locale: 'en-US', isTwelveHour: false }).formatTime(afternoon - 13.5 * 3_600_000)).toBe('00:00');
  });

  test('follow the locale unless the system says otherwise', () => {
    expect(plain(format({ locale: 'en-US' }).formatTime(afternoon))).toBe('1:30 PM');
    expect(format({ locale: 'en-US', isTwelveHour: false }).formatTime(afternoon)).toBe('13:30');
    expect(plain(format({ isTwelveHour: true }).formatTime(afternoon)).toLowerCase()).toBe('1:30 pm');
    expect(format({ locale: 'en-US' }).isTwelveHour).toBe(true);
    expect(format().isTwelveHour).toBe(false);
  });

  test('are those of the time zone', () => {
    expect(format({ timeZone: 'Asia/Kathmandu' }).formatTime(morning)).toBe('14:50');
  });

  test('name the half of the day once in a range that stays in it', () => {
    const american = format({ locale: 'en-US' });
    expect(plain(american.formatTimeRange(afternoon, afternoon + 45 * 60_000))).toBe('1:30 – 2:15 PM');
    expect(plain(american.formatTimeRange(morning, afternoon))).toBe('9:05 AM – 1:30 PM');
    expect(plain(american.formatTimeRange(morning, morning + 24 * 3_600_000))).toBe('9:05 AM – 9:05 AM');
    expect(format().formatTimeRange(morning, afternoon)).toBe('09:05 – 13:30');
  });
});

describe('days', () => {
  test('are written as the locale does', () => {
    expect(format({ locale: 'en-US' }).formatDay(morning)).toBe('Tuesday, April 14');
    expect(format({ locale: 'de-DE' }).formatDay(morning)).toBe('Dienstag, 14. April');
    expect(format().formatWeekday(morning)).toBe('Tue');
    expect(format().formatDayAndTime(afternoon)).toBe('14 Apr, 13:30');
  });
});

test.each(['', 'C', 'en_US.UTF-8', 'x-klingon'])('the locale “%s”, which is none, does not matter', (locale) => {
  expect(format({ locale }).formatTime(afternoon)).toBe('13:30');
});
