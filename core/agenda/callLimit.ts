/** At most `calls` calls in any `span` ms. */
export interface CallLimit {
  readonly calls: number;
  readonly span: number;
}

/**
 * How many ms to wait until one more call keeps the limit; 0 when it may go at once. `earlierCalls` are times of any
 * clock that never runs backwards, in any order; times ahead of `now` (a clock that started anew) count as just made.
 */
export function waitForCall(earlierCalls: readonly number[], now: number, limit: CallLimit): number {
  const ages = recentCalls(earlierCalls, now, limit).map((time) => now - time);
  if (ages.length < limit.calls) {
    return 0;
  }
  const youngestThatMustExpire = ages.toSorted((a, b) => a - b)[limit.calls - 1] ?? 0;
  return Math.max(1, Math.ceil(limit.span - youngestThatMustExpire));
}

/** The calls that still count at `now`, none of them ahead of it. */
export function recentCalls(earlierCalls: readonly number[], now: number, limit: CallLimit): readonly number[] {
  return earlierCalls.map((time) => Math.min(time, now)).filter((time) => now - time < limit.span);
}
