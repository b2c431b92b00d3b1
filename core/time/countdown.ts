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
 * How long (ms) what is shown stays true: until the next full minute, or the next second while one of the instants
 * counted down to is less than a minute away.
 */
export function untilNextTick(now: number, targets: readonly number[]): number {
  const isLastMinute = targets.some((target) => target > now && target - now <= minute);
  const step = isLastMinute ? second : minute;
  const untilStep = step - (now % step);
  const untilTarget = targets.reduce(
    (least, target) => (target > now ? Math.min(least, target - now) : least),
    untilStep,
  );
  return Math.max(1, untilTarget);
}
