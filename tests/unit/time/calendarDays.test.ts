import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendarDays, daysBetween } from '../../../core/time/calendarDays.ts';

const hour = 3_600_000;

function lengthOf(timeZone: string, instant: string): number {
  const day = createCalendarDays(timeZone).dayOf(Date.parse(instant));
  return (day.endsAt - day.startsAt) / hour;
}

describe('a calendar day', () => {
  test('begins and ends at midnight of its time zone', () => {
    expect(createCalendarDays('Asia/Kathmandu').dayOf(Date.parse('2026-04-14T10:00:00Z'))).toEqual({
      date: '2026-04-14',
      startsAt: Date.parse('2026-04-13T18:15:00Z'),
      endsAt: Date.parse('2026-04-14T18:15:00Z'),
    });
  });

  test('is an hour shorter or longer when the clocks change', () => {
    expect(lengthOf('Europe/Berlin', '2026-03-29T12:00:00Z')).toBe(23);
    expect(lengthOf('Europe/Berlin', '2026-10-25T12:00:00Z')).toBe(25);
    expect(lengthOf('America/New_York', '2026-11-01T12:00:00Z')).toBe(25);
    expect(lengthOf('Australia/Lord_Howe', '2026-04-05T12:00:00Z')).toBe(24.5);
  });

  test('may begin after midnight, where the clocks change at midnight', () => {
    const day = createCalendarDays('Africa/Cairo').dayOf(Date.parse('2026-04-24T12:00:00Z'));
    expect(day.date).toBe('2026-04-24');
    expect(new Date(day.startsAt).toISOString()).toBe('2026-04-23T22:00:00.000Z');
    expect((day.endsAt - day.startsAt) / hour).toBe(23);
  });

  test('holds the instant it was asked for, and its neighbours follow without a gap', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/London',
      'America/St_Johns',
      'Pacific/Apia',
      'Africa/Cairo',
      'Asia/Tehran',
    );
    const instants = fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2030-01-01T00:00:00Z') });
    fc.assert(
      fc.property(zones, instants, (timeZone, instant) => {
        const calendar = createCalendarDays(timeZone);
        const day = calendar.dayOf(instant);
        expect(day.startsAt).toBeLessThanOrEqual(instant);
        expect(day.endsAt).toBeGreaterThan(instant);
        expect(calendar.dayOf(day.startsAt)).toBe(day);
        const next = calendar.dayOf(day.endsAt);
        expect(next.startsAt).toBe(day.endsAt);
        expect(daysBetween(day, next)).toBe(1);
        expect(daysBetween(next, day)).toBe(-1);
      }),
      { numRuns: 60 },
    );
  });
});
