import { type AgendaDay, agendaDays } from '../../core/agendaView/agendaDays.ts';
import { type AgendaEntry, agendaEntries } from '../../core/agendaView/agendaEntry.ts';
import { type AgendaView, agendaView } from '../../core/agendaView/agendaView.ts';
import { createOverlapFinder, type Overlap } from '../../core/agendaView/overlaps.ts';
import { createMeetingSearch } from '../../core/agendaView/searchMeetings.ts';
import type { AccountView } from '../../core/model/account.ts';
import { createCalendarDays } from '../../core/time/calendarDays.ts';
import { createTimeFormat, type TimeFormat } from '../../core/time/timeFormat.ts';
import {
  type AgendaWindowState,
  agendaAccounts,
  selectAccounts,
  selectMeetings,
  selectReminders,
  selectServices,
  useAgendaStore,
} from './agendaStore.ts';

/** A line of the list: a day's name, or a meeting. */
export type ListRow =
  | { readonly kind: 'day'; readonly key: string; readonly day: AgendaDay }
  | { readonly kind: 'meeting'; readonly key: string; readonly entry: AgendaEntry };

const calendarOf = lastOnly(createCalendarDays);
const entriesOf = lastOnly(agendaEntries);
const viewOf = lastOnly(agendaView);
const keySetOf = lastOnly((keys: readonly string[]): ReadonlySet<string> => new Set(keys));
const overlapFinderOf = lastOnly(createOverlapFinder);
const rowsOf = lastOnly(toRows);
const searchOf = lastOnly((entries: readonly AgendaEntry[], accounts: readonly AccountView[]) =>
  createMeetingSearch(entries, (accountId) => accounts.find((account) => account.id === accountId)?.name ?? ''),
);
const foundDaysOf = lastOnly(
  (entries: readonly AgendaEntry[], accounts: readonly AccountView[], query: string, now: number, timeZone: string) =>
    agendaDays(
      searchOf(entries, accounts)
        .find(query)
        .filter((entry) => entry.endsAt > now),
      now,
      calendarOf(timeZone),
    ),
);
const timeFormatOf = lastOnly((locale: string, isTwelveHour: boolean | undefined, timeZone: string) =>
  createTimeFormat({ locale, isTwelveHour, timeZone }),
);

/** The agenda as it is laid out in a state of the window. */
export function selectView(state: AgendaWindowState): AgendaView {
  const hidden = keySetOf(selectReminders(state).hiddenKeys);
  return viewOf(entriesOf(selectMeetings(state)), state.now, calendarOf(state.timeZone), hidden);
}

/** The lines of the list: the days after what leads, or what a search finds. */
export function selectRows(state: AgendaWindowState): readonly ListRow[] {
  const { now, timeZone, query } = state;
  if (query === null || query.trim() === '') {
    return rowsOf(selectView(state).days);
  }
  return rowsOf(foundDaysOf(entriesOf(selectMeetings(state)), selectAccounts(state), query, now, timeZone));
}

/** See {@link createOverlapFinder}. */
export function useOverlap(entry: AgendaEntry): Overlap | null {
  const findOverlap = useAgendaStore((state) => overlapFinderOf(entriesOf(selectMeetings(state))));
  const now = useAgendaStore((state) => state.now);
  return findOverlap(entry, now);
}

/** How times and days are written. */
export function selectTimeFormat({ foyer, timeZone }: AgendaWindowState): TimeFormat {
  return timeFormatOf(foyer?.environment.locale ?? navigator.language, foyer?.environment.isTwelveHour, timeZone);
}

/** See {@link selectTimeFormat}. */
export function useTimeFormat(): TimeFormat {
  return useAgendaStore(selectTimeFormat);
}

/** The name of the room a meeting belongs to; only where there are several to tell apart. */
export function useRoomName(accountId: string): string {
  return useAgendaStore((state) => {
    const accounts = agendaAccounts(selectAccounts(state), selectServices(state));
    return accounts.length > 1 ? (accounts.find((account) => account.id === accountId)?.name ?? '') : '';
  });
}

function toRows(days: readonly AgendaDay[]): readonly ListRow[] {
  const rows: ListRow[] = [];
  for (const day of days) {
    rows.push({ kind: 'day', key: day.day.date, day });
    for (const entry of day.entries) {
      rows.push({ kind: 'meeting', key: entry.meeting.key, entry });
    }
  }
  return rows;
}

/** Remembers the last result: all of a window asks for the same layout, many times between two changes. */
export function lastOnly<Arguments extends readonly unknown[], Result>(
  compute: (...values: Arguments) => Result,
): (...values: Arguments) => Result {
  let last: { readonly values: Arguments; readonly result: Result } | undefined;
  return (...values) => {
    if (last === undefined || values.some((value, index) => value !== last?.values[index])) {
      last = { values, result: compute(...values) };
    }
    return last.result;
  };
}
