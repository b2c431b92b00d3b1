import type { Meeting } from '../model/meeting.ts';

const minute = 60_000;
// A meeting that ends as it starts (an answer without a proper end) would be gone the moment it is due.
const pointLength = 5 * minute;

/** A meeting with its times as numbers, since rules compare them again and again. */
export interface AgendaEntry {
  readonly meeting: Meeting;
  /** Start and end in ms since the epoch; the end is always later. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Reading times takes longest of all that is done with a long agenda, and a meeting never changes. */
const known = new WeakMap<Meeting, AgendaEntry>();

/** Reads the times of meetings, of each but once. */
export function agendaEntries(meetings: readonly Meeting[]): readonly AgendaEntry[] {
  return meetings.map((meeting) => known.get(meeting) ?? readEntry(meeting));
}

function readEntry(meeting: Meeting): AgendaEntry {
  const startsAt = Date.parse(meeting.start);
  const end = Date.parse(meeting.end);
  const entry = { meeting, startsAt, endsAt: end > startsAt ? end : startsAt + pointLength };
  known.set(meeting, entry);
  return entry;
}

/** Whether there is something to join by. */
export function isJoinable({ meeting }: Pick<AgendaEntry, 'meeting'>): boolean {
  return meeting.address !== null;
}

/** Whether it is going on. */
export function isRunning(entry: AgendaEntry, now: number): boolean {
  return entry.startsAt <= now && now < entry.endsAt;
}

/** Whether Join is lit: it runs, or starts within a quarter of an hour. */
export function isSoon(entry: AgendaEntry, now: number): boolean {
  return entry.startsAt - now <= 15 * minute && now < entry.endsAt;
}
