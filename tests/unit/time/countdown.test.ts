import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countdownTo, untilNextTick } from '../../../core/time/countdown.ts';

const target = Date.parse('2026-04-14T10:45:00Z');

function at(time: string): object {
  return countdownTo(target, Date.parse(`2026-04-14T${time}Z`));
}

describe('a countdown', () => {
  test('counts minutes as clocks on the wall suggest, seconds only in the last minute', () => {
    expect(at('10:41:00')).toEqual({ unit: 'minutes', minutes: 4 });
    expect(at('10:41:20')).toEqual({ unit: 'minutes', minutes: 4 });
    expect(at('10:43:59')).toEqual({ unit: 'minutes', minutes: 2 });
    expect(at('10:44:00')).toEqual({ unit: 'minutes', minutes: 1 });
    expect(at('10:44:00.500')).toEqual({ unit: 'minutes', minutes: 1 });
    expect(at('10:44:01')).toEqual({ unit: 'seconds', seconds: 59 });
    expect(at('10:44:59.999')).toEqual({ unit: 'seconds', seconds: 1 });
    expect(at('10:45:00')).toEqual({ unit: 'now' });
    expect(at('11:00:00')).toEqual({ unit: 'now' });
  });

  test('has hours and days for what is far away', () => {
    expect(at('09:45:00')).toEqual({ unit: 'hours', hours: 1 });
    expect(at('08:35:00')).toEqual({ unit: 'hoursAndMinutes', hours: 2, minutes: 10 });
    expect(countdownTo(target, target - 24 * 3_600_000)).toEqual({ unit: 'days', days: 1 });
    expect(countdownTo(target, target - 27.5 * 3_600_000)).toEqual({ unit: 'daysAndHours', days: 1, hours: 3 });
  });
});

describe('the next tick', () => {
  test('comes at the full minute, and at each second only in the last minute', () => {
    const now = (time: string) => Date.parse(`2026-04-14T${time}Z`);
    expect(untilNextTick(now('10:41:20'), [target])).toBe(40_000);
    expect(untilNextTick(now('10:44:00'), [target])).toBe(1_000);
    expect(untilNextTick(now('10:44:30.250'), [target])).toBe(750);
    expect(untilNextTick(now('10:45:00'), [target])).toBe(60_000);
    expect(untilNextTick(now('10:41:20'), [])).toBe(40_000);
  });

  test('never misses a change of what is shown, and is rare', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5_000, max: 200_000 }), fc.nat(59_999), (left, offset) => {
        const goal = target + offset;
        const now = goal - left;
        const wait = untilNextTick(now, [goal]);
        const show = (moment: number): string => JSON.stringify(countdownTo(goal, moment));
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(60_000);
        expect(show(now + wait - 1)).toBe(show(now));
        const isDue = (now + wait) % 60_000 === 0 || show(now + wait) !== show(now);
        expect(isDue).toBe(true);
      }),
    );
  });
});
