/** Milliseconds. */
export const minute = 60_000;

/** Milliseconds. */
export const halfHour = 30 * minute;

/** Days of an office week in this machine's time zone. */
export interface OfficeDays {
  /** A local time so many days after today, as an instant. */
  readonly at: (daysAhead: number, hour: number, minutes: number) => number;
  /** Days from today to the first, second and third working day after tomorrow. */
  readonly later: readonly [number, number, number];
}

/** The days as seen at `now`, milliseconds since the epoch. */
export function officeDays(now: number): OfficeDays {
  const today = new Date(now);
  const dayAfter = (days: number) => new Date(today.getFullYear(), today.getMonth(), today.getDate() + days);
  const isWorkingDay = (days: number) => ![0, 6].includes(dayAfter(days).getDay());
  const [first = 2, second = 3, third = 4] = [2, 3, 4, 5, 6].filter(isWorkingDay);
  return {
    at: (daysAhead, hour, minutes) => {
      const day = dayAfter(daysAhead);
      day.setHours(hour, minutes);
      return day.getTime();
    },
    later: [first, second, third],
  };
}

/** At that time today if it is a while away, else so many half hours from now, else — late in the day — tomorrow. */
export function laterToday(
  mark: number,
  days: OfficeDays,
  hour: number,
  minutes: number,
  halfHoursAhead: number,
): number {
  const planned = days.at(0, hour, minutes);
  if (planned >= mark + 75 * minute) return planned;
  const postponed = (Math.ceil(mark / halfHour) + halfHoursAhead) * halfHour;
  return postponed <= days.at(0, 18, 30) ? postponed : days.at(1, hour, minutes);
}
