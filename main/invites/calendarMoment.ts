import type { CalendarProperty } from './calendarProperty.ts';
import { utcClock, type ZoneClock } from './zoneClock.ts';

/** A date or a time as an event has it. */
export interface CalendarMoment {
  /** What the clock on the wall shows, in ms, written as if it were UTC. */
  readonly wall: number;
  readonly clock: ZoneClock;
  /** A day without a time. */
  readonly isDate: boolean;
}

/** Finds the clock of a TZID; null stands for a time without a zone. */
export type FindClock = (tzid: string | null) => ZoneClock;

const momentPattern = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/;

/** All moments of a property (EXDATE and RDATE list several); of a period, its start. What is no moment is left out. */
export function readMoments(property: CalendarProperty, findClock: FindClock): readonly CalendarMoment[] {
  return property.raw
    .split(',')
    .slice(0, 5_000)
    .flatMap((text) => readMoment(text, property.parameters['tzid'] ?? null, findClock) ?? []);
}

/** One moment in the form of RFC 5545 ("20260414T080000Z"); null when it is none, or no day of the calendar. */
export function readMoment(text: string, tzid: string | null, findClock: FindClock): CalendarMoment | null {
  const [, year, month, date, hour, minute, second, utc] = momentPattern.exec(text.trim().split('/')[0] ?? '') ?? [];
  if (year === undefined) {
    return null;
  }
  const wall = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(date),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  );
  const isOnCalendar = new Date(wall).toISOString().startsWith(`${year}-${month}-${date}`);
  if (!isOnCalendar || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) {
    return null;
  }
  return { wall, clock: utc === 'Z' ? utcClock : findClock(tzid), isDate: hour === undefined };
}

/** The instant of a moment, ms since 1970. */
export function instantOf({ wall, clock }: CalendarMoment): number {
  return clock.toInstant(wall);
}
