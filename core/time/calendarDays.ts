/** One day of a calendar in one time zone: its length follows the zone's changes of clock. */
export interface CalendarDay {
  /** "2026-04-14". */
  readonly date: string;
  /** First instant of the day, ms since the epoch. */
  readonly startsAt: number;
  /** First instant of the next day. */
  readonly endsAt: number;
}

/** Finds the day an instant belongs to. */
export interface CalendarDays {
  dayOf(instant: number): CalendarDay;
}

const minute = 60_000;
// Longer than any day: 25 hours at a change of clock, 24 and some where a zone was moved.
const longestDay = 27 * 60 * minute;

/**
 * The calendar of one time zone. Days are found once and kept: asking for ten thousand meetings of one week costs ten
 * thousand comparisons and seven searches.
 */
export function createCalendarDays(timeZone: string): CalendarDays {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const known: CalendarDay[] = [];
  let latest: CalendarDay | undefined;
  return {
    dayOf(instant) {
      if (latest === undefined || !contains(latest, instant)) {
        latest = known.find((day) => contains(day, instant));
        if (latest === undefined) {
          latest = findDay(format, instant);
          known.push(latest);
        }
      }
      return latest;
    },
  };
}

/** How many midnights lie between two days: 0 for the same, 1 for the next. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((Date.parse(`${to.date}T00:00:00Z`) - Date.parse(`${from.date}T00:00:00Z`)) / (24 * 60 * minute));
}

function contains(day: CalendarDay, instant: number): boolean {
  return day.startsAt <= instant && instant < day.endsAt;
}

function findDay(format: Intl.DateTimeFormat, instant: number): CalendarDay {
  const date = format.format(instant);
  const isThisDay = (time: number): boolean => format.format(time) === date;
  const base = Math.floor(instant / minute) * minute;
  return {
    date,
    startsAt: base - (firstMinute((minutes) => !isThisDay(base - minutes * minute)) - 1) * minute,
    endsAt: base + firstMinute((minutes) => !isThisDay(base + minutes * minute)) * minute,
  };
}

/** The smallest number of minutes, up to the longest day, for which the test holds; it must hold from there on. */
function firstMinute(test: (minutes: number) => boolean): number {
  let low = 1;
  let high = longestDay / minute;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (test(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
