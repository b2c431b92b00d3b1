import { app, globalShortcut, Notification, powerMonitor } from 'electron';
import type { ChoiceKey } from '../core/model/choices.ts';
import type { SettingChange } from '../core/model/setting.ts';
import type { ShortcutAction } from '../core/model/shortcuts.ts';
import { createTimeFormat } from '../core/time/timeFormat.ts';
import type { AgendaParts } from './agendaParts.ts';
import type { Foundation } from './foundation.ts';
import { ownCommand } from './links/desktopPlaces.ts';
import type { MeetingJoiner } from './links/joinMeeting.ts';
import type { ChoiceKeeper } from './settings/choiceKeeper.ts';
import type { AgendaWindow } from './shell/agendaWindow.ts';
import { ClockWatch, readTimeZone } from './shell/clockWatch.ts';
import type { AskHandlers } from './shell/ipcRouter.ts';
import { onSliceReplaced, type StateStore } from './shell/stateStore.ts';
import { commandsByHand } from './shortcuts/commandsByHand.ts';
import { isDecidedByDesktop } from './shortcuts/desktopKeys.ts';
import { pressShortcut } from './shortcuts/pressShortcut.ts';
import { ShortcutKeeper } from './shortcuts/shortcutKeeper.ts';

/** What windows ask about keys that work everywhere, and about the start at login. */
export type SystemAsks = Pick<AskHandlers, 'setShortcut' | 'recordShortcut' | 'getStartAtLogin' | 'setStartAtLogin'>;

/** Whom the system's parts lead to. */
export interface SystemTargets {
  readonly store: StateStore;
  readonly window: AgendaWindow;
  readonly joiner: MeetingJoiner;
  /** Has no reminder come for an hour, or ends such an hour. Returns until when it is quiet (ISO 8601 UTC), or null. */
  readonly toggleQuiet: () => string | null;
}

const settingOf = {
  joinNext: 'shortcutJoinNext',
  open: 'shortcutOpen',
  newRoom: 'shortcutNewRoom',
  mute: 'shortcutMute',
} as const satisfies Readonly<Record<ShortcutAction, ChoiceKey>>;

/** Has polling, rooms and what is drawn follow power, network and clocks. Returns the watch of the clocks, for others. */
export function followSystem({ clock }: Foundation, agenda: AgendaParts, window: AgendaWindow): ClockWatch {
  const { desk, roomDesk, presence, publisher } = agenda;
  const clockWatch = new ClockWatch(clock, () => readTimeZone(process.env));
  clockWatch.onClockJump(({ sleptFor }) => {
    if (sleptFor > 0) {
      presence.noteSleep();
    }
    roomDesk.wake();
    publisher.publish();
    window.tell('clockJumped', null);
  });
  presence.onChange(clockWatch.look);
  presence.watch(powerMonitor);
  app.on('browser-window-focus', () => {
    clockWatch.look();
    roomDesk.wake();
  });
  app.on('before-quit', () => {
    desk.stop();
    roomDesk.stop();
    clockWatch.stop();
  });
  clockWatch.look();
  return clockWatch;
}

/** Builds the keys that work everywhere, and what windows ask about the system. */
export function buildSystemAsks(foundation: Foundation, targets: SystemTargets): SystemAsks {
  const keeper = buildShortcuts(foundation, targets);
  const loadLoginItem = createLoginItemLoader(foundation);
  if (process.env['APPIMAGE'] !== undefined) {
    void loadLoginItem().then(({ item }) => item?.renew());
  }
  const { forced } = foundation.choiceKeeper.policy;
  if (forced.startAtLogin !== undefined) {
    void obeyPolicy(loadLoginItem, forced.startAtLogin).catch(foundation.problems.report);
  }
  return {
    setShortcut: ({ action, accelerator }) => keeper.set(action, accelerator),
    recordShortcut: ({ isRecording }) => keeper.record(isRecording),
    getStartAtLogin: async () => {
      const { item, readLoginItem } = await loadLoginItem();
      return readLoginItem(item);
    },
    setStartAtLogin: async ({ isWanted }) => {
      const { item, changeLoginItem, readLoginItem } = await loadLoginItem();
      const isFree = forced.startAtLogin === undefined;
      return isFree ? changeLoginItem(item, isWanted) : { kind: 'refused', state: await readLoginItem(item) };
    },
  };
}

type LoadLoginItem = ReturnType<typeof createLoginItemLoader>;

/** Few ever ask, so it is loaded then. */
function createLoginItemLoader({ translate }: Foundation) {
  return async () => {
    const [{ chooseLoginItem }, asks] = await Promise.all([
      import('./shell/chooseLoginItem.ts'),
      import('./shell/loginItem.ts'),
    ]);
    return { ...asks, item: chooseLoginItem(translate) };
  };
}

/** Has the system do what an administrator decided, unless it does already. */
async function obeyPolicy(load: LoadLoginItem, isWanted: boolean): Promise<void> {
  const { item, readLoginItem, changeLoginItem } = await load();
  if ((await readLoginItem(item)) !== (isWanted ? 'on' : 'off')) {
    await changeLoginItem(item, isWanted);
  }
}

function buildShortcuts(foundation: Foundation, targets: SystemTargets): ShortcutKeeper {
  const { choices, choiceKeeper, problems, log } = foundation;
  const isDecidedElsewhere = isDecidedByDesktop(process.platform, process.env);
  const press = createPress(foundation, targets);
  const keeper: ShortcutKeeper = new ShortcutKeeper({
    keys: globalShortcut,
    platform: targets.store.getState().environment.platform,
    isDecidedElsewhere,
    chosen: (action) => choices()[settingOf[action]],
    choose: (action, accelerator) => choose(choiceKeeper, settingOf[action], accelerator),
    onPressed: (action) => void press(action).catch(problems.report),
    onChanged: () => show(),
  });
  const show = (): void => {
    const opensLinks = targets.store.getState().links.registration.kind === 'ours';
    const commands = isDecidedElsewhere ? commandsByHand(opensLinks, ownCommand(app, process.env)) : null;
    targets.store.setState({ shortcuts: { shortcuts: keeper.shortcuts, commands } });
  };
  keeper.align();
  const states = Object.entries(keeper.shortcuts).map(([action, { status }]) => `${action} ${status}`);
  log.info(`shortcuts: ${states.join(', ')}`);
  followShortcuts(keeper, foundation, targets.store, show);
  return keeper;
}

/** None is as if nobody had ever chosen, unless an administrator suggested keys. */
function choose(choiceKeeper: ChoiceKeeper, key: ChoiceKey, accelerator: string): SettingChange {
  if (accelerator === '') {
    choiceKeeper.reset([key]);
    return choiceKeeper.choices[key] === '' ? 'changed' : choiceKeeper.choose(key, '');
  }
  return choiceKeeper.choose(key, accelerator);
}

function followShortcuts(
  keeper: ShortcutKeeper,
  { choiceKeeper }: Foundation,
  store: StateStore,
  show: () => void,
): void {
  choiceKeeper.follow((_choices, changed) => {
    if (Object.values(settingOf).some((key) => changed.has(key))) {
      keeper.align();
    }
  });
  onSliceReplaced(store, ({ slice }) => {
    if (slice === 'links') {
      show();
    }
  });
  // Whoever looks elsewhere records no more; whoever comes back may have closed the program that had the keys.
  app.on('browser-window-blur', () => keeper.record(false));
  app.on('window-all-closed', () => keeper.record(false));
  app.on('browser-window-focus', () => {
    if (keeper.hasTaken) {
      keeper.align();
    }
  });
  app.on('will-quit', () => keeper.stop());
}

function createPress(
  { clock, translate }: Foundation,
  { store, window, joiner, toggleQuiet }: SystemTargets,
): (action: ShortcutAction) => Promise<void> {
  const timeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
  // Notifications that are not referred to are collected, and with them what a press on them does.
  let told: Notification | null = null;
  return (action) =>
    pressShortcut(action, {
      state: store.getState,
      wall: clock.wall,
      timeZone,
      translate,
      showWindow: () => window.show(),
      command: (command) => window.command(command),
      join: (meetingKey) => joiner.join(meetingKey, null),
      toggleQuiet,
      tell: (title, body) => {
        told?.close();
        told = new Notification({ title, body });
        told.on('click', () => window.show());
        told.show();
      },
      formatTime: (instant) => {
        const { locale, isTwelveHour } = store.getState().environment;
        return createTimeFormat({ locale, isTwelveHour, timeZone: timeZone() }).formatTime(Date.parse(instant));
      },
    });
}
