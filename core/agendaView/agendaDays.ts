import { type CalendarDay, type CalendarDays, daysBetween } from '../time/calendarDays.ts';
import type { AgendaEntry } from './agendaEntry.ts';

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
  const days: { day: CalendarDay; daysAhead: number; entries: AgendaEntry[] }[] = [];
  for (const entry of entries) {
    const day = calendar.dayOf(Math.max(entry.startsAt, today.startsAt));
    const latest = days.at(-1);
    if (latest?.day.date === day.date) {
      latest.entries.push(entry);
    } else {
      days.push({ day, daysAhead: daysBetween(today, day), entries: [entry] });
    }
  }
  return days;
}
