import type { TimeFormat } from '../../core/time/timeFormat.ts';

/** The time of an instant (ISO 8601), with its day when that is not the day of `now`. */
export function instantText(instant: string, now: number, format: TimeFormat): string {
  const time = Date.parse(instant);
  return format.formatDay(time) === format.formatDay(now) ? format.formatTime(time) : format.formatDayAndTime(time);
}
