import { toJsonText } from '../core/model/jsonText.ts';
import type { AccountBook } from './accounts/accountBook.ts';
import type { SignInDesk } from './accounts/signInDesk.ts';
import type { AgendaDesk } from './agenda/agendaDesk.ts';
import type { HealthAsks } from './healthParts.ts';
import type { InviteDesk } from './invites/inviteDesk.ts';
import type { MeetingInvites } from './invites/meetingInvites.ts';
import type { MeetingJoiner } from './links/joinMeeting.ts';
import type { LinkDesk } from './links/linkDesk.ts';
import type { LinkRegistrar } from './links/linkRegistrar.ts';
import type { ReminderAsks } from './reminderParts.ts';
import type { RoomDoors } from './roomParts.ts';
import type { RoomDesk } from './rooms/roomDesk.ts';
import type { SchedulingParts } from './schedulingParts.ts';
import { findService } from './services/registry.ts';
import type { SettingsAsks } from './settingsParts.ts';
import type { AskHandlers } from './shell/ipcRouter.ts';
import type { NoticeBoard } from './shell/noticeBoard.ts';
import type { StateStore } from './shell/stateStore.ts';
import type { TrayPanel } from './shell/trayPanel.ts';
import type { SystemAsks } from './systemParts.ts';

/** Whom the windows' questions are passed on to. */
export interface AskHandlerParts extends RoomDoors {
  readonly roomDesk: RoomDesk;
  readonly store: StateStore;
  readonly desk: AgendaDesk;
  readonly scheduling: SchedulingParts;
  readonly accounts: AccountBook;
  readonly signIn: SignInDesk;
  readonly joiner: MeetingJoiner;
  readonly inviteDesk: InviteDesk;
  readonly meetingInvites: MeetingInvites;
  readonly linkDesk: LinkDesk;
  readonly registrar: LinkRegistrar;
  readonly settingsAsks: SettingsAsks;
  readonly systemAsks: SystemAsks;
  readonly healthAsks: HealthAsks;
  readonly reminderAsks: ReminderAsks;
  readonly notices: NoticeBoard;
  readonly panel: TrayPanel;
  readonly openExternal: (uri: string) => Promise<boolean>;
  readonly copyText: (text: string) => void;
  readonly onPainted: () => void;
  readonly onNetwork: (isOnline: boolean) => void;
  readonly allowPlaintext: (isAllowed: boolean) => void;
}

/** What main does for each channel. */
export function createAskHandlers(parts: AskHandlerParts): AskHandlers {
  const { store, desk, accounts, signIn, joiner, notices } = parts;
  return {
    getState: () => toJsonText(store.getState()),
    reportPainted: () => parts.onPainted(),
    reportNetwork: ({ isOnline }) => parts.onNetwork(isOnline),
    refresh: () => desk.refresh(),
    getWaysIn: ({ meetingKey }) => joiner.waysInto(meetingKey),
    join: ({ meetingKey, wayId }) => joiner.join(meetingKey, wayId),
    testAccount: (draft) => accounts.test(draft),
    saveAccount: (draft) => accounts.save(draft),
    signIn: (draft) => accounts.signIn(draft),
    cancelSignIn: () => signIn.cancel(),
    copySignInAddress: () => signIn.copyAddress(),
    copyText: ({ text }) => parts.copyText(text),
    removeAccount: ({ accountId }) => accounts.remove(accountId),
    allowPlaintextSecrets: ({ isAllowed }) => parts.allowPlaintext(isAllowed),
    openServiceHelp: async ({ serviceId }) => {
      const service = findService(serviceId);
      if (service !== undefined) {
        await parts.openExternal(service.helpUrl);
      }
    },
    ...roomAsks(parts),
    ...schedulingAsks(parts),
    ...linkAsks(parts),
    ...parts.settingsAsks,
    ...parts.systemAsks,
    closePanel: ({ isLeft }) => (isLeft ? parts.panel.leave() : parts.panel.close()),
    ...parts.healthAsks,
    ...parts.reminderAsks,
    dismissNotice: ({ noticeId }) => notices.dismiss(noticeId),
    dismissChange: ({ meetingKey }) => desk.dismissChange(meetingKey),
  };
}

function roomAsks({ roomDesk, entrance, finder, invites }: AskHandlerParts) {
  return {
    createRoom: ({ accountId, fields }) => roomDesk.create(accountId, fields),
    findRooms: ({ accountId }) => finder.find(accountId),
    keepFoundRoom: ({ accountId, roomId }) => finder.keep(accountId, roomId),
    endFoundRoom: ({ accountId, roomId }) => finder.end(accountId, roomId),
    lookIntoRoom: ({ roomKey }) => roomDesk.lookSoon(roomKey),
    getRoomWaysIn: ({ roomKey }) => entrance.waysInto(roomKey),
    enterRoom: ({ roomKey, wayId }) => entrance.enter(roomKey, wayId),
    copyRoom: ({ roomKey, what }) => invites.copy(roomKey, what),
    saveRoomInvite: ({ roomKey }) => invites.save(roomKey),
    endRoom: ({ roomKey }) => roomDesk.end(roomKey),
    forgetRooms: ({ roomKey }) => roomDesk.forget(roomKey),
  } satisfies Partial<AskHandlers>;
}

function schedulingAsks({ scheduling }: AskHandlerParts) {
  return {
    getScheduleForm: async ({ accountId }) => (await scheduling.desk()).formFacts(accountId),
    getMeetingDetails: async ({ accountId, meetingId }) => (await scheduling.desk()).details(accountId, meetingId),
    scheduleMeeting: async ({ accountId, meetingId, draft }) =>
      (await scheduling.desk()).save(accountId, meetingId, draft),
    cancelMeeting: async ({ accountId, meetingId }) => (await scheduling.desk()).cancel(accountId, meetingId),
  } satisfies Partial<AskHandlers>;
}

function linkAsks({ linkDesk, registrar, inviteDesk, meetingInvites }: AskHandlerParts) {
  return {
    takeLink: ({ cardId, isAlways }) => linkDesk.take(cardId, isAlways),
    dismissLink: ({ cardId }) => linkDesk.dismiss(cardId),
    distrustPlace: (place) => linkDesk.distrust(place),
    checkLinks: async () => void (await registrar.look()),
    handleLinks: ({ isWanted }) => registrar.change(isWanted),
    saveMeeting: ({ meetingKey }) => meetingInvites.save(meetingKey),
    copyMeeting: ({ meetingKey }) => meetingInvites.copy(meetingKey),
    offerText: ({ text }) => inviteDesk.takeText(text),
    offerClipboard: () => inviteDesk.takeClipboard(),
    takeOffer: ({ offerId, place, how }) => inviteDesk.takeLink(offerId, Number(place), how),
    closeOffer: ({ offerId }) => inviteDesk.close(offerId),
    removeInvite: ({ meetingKey }) => inviteDesk.remove(meetingKey),
  } satisfies Partial<AskHandlers>;
}
