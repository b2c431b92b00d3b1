import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { app, BrowserWindow } from 'electron';
import type { AgendaParts } from './agendaParts.ts';
import type { Foundation } from './foundation.ts';
import type { InviteDesk } from './invites/inviteDesk.ts';
import { ownCommand } from './links/desktopPlaces.ts';
import type { MeetingJoiner } from './links/joinMeeting.ts';
import type { RoomDoors } from './roomParts.ts';
import type { AgendaWindow } from './shell/agendaWindow.ts';
import { awaitTray } from './shell/awaitTray.ts';
import { BriefNotifications } from './shell/briefNotification.ts';
import { canPlaceWindows } from './shell/panelPlace.ts';
import { PendingAsks } from './shell/pendingAsks.ts';
import { pressTray } from './shell/pressTray.ts';
import type { StateStore } from './shell/stateStore.ts';
import { TrayKeeper } from './shell/trayKeeper.ts';
import type { TrayPress } from './shell/trayMenu.ts';
import { TrayPanel } from './shell/trayPanel.ts';
import { createTitleOf } from './titles.ts';

/** Whom the tray leads to. */
export interface TrayDoors {
  readonly store: StateStore;
  readonly window: AgendaWindow;
  /** Windows that come and go by themselves: they neither keep the program running, nor end it when they go. */
  readonly aside: WeakSet<BrowserWindow>;
  readonly joiner: MeetingJoiner;
  readonly doors: RoomDoors;
  readonly inviteDesk: InviteDesk;
  /** No reminder for a while. */
  readonly setQuiet: (length: 'hour' | 'tomorrow' | 'off') => void;
  /** Quits; who is in a call is asked first. */
  readonly quit: () => void;
}

/** The parts of the tray. */
export interface TrayParts {
  readonly tray: TrayKeeper;
  readonly panel: TrayPanel;
  /** Counts what the window waits for. */
  readonly asks: PendingAsks;
  /** Does what an entry of the tray says, for every surface without a window: the dock, keys. */
  readonly press: (press: TrayPress) => void;
  /** Once everything is there: has a program without a window or a tray show itself, or go. */
  readonly settle: (isHidden: boolean) => Promise<void>;
}

/** Builds the tray, with the panel beside it, and decides from now on what becomes of the program without its window. */
export function buildTrayParts(foundation: Foundation, agenda: AgendaParts, targets: TrayDoors): TrayParts {
  const { clock, translate, choices } = foundation;
  const { store, window, aside } = targets;
  const notifications = new BriefNotifications();
  const press = buildPress(foundation, agenda, { ...targets, notifications });
  const asks = new PendingAsks();
  const canPlace = canPlaceWindows(process.platform, app.commandLine.getSwitchValue('ozone-platform'), process.env);
  const isWanted = (): boolean => canPlace && choices().trayClick === 'panel';
  const panel = new TrayPanel({ window, asks, clock, isWanted });
  const tray = new TrayKeeper({
    store,
    clock,
    translate,
    folder: join(app.getAppPath(), 'assets/tray'),
    command: ownCommand(app, process.env),
    titleOf: createTitleOf(store, translate),
    onPress: press,
    onClick: (icon) => panel.toggle(icon),
  });
  const leave = followWindow(foundation, { window, aside, tray, notifications });
  const settle = async (isHidden: boolean): Promise<void> => {
    if (isHidden) {
      void awaitTray(() => tray.lookForHost(), clock).then((hasTray) => {
        if (!(hasTray || window.isOpen)) {
          window.show();
        }
      });
    }
    if (!isHidden && !window.isOpen) {
      // It was closed before anyone could follow it.
      await leave();
    }
  };
  return { tray, panel, asks, press, settle };
}

function buildPress(
  { translate, notices, problems }: Foundation,
  { desk, roomDesk }: AgendaParts,
  parts: TrayDoors & { readonly notifications: BriefNotifications },
): (press: TrayPress) => void {
  const { store, window, joiner, doors, inviteDesk, notifications } = parts;
  const targets = {
    window,
    refresh: () => void desk.refresh(),
    quit: parts.quit,
    setQuiet: parts.setQuiet,
    join: (meetingKey: string) => joiner.join(meetingKey, null),
    enterRoom: (roomKey: string) => doors.entrance.enter(roomKey, null),
    copyRoom: (roomKey: string) => doors.invites.copy(roomKey, 'link'),
    createRoom: (accountId: string) => roomDesk.create(accountId, {}),
    roomTitle: (roomKey: string) => roomDesk.slice().rooms.find(({ key }) => key === roomKey)?.title ?? '',
    serviceName: (accountId: string) => {
      const { accounts, services } = store.getState();
      const serviceId = accounts.find(({ id }) => id === accountId)?.serviceId;
      const service = services.find(({ id }) => id === serviceId);
      return service === undefined ? '' : translate(service.name);
    },
    takeClipboard: () => inviteDesk.takeClipboard(),
    tell: (text: { readonly title: string; readonly body: string }) => notifications.show(text, () => window.show()),
    post: notices.post.bind(notices),
    translate,
  };
  return (press) => void pressTray(press, targets).catch(problems.report);
}

interface Watched {
  readonly window: AgendaWindow;
  readonly aside: WeakSet<BrowserWindow>;
  readonly tray: TrayKeeper;
  readonly notifications: BriefNotifications;
}

/** Returns what happens when the window is gone. */
function followWindow(foundation: Foundation, watched: Watched): () => Promise<void> {
  const { window, aside } = watched;
  const leave = (): Promise<void> => leaveOrStay(foundation, watched);
  window.follow({
    onBoundsChanged: (windowBounds) => foundation.changeSettings({ windowBounds }),
    onClosed: () => void leave(),
  });
  app.on('browser-window-created', (_event, created) => {
    created.on('closed', () => {
      if (!(aside.has(created) || isAnyOpen(aside, created))) {
        void leave();
      }
    });
  });
  return leave;
}

/**
 * Without its window the program stays where there is a way back to it: the dock, or a tray that is really shown. Elsewhere,
 * and where the user wants it so, it stays as long as a meeting is open in another window. Nobody closes a panel to be rid
 * of the program.
 */
async function leaveOrStay(foundation: Foundation, { window, aside, tray, notifications }: Watched): Promise<void> {
  if (process.platform === 'darwin') {
    return;
  }
  // Until then, a window that is just closing is still counted.
  await nextTurn();
  const hasHost = await tray.lookForHost();
  if (hasHost && window.wasPanel) {
    return;
  }
  if (hasHost && foundation.choices().keepInTray) {
    tellAboutTray(foundation, { window, notifications });
  } else if (!isAnyOpen(aside)) {
    app.quit();
  }
}

/** Whether a window is open besides those that do not count, and the one that is just closing. */
function isAnyOpen(aside: WeakSet<BrowserWindow>, closing?: BrowserWindow): boolean {
  return BrowserWindow.getAllWindows().some((open) => open !== closing && !aside.has(open));
}

/** Says, once in the life of a profile, where the program went when its window was closed. */
function tellAboutTray(
  { settings, changeSettings, translate }: Foundation,
  { window, notifications }: Pick<Watched, 'window' | 'notifications'>,
): void {
  const text = {
    title: translate('shell:notices.keptInTrayTitle'),
    body: translate('shell:notices.keptInTray'),
  };
  if (!settings().wasToldAboutTray && notifications.show(text, () => window.show())) {
    changeSettings({ wasToldAboutTray: true });
  }
}
