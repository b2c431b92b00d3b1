import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockFace, clockText, untilNextFace } from '../../../core/time/clockFace.ts';

const start = Date.parse('2026-04-14T10:30:00.000Z');
const minute = 60_000;
const end = start + 15 * minute;

describe('a clock that runs out', () => {
  test('is full at its beginning and empty at its end', () => {
    expect(clockFace(start, end, start)).toEqual({ seconds: 900, part: 1, isLow: false, isOver: false });
    expect(clockFace(start, end, end)).toEqual({ seconds: 0, part: 0, isLow: true, isOver: true });
    expect(clockFace(start, end, end + minute)).toEqual({ seconds: 0, part: 0, isLow: true, isOver: true });
  });

  test('is low in its last two minutes', () => {
    expect(clockFace(start, end, end - 2 * minute - 1).isLow).toBe(false);
    expect(clockFace(start, end, end - 2 * minute).isLow).toBe(true);
  });

  test('is never fuller than full, nor wrong for a span without length', () => {
    expect(clockFace(start, end, start - minute).part).toBe(1);
    expect(clockFace(start, start, start - minute).part).toBe(0);
  });

  test('counts a second that has begun', () => {
    expect(clockFace(start, end, end - 1).seconds).toBe(1);
    expect(clockFace(start, end, end - 1_001).seconds).toBe(2);
  });
});

describe('the next look at the clock', () => {
  test('comes at the next full second, at full minutes while hours are left, and never after the end', () => {
    expect(untilNextFace(end, start + 300)).toBe(700);
    expect(untilNextFace(start + 120 * minute, start + 1_000)).toBe(59_000);
    expect(untilNextFace(end, end - 1)).toBe(1);
    expect(untilNextFace(end, end)).toBeNull();
  });

  test('never comes sooner than needed to see every second, and always comes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 86_400_000 }), (left) => {
        const wait = untilNextFace(end, end - left);
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(left);
      }),
    );
  });
});

test('seconds are written as clocks write them', () => {
  expect([648, 60, 59, 7, 0, 3_599].map(clockText)).toEqual(['10:48', '1:00', '0:59', '0:07', '0:00', '59:59']);
});
