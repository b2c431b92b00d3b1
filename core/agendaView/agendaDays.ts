import { type CalendarDay, type CalendarDays, daysBetween } from '../time/calendarDays.ts';
import type { AgendaEntry } from './agendaEntry.ts';
import { firstIndex } from './firstIndex.ts';

/** The meetings of one day, as a group of a list. */
export interface AgendaDay {
  readonly day: CalendarDay;
  /** 0 today, 1 tomorrow. */
  readonly daysAhead: number;
  readonly entries: readonly AgendaEntry[];
}

/** Groups entries, ordered by start, by day. What began before today and still runs is listed today. */
export function agendaDays(entries: readonly AgendaEntry[], now: number, calendar: CalendarDays): readonly AgendaDay[] {
  const today = calendar.dayOf(now);
  const days: AgendaDay[] = [];
  for (let from = 0; from < entries.length; ) {
    const day = calendar.dayOf(Math.max(startOf(entries, from), today.startsAt));
    const to = firstIndex(entries.length, (index) => startOf(entries, index) >= day.endsAt);
    days.push({ day, daysAhead: daysBetween(today, day), entries: entries.slice(from, to) });
    from = to;
  }
  return days;
}

function startOf(entries: readonly AgendaEntry[], index: number): number {
  return entries[index]?.startsAt ?? Number.POSITIVE_INFINITY;
}
