import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waitForCall } from '../../../core/agenda/callLimit.ts';
import { CallBudgets } from '../../../main/agenda/callBudget.ts';

const limit = { calls: 10, span: 65_000 };

interface Log {
  readonly budgets: () => CallBudgets;
  readonly stored: () => Readonly<Record<string, readonly number[]>>;
}

function keepLog(uptime: () => number, first: Readonly<Record<string, readonly number[]>> = {}): Log {
  let calls = first;
  const write = (next: typeof calls): void => {
    calls = next;
  };
  return { stored: () => calls, budgets: () => new CallBudgets({ uptime, read: () => calls, write }) };
}

describe('the wait for a call', () => {
  test('is exactly as long as it must be', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200_000), { maxLength: 30 }), fc.nat(200_000), (times, now) => {
        const wait = waitForCall(times, now, limit);
        const recentAfter = (later: number): number =>
          times.filter((time) => now + later - Math.min(time, now) < limit.span).length;
        expect(recentAfter(wait)).toBeLessThan(limit.calls);
        expect(wait === 0 || recentAfter(wait - 1) >= limit.calls).toBe(true);
      }),
    );
  });
});

describe('a budget', () => {
  test('gives ten calls, then says when the next one may be made', () => {
    let now = 500;
    const budget = keepLog(() => now)
      .budgets()
      .budgetFor('a', limit);
    expect(Array.from({ length: 11 }, () => budget.take())).toEqual([...new Array(10).fill(0), 65_000]);
    now += 64_999;
    expect(budget.take()).toBe(1);
    now += 1;
    expect(budget.wait()).toBe(0);
    expect(budget.take()).toBe(0);
  });

  test('is shared by all who ask for the same client, and by nobody else', () => {
    const budgets = keepLog(() => 0).budgets();
    for (let call = 0; call < 10; call += 1) {
      expect(budgets.budgetFor('a', limit).take()).toBe(0);
    }
    expect(budgets.budgetFor('a', limit).take()).toBeGreaterThan(0);
    expect(budgets.budgetFor('b', limit).take()).toBe(0);
  });

  test('is written down before the call is made, and outlives the program', () => {
    const log = keepLog(() => 7);
    log.budgets().budgetFor('a', limit).take();
    expect(log.stored()).toEqual({ a: [7] });
    const anew = log.budgets().budgetFor('a', limit);
    expect(Array.from({ length: 10 }, () => anew.take())).toEqual([...new Array(9).fill(0), 65_000]);
  });

  test('forgets clients that have not called for a while', () => {
    let now = 0;
    const log = keepLog(() => now);
    log.budgets().budgetFor('gone', limit).take();
    now = 70_000;
    log.budgets().budgetFor('a', limit).take();
    expect(Object.keys(log.stored())).toEqual(['a']);
  });

  test('used up before a reboot is free again a moment after it, not when the uptime has caught up', () => {
    let now = 5;
    const budget = keepLog(() => now, { a: new Array(10).fill(900_000_000) })
      .budgets()
      .budgetFor('a', limit);
    expect(budget.wait()).toBe(65_000);
    now += 65_000;
    expect(budget.take()).toBe(0);
  });
});
