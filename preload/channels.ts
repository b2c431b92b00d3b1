import * as z from 'zod/mini';
import type { ConnectResult } from '../core/model/account.ts';
import type { FoyerState, StateNews } from '../core/model/foyerState.ts';
import type { HealthReport, TestAlert } from '../core/model/health.ts';
import type { JsonText } from '../core/model/jsonText.ts';
import type { RoomCreation, RoomEnding, RoomSearch } from '../core/model/room.ts';
import {
  type Cancellation,
  type FormFacts,
  meetingDraftSchema,
  type ScheduledDetails,
  type SchedulingFailure,
  type SchedulingResult,
} from '../core/model/schedule.ts';
import type { SettingChange, SettingsImport, SettingsPage } from '../core/model/setting.ts';
import { type ShortcutChange, shortcutActions } from '../core/model/shortcuts.ts';
import type { StartAtLogin, StartAtLoginChange } from '../core/model/startAtLogin.ts';
import type { WayInView } from '../core/model/wayIn.ts';
import type { MessageKey } from '../core/texts/catalog.ts';

/** What a press on Join led to. */
export type JoinResult =
  | { readonly kind: 'opened'; readonly label: MessageKey }
  | { readonly kind: 'copied'; readonly text: string }
  /** Nothing was opened; `message` says what is wrong and what to do. */
  | { readonly kind: 'refused'; readonly message: MessageKey };

/** What a press on Refresh led to: a poll now, or the instant (ISO 8601 UTC) from which the services may be asked again. */
export type RefreshResult =
  | { readonly kind: 'started' }
  | { readonly kind: 'limited'; readonly until: string }
  | { readonly kind: 'nothingToRefresh' };

const shortText = z.string().check(z.maxLength(200));
const meetingKey = z.string().check(z.maxLength(2_000));

const hostName = z.string().check(z.maxLength(253));

const nothing = z.strictObject({});
const accountDraft = z.strictObject({
  accountId: z.nullable(shortText),
  serviceId: shortText,
  name: z.string().check(z.maxLength(1_000)),
  fields: z.record(shortText, z.string().check(z.maxLength(10_000))),
});

const roomKey = z.string().check(z.maxLength(500));
const typedFields = z.record(shortText, z.string().check(z.maxLength(10_000)));

const scheduledMeeting = z.strictObject({ accountId: shortText, meetingId: shortText });

/** The type of a channel's answer: there is no value to it. */
function answer<Result>(): { readonly result?: Result } {
  return {};
}

/**
 * Every message from a window to main: one argument with its schema, and the type of the answer. Main checks sender and
 * argument before anything else. A channel without a schema cannot exist.
 */
export const askChannels = {
  getState: { argument: nothing, ...answer<JsonText<FoyerState>>() },
  /** The window has drawn its first agenda: what was put off for it may start. */
  reportPainted: { argument: nothing, ...answer<void>() },
  /** The window saw the network come or go. */
  reportNetwork: { argument: z.strictObject({ isOnline: z.boolean() }), ...answer<void>() },
  refresh: { argument: nothing, ...answer<RefreshResult>() },
  getWaysIn: { argument: z.strictObject({ meetingKey }), ...answer<readonly WayInView[]>() },
  /** `wayId` null takes the preferred way; a chosen one that opens something is remembered for its service. */
  join: { argument: z.strictObject({ meetingKey, wayId: z.nullable(shortText) }), ...answer<JoinResult>() },
  testAccount: { argument: accountDraft, ...answer<ConnectResult>() },
  saveAccount: { argument: accountDraft, ...answer<ConnectResult>() },
  /** Has a person sign in with their browser, and keeps the account if they did. Waits as long as they take. */
  signIn: { argument: accountDraft, ...answer<ConnectResult>() },
  cancelSignIn: { argument: nothing, ...answer<void>() },
  /** Copies the address of the page to sign in on. False when there is no sign-in. */
  copySignInAddress: { argument: nothing, ...answer<boolean>() },
  removeAccount: { argument: z.strictObject({ accountId: shortText }), ...answer<void>() },
  allowPlaintextSecrets: { argument: z.strictObject({ isAllowed: z.boolean() }), ...answer<void>() },
  openServiceHelp: { argument: z.strictObject({ serviceId: shortText }), ...answer<void>() },
  /** Opens a room and copies its link; `fields` are those of the service's `newRoom`, all optional. */
  createRoom: { argument: z.strictObject({ accountId: shortText, fields: typedFields }), ...answer<RoomCreation>() },
  /** Asks an account's service for the rooms that it has already. */
  findRooms: { argument: z.strictObject({ accountId: shortText }), ...answer<RoomSearch>() },
  /** Takes a room that was found among those of Foyer: its key, or null when it is not known any more. */
  keepFoundRoom: { argument: z.strictObject({ accountId: shortText, roomId: shortText }), ...answer<string | null>() },
  endFoundRoom: { argument: z.strictObject({ accountId: shortText, roomId: shortText }), ...answer<RoomEnding>() },
  /** Somebody looks at what is known of a room: it is asked for again soon. */
  lookIntoRoom: { argument: z.strictObject({ roomKey }), ...answer<void>() },
  getRoomWaysIn: { argument: z.strictObject({ roomKey }), ...answer<readonly WayInView[]>() },
  /** `wayId` null takes the preferred way. */
  enterRoom: { argument: z.strictObject({ roomKey, wayId: z.nullable(shortText) }), ...answer<JoinResult>() },
  copyRoom: {
    argument: z.strictObject({ roomKey, what: z.enum(['link', 'invite', 'calendar']) }),
    ...answer<JoinResult>(),
  },
  /** Saves an invite as an .ics file, where the user says. */
  saveRoomInvite: { argument: z.strictObject({ roomKey }), ...answer<'saved' | 'cancelled' | 'failed'>() },
  endRoom: { argument: z.strictObject({ roomKey }), ...answer<RoomEnding>() },
  /** Takes rooms that are over or expired out of the list; all of them when `roomKey` is null. */
  forgetRooms: { argument: z.strictObject({ roomKey: z.nullable(roomKey) }), ...answer<void>() },
  /** Puts a text on the clipboard, which pages may not do by themselves. */
  copyText: { argument: z.strictObject({ text: z.string().check(z.maxLength(1_000_000)) }), ...answer<void>() },
  /** What an account may say about a meeting. */
  getScheduleForm: { argument: z.strictObject({ accountId: shortText }), ...answer<FormFacts | SchedulingFailure>() },
  /** Asks the service for all that it has of a meeting; `meetingId` is the service's own, here and below. */
  getMeetingDetails: { argument: scheduledMeeting, ...answer<ScheduledDetails | SchedulingFailure>() },
  /** Schedules a meeting, or (with its id) changes one. Never done twice by itself. */
  scheduleMeeting: {
    argument: z.strictObject({ accountId: shortText, meetingId: z.nullable(shortText), draft: meetingDraftSchema }),
    ...answer<SchedulingResult>(),
  },
  cancelMeeting: { argument: scheduledMeeting, ...answer<Cancellation>() },
  /** Does what a link's card says; with `isAlways`, the next link to that place does not ask. */
  takeLink: { argument: z.strictObject({ cardId: shortText, isAlways: z.boolean() }), ...answer<JoinResult>() },
  dismissLink: { argument: z.strictObject({ cardId: shortText }), ...answer<void>() },
  /** Has links to a place ask again. */
  distrustPlace: { argument: z.strictObject({ serviceId: shortText, host: z.nullable(hostName) }), ...answer<void>() },
  /** Asks the system anew who opens links; the state tells. */
  checkLinks: { argument: nothing, ...answer<void>() },
  /** Has this machine open links with Foyer, or not any more. False when the system did not take it. */
  handleLinks: { argument: z.strictObject({ isWanted: z.boolean() }), ...answer<boolean>() },
  /** Saves a meeting as an .ics file, where the user says. */
  saveMeeting: { argument: z.strictObject({ meetingKey }), ...answer<'saved' | 'cancelled' | 'failed'>() },
  /** Copies the text of that file. False when the meeting is gone. */
  copyMeeting: { argument: z.strictObject({ meetingKey }), ...answer<boolean>() },
  /** Hands over a calendar file or a text with links; the state's `offer` tells what it leads to. */
  offerText: { argument: z.strictObject({ text: z.string().check(z.maxLength(40_000_000)) }), ...answer<void>() },
  /** As `offerText`, with what is on the clipboard; the window does not see it. */
  offerClipboard: { argument: nothing, ...answer<void>() },
  /** Opens or copies the link at a place, counted from 0, of the offer. */
  takeOffer: {
    argument: z.strictObject({
      offerId: shortText,
      place: z.string().check(z.regex(/^\d$/)),
      how: z.enum(['open', 'copy']),
    }),
    ...answer<JoinResult>(),
  },
  closeOffer: { argument: z.strictObject({ offerId: shortText }), ...answer<void>() },
  /** Takes an invite, with all its meetings, out of the agenda. */
  removeInvite: { argument: z.strictObject({ meetingKey }), ...answer<void>() },
  /** Everything that the page of settings draws. */
  getSettings: { argument: nothing, ...answer<SettingsPage>() },
  /** The value as JSON text; main knows which ones a setting can have. */
  changeSetting: {
    argument: z.strictObject({ key: shortText, json: z.string().check(z.maxLength(20_000)) }),
    ...answer<SettingChange>(),
  },
  /** Back to the default: one setting, or (null) all. */
  resetSettings: { argument: z.strictObject({ key: z.nullable(shortText) }), ...answer<void>() },
  /** Saves the chosen settings as a file, where the user says. */
  exportSettings: { argument: nothing, ...answer<'saved' | 'cancelled' | 'failed'>() },
  /** Takes over the settings in a file that the user picks. */
  importSettings: { argument: nothing, ...answer<SettingsImport>() },
  /** Gives an action other keys, or (null) none. */
  setShortcut: {
    argument: z.strictObject({ action: z.enum(shortcutActions), accelerator: z.nullable(shortText) }),
    ...answer<ShortcutChange>(),
  },
  /** Has shortcuts reach the window as any keys, while somebody presses those that they want; ends with `setShortcut`. */
  recordShortcut: { argument: z.strictObject({ isRecording: z.boolean() }), ...answer<void>() },
  /** Asks the system anew. */
  getStartAtLogin: { argument: nothing, ...answer<StartAtLogin>() },
  setStartAtLogin: { argument: z.strictObject({ isWanted: z.boolean() }), ...answer<StartAtLoginChange>() },
  /** Closes the panel; `isLeft`: the focus went elsewhere, which a dialog of the system may have done. */
  closePanel: { argument: z.strictObject({ isLeft: z.boolean() }), ...answer<void>() },
  /** Looks at everything that Foyer depends on, now. */
  getHealth: { argument: nothing, ...answer<HealthReport>() },
  /** The report and the end of the log as one text, without secrets, to be read and then copied. */
  getDiagnostics: { argument: nothing, ...answer<string>() },
  /** Shows a notification, and answers with what the system said of it. */
  sendTestAlert: { argument: nothing, ...answer<TestAlert>() },
  /** Opens the folder of the log. False when nothing opened it. */
  showLogs: { argument: nothing, ...answer<boolean>() },
  /** Hides a meeting from the lead, the tray and reminders, or shows it again. */
  hideMeeting: { argument: z.strictObject({ meetingKey, isHidden: z.boolean() }), ...answer<void>() },
  /** Has a meeting, or all of its series, joined by itself as it starts. */
  setAutoJoin: {
    argument: z.strictObject({ meetingKey, which: z.enum(['never', 'once', 'series']) }),
    ...answer<void>(),
  },
  /** No reminder for an hour, until the next midnight, or from now on again. */
  setQuiet: { argument: z.strictObject({ length: z.enum(['hour', 'tomorrow', 'off']) }), ...answer<void>() },
  dismissNotice: { argument: z.strictObject({ noticeId: shortText }), ...answer<void>() },
  dismissChange: { argument: z.strictObject({ meetingKey }), ...answer<void>() },
} as const;

/** Every message from main to its windows, with the type of what it carries. */
export interface TellChannels {
  /** One slice of the state was replaced. */
  readonly stateChanged: JsonText<StateNews>;
  /** The user asked outside the window (menu, tray) for something that happens in it. */
  readonly commanded:
    | 'openSearch'
    | 'openSettings'
    | 'openAccounts'
    | 'openHealth'
    | 'openRoom'
    | 'showKeys'
    /** To the meeting with that key, wherever it is drawn. */
    | { readonly showMeeting: string };
  /** The date or the time zone was set, or the machine has slept: what was drawn of times may be wrong. */
  readonly clockJumped: null;
  /** The panel lost the focus, or is not wanted any more: it asks to be closed, unless something in it would be lost. */
  readonly panelUnwanted: { readonly isLeft: boolean };
}

/** Name of a channel from a window to main. */
export type AskChannel = keyof typeof askChannels;
/** What a window sends on a channel. */
export type AskArgument<Channel extends AskChannel> = z.infer<(typeof askChannels)[Channel]['argument']>;
/** What main answers on a channel. */
export type AskResult<Channel extends AskChannel> = (typeof askChannels)[Channel] extends {
  readonly result?: infer Result;
}
  ? Result
  : never;
