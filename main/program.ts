import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { app, BrowserWindow, clipboard, powerMonitor } from 'electron';
import { type AgendaParts, buildAgendaParts, followAccounts } from './agendaParts.ts';
import { createAskHandlers } from './askHandlers.ts';
import { buildCallParts, type CallParts } from './callParts.ts';
import { type Foundation, layFoundation } from './foundation.ts';
import { buildInviteDesk, buildMeetingInvites } from './inviteParts.ts';
import type { InviteDesk } from './invites/inviteDesk.ts';
import { buildLinkParts, type LinkParts, takeArrival } from './linkParts.ts';
import { createFindHandler, HandlerCheck } from './links/handlerCheck.ts';
import { type JoinParts, MeetingJoiner } from './links/joinMeeting.ts';
import { LinkedMeetings } from './links/linkedMeetings.ts';
import type { LinkInbox } from './links/linkInbox.ts';
import { openExternal } from './links/openExternal.ts';
import { buildRemoteOpener } from './remoteParts.ts';
import { buildRoomDoors, type RoomDoors } from './roomParts.ts';
import type { Policy } from './settings/policy.ts';
import { buildSettingsParts } from './settingsParts.ts';
import type { AgendaWindow } from './shell/agendaWindow.ts';
import { setApplicationMenu } from './shell/applicationMenu.ts';
import type { ContentsGuard } from './shell/contentsGuard.ts';
import type { AskHandlers } from './shell/ipcRouter.ts';
import { pressTray } from './shell/pressTray.ts';
import type { OpenRemotePage } from './shell/remoteWindow.ts';
import type { StateStore } from './shell/stateStore.ts';
import { TrayKeeper } from './shell/trayKeeper.ts';

/** What is there before the program: the state that the first picture was drawn from, and its window. */
export interface ProgramParts {
  readonly store: StateStore;
  readonly window: AgendaWindow;
  /** Folder of everything that outlives a run. */
  readonly profile: string;
  /** No window was opened: only the tray will show that the program runs. */
  readonly isHidden: boolean;
  /** Holds pages to their rules, those of others too. */
  readonly guard: ContentsGuard;
  /** What came from outside, and will come. */
  readonly inbox: LinkInbox;
  /** What administrators decided. */
  readonly policy: Policy;
  /** Whether the system writes 1:30 PM, as far as it is known yet. */
  readonly isSystemTwelveHour: boolean | undefined;
}

/**
 * Builds and starts everything but the first picture, in turns: what is pressed meanwhile, and what the window draws, need
 * the process too.
 */
export async function startProgram(parts: ProgramParts): Promise<AskHandlers> {
  const { store, window, profile, isHidden, guard } = parts;
  const foundation = await layFoundation(profile, store, guard, parts.policy);
  await nextTurn();
  const agenda = await buildAgendaParts(foundation, store, window);
  await nextTurn();
  const handlerCheck = checkHandlers();
  const openInFoyer = buildRemoteOpener(foundation, guard, agenda.standIns);
  const linked = new LinkedMeetings();
  const joiner = buildJoiner(foundation, agenda, { store, handlerCheck, openInFoyer, linked });
  const calls = buildCallParts(foundation, store);
  const doors = buildDoors(foundation, agenda, { store, handlerCheck, calls, openInFoyer });
  const tray = buildTray(foundation, agenda, { store, window, joiner });
  const leaveOrStay = followWindow(foundation, window, tray);
  followSystem(agenda);
  await followAccounts(agenda);
  agenda.publisher.publish();
  await nextTurn();
  tray.start();
  if (process.platform === 'darwin') {
    setApplicationMenu(foundation.translate, (command) => window.command(command));
  }
  await settleWindow(window, { isHidden, tray, leaveOrStay });
  const settingsPage = buildSettingsParts(foundation, parts, {
    onPlaintext: () => followPlaintext(agenda),
  });
  const links = await buildLinkParts(foundation, { store, window, joiner, linked, entrance: doors.entrance });
  const inviteDesk = followArrivals(foundation, agenda, links, parts);
  foundation.log.info(
    `Foyer ${app.getVersion()} on Electron ${process.versions.electron} started, ${agenda.accounts.accounts.length} accounts`,
  );
  return createAskHandlers({
    ...agenda,
    ...doors,
    ...links,
    inviteDesk,
    meetingInvites: buildMeetingInvites(foundation, agenda, { store, joiner }),
    store,
    joiner,
    notices: foundation.notices,
    openExternal,
    onPainted: () => {
      window.markPainted();
      agenda.roomDesk.wake();
    },
    onNetwork: (isOnline) => (isOnline ? agenda.presence.checkNetwork() : agenda.desk.setPresence({ isOnline })),
    allowPlaintext: (isAllowed) => void foundation.choiceKeeper.choose('isPlaintextAllowed', isAllowed),
    ...settingsPage,
  });
}

async function followPlaintext({ vault, accounts, roomBook, publisher }: AgendaParts): Promise<void> {
  await vault.followPermission([...accounts.accounts.map(({ id }) => id), ...roomBook.vaultIds]);
  publisher.publish();
}

/** Begins to take what comes from outside: links, sign-ins and calendar files. */
function followArrivals(
  foundation: Foundation,
  agenda: AgendaParts,
  links: LinkParts,
  { store, window, inbox }: ProgramParts,
): InviteDesk {
  const inviteDesk = buildInviteDesk(foundation, agenda, store);
  void inviteDesk.start();
  app.on('before-quit', () => inviteDesk.stop());
  const openInvite = (path: string): void => void inviteDesk.takeFile(path);
  inbox.follow((arrival) => takeArrival(arrival, { ...agenda, ...links, openInvite, showWindow: () => window.show() }));
  return inviteDesk;
}

function followSystem({ desk, roomDesk, presence }: AgendaParts): void {
  app.on('before-quit', () => {
    desk.stop();
    roomDesk.stop();
  });
  presence.watch(powerMonitor);
  powerMonitor.on('resume', roomDesk.wake);
  app.on('browser-window-focus', roomDesk.wake);
}

function checkHandlers(): HandlerCheck {
  const handlerCheck = new HandlerCheck(createFindHandler(app, process.platform));
  void handlerCheck.refresh();
  app.on('browser-window-focus', () => void handlerCheck.refresh());
  return handlerCheck;
}

interface DoorTargets {
  readonly store: StateStore;
  readonly handlerCheck: HandlerCheck;
  readonly openInFoyer: OpenRemotePage;
}

function buildDoors(
  foundation: Foundation,
  agenda: AgendaParts,
  { store, handlerCheck, calls, openInFoyer }: DoorTargets & { readonly calls: CallParts },
): RoomDoors {
  return buildRoomDoors(foundation, agenda, {
    store,
    findAccount: (accountId) => agenda.accounts.accounts.find(({ id }) => id === accountId),
    handledSchemes: () => handlerCheck.handledSchemes(),
    openPage: (url) => openExternal(url, agenda.standIns),
    openInFoyer,
    ...buildWayMemory(foundation),
    openCall: calls.openCall,
  });
}

/** The way in that was chosen last for each service. */
function buildWayMemory({ choices, choiceKeeper }: Foundation): Pick<JoinParts, 'rememberedWay' | 'rememberWay'> {
  return {
    rememberedWay: (serviceId) => choices().preferredWays[serviceId] ?? null,
    rememberWay: (serviceId, wayId) =>
      void choiceKeeper.choose('preferredWays', { ...choices().preferredWays, [serviceId]: wayId }),
  };
}

function buildJoiner(
  foundation: Foundation,
  { accounts, desk, standIns }: AgendaParts,
  { store, handlerCheck, openInFoyer, linked }: DoorTargets & { readonly linked: LinkedMeetings },
): MeetingJoiner {
  return new MeetingJoiner({
    findMeeting: (key) => linked.find(key) ?? store.getState().agenda.meetings.find((meeting) => meeting.key === key),
    findAccount: (accountId) => accounts.accounts.find(({ id }) => id === accountId),
    handledSchemes: () => handlerCheck.handledSchemes(),
    ...buildWayMemory(foundation),
    openExternal: (uri) => openExternal(uri, standIns),
    openInFoyer,
    enter: async (meeting, wayId) => desk.findSource(meeting.accountId)?.enter?.(meeting, wayId) ?? null,
    copyText: async (text) => clipboard.writeText(text),
  });
}

function buildTray(
  { clock, translate, settings, changeSettings }: Foundation,
  { desk }: AgendaParts,
  targets: { readonly store: StateStore; readonly window: AgendaWindow; readonly joiner: MeetingJoiner },
): TrayKeeper {
  return new TrayKeeper({
    store: targets.store,
    clock,
    translate,
    folder: join(app.getAppPath(), 'assets/tray'),
    onPress: (press) => void pressTray(press, { ...targets, desk, translate }),
    wasToldAboutTray: () => settings().wasToldAboutTray,
    onToldAboutTray: () => changeSettings({ wasToldAboutTray: true }),
  });
}

/** Returns what happens when the window is gone. */
function followWindow(foundation: Foundation, window: AgendaWindow, tray: TrayKeeper): () => Promise<void> {
  const leave = (): Promise<void> => leaveOrStay(tray, foundation.choices().keepInTray);
  window.follow({
    onBoundsChanged: (windowBounds) => foundation.changeSettings({ windowBounds }),
    onClosed: () => void leave(),
  });
  app.on('window-all-closed', () => void leave());
  return leave;
}

async function settleWindow(
  window: AgendaWindow,
  start: { readonly isHidden: boolean; readonly tray: TrayKeeper; readonly leaveOrStay: () => Promise<void> },
): Promise<void> {
  if (start.isHidden && !(await start.tray.lookForHost())) {
    window.show();
  }
  if (!start.isHidden && !window.isOpen) {
    // It was closed before anyone could follow it.
    await start.leaveOrStay();
  }
}

/**
 * Without its window the program stays where there is a way back to it: the dock, or a tray that is really shown. Elsewhere,
 * and where the user wants it so, it stays as long as a meeting is open in another window.
 */
async function leaveOrStay(tray: TrayKeeper, isKeptInTray: boolean): Promise<void> {
  if (process.platform === 'darwin') {
    return;
  }
  const hasHost = await tray.lookForHost();
  if (hasHost && isKeptInTray) {
    tray.tellOnce();
  } else if (BrowserWindow.getAllWindows().length === 0) {
    app.quit();
  }
}
