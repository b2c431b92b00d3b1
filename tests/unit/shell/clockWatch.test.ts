import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type ClockJump, findClockJump } from '../../../core/time/clockJump.ts';
import { ClockWatch, readTimeZone } from '../../../main/shell/clockWatch.ts';
import { startFakeTime } from '../../helpers/fakeTime.ts';

afterEach(() => vi.useRealTimers());

const minute = 60_000;

function startWatch() {
  const time = startFakeTime();
  const place = { timeZone: 'Europe/Berlin' };
  const jumps: ClockJump[] = [];
  const watch = new ClockWatch(time.clock, () => place.timeZone);
  watch.onClockJump((jump) => jumps.push(jump));
  watch.look();
  return { time, place, watch, jumps };
}

describe('the clocks', () => {
  test('tell nothing while time just goes by', async () => {
    const { time, jumps } = startWatch();
    await time.advance(3 * 60 * minute);
    expect(jumps).toEqual([]);
  });

  test.each([10 * minute, -10 * minute, 2_500, -2_500])(
    'tell within half a minute of a date set by %d ms',
    async (by) => {
      const { time, jumps } = startWatch();
      await time.advance(95_000);
      time.setDateAhead(by);
      await time.advance(30_000);
      expect(jumps).toEqual([{ movedBy: by, hasNewZone: false, sleptFor: 0 }]);
      await time.advance(10 * minute);
      expect(jumps).toHaveLength(1);
    },
  );

  test('do not tell of what a time server turns them by', async () => {
    const { time, jumps } = startWatch();
    for (const ahead of [300, 900, 1_800]) {
      time.setDateAhead(ahead);
      await time.advance(minute);
    }
    expect(jumps).toEqual([]);
  });

  test('tell of another time zone, at once when somebody looks', () => {
    const { place, watch, jumps } = startWatch();
    place.timeZone = 'Asia/Tokyo';
    watch.look();
    expect(jumps).toEqual([{ movedBy: 0, hasNewZone: true, sleptFor: 0 }]);
  });

  test('tell of a sleep, which is no other date', async () => {
    const { time, jumps } = startWatch();
    await time.advance(10_000);
    time.skip(8 * 60 * minute);
    await time.advance(30_000);
    expect(jumps).toHaveLength(1);
    expect(jumps[0]).toMatchObject({ movedBy: 0, hasNewZone: false });
    expect(jumps[0]?.sleptFor).toBeGreaterThan(7 * 60 * minute);
  });

  test('have one timer however often somebody looks, and none after the end', async () => {
    const { time, watch, jumps } = startWatch();
    for (let count = 0; count < 20; count += 1) {
      watch.look();
    }
    expect(vi.getTimerCount()).toBe(1);
    watch.stop();
    expect(vi.getTimerCount()).toBe(0);
    time.setDateAhead(minute);
    await time.advance(minute);
    expect(jumps).toEqual([]);
  });

  test('let a listener look again, and another one go', () => {
    const { place, watch, jumps } = startWatch();
    const stop = watch.onClockJump(() => watch.look());
    place.timeZone = 'UTC';
    watch.look();
    stop();
    expect(jumps).toHaveLength(1);
  });
});

test('any two readings tell exactly what was set between them', () => {
  const instant = fc.integer({ min: 0, max: 4e12 });
  const span = fc.integer({ min: 0, max: 30_000 });
  const set = fc.integer({ min: -1e10, max: 1e10 });
  fc.assert(
    fc.property(instant, span, set, (wall, elapsed, by) => {
      const before = { wall, uptime: 1_000, timeZone: 'UTC' };
      const now = { wall: wall + elapsed + by, uptime: 1_000 + elapsed, timeZone: 'UTC' };
      const jump = findClockJump(before, now, 30_000);
      expect(jump?.movedBy ?? 0).toBe(Math.abs(by) >= 2_000 ? by : 0);
      expect(findClockJump(before, { ...now, timeZone: 'Asia/Tokyo' }, 30_000)?.hasNewZone).toBe(true);
    }),
  );
});

test('the time zone is read anew, and the environment stays as it is', () => {
  const environment: NodeJS.ProcessEnv = { TZ: 'Asia/Tokyo' };
  expect(readTimeZone(environment)).toMatch(/\w/);
  expect(environment).toEqual({ TZ: 'Asia/Tokyo' });
  const without: NodeJS.ProcessEnv = {};
  readTimeZone(without);
  expect(without).toEqual({});
});
