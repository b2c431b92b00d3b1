import { type CalendarDays, daysBetween } from '../time/calendarDays.ts';
import { type AgendaDay, agendaDays } from './agendaDays.ts';
import { type AgendaEntry, isJoinable } from './agendaEntry.ts';
import { firstIndex } from './firstIndex.ts';

const minute = 60_000;
const dueWithin = 60 * minute;
// Whoever is a few minutes late must not find another meeting under the button they are about to press.
const justStartedWithin = 5 * minute;
// More would leave no room for the list, where the rest of them is.
const mostBesideLead = 2;

/** The one big thing of the agenda. */
export type AgendaLead =
  /** A meeting is due within the hour. */
  | { readonly kind: 'next'; readonly entry: AgendaEntry }
  /** A meeting has just started, or runs while nothing else is due. */
  | { readonly kind: 'running'; readonly entry: AgendaEntry }
  /** Nothing until this one later today; it is also in its day's list. */
  | { readonly kind: 'free'; readonly entry: AgendaEntry }
  /** Nothing more today; this one is the first of another day, and in that day's list. */
  | { readonly kind: 'freeToday'; readonly entry: AgendaEntry; readonly daysAhead: number }
  | { readonly kind: 'nothing' };

/** The agenda as it is laid out at one moment: every meeting that is not over has exactly one place. */
export interface AgendaView {
  readonly lead: AgendaLead;
  /** Others that start together with the one that leads: as ready to be joined as it is. */
  readonly alongside: readonly AgendaEntry[];
  /** Running while another one leads. */
  readonly running: readonly AgendaEntry[];
  readonly days: readonly AgendaDay[];
}

const nothingHidden: ReadonlySet<string> = new Set();

/**
 * Lays out an agenda. Meetings whose keys are hidden stay in the list of their day. The next meeting leads when it is due within the hour, unless one has just started; otherwise the
 * running one leads; otherwise the time that is free. `entries` are ordered by start.
 */
export function agendaView(
  entries: readonly AgendaEntry[],
  now: number,
  calendar: CalendarDays,
  hiddenKeys = nothingHidden,
): AgendaView {
  const ahead = entries.filter((entry) => entry.endsAt > now);
  const wanted = hiddenKeys.size === 0 ? ahead : ahead.filter(({ meeting }) => !hiddenKeys.has(meeting.key));
  // In a list ordered by start, what has begun comes first.
  const running = wanted.slice(0, indexAfter(wanted, now));
  const next = firstToJoin(wanted, now);
  const lead = chooseLead(running, next, now, calendar);
  const leading = lead.kind === 'next' || lead.kind === 'running' ? lead.entry : undefined;
  const alongside = lead.kind === 'next' ? othersAtStart(wanted, lead.entry) : [];
  const beside = running.filter((entry) => entry !== leading).slice(0, mostBesideLead);
  const placed = [leading, ...alongside, ...beside];
  return {
    lead,
    alongside,
    running: beside,
    days: agendaDays(
      ahead.filter((entry) => !placed.includes(entry)),
      now,
      calendar,
    ),
  };
}

/** Instants at which the layout or a countdown of it changes. */
export function instantsToWatch(view: AgendaView, now: number): readonly number[] {
  const leading = view.lead.kind === 'nothing' ? [] : [view.lead.entry];
  return [...leading, ...view.alongside, ...view.running]
    .flatMap((entry) => [entry.startsAt, entry.endsAt])
    .filter((instant) => instant > now);
}

function chooseLead(
  running: readonly AgendaEntry[],
  next: AgendaEntry | undefined,
  now: number,
  calendar: CalendarDays,
): AgendaLead {
  const current = latestToJoin(running);
  if (current !== undefined && now - current.startsAt < justStartedWithin) {
    return { kind: 'running', entry: current };
  }
  if (next !== undefined && next.startsAt - now <= dueWithin) {
    return { kind: 'next', entry: next };
  }
  if (current !== undefined) {
    return { kind: 'running', entry: current };
  }
  if (next === undefined) {
    return { kind: 'nothing' };
  }
  const daysAhead = daysBetween(calendar.dayOf(now), calendar.dayOf(next.startsAt));
  return daysAhead === 0 ? { kind: 'free', entry: next } : { kind: 'freeToday', entry: next, daysAhead };
}

/** The first to start; of those that start together, one that can be joined. */
function firstToJoin(ahead: readonly AgendaEntry[], now: number): AgendaEntry | undefined {
  const first = ahead.find((entry) => entry.startsAt > now);
  return ahead.find((entry) => entry.startsAt === first?.startsAt && isJoinable(entry)) ?? first;
}

/** The last to have started, one that can be joined before one that cannot; of those that started together, the first. */
function latestToJoin(running: readonly AgendaEntry[]): AgendaEntry | undefined {
  const latest = running.findLast(isJoinable) ?? running.at(-1);
  return running.find((entry) => entry.startsAt === latest?.startsAt && isJoinable(entry)) ?? latest;
}

function othersAtStart(ahead: readonly AgendaEntry[], leading: AgendaEntry): readonly AgendaEntry[] {
  return ahead
    .slice(0, indexAfter(ahead, leading.startsAt))
    .filter((entry) => entry !== leading && entry.startsAt === leading.startsAt && isJoinable(entry))
    .slice(0, mostBesideLead);
}

/** The index of the first entry that starts after an instant. */
function indexAfter(ahead: readonly AgendaEntry[], instant: number): number {
  return firstIndex(ahead.length, (index) => (ahead[index]?.startsAt ?? instant) > instant);
}
