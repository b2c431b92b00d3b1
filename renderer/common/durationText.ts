import type { Countdown } from '../../core/time/countdown.ts';
import type { Duration } from '../../core/time/duration.ts';
import { text } from './texts.ts';

/** "4 min", "2 h 10 min", "12 s", "Now". */
export function durationText({ unit, ...pieces }: Countdown | Duration): string {
  return text(`agenda:duration.${unit}`, pieces);
}
