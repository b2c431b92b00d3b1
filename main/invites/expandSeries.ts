import ical from 'ical.js';
import type { CalendarEvent } from './calendarEvent.ts';
import { type CalendarMoment, instantOf, readMoment } from './calendarMoment.ts';

/** The part of time that occurrences are wanted of, ms since 1970. */
export interface OccurrenceWindow {
  readonly from: number;
  readonly to: number;
  /** What is later counts too: a meeting whenever it is, and of a series that has nothing before `to` its next one. */
  readonly isOpen: boolean;
}

/** One time at which an event takes place. */
export interface Occurrence {
  readonly event: CalendarEvent;
  /** Ms since 1970. */
  readonly start: number;
  readonly end: number;
}

const day = 86_400_000;
/** Steps that a rule may take for one series; one that needs more has too many meetings to be of use to anybody. */
const mostSteps = 50_000;
/** How far ahead of the window the next occurrence of a series is looked for. */
const farthest = 5 * 366 * day;
const mostOccurrences = 2_000;
/** ical.js walks through a longer one day by day. */
const longestInterval = 10_000;

/**
 * When the events of one id take place: the series with its changed, added, excluded and cancelled occurrences. Ordered
 * by start; only those that are not over when the window begins. Total, and bounded for every rule.
 */
export function expandSeries(events: readonly CalendarEvent[], window: OccurrenceWindow): readonly Occurrence[] {
  const main = events.find(({ recurrenceId }) => recurrenceId === null);
  const changes = events.filter(({ recurrenceId }) => recurrenceId !== null);
  const changed = new Map(changes.map((event) => [event.recurrenceId, event] as const));
  const later = changes
    .filter(({ isAndFuture }) => isAndFuture)
    .toSorted((a, b) => (a.recurrenceId ?? 0) - (b.recurrenceId ?? 0));
  const regular = main === undefined || !takesPlace(main) ? [] : startsOf(main, window);
  const found = [
    ...regular.filter((start) => !changed.has(start)).flatMap((start) => occurrenceAt(start, main, later) ?? []),
    ...changes.filter(takesPlace).map((event) => occurrence(event, instantOf(event.start))),
  ];
  return withinWindow(found, window);
}

function takesPlace({ isCancelled, start }: CalendarEvent): boolean {
  return !isCancelled && !start.isDate;
}

function occurrence(event: CalendarEvent, start: number): Occurrence {
  return { event, start, end: start + event.length };
}

/** What takes place at a start that the series leads to: a change that holds from earlier on moves it. */
function occurrenceAt(
  start: number,
  main: CalendarEvent | undefined,
  later: readonly CalendarEvent[],
): Occurrence | null {
  const change = later.findLast(({ recurrenceId }) => (recurrenceId ?? 0) < start);
  if (change === undefined) {
    return main === undefined ? null : occurrence(main, start);
  }
  const moved = start + instantOf(change.start) - (change.recurrenceId ?? 0);
  return change.isCancelled ? null : occurrence(change, moved);
}

function withinWindow(found: readonly Occurrence[], window: OccurrenceWindow): readonly Occurrence[] {
  const ahead = found
    .filter(({ start, end }) => Math.max(end, start + 1) > window.from)
    .toSorted((a, b) => a.start - b.start)
    .slice(0, mostOccurrences);
  const soon = ahead.filter(({ start }) => start < window.to);
  return soon.length > 0 || !window.isOpen ? soon : ahead.slice(0, 1);
}

/** The starts of a meeting or series, none twice, without the excluded ones. */
function startsOf(event: CalendarEvent, window: OccurrenceWindow): readonly number[] {
  const excluded = new Set(event.excludedDates.filter(({ isDate }) => !isDate).map(instantOf));
  // Some programs exclude whole days.
  const excludedDays = new Set(
    event.excludedDates.filter(({ isDate }) => isDate).map(({ wall }) => Math.floor(wall / day)),
  );
  const isKept = (wall: number, instant: number): boolean =>
    !excluded.has(instant) && !excludedDays.has(Math.floor(wall / day));
  const starts = new Set<number>();
  const single = [event.start, ...event.addedDates.filter(({ isDate }) => !isDate)];
  for (const moment of single) {
    const instant = instantOf(moment);
    if (isKept(moment.wall, instant)) {
      starts.add(instant);
    }
  }
  for (const wall of event.rule === null ? [] : wallsByRule(event, event.rule, window)) {
    const instant = event.start.clock.toInstant(wall);
    if (isKept(wall, instant)) {
      starts.add(instant);
    }
  }
  return [...starts];
}

/** The wall times that a rule leads to, from shortly before the window to its end, or to the next one behind it. */
function wallsByRule(event: CalendarEvent, text: string, window: OccurrenceWindow): readonly number[] {
  const walls: number[] = [];
  try {
    const rule = ical.Recur.fromString(text);
    if (rule.interval > longestInterval) {
      return [];
    }
    const until = untilOf(text, event.start);
    // The iterator would compare times of different zones.
    rule.until = null;
    const from = window.from - event.length - 2 * day;
    const iterator = rule.iterator(toTime(forwarded(event.start.wall, rule, from)));
    boundSteps(iterator, window.to + farthest);
    const taken = { ahead: 0 };
    for (let next = iterator.next(); next !== null && next !== undefined; next = iterator.next()) {
      const wall = Date.UTC(next.year, next.month - 1, next.day, next.hour, next.minute, next.second);
      if (wall < from) {
        continue;
      }
      const instant = event.start.clock.toInstant(wall);
      if (instant > until || walls.length >= mostOccurrences || isEnough(instant, window, taken)) {
        break;
      }
      walls.push(wall);
    }
  } catch {
    // No rule, or one that leads nowhere: what it led to so far is all there is.
  }
  return walls;
}

/** Behind the window a few are looked at, since some of them may be excluded or moved. */
function isEnough(instant: number, { to, isOpen }: OccurrenceWindow, taken: { ahead: number }): boolean {
  if (instant < to) {
    return false;
  }
  taken.ahead += 1;
  return !isOpen || taken.ahead > 50;
}

interface Bounded {
  readonly last: { readonly year: number };
  check_contracting_rules(): boolean;
}

/** A rule may fit no day at all and be searched for ever; this ends the search by an error. */
function boundSteps(iterator: Bounded, latest: number): void {
  const lastYear = new Date(Math.min(latest, 8e15)).getUTCFullYear();
  const check = iterator.check_contracting_rules.bind(iterator);
  let steps = 0;
  iterator.check_contracting_rules = () => {
    steps += 1;
    if (steps > mostSteps || iterator.last.year > lastYear) {
      throw new RangeError('the rule leads nowhere');
    }
    return check();
  };
}

const periods: Readonly<Record<string, number>> = {
  SECONDLY: 1_000,
  MINUTELY: 60_000,
  HOURLY: 3_600_000,
  DAILY: day,
  WEEKLY: 7 * day,
};

/**
 * A series that began long ago is taken up shortly before the window: whole periods later, its rule leads to the same
 * times, unless it counts them. (Of months and years, few have gone by.)
 */
function forwarded(wall: number, rule: ical.Recur, from: number): number {
  const period = (periods[rule.freq] ?? 0) * Math.max(1, rule.interval);
  const ahead = period === 0 || rule.count ? 0 : Math.floor((from - period - wall) / period);
  return ahead > 0 ? wall + ahead * period : wall;
}

function untilOf(rule: string, start: CalendarMoment): number {
  const [, text] = /(?:^|;)UNTIL=([0-9TZ]+)/i.exec(rule) ?? [];
  const until = text === undefined ? null : readMoment(text.toUpperCase(), null, () => start.clock);
  if (until === null) {
    return Number.POSITIVE_INFINITY;
  }
  return instantOf(until) + (until.isDate ? day - 1 : 0);
}

function toTime(wall: number): ical.Time {
  const date = new Date(wall);
  return ical.Time.fromData({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    isDate: false,
  });
}
