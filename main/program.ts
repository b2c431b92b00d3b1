import { setImmediate as nextTurn } from 'node:timers/promises';
import { app, type BrowserWindow, clipboard } from 'electron';
import { type AgendaParts, buildAgendaParts, followAccounts } from './agendaParts.ts';
import { createAskHandlers } from './askHandlers.ts';
import { buildCallParts } from './callParts.ts';
import { type Foundation, layFoundation } from './foundation.ts';
import { buildHealthAsks } from './healthParts.ts';
import { buildInviteDesk, buildMeetingInvites } from './inviteParts.ts';
import type { InviteDesk } from './invites/inviteDesk.ts';
import { buildWays } from './joinParts.ts';
import { followLanguage } from './languageParts.ts';
import { buildLinkParts, type LinkParts, takeArrival } from './linkParts.ts';
import { LinkedMeetings } from './links/linkedMeetings.ts';
import type { LinkInbox } from './links/linkInbox.ts';
import { openExternal } from './links/openExternal.ts';
import { buildReminderParts } from './reminderParts.ts';
import { buildScheduling } from './schedulingParts.ts';
import type { Policy } from './settings/policy.ts';
import type { ReadProfileFile } from './settings/profileFile.ts';
import { buildSettingsParts } from './settingsParts.ts';
import type { AgendaWindow } from './shell/agendaWindow.ts';
import { setApplicationMenu } from './shell/applicationMenu.ts';
import type { ContentsGuard } from './shell/contentsGuard.ts';
import type { AskHandlers } from './shell/ipcRouter.ts';
import type { StateStore } from './shell/stateStore.ts';
import { buildSystemAsks, followSystem } from './systemParts.ts';
import { buildTrayParts, type TrayDoors } from './trayParts.ts';

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
  /** Reads files of the profile; those of the first picture were read already. */
  readonly readFile: ReadProfileFile;
  /** What administrators decided. */
  readonly policy: Policy;
  /** Whether the system writes 1:30 PM, as far as it is known yet. */
  readonly isSystemTwelveHour: boolean | undefined;
}

/** What windows may reach outside of the program. */
const outside = { openExternal, copyText: (text: string): void => void clipboard.writeText(text) };

/**
 * Builds and starts everything but the first picture, in turns: what is pressed meanwhile, and what the window draws, need
 * the process too.
 */
export async function startProgram(parts: ProgramParts): Promise<AskHandlers> {
  const { store, window, profile, isHidden, guard } = parts;
  const foundation = await layFoundation(profile, store, parts);
  await nextTurn();
  const agenda = await buildAgendaParts(foundation, store, window);
  await nextTurn();
  const linked = new LinkedMeetings();
  const calls = buildCallParts(foundation, store);
  const { joiner, doors, quit } = buildWays(foundation, agenda, { store, guard, calls, linked });
  const inviteDesk = buildInviteDesk(foundation, agenda, store);
  const setQuiet: TrayDoors['setQuiet'] = (length) => reminders.setQuiet(length);
  const around = { store, window, aside: new WeakSet<BrowserWindow>(), joiner, doors, inviteDesk, quit, setQuiet };
  const { tray, panel, asks, press, settle } = buildTrayParts(foundation, agenda, around);
  const clockWatch = followSystem(foundation, agenda, window);
  clockWatch.onClockJump(() => tray.draw());
  const reminders = buildReminderParts(foundation, agenda, { ...around, clockWatch, press });
  await followAccounts(agenda);
  await nextTurn();
  agenda.publisher.publish();
  await nextTurn();
  tray.start();
  followLanguage(foundation, store, () => setApplicationMenu(foundation.translate, window, quit));
  await settle(isHidden);
  const settingsAsks = buildSettingsParts(foundation, parts, { onPlaintext: () => followPlaintext(agenda) });
  const links = await buildLinkParts(foundation, { store, window, joiner, linked, entrance: doors.entrance });
  followArrivals(inviteDesk, agenda, links, parts);
  noteStart(foundation, agenda);
  void nextTurn().then(reminders.start);
  const systemAsks = buildSystemAsks(foundation, { store, window, joiner, toggleQuiet: reminders.toggleQuiet });
  const handlers = createAskHandlers({
    ...agenda,
    ...doors,
    ...links,
    inviteDesk,
    scheduling: buildScheduling(foundation, agenda, store),
    meetingInvites: buildMeetingInvites(foundation, agenda, { store, joiner }),
    store,
    joiner,
    healthAsks: buildHealthAsks(foundation, agenda, { ...links, store, systemAsks }),
    notices: foundation.notices,
    ...outside,
    onPainted: () => {
      window.markPainted();
      agenda.roomDesk.wake();
    },
    onNetwork: (isOnline) => (isOnline ? agenda.presence.checkNetwork() : agenda.desk.setPresence({ isOnline })),
    allowPlaintext: (isAllowed) => void foundation.choiceKeeper.choose('isPlaintextAllowed', isAllowed),
    settingsAsks,
    systemAsks,
    reminderAsks: reminders.asks,
    panel,
  });
  return asks.watch(handlers);
}

function noteStart({ log }: Foundation, { accounts }: AgendaParts): void {
  const count = accounts.accounts.length;
  log.info(`Foyer ${app.getVersion()} on Electron ${process.versions.electron} started, ${count} accounts`);
}

async function followPlaintext({ vault, accounts, roomBook, publisher }: AgendaParts): Promise<void> {
  await vault.followPermission([...accounts.accounts.map(({ id }) => id), ...roomBook.vaultIds]);
  publisher.publish();
}

/** Begins to take what comes from outside: links, sign-ins and calendar files. */
function followArrivals(
  inviteDesk: InviteDesk,
  agenda: AgendaParts,
  links: LinkParts,
  { window, inbox }: ProgramParts,
): void {
  void inviteDesk.start();
  app.on('before-quit', () => inviteDesk.stop());
  const openInvite = (path: string): void => void inviteDesk.takeFile(path);
  inbox.follow((arrival) => takeArrival(arrival, { ...agenda, ...links, openInvite, showWindow: () => window.show() }));
}
