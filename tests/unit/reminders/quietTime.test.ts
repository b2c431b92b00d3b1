import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quietEnd } from '../../../core/reminders/quietTime.ts';
import { WallClock } from './wallClock.ts';

const minute = 60_000;
const night = { from: '22:00', to: '07:00' };

function end(now: string, parts: Partial<Parameters<typeof quietEnd>[0]> = {}): string | null {
  const found = quietEnd({ quietHours: night, quietUntil: null, timeZone: 'Europe/Berlin', ...parts }, Date.parse(now));
  return found === null ? null : new Date(found).toISOString();
}

describe('quiet hours', () => {
  test('go over midnight, and end by the clock on the wall when it is changed in between', () => {
    expect(end('2026-04-14T19:59:59Z')).toBeNull();
    expect(end('2026-04-14T20:00:00Z')).toBe('2026-04-15T05:00:00.000Z');
    expect(end('2026-10-24T21:30:00Z')).toBe('2026-10-25T06:00:00.000Z');
    expect(end('2026-03-28T22:30:00Z')).toBe('2026-03-29T05:00:00.000Z');
    expect(end('2026-03-29T00:30:00Z', { quietHours: { from: '01:00', to: '02:30' } })).toBe(
      '2026-03-29T01:00:00.000Z',
    );
  });

  test('the same time twice is never', () => {
    expect(end('2026-04-14T20:00:00Z', { quietHours: { from: '22:00', to: '22:00' } })).toBeNull();
  });

  const time = fc
    .record({ hours: fc.nat(23), minutes: fc.nat(59) })
    .map(({ hours, minutes }) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);

  test('end with the first minute that a look at the wall finds not quiet', () => {
    const wallClock = new WallClock();
    fc.assert(
      fc.property(
        fc.record({ from: time, to: time }),
        // Around changes of clock in both directions.
        fc.constantFrom('2026-03-28', '2026-10-24', '2026-04-04', '2026-10-03', '2026-06-01'),
        fc.nat(48 * 60 * minute),
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
        (quietHours, day, offset, timeZone) => {
          const now = Date.parse(day) + offset;
          let expected = now;
          while (wallClock.isWithin(quietHours, expected, timeZone)) {
            expected = (Math.floor(expected / minute) + 1) * minute;
          }
          expect(quietEnd({ quietHours, quietUntil: null, timeZone }, now)).toBe(expected === now ? null : expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('quiet for a while', () => {
  test('ends then, or with the quiet hours that it runs into', () => {
    const parts = { quietUntil: Date.parse('2026-04-14T12:00:00Z') };
    expect(end('2026-04-14T11:00:00Z', parts)).toBe('2026-04-14T12:00:00.000Z');
    expect(end('2026-04-14T12:00:00Z', parts)).toBeNull();
    const evening = { quietUntil: Date.parse('2026-04-14T20:30:00Z') };
    expect(end('2026-04-14T19:30:00Z', evening)).toBe('2026-04-15T05:00:00.000Z');
  });

  test('is none when a clock that was wrong set its end', () => {
    expect(end('2026-04-14T11:00:00Z', { quietUntil: Date.parse('2027-04-14T12:00:00Z') })).toBeNull();
  });
});
