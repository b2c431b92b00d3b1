import { BrowserWindow, nativeTheme, screen } from 'electron';
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
  /** The window is gone. */
  readonly onClosed: () => void;
}

/** The ground colours of the two themes (see the window's tokens), so that nothing flashes before the first picture. */
const ground = { light: '#f7f5f2', dark: '#171614' } as const;
const settledAfter = 500;

/** The one window with the agenda. Closed means destroyed: a hidden window would cost memory for nothing. */
export class AgendaWindow {
  readonly #parts: AgendaWindowParts;
  #window: BrowserWindow | null = null;
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

  /** Whether somebody can have it before them: it is there and not minimized. */
  get isSeen(): boolean {
    return this.#window?.isVisible() === true && !this.#window.isMinimized();
  }

  /** Tells what becomes of the window from now on. */
  follow(follower: AgendaWindowFollower): void {
    this.#follower = follower;
  }

  /** Opens the window, or brings it to the front. */
  show(): void {
    if (this.#window === null) {
      this.#window = this.#create();
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

  #create(): BrowserWindow {
    const window = new BrowserWindow({
      ...defaultSize,
      ...fitBounds(
        this.#bounds,
        screen.getAllDisplays().map((display) => display.workArea),
      ),
      minWidth: minimumSize.width,
      minHeight: minimumSize.height,
      title: this.#parts.title,
      // Elsewhere the system takes it from the package.
      ...(process.platform === 'linux' && { icon: this.#parts.icon }),
      show: false,
      paintWhenInitiallyHidden: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
      autoHideMenuBar: true,
      fullscreenable: false,
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
    this.#rememberBounds(window);
    window.on('closed', () => {
      this.#window = null;
      this.#isListening = false;
      this.#follower?.onClosed();
    });
    void window.loadURL(this.#parts.url);
    return window;
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
