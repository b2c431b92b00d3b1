import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, screen } from 'electron';
import type { ReminderView } from '../../core/model/reminder.ts';
import type {
  ReminderAskArgument,
  ReminderAskChannel,
  ReminderPage,
  ReminderTellChannels,
} from '../../preload/reminderChannels.ts';
import { reminderAskChannels } from '../../preload/reminderChannels.ts';
import type { OnReminderAnswer, ReminderSurface } from '../reminders/reminderSurface.ts';
import type { WindowBounds } from '../settings/settingsFile.ts';
import { routeChannels } from './ipcRouter.ts';
import { placeReminders, smallReminder } from './reminderPlaces.ts';

/** What the windows of reminders work with. */
export interface ReminderWindowParts {
  readonly preload: string;
  readonly url: string;
  /** Path of the picture that stands for the window. */
  readonly icon: string;
  readonly size: () => 'off' | ReminderPage['size'];
  /** Whether programs may place windows here; see `canPlaceWindows`. */
  readonly canPlace: boolean;
  /** An alert's title as it may be shown now, which may change while it is shown. */
  readonly titleOf: (alert: ReminderView) => string;
  /** Whether those who are shown a screen must not see reminders on it. */
  readonly isPrivate: () => boolean;
  /** The language of the texts, and how times are written. */
  readonly wording: () => Pick<ReminderPage, 'language' | 'locale' | 'isTwelveHour'>;
  /** A window was made: one that comes and goes by itself, and says nothing about whether the program is in use. */
  readonly onMade: (window: BrowserWindow) => void;
  readonly onProblem: (error: unknown) => void;
  readonly onAnswer: OnReminderAnswer;
}

interface Placed {
  readonly window: BrowserWindow;
  readonly bounds: WindowBounds | null;
}

/** Stands for the screen where windows cannot be placed. */
const anyScreen = -1;
const ground = { light: '#f7f5f2', dark: '#171614' } as const;
const screenEvents = ['display-added', 'display-removed', 'display-metrics-changed'] as const;

/**
 * Reminders in windows of their own, one on every screen, on top of what is there: each is made for one alert and destroyed
 * with it. Screens that come and go meanwhile are followed. Where programs cannot place windows (Wayland) there is one
 * usual window, or one in full screen, wherever the desktop puts it.
 */
export class ReminderWindows implements ReminderSurface {
  readonly #parts: ReminderWindowParts;
  readonly #placed = new Map<number, Placed>();
  #alert: ReminderView | null = null;
  #size: 'off' | ReminderPage['size'] = 'off';

  constructor(parts: ReminderWindowParts) {
    this.#parts = parts;
  }

  show(alert: ReminderView): void {
    this.#close();
    this.#alert = alert;
    this.#open();
  }

  withdraw(alertId: string): void {
    if (this.#alert?.alertId === alertId) {
      this.#alert = null;
      this.#close();
    }
  }

  /** Settings, or what others are shown of the screen, may have changed. */
  refresh(): void {
    const { size, titleOf, isPrivate } = this.#parts;
    if (this.#alert === null) {
      return;
    }
    if (size() !== this.#size) {
      this.#close();
      this.#open();
    }
    for (const { window } of this.#placed.values()) {
      window.setContentProtection(isPrivate());
      tell(window, 'retitled', { title: titleOf(this.#alert) });
    }
  }

  #open(): void {
    this.#size = this.#parts.size();
    if (this.#size !== 'off') {
      for (const event of screenEvents) {
        screen.on(event as 'display-added', this.#followScreens);
      }
      this.#followScreens();
    }
  }

  #close(): void {
    for (const event of screenEvents) {
      screen.off(event as 'display-added', this.#followScreens);
    }
    this.#size = 'off';
    this.#keepOnly(new Set());
  }

  readonly #followScreens = (): void => {
    const alert = this.#alert;
    const size = this.#size;
    if (alert === null || size === 'off') {
      return;
    }
    const places = this.#parts.canPlace ? placeReminders(size, screen.getAllDisplays()) : [];
    const wanted = places.length > 0 ? places : [{ screenId: anyScreen, bounds: null }];
    const primary = screen.getPrimaryDisplay().id;
    const first = wanted.find(({ screenId }) => screenId === primary) ?? wanted[0];
    this.#keepOnly(new Set(wanted.map(({ screenId }) => screenId)));
    for (const { screenId, bounds } of wanted) {
      const known = this.#placed.get(screenId);
      if (known === undefined) {
        const page = { alert, size, speaks: screenId === first?.screenId, ...this.#parts.wording() };
        this.#placed.set(screenId, { window: this.#make(screenId, page, bounds), bounds });
      } else if (bounds !== null && !isSame(known.bounds, bounds)) {
        known.window.setBounds(bounds);
        this.#placed.set(screenId, { ...known, bounds });
      }
    }
  };

  #keepOnly(screenIds: ReadonlySet<number>): void {
    for (const [screenId, { window }] of [...this.#placed]) {
      if (!screenIds.has(screenId)) {
        this.#placed.delete(screenId);
        window.destroy();
      }
    }
  }

  #make(screenId: number, page: ReminderPage, bounds: WindowBounds | null): BrowserWindow {
    const { url, onMade, isPrivate, onProblem, onAnswer } = this.#parts;
    const window = createWindow(this.#parts, shapeOf(page.size, bounds));
    onMade(window);
    window.setContentProtection(isPrivate());
    if (bounds !== null) {
      keepOnTop(window);
    }
    this.#route(window, page);
    // A window that the person, or their desktop, closes in its own way.
    window.on('close', (event) => {
      event.preventDefault();
      onAnswer(page.alert.alertId, { kind: 'dismiss' });
    });
    window.webContents.on('render-process-gone', () => window.destroy());
    window.on('closed', () => {
      if (this.#placed.get(screenId)?.window === window) {
        this.#placed.delete(screenId);
      }
    });
    window.loadURL(url).catch((error) => window.isDestroyed() || onProblem(error));
    return window;
  }

  #route(window: BrowserWindow, page: ReminderPage): void {
    const { url, titleOf, onAnswer } = this.#parts;
    const answers: { readonly [Channel in ReminderAskChannel]: (argument: never) => unknown } = {
      getReminder: (): ReminderPage => ({ ...page, alert: { ...page.alert, title: titleOf(page.alert) } }),
      reportDrawn: () => reveal(window, page),
      // Once this message is answered: the answer takes the window away.
      answerReminder: (answer: ReminderAskArgument<'answerReminder'>) =>
        void setImmediate(() => onAnswer(page.alert.alertId, answer)),
    };
    const byName = new Map<string, (argument: never) => unknown>(Object.entries(answers));
    routeChannels(
      window.webContents.ipc,
      reminderAskChannels,
      (sender) => sender === url,
      (channel, argument) => byName.get(channel)?.(argument as never),
    );
  }
}

function createWindow({ preload, icon }: ReminderWindowParts, shape: BrowserWindowConstructorOptions): BrowserWindow {
  return new BrowserWindow({
    ...shape,
    // Elsewhere the system takes it from the package.
    ...(process.platform === 'linux' && { icon }),
    show: false,
    skipTaskbar: true,
    minimizable: false,
    maximizable: false,
    // Whoever presses Join in a window that has not the focus means Join (macOS).
    acceptFirstMouse: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      disableDialogs: true,
      navigateOnDragDrop: false,
    },
  });
}

/** Without bounds: as the desktop likes, with its frame. */
function shapeOf(size: ReminderPage['size'], bounds: WindowBounds | null): BrowserWindowConstructorOptions {
  const isFull = size === 'full';
  if (bounds === null) {
    return { ...smallReminder, useContentSize: true, fullscreen: isFull, fullscreenable: isFull };
  }
  // A window manager of X11 keeps what is not in full screen off its panels; elsewhere full screen is a place of its own.
  const isFullScreen = isFull && process.platform === 'linux';
  return {
    ...bounds,
    // On macOS, this kind stands over programs in full screen, too, and takes keys while another program is in use.
    ...(process.platform === 'darwin' && { type: 'panel', roundedCorners: !isFull, enableLargerThanScreen: isFull }),
    frame: false,
    resizable: isFullScreen,
    fullscreen: isFullScreen,
    fullscreenable: isFullScreen,
  };
}

function keepOnTop(window: BrowserWindow): void {
  window.setAlwaysOnTop(true, 'screen-saver');
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
}

/** Only the full one takes the focus, on one screen: nobody's typing goes into a small one by accident. */
function reveal(window: BrowserWindow, { size, speaks }: ReminderPage): void {
  if (size === 'full' && speaks) {
    window.show();
    window.focus();
  } else {
    window.showInactive();
  }
}

function tell<Channel extends keyof ReminderTellChannels>(
  window: BrowserWindow,
  channel: Channel,
  value: ReminderTellChannels[Channel],
): void {
  window.webContents.send(channel, value);
}

function isSame(a: WindowBounds | null, b: WindowBounds): boolean {
  return a?.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
