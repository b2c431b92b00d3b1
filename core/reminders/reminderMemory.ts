import type { AgendaEntry } from '../agendaView/agendaEntry.ts';
import type { Meeting } from '../model/meeting.ts';
import type { ReminderSnooze, RemindersSlice } from '../model/reminder.ts';

/** What became of one meeting, under its key: another start is another meeting. Instants are ms since 1970. */
export interface RememberedMeeting {
  readonly key: string;
  readonly endsAt: number;
  /** Alerts so many minutes before the start, and all earlier ones, are done with; null before the first. */
  readonly lead: number | null;
  readonly isNudged: boolean;
  /** Its countdown was shown: it is not joined by itself again. */
  readonly isAutoJoinOver: boolean;
  readonly snoozedUntil: number | null;
  /** When it was last joined. */
  readonly joinedAt: number | null;
  readonly isHidden: boolean;
  readonly joinsByItself: boolean;
}

/** What outlives a run, so that nobody is called twice, and nobody not at all. */
export interface ReminderMemory {
  readonly meetings: readonly RememberedMeeting[];
  /** See {@link seriesOf}. */
  readonly autoJoinSeries: readonly string[];
  /** Ms since 1970. */
  readonly quietUntil: number | null;
}

/** Before anything happened. */
export const emptyMemory: ReminderMemory = { meetings: [], autoJoinSeries: [], quietUntil: null };

// Some weeks of meetings. What is oldest goes, whatever the clock says: it may be wrong, and right again later.
const mostMeetings = 500;
const mostSeries = 200;

/** Below that, two moments are the same to people. */
const clearlyLater = 5_000;

/**
 * The series that a meeting belongs to. No service tells, and ids may be different for each occurrence: taken for one are
 * the meetings of an account with the same organizer, subject and address, so that nobody is led elsewhere by a likeness.
 */
export function seriesOf({ accountId, organizerEmail, subject, address }: Meeting): string {
  return JSON.stringify([accountId, organizerEmail, subject, address]);
}

/** Whether a meeting shall be joined by itself. */
export function joinsByItself(
  meeting: Meeting,
  marks: Pick<RemindersSlice, 'autoJoinKeys' | 'autoJoinSeries'>,
): 'never' | 'once' | 'series' {
  if (marks.autoJoinSeries.length > 0 && marks.autoJoinSeries.includes(seriesOf(meeting))) {
    return 'series';
  }
  return marks.autoJoinKeys.includes(meeting.key) ? 'once' : 'never';
}

/** The record of a meeting; a fresh one when there is none. */
export function recordOf(memory: ReminderMemory, { meeting, endsAt }: AgendaEntry): RememberedMeeting {
  return memory.meetings.find(({ key }) => key === meeting.key) ?? freshRecord(meeting.key, endsAt);
}

/** A meeting that nothing is known of. */
export function freshRecord(key: string, endsAt: number): RememberedMeeting {
  return {
    key,
    endsAt,
    lead: null,
    isNudged: false,
    isAutoJoinOver: false,
    snoozedUntil: null,
    joinedAt: null,
    isHidden: false,
    joinsByItself: false,
  };
}

/** Keeps what became of a meeting. */
export function remember(
  memory: ReminderMemory,
  entry: AgendaEntry,
  change: Partial<Omit<RememberedMeeting, 'key' | 'endsAt'>>,
): ReminderMemory {
  const record = { ...recordOf(memory, entry), endsAt: entry.endsAt, ...change };
  const others = memory.meetings.filter(({ key }) => key !== record.key);
  return { ...memory, meetings: prune([...others, record]) };
}

/** Puts the alerts of a meeting off. `now` in ms since 1970. */
export function snooze(memory: ReminderMemory, entry: AgendaEntry, until: ReminderSnooze, now: number): ReminderMemory {
  return remember(memory, entry, { snoozedUntil: snoozeEnd(until, entry, now) });
}

/** The ways to put an alert off that make sense at `now`, shortest first: they end before the meeting does, and apart. */
export function snoozesFor(entry: Pick<AgendaEntry, 'startsAt' | 'endsAt'>, now: number): readonly ReminderSnooze[] {
  const end = (until: ReminderSnooze): number => snoozeEnd(until, entry, now);
  const hasStart = entry.startsAt > now + clearlyLater;
  const isApart = (until: ReminderSnooze): boolean => Math.abs(end(until) - entry.startsAt) > clearlyLater;
  const byLength = (['minute', 'fiveMinutes'] as const).filter((until) => end(until) < entry.endsAt && isApart(until));
  return [...byLength, ...(hasStart ? (['start'] as const) : [])].toSorted((a, b) => end(a) - end(b));
}

/** Marks a meeting, or all of its series, as joined by itself. */
export function setAutoJoin(
  memory: ReminderMemory,
  entry: AgendaEntry,
  which: 'never' | 'once' | 'series',
): ReminderMemory {
  const series = seriesOf(entry.meeting);
  const others = memory.autoJoinSeries.filter((name) => name !== series);
  const marked = remember(memory, entry, { joinsByItself: which === 'once' });
  return { ...marked, autoJoinSeries: which === 'series' ? [...others, series].slice(-mostSeries) : others };
}

/**
 * A hidden meeting that was moved, or cancelled, is not hidden any more should it come back to where it was. `now` in ms
 * since 1970: what is over left the list by itself.
 */
export function forgetMoved(
  memory: ReminderMemory,
  before: readonly Meeting[],
  after: readonly Meeting[],
  now: number,
): ReminderMemory {
  const hidden = memory.meetings.filter(({ isHidden, endsAt }) => isHidden && endsAt > now);
  const gone = hidden.filter(({ key }) => has(before, key) && !has(after, key)).map(({ key }) => key);
  return gone.length === 0
    ? memory
    : { ...memory, meetings: memory.meetings.map((r) => (gone.includes(r.key) ? { ...r, isHidden: false } : r)) };
}

/** What windows draw of it. */
export function viewMemory({ meetings, autoJoinSeries, quietUntil }: ReminderMemory): RemindersSlice {
  return {
    hiddenKeys: meetings.filter(({ isHidden }) => isHidden).map(({ key }) => key),
    autoJoinKeys: meetings.filter((meeting) => meeting.joinsByItself).map(({ key }) => key),
    autoJoinSeries,
    quietUntil: quietUntil === null ? null : new Date(quietUntil).toISOString(),
  };
}

function snoozeEnd(until: ReminderSnooze, { startsAt }: Pick<AgendaEntry, 'startsAt'>, now: number): number {
  switch (until) {
    case 'minute':
      return now + 60_000;
    case 'fiveMinutes':
      return now + 5 * 60_000;
    case 'start':
      return Math.max(startsAt, now);
  }
}

function prune(records: readonly RememberedMeeting[]): readonly RememberedMeeting[] {
  return records.length <= mostMeetings
    ? records
    : records.toSorted((a, b) => a.endsAt - b.endsAt).slice(-mostMeetings);
}

function has(meetings: readonly Meeting[], wanted: string): boolean {
  return meetings.some(({ key }) => key === wanted);
}
