import { join } from 'node:path';
import { app } from 'electron';
import type { LinkRule } from '../core/invites/linkRule.ts';
import { meetingServices } from '../core/invites/meetingServices.ts';
import type { AccountOpeningsParts } from './accounts/accountOpenings.ts';
import type { Clock } from './clock.ts';
import { readMeetings } from './invites/calendarMeetings.ts';
import { CalendarReader } from './invites/calendarReader.ts';
import { services } from './services/registry.ts';

/** What is read of calendar files, whoever has them: one thread reads them all, one after the other. */
export interface CalendarParts {
  readonly reader: CalendarReader;
  /** What Foyer knows of meeting links; a service's own rules come before the table of all others. */
  readonly rules: readonly LinkRule[];
  readonly readCalendar: AccountOpeningsParts['readCalendar'];
}

/** Builds the reader; its thread starts with the first file. */
export function buildCalendarParts(clock: Clock): CalendarParts {
  const rules = [...services.flatMap(({ links }) => links ?? []), ...meetingServices];
  const workerPath = join(app.getAppPath(), 'out/main/calendarWorker.js');
  const reader = new CalendarReader({ clock, workerPath, rules });
  return { reader, rules, readCalendar: (...asked) => readMeetings(reader, ...asked) };
}
