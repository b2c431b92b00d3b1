import type { ReminderView } from '../model/reminder.ts';

/** Where time stands to what an alert is about: its meeting's start, or the moment it is joined at. Lengths in ms. */
export type AlertMoment =
  | { readonly kind: 'ahead'; readonly left: number }
  /** The first minute of it. */
  | { readonly kind: 'now' }
  | { readonly kind: 'since'; readonly passed: number };

const second = 1_000;
const minute = 60 * second;

/** What an alert counts to, in ms since 1970. */
export function alertTarget({ startsAt, joinsAt }: Pick<ReminderView, 'startsAt' | 'joinsAt'>): number {
  return Date.parse(joinsAt ?? startsAt);
}

/** See {@link AlertMoment}; both in ms since 1970. */
export function alertMoment(target: number, now: number): AlertMoment {
  const left = target - now;
  if (left > 0) {
    return { kind: 'ahead', left };
  }
  return -left < minute ? { kind: 'now' } : { kind: 'since', passed: -left };
}

/**
 * How long (ms) what is shown of a moment stays true. Ahead of the target that is until the next full second of what is
 * left, or the next full minute while no seconds are shown: in the last minute they always are.
 */
export function momentLasts(target: number, now: number, hasSeconds: boolean): number {
  const left = target - now;
  if (left <= 0) {
    return minute - (-left % minute);
  }
  if (hasSeconds || left <= minute) {
    return left % second || second;
  }
  // Rounded up, a minute is shown from the instant on at which less than the next one is left.
  return left % minute || minute;
}
