/** Counts calls per key over the last so many milliseconds. */
export interface SlidingWindow {
  /**
   * Counts a call of `key` at `time` if fewer than `limit` were counted in the `windowMs` before it. Returns 0 if it was
   * counted, else the milliseconds until the next one can be. Refused calls are not counted: who waits, gets through.
   */
  admit(key: string, time: number, limit: number, windowMs: number): number;
  /** Forgets every call. */
  reset(): void;
}

/** Builds a window without calls. */
export function createSlidingWindow(): SlidingWindow {
  const callsByKey = new Map<string, number[]>();
  return {
    admit: (key, time, limit, windowMs) => {
      const calls = (callsByKey.get(key) ?? []).filter((call) => time - call < windowMs);
      callsByKey.set(key, calls);
      if (calls.length < limit) {
        calls.push(time);
        return 0;
      }
      const leavesNext = calls.at(-limit);
      return leavesNext === undefined ? windowMs : leavesNext + windowMs - time;
    },
    reset: () => callsByKey.clear(),
  };
}
