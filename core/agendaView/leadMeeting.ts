import type { Meeting } from '../model/meeting.ts';
import type { CalendarDays } from '../time/calendarDays.ts';
import { agendaEntries } from './agendaEntry.ts';
import { agendaView } from './agendaView.ts';

/** A meeting without a length still leads for as long as it is shown. */
const pointLength = 5 * 60_000;
/** What leads is among the first. */
const mostLooked = 500;

/** The meeting that the window shows first: what "join next" means everywhere. `meetings` are ordered by start. */
export function leadMeeting(
  meetings: readonly Meeting[],
  now: number,
  calendar: CalendarDays,
  hiddenKeys: readonly string[] = [],
): Meeting | undefined {
  const earliest = new Date(now - pointLength).toISOString();
  const ahead = meetings.filter(({ end }) => end >= earliest).slice(0, mostLooked);
  const { lead } = agendaView(agendaEntries(ahead), now, calendar, new Set(hiddenKeys));
  return lead.kind === 'nothing' ? undefined : lead.entry.meeting;
}
