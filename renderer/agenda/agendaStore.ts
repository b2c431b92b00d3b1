import { create } from 'zustand';
import type { AccountView, FieldProblem } from '../../core/model/account.ts';
import type { AgendaSlice, FoyerState, StateChange } from '../../core/model/foyerState.ts';
import { noReminders, type RemindersSlice } from '../../core/model/reminder.ts';
import type { RoomsSlice } from '../../core/model/room.ts';
import type { MeetingSummary, ScheduledDetails } from '../../core/model/schedule.ts';
import type { SettingSection } from '../../core/model/setting.ts';
import type { WayInView } from '../../core/model/wayIn.ts';
import type { JoinResult } from '../../preload/channels.ts';

/** What came of the latest press on Join; shown beside it. */
export interface JoinFeedback {
  readonly meetingKey: string;
  readonly result: JoinResult | { readonly kind: 'opening' } | { readonly kind: 'failed' };
}

/** Where in the list the keyboard is. A row has up to three stops: the meeting, Join, and More. */
export interface ListPosition {
  readonly meetingKey: string;
  readonly stop: number;
}

/** What is open over the agenda. */
export type OpenDialog =
  | { readonly kind: 'keys' }
  | { readonly kind: 'health' }
  /** The field for a link. */
  | { readonly kind: 'link' }
  /** The page of settings: a section of it, or (null) where it begins; in services, the form of an account if it is given. */
  | { readonly kind: 'settings'; readonly section: SettingSection | null; readonly editAccountId: string | null }
  /** All rooms, also those that are over; with those that an account's service has already, if it is given. */
  | { readonly kind: 'rooms'; readonly findingFor: string | null }
  /** What may be said about a new room of an account; with what was wrong with it, after a try. */
  | { readonly kind: 'newRoom'; readonly accountId: string; readonly problems: readonly FieldProblem[] }
  /** The form for a meeting to be scheduled or changed. */
  | { readonly kind: 'schedule' }
  /** All that a service has of a meeting. */
  | ({ readonly kind: 'meeting' } & MeetingDialog);

/** See {@link OpenDialog}. */
export interface MeetingDialog {
  readonly accountId: string;
  readonly meetingId: string;
  readonly summary: MeetingSummary;
  /** What is known already. */
  readonly given: ScheduledDetails | null;
  /** What was just done with it, to be said; empty for nothing. */
  readonly said: string;
  /** Whether it waits for a word on being cancelled. */
  readonly isAskedToCancel: boolean;
}

/** What is open beside something, and what it was opened from. */
export type OpenMenu = { readonly anchor: HTMLElement } & (
  | { readonly kind: 'ways'; readonly meetingKey: string }
  | { readonly kind: 'room'; readonly roomKey: string }
  | { readonly kind: 'newRoom' }
);

/** A copy of main's state, and what only this window knows. */
export interface AgendaWindowState {
  /** Null until the first answer. */
  readonly foyer: FoyerState | null;
  /** The moment that is drawn, ms since the epoch. */
  readonly now: number;
  readonly timeZone: string;
  /** Whether the first agenda is on the screen: from then on there is time for the rest. */
  readonly isPainted: boolean;
  readonly position: ListPosition | null;
  /** Counts up when the keyboard moves in the list, so that the focus follows; a mere refresh leaves it alone. */
  readonly focusRequests: number;
  /** What is searched for; null while the search is closed. */
  readonly query: string | null;
  readonly dialog: OpenDialog | null;
  readonly menu: OpenMenu | null;
  readonly join: JoinFeedback | null;
  /** Meetings that were joined from this window. */
  readonly joinedKeys: ReadonlySet<string>;
  /** The ways into the leading meeting. */
  readonly leadWays: { readonly meetingKey: string; readonly ways: readonly WayInView[] } | null;
  /** What screen readers are told next. */
  readonly announcement: string;
  /** Said in the header for a moment, after a refresh that was not possible. */
  readonly refreshNote: string | null;
  /** Hidden titles are shown for a moment. */
  readonly isPeeking: boolean;
  /** The notice on memory-only secrets was put aside, until the next start. */
  readonly isKeyringNoticeDismissed: boolean;
}

/** The one store of this window. */
export const useAgendaStore = create<AgendaWindowState>(() => ({
  foyer: null,
  now: Date.now(),
  timeZone: systemTimeZone(),
  isPainted: false,
  position: null,
  focusRequests: 0,
  query: null,
  dialog: null,
  menu: null,
  join: null,
  joinedKeys: new Set(),
  leadWays: null,
  announcement: '',
  refreshNote: null,
  isPeeking: false,
  isKeyringNoticeDismissed: false,
}));

/** Takes over one slice that main has replaced. A new agenda is laid out for the moment it comes, not for the last tick. */
export function replaceSlice({ slice, value }: StateChange): void {
  useAgendaStore.setState(({ foyer, now }) => ({
    foyer: foyer === null ? null : { ...foyer, [slice]: value },
    now: slice === 'agenda' ? Date.now() : now,
  }));
}

/** The system's time zone now: it changes when the machine travels. */
export function systemTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const noAccounts: FoyerState['accounts'] = [];
const noServices: FoyerState['services'] = [];
const noMeetings: AgendaSlice['meetings'] = [];
const noChanges: AgendaSlice['changes'] = [];
const noRooms: RoomsSlice = { hostAccountIds: [], rooms: [], openingFor: null };

/** The accounts; none before the first answer. */
export const selectAccounts = ({ foyer }: AgendaWindowState): FoyerState['accounts'] => foyer?.accounts ?? noAccounts;
/** The services that can be connected. */
export const selectServices = ({ foyer }: AgendaWindowState): FoyerState['services'] => foyer?.services ?? noServices;
/** All meetings, ordered by start. */
export const selectMeetings = ({ foyer }: AgendaWindowState): AgendaSlice['meetings'] =>
  foyer?.agenda.meetings ?? noMeetings;
/** What happened to meetings of late. */
export const selectChanges = ({ foyer }: AgendaWindowState): AgendaSlice['changes'] =>
  foyer?.agenda.changes ?? noChanges;
/** The marks that people set on meetings, and quiet. */
export const selectReminders = ({ foyer }: AgendaWindowState): RemindersSlice => foyer?.reminders ?? noReminders;
/** The rooms opened from here, and who can open another. */
export const selectRooms = ({ foyer }: AgendaWindowState): RoomsSlice => foyer?.rooms ?? noRooms;

/** The accounts whose meetings are shown. The array is a new one each time. */
export function agendaAccounts(
  accounts: readonly AccountView[],
  services: FoyerState['services'],
): readonly AccountView[] {
  return accounts.filter(({ serviceId }) => services.some(({ id, hasAgenda }) => id === serviceId && hasAgenda));
}

/** Whether there is an agenda to show; true before the first answer, since most people have one. */
export function selectHasAgenda(state: AgendaWindowState): boolean {
  return state.foyer === null || hasAgenda(state.foyer);
}

/** Whether there is an agenda: of an account, or of invites. */
export function hasAgenda({ accounts, services, agenda }: FoyerState): boolean {
  return agenda.meetings.length > 0 || agendaAccounts(accounts, services).length > 0;
}

/** Whether there is nothing to show yet: no account, and no invite either. */
export function isFirstRun({ accounts, agenda }: FoyerState): boolean {
  return accounts.length === 0 && agenda.meetings.length === 0;
}

/** As {@link isFirstRun}; false before the first answer. */
export function selectIsFirstRun({ foyer }: AgendaWindowState): boolean {
  return foyer !== null && isFirstRun(foyer);
}
