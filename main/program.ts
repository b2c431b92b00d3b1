import { uptime } from 'node:os';
import { join } from 'node:path';
import { app, clipboard, net, powerMonitor, safeStorage, session } from 'electron';
import agendaTexts from '../assets/locales/en/agenda.json';
import servicesTexts from '../assets/locales/en/services.json';
import shellTexts from '../assets/locales/en/shell.json';
import { createTranslator } from '../core/texts/translator.ts';
import { AccountBook } from './accounts/accountBook.ts';
import { createCipher } from './accounts/cipher.ts';
import { Vault } from './accounts/vault.ts';
import { AgendaDesk } from './agenda/agendaDesk.ts';
import { CallBudgets } from './agenda/callBudget.ts';
import { createAskHandlers } from './askHandlers.ts';
import type { Clock } from './clock.ts';
import { readEndpoints } from './endpoints.ts';
import { HandlerCheck } from './links/handlerCheck.ts';
import { MeetingJoiner } from './links/joinMeeting.ts';
import { openExternal } from './links/openExternal.ts';
import { createLimitedRequest } from './services/limitedRequest.ts';
import { openProfile } from './settings/profile.ts';
import type { Settings, WindowBounds } from './settings/profileFiles.ts';
import type { AgendaWindow } from './shell/agendaWindow.ts';
import type { AskHandlers } from './shell/ipcRouter.ts';
import { NoticeBoard } from './shell/noticeBoard.ts';
import { PresenceWatch } from './shell/presence.ts';
import { ProblemGuard } from './shell/problemGuard.ts';
import { createProgramLog } from './shell/programLog.ts';
import { StatePublisher } from './shell/statePublisher.ts';
import type { StateStore } from './shell/stateStore.ts';
import { readWindowsClock } from './shell/systemFormats.ts';
import { pressTray, TrayKeeper } from './shell/trayKeeper.ts';

/** What is there before the program: the state that the first picture was drawn from, and its window. */
export interface ProgramParts {
  readonly store: StateStore;
  readonly window: AgendaWindow;
  /** Folder of everything that outlives a run. */
  readonly profile: string;
  readonly isHidden: boolean;
  readonly bounds: () => WindowBounds | null;
}

/** The running program, as far as the first stage needs it. */
export interface Program {
  readonly handlers: AskHandlers;
  readonly onWindowClosed: () => void;
  readonly onBoundsChanged: () => void;
}

const clock: Clock = {
  wall: () => Date.now(),
  uptime: () => uptime() * 1_000,
  after: (delay, run) => {
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
};

/** Chromium's network stack knows the system's proxies and certificates; a session in memory leaves no cache and no cookies. */
const fetchWithoutTraces: typeof fetch = (input, init) => {
  const { fetch: fetchInSession } = session.fromPartition('services', { cache: false });
  return fetchInSession(input as string | Request, init as RequestInit);
};

/** Builds and starts everything but the first picture. */
export async function startProgram({ store, window, profile: folder, isHidden, bounds }: ProgramParts): Promise<Program> {
  const translate = createTranslator('en', { agenda: agendaTexts, services: servicesTexts, shell: shellTexts });
  const log = createProgramLog(folder);
  const problems = new ProblemGuard(log, translate);
  problems.watch();
  const notices = new NoticeBoard((posted) => store.setState({ notices: posted }));
  const profile = await openProfile(folder, ({ file, asideAs }) => {
    log.warn(`${file} was set aside as ${asideAs}`);
    const values = { file, asideAs };
    notices.post({ id: `aside-${file}`, tone: 'warning', message: 'shell:notices.profileFileSetAside', values });
  });
  const change = (changes: Partial<Settings>): void => profile.settings.replace({ ...profile.settings.value, ...changes });

  const cipher = await createCipher(safeStorage, process.platform);
  const vault = new Vault(folder, cipher, () => profile.settings.value.isPlaintextAllowed);
  const budgets = new CallBudgets({
    uptime: clock.uptime,
    read: () => profile.calls.value.calls,
    write: (calls) => profile.calls.replace({ calls }),
  });
  const replaced = readEndpoints(app.isPackaged, process.env);
  const accounts: AccountBook = new AccountBook({
    store: profile.accounts,
    vault,
    budgets,
    requestWith: (budget) => createLimitedRequest(fetchWithoutTraces, budget),
    endpointsOf: ({ endpoints }) => ({ ...endpoints, ...replaced }),
    wall: clock.wall,
    onReady: (ready) => desk.follow(ready),
    onRemoved: (accountId) => desk.forget(accountId),
  });
  const desk: AgendaDesk = new AgendaDesk({
    clock,
    random: Math.random,
    cached: profile.agenda.value.agendas,
    save: (agendas) => profile.agenda.replace({ agendas }),
    accounts: () => accounts.accounts,
    secretStorage: () => vault.storage,
    onChanged: () => publisher.publishSoon(),
    onUnreachable: () => presence.checkNetwork(),
    onBug: problems.report,
  });
  const publisher = new StatePublisher({ store, desk, cipher, settings: () => profile.settings.value });
  const presence = new PresenceWatch(net, clock, (found) => desk.setPresence(found));
  presence.watch(powerMonitor);

  const handlerCheck = new HandlerCheck(app);
  const joiner = new MeetingJoiner({
    findMeeting: (key) => store.getState().agenda.meetings.find((meeting) => meeting.key === key),
    findAccount: (accountId) => accounts.accounts.find(({ id }) => id === accountId),
    hasHandlerFor: handlerCheck.hasHandlerFor,
    rememberedWay: (serviceId) => profile.settings.value.preferredWays[serviceId] ?? null,
    rememberWay: (serviceId, wayId) => change({ preferredWays: { ...profile.settings.value.preferredWays, [serviceId]: wayId } }),
    openExternal,
    copyText: async (text) => clipboard.writeText(text),
  });

  const tray = new TrayKeeper({
    store,
    clock,
    translate,
    folder: join(app.getAppPath(), 'assets/tray'),
    onPress: (press) => void pressTray(press, { window, desk, joiner, translate }),
    wasToldAboutTray: () => profile.settings.value.wasToldAboutTray,
    onToldAboutTray: () => change({ wasToldAboutTray: true }),
  });
  for (const account of accounts.accounts) {
    const ready = await accounts.open(account);
    if (ready === null) {
      desk.markSecretLost(account.id);
    } else {
      desk.follow(ready);
    }
  }
  publisher.publish();
  handlerCheck.refresh();
  tray.start();
  if (isHidden && !(await tray.lookForHost())) {
    window.show();
  }
  void readWindowsClockOnce(store);

  app.on('before-quit', () => {
    change({ windowBounds: bounds() });
    desk.stop();
  });
  log.info(`Foyer ${app.getVersion()} on Electron ${process.versions['electron']} started with ${accounts.accounts.length} accounts`);
  return {
    handlers: createAskHandlers({
      store,
      desk,
      accounts,
      joiner,
      notices,
      openExternal,
      onNetwork: (isOnline) => (isOnline ? presence.checkNetwork() : desk.setPresence({ isOnline })),
      allowPlaintext: async (isPlaintextAllowed) => {
        change({ isPlaintextAllowed });
        await vault.followPermission(accounts.accounts.map(({ id }) => id));
        publisher.publish();
      },
    }),
    onWindowClosed: () => void leaveOrStay(tray),
    onBoundsChanged: () => change({ windowBounds: bounds() }),
  };
}

/** Without a window the program stays where there is a way back to it: the dock, or a tray that is really shown. */
async function leaveOrStay(tray: TrayKeeper): Promise<void> {
  if (process.platform === 'darwin') {
    return;
  }
  if (await tray.lookForHost()) {
    tray.tellOnce();
  } else {
    app.quit();
  }
}

async function readWindowsClockOnce(store: StateStore): Promise<void> {
  const isTwelveHour = process.platform === 'win32' ? await readWindowsClock() : undefined;
  if (isTwelveHour !== undefined) {
    store.setState({ environment: { ...store.getState().environment, isTwelveHour } });
  }
}
