import type { CalendarReading } from '../../main/services/service.ts';

/** Reads calendar files for services that have none. */
export async function noCalendars(): Promise<CalendarReading> {
  return { kind: 'notACalendar' };
}
