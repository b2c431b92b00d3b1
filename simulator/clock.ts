/** The simulator's time: a steady one to measure with, and the one it believes in and tells its clients. */
export interface Clock {
  /** Milliseconds since the epoch, untouched by the offset: ages of tokens and rate windows are measured with it. */
  steady(): number;
  /** Milliseconds since the epoch as the simulated servers believe: `Date` headers and "is this meeting over". */
  now(): number;
  /** How far `now` is ahead of `steady`, in milliseconds. */
  offset(): number;
  /** Sets the offset in milliseconds; negative puts the servers behind. Live tokens and counted calls stay valid. */
  setOffset(milliseconds: number): void;
}

/** Builds a clock on `source`, which gives milliseconds since the epoch. */
export function createClock(source: () => number): Clock {
  let offset = 0;
  return {
    steady: source,
    now: () => source() + offset,
    offset: () => offset,
    setOffset: (milliseconds) => {
      offset = milliseconds;
    },
  };
}
