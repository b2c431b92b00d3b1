const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const lowBelow = 2 * minute;

/** A span of time that runs out, as a clock shows it. */
export interface ClockFace {
  /** What is left, in whole seconds, rounded up. */
  readonly seconds: number;
  /** The part of the span that is left: 1 at its beginning, 0 at its end. */
  readonly part: number;
  /** Whether little is left: the last two minutes. */
  readonly isLow: boolean;
  readonly isOver: boolean;
}

/** What a clock shows at `now` for a span between two instants (ms since the epoch). */
export function clockFace(startsAt: number, endsAt: number, now: number): ClockFace {
  const left = Math.max(0, endsAt - now);
  const length = endsAt - startsAt;
  return {
    seconds: Math.ceil(left / second),
    // A clock of this machine that is behind the service's must not draw more than the whole.
    part: length <= 0 ? 0 : Math.min(1, left / length),
    isLow: left <= lowBelow,
    isOver: left === 0,
  };
}

/**
 * How long (ms) a clock shows the same: while hours are left until the next full minute, then until the next full second,
 * of the wall clock, so that several clocks change at once. Null when nothing is left.
 */
export function untilNextFace(endsAt: number, now: number): number | null {
  const left = endsAt - now;
  if (left <= 0) {
    return null;
  }
  const step = left > hour ? minute : second;
  return Math.min(left, step - (now % step));
}

/** Seconds as a clock writes them: "10:48", "0:07". */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
