import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AttemptEnd,
  isFresh,
  type PollMemory,
  type Presence,
  planNextPoll,
  planPollAfterReturn,
  quietUntil,
  rememberAttempt,
} from '../../../core/agenda/pollPlan.ts';

const second = 1_000;
const minute = 60 * second;
const present: Presence = { isOnline: true, isAsleep: false, isAway: false, isOnBattery: false };

function remember(end: AttemptEnd, parts: Partial<PollMemory> = {}): PollMemory {
  return { lastAttemptAt: 0, end, repeats: 1, retryAfter: null, jitter: 0, ...parts };
}

const memories: fc.Arbitrary<PollMemory> = fc.record({
  lastAttemptAt: fc.nat(1e9),
  end: fc.constantFrom<AttemptEnd>('good', 'failed', 'limited', 'notSetUp', 'refused'),
  repeats: fc.integer({ min: 1, max: 10_000 }),
  retryAfter: fc.option(fc.nat(1e12)),
  jitter: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('the next poll', () => {
  test('is at once for an account that was never asked', () => {
    expect(planNextPoll(null, present, 77)).toBe(77);
  });

  test.each([
    ['after a good answer: a minute, and up to ten seconds of jitter', 'good', {}, [60, 70]],
    ['after a first failure: half a minute, give or take a quarter', 'failed', {}, [22.5, 37.5]],
    ['after a third: twice doubled', 'failed', { repeats: 3 }, [90, 150]],
    ['after any number of failures: ten minutes, give or take', 'failed', { repeats: 1_000 }, [450, 750]],
    ['after a failure with Retry-After: as long as was asked for', 'failed', { retryAfter: 900_000 }, [900, 1_125]],
    ['when limited: a minute and more', 'limited', {}, [60, 75]],
    ['when limited again: growing', 'limited', { repeats: 4 }, [480, 600]],
    ['when limited without end: ten minutes and more', 'limited', { repeats: 99 }, [600, 750]],
    ['when limited with Retry-After: as long as was asked for', 'limited', { retryAfter: 300_000 }, [300, 375]],
    ['a short Retry-After shortens nothing', 'limited', { retryAfter: 1_000 }, [60, 75]],
    ['an absurd Retry-After ends after a day', 'limited', { retryAfter: 1e12 }, [86_400, 108_000]],
    ['where nothing is set up: a quarter of an hour and more', 'notSetUp', { repeats: 7 }, [900, 1_200]],
  ] as const)('comes %s', (_name, end, parts, [soonest, latest]) => {
    expect(planNextPoll(remember(end, { ...parts, jitter: 0 }), present, 0)).toBe(soonest * second);
    expect(planNextPoll(remember(end, { ...parts, jitter: 1 }), present, 0)).toBe(latest * second);
  });

  test('comes every five minutes while nobody is at the machine', () => {
    expect(planNextPoll(remember('good', { jitter: 1 }), { ...present, isAway: true }, 0)).toBe(310 * second);
    expect(planNextPoll(remember('good', { jitter: 1 }), { ...present, isOnBattery: true }, 0)).toBe(130 * second);
    const both = { ...present, isAway: true, isOnBattery: true };
    expect(planNextPoll(remember('good', { jitter: 1 }), both, 0)).toBe(310 * second);
  });

  test('waits for new credentials or a press after the service refused', () => {
    expect(planNextPoll(remember('refused'), present, 1e9)).toBeNull();
  });

  test('is never planned while the machine sleeps', () => {
    fc.assert(
      fc.property(fc.option(memories), (memory) => {
        expect(planNextPoll(memory, { ...present, isAsleep: true }, 0)).toBeNull();
      }),
    );
  });

  test('is never sooner than 22 seconds after the last attempt, and always within 30 hours', () => {
    fc.assert(
      fc.property(memories, fc.boolean(), (memory, isAway) => {
        const next = planNextPoll(memory, { ...present, isAway }, memory.lastAttemptAt);
        const wait = next === null ? null : next - memory.lastAttemptAt;
        expect(wait === null || (wait >= 22 * second && wait <= 30 * 60 * minute)).toBe(true);
        expect(wait === null).toBe(memory.end === 'refused');
      }),
    );
  });
});

describe('a source with a pace of its own', () => {
  const interval = 15 * minute;
  const plan = (end: AttemptEnd, parts: Partial<PollMemory>, presence = present): number =>
    planNextPoll(remember(end, parts), presence, 0, interval) ?? 0;

  test('is asked that often, and not more often while nobody is there', () => {
    expect([plan('good', { jitter: 0 }), plan('good', { jitter: 1 })]).toEqual([15 * minute, 17.5 * minute]);
    expect(plan('good', { jitter: 0 }, { ...present, isAway: true })).toBe(15 * minute);
    expect(plan('good', { jitter: 0 }, { ...present, isOnBattery: true })).toBe(15 * minute);
  });

  test('is asked sooner after a failure, less and less, in the end at its own pace', () => {
    expect(plan('failed', { jitter: 0.5 })).toBe(30 * second);
    expect(plan('failed', { jitter: 0.5, repeats: 1_000 })).toBe(15 * minute);
  });

  test('is left alone by a return or a press that comes soon after a good answer', () => {
    const good = remember('good');
    expect(planPollAfterReturn(good, minute, 0, interval)).toBe(5 * minute);
    expect(planPollAfterReturn(good, 6 * minute, 0, interval)).toBe(6 * minute);
    expect([isFresh(good, 44 * second, interval), isFresh(good, 45 * second, interval)]).toEqual([true, false]);
    expect([isFresh(good, 2 * second), isFresh(good, 3 * second)]).toEqual([true, false]);
    expect([isFresh(null, 0), isFresh(remember('failed'), 0)]).toEqual([false, false]);
  });
});

describe('after a return', () => {
  test('clients of one office are spread over five seconds', () => {
    expect(planPollAfterReturn(null, 1_000, 0)).toBe(1_000);
    expect(planPollAfterReturn(remember('failed'), 1_000, 1)).toBe(6_000);
  });

  test('an answer of a moment ago is good for twenty seconds', () => {
    expect(planPollAfterReturn(remember('good', { lastAttemptAt: 1_000 }), 2_000, 0.2)).toBe(21_000);
    expect(planPollAfterReturn(remember('good', { lastAttemptAt: 1_000 }), 40_000, 0.2)).toBe(41_000);
  });

  test.each(['refused', 'notSetUp'] as const)('nothing changes for an account that is %s', (end) => {
    expect(planPollAfterReturn(remember(end), 1e9, 0)).toBeNull();
  });

  test('a service that wants to be left alone is', () => {
    fc.assert(
      fc.property(memories, fc.nat(1e9), fc.double({ min: 0, max: 1, noNaN: true }), (memory, now, jitter) => {
        const at = planPollAfterReturn(memory, now, jitter);
        const quiet = quietUntil(memory);
        expect(at === null || at >= now).toBe(true);
        expect(at === null || quiet === null || at >= quiet).toBe(true);
      }),
    );
  });
});

describe('being left alone', () => {
  test('holds against every press, for as long as the plan says', () => {
    fc.assert(
      fc.property(memories, (memory) => {
        const quiet = quietUntil(memory);
        const mustWait = memory.end === 'limited' || (memory.end === 'failed' && memory.retryAfter !== null);
        expect(quiet !== null).toBe(mustWait);
        expect(quiet === null || quiet <= (planNextPoll(memory, present, 0) ?? 0)).toBe(true);
      }),
    );
  });
});

describe('repeated ends', () => {
  test('are counted in a row, and from one again when the end changes', () => {
    const ends: readonly AttemptEnd[] = ['failed', 'failed', 'failed', 'good', 'failed'];
    const memory: PollMemory[] = [];
    for (const end of ends) {
      memory.push(rememberAttempt(memory.at(-1) ?? null, { lastAttemptAt: 0, end, retryAfter: null, jitter: 0 }));
    }
    expect(memory.map(({ repeats }) => repeats)).toEqual([1, 2, 3, 1, 1]);
  });
});
