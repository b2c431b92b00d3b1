import { app, Menu, nativeTheme, powerMonitor, screen } from 'electron';
import type { FoyerState } from '../../core/model/foyerState.ts';
import type { Meeting } from '../../core/model/meeting.ts';
import type { Translate } from '../../core/texts/translator.ts';
import { type CalendarDays, createCalendarDays } from '../../core/time/calendarDays.ts';
import { createTimeFormat, type TimeFormat } from '../../core/time/timeFormat.ts';
import type { Clock } from '../clock.ts';
import { AppTray, type AppTrayParts } from './appTray.ts';
import { dockMenu } from './dockMenu.ts';
import { type JumpListInput, jumpList } from './jumpList.ts';
import { menuTemplate } from './menuTemplate.ts';
import { onSliceReplaced, type StateStore } from './stateStore.ts';
import { hasTrayHost } from './trayHost.ts';
import type { TrayInput } from './trayInput.ts';
import { trayChangesAt, trayModel } from './trayModel.ts';

/** What keeping the tray takes. */
export interface TrayKeeperParts extends AppTrayParts {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly translate: Translate;
  /** How this program is started, for the tasks in the taskbar of Windows. */
  readonly command: JumpListInput['command'];
  /** What people may read of a meeting now. */
  readonly titleOf: (meeting: Meeting) => string;
}

/** Minutes go by without news, but the tray is not looked at that often. */
const longestWait = 15 * 60_000;

const slices: ReadonlySet<keyof FoyerState> = new Set([
  'agenda',
  'accounts',
  'rooms',
  'reminders',
  'call',
  'environment',
  'choices',
]);

/** Keeps the tray true to the state, and with it the menus of dock and taskbar; knows whether there is a tray at all. */
export class TrayKeeper {
  readonly #parts: TrayKeeperParts;
  readonly #tray: AppTray;
  #cancelRedraw: (() => void) | null = null;
  #known: { readonly key: string; readonly format: TimeFormat; readonly calendar: CalendarDays } | null = null;
  #drawnMenu = '';

  constructor(parts: TrayKeeperParts) {
    this.#parts = parts;
    this.#tray = new AppTray(parts);
  }

  start(): void {
    const draw = (): void => this.draw();
    draw();
    nativeTheme.on('updated', draw);
    // Timers stand still while the machine sleeps.
    powerMonitor.on('resume', draw);
    screen.on('display-metrics-changed', draw);
    onSliceReplaced(this.#parts.store, ({ slice }) => {
      if (slices.has(slice)) {
        draw();
      }
    });
  }

  /** Whether somebody shows the icon now; on Linux that may change while the program runs. */
  lookForHost(): Promise<boolean> {
    return hasTrayHost(process.platform);
  }

  stop(): void {
    this.#cancelRedraw?.();
    this.#tray.remove();
  }

  /** Draws what changed, and again when the next thing changes by itself. */
  draw(): void {
    const input = this.#input();
    this.#tray.draw(trayModel(input));
    this.#drawMenus(input);
    this.#cancelRedraw?.();
    const changesIn = (trayChangesAt(input) ?? Number.POSITIVE_INFINITY) - input.now;
    this.#cancelRedraw = this.#parts.clock.after(Math.min(Math.max(changesIn, 1_000), longestWait), () => this.draw());
  }

  #input(): TrayInput {
    const { agenda, accounts, services, rooms, environment, choices, reminders } = this.#parts.store.getState();
    const { translate, clock, titleOf } = this.#parts;
    const hiddenKeys = new Set(reminders.hiddenKeys);
    return {
      meetings: agenda.meetings,
      accounts,
      services,
      rooms,
      titleOf,
      isHidden: ({ key }) => hiddenKeys.has(key),
      quietUntil: reminders.quietUntil === null ? null : Date.parse(reminders.quietUntil),
      mayOpenRooms: !choices.disabledFeatures.includes('newRooms'),
      mayTakeLinks: !choices.disabledFeatures.includes('invites'),
      hasText: process.platform === 'darwin',
      now: clock.wall(),
      translate,
      ...this.#timesOf(environment),
    };
  }

  #timesOf({ locale, isTwelveHour }: FoyerState['environment']): Pick<TrayInput, 'format' | 'calendar'> {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const key = `${locale} ${isTwelveHour} ${timeZone}`;
    if (this.#known?.key !== key) {
      const format = createTimeFormat({ locale, isTwelveHour, timeZone });
      this.#known = { key, format, calendar: createCalendarDays(timeZone) };
    }
    return this.#known;
  }

  #drawMenus(input: TrayInput): void {
    if (process.platform === 'darwin') {
      const groups = dockMenu(input);
      this.#once(groups, () => app.dock?.setMenu(Menu.buildFromTemplate(menuTemplate(groups, this.#parts.onPress))));
    } else if (process.platform === 'win32') {
      const { accounts, services, rooms, mayOpenRooms, translate } = input;
      const canJoin = accounts.some(({ serviceId }) =>
        services.some(({ id, hasAgenda }) => id === serviceId && hasAgenda),
      );
      const canOpenRooms = mayOpenRooms && rooms.hostAccountIds.length > 0;
      const list = jumpList({ command: this.#parts.command, canJoin, canOpenRooms, translate });
      this.#once(list, () => void app.setJumpList(list));
    }
  }

  #once(value: unknown, run: () => void): void {
    const text = JSON.stringify(value);
    if (text !== this.#drawnMenu) {
      this.#drawnMenu = text;
      run();
    }
  }
}
