import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, screen } from 'electron';
import type { TellChannels } from '../../preload/channels.ts';
import type { WindowBounds } from '../settings/settingsFile.ts';
import { defaultSize, fitBounds, minimumSize } from './windowBounds.ts';

/** What the agenda window is made of. */
export interface AgendaWindowParts {
  readonly preload: string;
  readonly url: string;
  readonly title: string;
  /** Path of the picture that stands for the window. */
  readonly icon: string;
  /** Where it was when it was last closed, in this run or an earlier one. */
  readonly bounds: WindowBounds | null;
}

/** Who wants to know what becomes of the window. */
export interface AgendaWindowFollower {
  readonly onBoundsChanged: (bounds: WindowBounds) => void;
  /** The window, or the panel, is gone; another may be there in its place. */
  readonly onClosed: () => void;
}

/** The ground colours of the two themes (see the window's tokens), so that nothing flashes before the first picture. */
const ground = { light: '#f7f5f2', dark: '#171614' } as const;
const settledAfter = 500;
/** Tells the page that it stands as a panel. */
const panelQuery = 'panel';

/**
 * The one window with the agenda. Closed means destroyed: a hidden window would cost memory for nothing. It may stand as a
 * panel beside the tray: the same page without a frame, in a place of its own.
 */
export class AgendaWindow {
  readonly #parts: AgendaWindowParts;
  #window: BrowserWindow | null = null;
  #isPanel = false;
  #bounds: WindowBounds | null;
  #follower: AgendaWindowFollower | null = null;
  #isListening = false;
  #pendingCommand: TellChannels['commanded'] | null = null;
  #afterPainted: (() => void) | null = null;

  constructor(parts: AgendaWindowParts) {
    this.#parts = parts;
    this.#bounds = parts.bounds;
  }

  get isOpen(): boolean {
    return this.#window !== null;
  }

  /** The panel, while the agenda stands as one. */
  get panel(): BrowserWindow | null {
    return this.#isPanel ? this.#window : null;
  }

  /** Whether the agenda stood as a panel when it was there last. */
  get wasPanel(): boolean {
    return this.#isPanel;
  }

  /** Whether somebody can have it before them: it is there and not minimized. */
  get isSeen(): boolean {
    return this.#window?.isVisible() === true && !this.#window.isMinimized();
  }

  /** Tells what becomes of the window from now on. */
  follow(follower: AgendaWindowFollower): void {
    this.#follower = follower;
  }

  /** Has the agenda stand in a window with a frame, even where it was a panel. */
  open(): void {
    const { panel } = this;
    if (panel !== null) {
      this.#forget();
      panel.destroy();
    }
    this.show();
  }

  /** Has the agenda stand as a panel, unless its window is open. Returns the panel. */
  openPanel(bounds: WindowBounds): BrowserWindow | null {
    if (this.#window === null) {
      this.#isPanel = true;
      this.#window = this.#createPanel(bounds);
    }
    return this.panel;
  }

  /** Brings the agenda to the front, be it a window or a panel; where it is neither, it opens its window. */
  show(): void {
    if (this.#window === null) {
      this.#isPanel = false;
      this.#window = this.#createWindow();
      return;
    }
    if (this.#window.isMinimized()) {
      this.#window.restore();
    }
    this.#window.show();
    this.#window.focus();
  }

  /** Sends a message to the window, if there is one: a window that opens later asks for the state itself. */
  tell<Channel extends keyof TellChannels>(channel: Channel, value: TellChannels[Channel]): void {
    this.#window?.webContents.send(channel, value);
  }

  /** Has the window do something that was asked for outside of it; a new one as soon as it listens. */
  command(command: TellChannels['commanded']): void {
    if (this.#isListening) {
      this.tell('commanded', command);
    } else {
      this.#pendingCommand = command;
    }
    this.show();
  }

  /** Puts off what the window's first picture does not need until that is drawn; the latest such thing only. */
  afterPainted(run: () => void): void {
    this.#afterPainted = run;
  }

  /** The window has drawn its first picture and listens to commands. */
  readonly markPainted = (): void => {
    this.#isListening = true;
    this.#afterPainted?.();
    this.#afterPainted = null;
    if (this.#pendingCommand !== null) {
      this.tell('commanded', this.#pendingCommand);
      this.#pendingCommand = null;
    }
  };

  #createWindow(): BrowserWindow {
    const areas = screen.getAllDisplays().map((display) => display.workArea);
    const window = this.#create(this.#parts.url, {
      ...defaultSize,
      ...fitBounds(this.#bounds, areas),
      minWidth: minimumSize.width,
      minHeight: minimumSize.height,
      fullscreenable: false,
    });
    this.#rememberBounds(window);
    return window;
  }

  #createPanel(bounds: WindowBounds): BrowserWindow {
    const url = new URL(this.#parts.url);
    url.search = panelQuery;
    return this.#create(url.href, {
      ...bounds,
      // On macOS, this kind stands over programs in full screen, too.
      ...(process.platform === 'darwin' && { type: 'panel' }),
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
    });
  }

  #create(url: string, shape: BrowserWindowConstructorOptions): BrowserWindow {
    const window = new BrowserWindow({
      ...shape,
      title: this.#parts.title,
      // Elsewhere the system takes it from the package.
      ...(process.platform === 'linux' && { icon: this.#parts.icon }),
      show: false,
      paintWhenInitiallyHidden: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
      autoHideMenuBar: true,
      webPreferences: {
        preload: this.#parts.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        spellcheck: false,
        disableDialogs: true,
        navigateOnDragDrop: false,
      },
    });
    window.webContents.once('did-navigate', () => window.show());
    window.on('closed', () => {
      if (this.#window === window) {
        this.#forget();
      }
      this.#follower?.onClosed();
    });
    void window.loadURL(url);
    return window;
  }

  #forget(): void {
    this.#window = null;
    this.#isListening = false;
  }

  #rememberBounds(window: BrowserWindow): void {
    let settled: NodeJS.Timeout | undefined;
    const report = (): void => {
      clearTimeout(settled);
      if (!window.isDestroyed()) {
        this.#bounds = window.getNormalBounds();
        this.#follower?.onBoundsChanged(this.#bounds);
      }
    };
    const wait = (): void => {
      clearTimeout(settled);
      settled = setTimeout(report, settledAfter);
    };
    window.on('resize', wait);
    window.on('move', wait);
    window.on('close', report);
  }
}
