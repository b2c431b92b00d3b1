import { type Duration, durationOf } from './duration.ts';

const second = 1_000;
const minute = 60 * second;

/** What is left until an instant, as it is shown: seconds in the last minute only. */
export type Countdown = { readonly unit: 'now' } | { readonly unit: 'seconds'; readonly seconds: number } | Duration;

/** The time left until `target`, rounded up as clocks on the wall suggest: at 10:41:20 it is 4 minutes to 10:45. */
export function countdownTo(target: number, now: number): Countdown {
  const left = target - now;
  if (left <= 0) {
    return { unit: 'now' };
  }
  const seconds = Math.ceil(left / second);
  return seconds < 60 ? { unit: 'seconds', seconds } : durationOf(seconds * second);
}

/**
 * How long (ms) what is shown stays true: until the clock's next full minute, or before that the next change of one of
 * the countdowns, which is each second in their last minute.
 */
export function untilNextTick(now: number, targets: readonly number[]): number {
  const untilMinute = minute - (now % minute);
  return targets.reduce((least, target) => Math.min(least, untilChange(target - now)), untilMinute);
}

/** How long a countdown with so much left (ms) shows the same. */
function untilChange(left: number): number {
  if (left <= 0) {
    return Number.POSITIVE_INFINITY;
  }
  const lastMinute = minute - second;
  if (left > lastMinute && left <= minute) {
    return left - lastMinute;
  }
  const step = left > minute ? minute : second;
  return left % step || step;
}
