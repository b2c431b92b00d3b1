import { type AgendaEntry, isRunning } from '../../core/agendaView/agendaEntry.ts';
import { type TrayInput, trayEntries, trayTitle } from './trayInput.ts';
import { type TrayItem, trayMenu } from './trayMenu.ts';

/** What the icon says at a glance. */
export type TrayMark = 'idle' | 'soon' | 'now' | 'problem';

/** Everything the tray shows. */
export interface TrayModel {
  readonly mark: TrayMark;
  /** Whole minutes to the next meeting that the icon shows, 1 to 15; null where it shows none. */
  readonly minutes: number | null;
  /** What stands beside the icon where there is a place for text; empty for nothing. */
  readonly title: string;
  readonly tooltip: string;
  /** Groups of the menu, to be drawn with a line between them. */
  readonly groups: readonly (readonly TrayItem[])[];
}

const minute = 60_000;
/** From when on the minutes are in the icon, and from when on they are beside it. */
const soonLead = 15 * minute;
const titleLead = 60 * minute;
/** So long after its start a meeting is the one to be joined (see `agendaView`). */
const justStarted = 5 * minute;

/** Draws the tray: the running and the next meetings to join, what else is quickly done, and the ways into the program. */
export function trayModel(input: TrayInput): TrayModel {
  const { now, hasText, translate } = input;
  const entries = trayEntries(input);
  const minutesAhead = minutesToNext(entries, now);
  const isSoon = minutesAhead !== null && minutesAhead <= soonLead / minute;
  const hasTitle = hasText && minutesAhead !== null && minutesAhead <= titleLead / minute;
  return {
    mark: isSoon ? 'soon' : markOf(entries, input),
    minutes: isSoon && !hasText ? minutesAhead : null,
    title: hasTitle ? translate('shell:tray.minutes', { minutes: minutesAhead }) : '',
    tooltip: tooltipOf(entries, input),
    groups: trayMenu(entries, input),
  };
}

/**
 * When the tray looks different without any news; ms since 1970, or null. Minutes count only while they are shown: all else
 * changes a few times a day.
 */
export function trayChangesAt(input: TrayInput): number | null {
  const { now, calendar, hasText, quietUntil } = input;
  const entries = trayEntries(input);
  const instants = entries.flatMap(({ startsAt, endsAt }) => [
    startsAt - titleLead,
    startsAt - soonLead,
    startsAt,
    startsAt + justStarted,
    endsAt,
  ]);
  const minutesAhead = minutesToNext(entries, now);
  const next = nextEntry(entries, now);
  if (next !== undefined && minutesAhead !== null && minutesAhead <= (hasText ? titleLead : soonLead) / minute) {
    instants.push(next.startsAt - (minutesAhead - 1) * minute);
  }
  const midnights = entries.length === 0 ? [] : [calendar.dayOf(now).endsAt];
  const ahead = [...instants, ...midnights, quietUntil ?? 0].filter((instant) => instant > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

function nextEntry(entries: readonly AgendaEntry[], now: number): AgendaEntry | undefined {
  return entries.find(({ startsAt }) => startsAt > now);
}

/** Whole minutes until the next start, rounded up, so that there is always one left. */
function minutesToNext(entries: readonly AgendaEntry[], now: number): number | null {
  const next = nextEntry(entries, now);
  return next === undefined ? null : Math.ceil((next.startsAt - now) / minute);
}

/** A meeting that is about to start matters more than anything; the menu says the rest. */
function markOf(entries: readonly AgendaEntry[], { accounts, now }: TrayInput): TrayMark {
  if (accounts.some(({ status }) => status.kind === 'refused' || status.kind === 'secretLost')) {
    return 'problem';
  }
  return entries.some((entry) => isRunning(entry, now)) ? 'now' : 'idle';
}

/** Without minutes: on Linux, every change of it has the panel build its menu anew, which may be open. */
function tooltipOf(entries: readonly AgendaEntry[], input: TrayInput): string {
  const { accounts, services, now, translate } = input;
  const shown = nextEntry(entries, now) ?? entries[0];
  const text = shown === undefined ? translate('shell:tray.tooltipNone') : describe(shown, input);
  const listing = accounts.filter(({ serviceId }) =>
    services.some(({ id, hasAgenda }) => id === serviceId && hasAgenda),
  );
  const isStale = listing.some(({ status }) => status.kind !== 'current' && status.kind !== 'waiting');
  return isStale ? translate('shell:tray.tooltipTrouble', { text }) : text;
}

function describe(entry: AgendaEntry, input: TrayInput): string {
  const { now, calendar, format, translate } = input;
  const subject = trayTitle(entry.meeting, input);
  if (isRunning(entry, now)) {
    return translate('shell:tray.tooltipRunning', { subject, time: format.formatTime(entry.endsAt) });
  }
  const { startsAt } = entry;
  const isToday = calendar.dayOf(startsAt).date === calendar.dayOf(now).date;
  const time = format.formatTime(startsAt);
  return translate('shell:tray.tooltipNext', {
    subject,
    time: isToday ? time : `${format.formatWeekday(startsAt)} ${time}`,
  });
}
