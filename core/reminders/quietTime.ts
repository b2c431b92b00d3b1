import type { DayTimes } from '../model/choices.ts';
import { longestQuiet } from './reminderRules.ts';

const minute = 60_000;
const quarter = 15 * minute;
/** No quiet lasts longer, also on the day on which the clock is put back. */
const mostSteps = 27 * 4 + 2;

/** What makes it quiet. */
export interface QuietParts {
  /** Local times of a day; the same twice means never. */
  readonly quietHours: DayTimes | null;
  /** Ms since 1970. */
  readonly quietUntil: number | null;
  /** IANA name. */
  readonly timeZone: string;
}

/**
 * The instant at which it stops being quiet, in ms since 1970; null when it is not quiet at `now`. Quiet hours go by the
 * clock on the wall: they begin and end where it shows their times, on days with a change of clock, too.
 */
export function quietEnd(parts: QuietParts, now: number): number | null {
  const { quietUntil } = parts;
  const isAsked = quietUntil !== null && quietUntil > now && quietUntil - now <= longestQuiet;
  const from = isAsked ? quietUntil : now;
  const end = hoursEnd(parts, from);
  return end ?? (isAsked ? quietUntil : null);
}

function hoursEnd({ quietHours, timeZone }: QuietParts, now: number): number | null {
  if (quietHours === null) {
    return null;
  }
  const from = minutesOf(quietHours.from);
  const to = minutesOf(quietHours.to);
  const minuteOfDay = wallClock(timeZone);
  const isQuiet = (instant: number): boolean => isBetween(minuteOfDay(instant), from, to);
  if (!isQuiet(now)) {
    return null;
  }
  // Clocks are changed at quarters of an hour: within one, the time on the wall goes on as time does.
  let instant = Math.floor(now / minute) * minute;
  for (let steps = 0; steps < mostSteps && isQuiet(instant); steps += 1) {
    const left = (to - minuteOfDay(instant) + 24 * 60) % (24 * 60);
    instant += Math.min(left * minute, quarter - (instant % quarter));
  }
  return instant;
}

function isBetween(minutes: number, from: number, to: number): boolean {
  return from <= to ? from <= minutes && minutes < to : minutes >= from || minutes < to;
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

// Making a format takes longer than a thousand uses of it, and the zone is the same for weeks.
let lastFormat: { readonly timeZone: string; readonly format: Intl.DateTimeFormat } | null = null;

function wallClock(timeZone: string): (instant: number) => number {
  if (lastFormat?.timeZone !== timeZone) {
    const options = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    lastFormat = { timeZone, format: new Intl.DateTimeFormat('en-GB', options) };
  }
  const { format } = lastFormat;
  return (instant) => minutesOf(format.format(instant));
}
