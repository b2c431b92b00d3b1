import { app, BrowserWindow, nativeTheme, powerSaveBlocker, screen } from 'electron';
import type { CallAskArgument, CallAskChannel, CallAskResult, CallTellChannels } from '../../preload/callChannels.ts';
import { callAskChannels } from '../../preload/callChannels.ts';
import type { CallSession } from './callSession.ts';
import { routeChannels } from './ipcRouter.ts';

/** What main does for each channel of the call window; the window itself answers the rest. */
export type CallHandlers = {
  readonly [Channel in Exclude<CallAskChannel, 'chooseScreen' | 'setMini' | 'leave'>]: (
    argument: CallAskArgument<Channel>,
  ) => CallAskResult<Channel> | Promise<CallAskResult<Channel>>;
};

/** What a call window is opened with. */
export interface CallWindowParts {
  readonly title: string;
  readonly handlers: CallHandlers;
  /** The window is gone. */
  readonly onClosed: () => void;
}

/** An open call window. */
export interface CallWindow {
  readonly show: () => void;
  /** Leaves the call and closes. */
  readonly close: () => void;
  readonly tell: <Channel extends keyof CallTellChannels>(channel: Channel, value: CallTellChannels[Channel]) => void;
  readonly setRunning: (isRunning: boolean) => void;
}

/** See {@link createCallWindowOpener}. */
export type OpenCallWindow = (parts: CallWindowParts) => CallWindow;

const usualSize = { width: 960, height: 640 } as const;
const smallestSize = { width: 360, height: 420 } as const;
const miniSize = { width: 320, height: 200 } as const;
const ground = { light: '#f7f5f2', dark: '#171614' } as const;
/** How long (ms) the page may take to leave its call when the window is closed. */
const leavingTakes = 1_500;
const miniMargin = 24;

/** What all call windows share. */
export interface CallWindowSettings {
  readonly session: CallSession;
  readonly preload: string;
  readonly url: string;
  readonly icon: string;
}

/** Gives the way to open call windows: sandboxed, with a session and a bridge of their own. */
export function createCallWindowOpener(settings: CallWindowSettings): OpenCallWindow {
  return (parts) => {
    const window = createWindow(settings, parts.title);
    const { tell, close } = followClosing(window, parts.onClosed);
    routeCall(window, settings, parts.handlers);
    void window.loadURL(settings.url);
    return { show: () => bringForward(window), close, tell, setRunning: createRunning(window) };
  };
}

function createWindow({ session, preload, icon }: CallWindowSettings, title: string): BrowserWindow {
  const window = new BrowserWindow({
    ...usualSize,
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    title,
    // Elsewhere the system takes it from the package.
    ...(process.platform === 'linux' && { icon }),
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    autoHideMenuBar: true,
    webPreferences: {
      session: session.session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      disableDialogs: true,
      navigateOnDragDrop: false,
      // The others are heard also when the call came back by itself, without a press.
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  // The page's own title would take the place of the room's.
  window.on('page-title-updated', (event) => event.preventDefault());
  // Its ground is drawn while the scripts load.
  window.webContents.once('did-navigate', () => window.show());
  return window;
}

/** A window that is closed has its page leave the call first, for as long as that may take. */
function followClosing(window: BrowserWindow, onClosed: () => void): Pick<CallWindow, 'tell' | 'close'> {
  const tell: CallWindow['tell'] = (channel, value) => {
    if (!window.isDestroyed()) {
      window.webContents.send(channel, value);
    }
  };
  let isLeaving = false;
  let isQuitting = false;
  const markQuitting = (): void => {
    isQuitting = true;
  };
  app.on('before-quit', markQuitting);
  window.on('close', (event) => {
    event.preventDefault();
    if (isLeaving) {
      return;
    }
    isLeaving = true;
    tell('closing', null);
    setTimeout(() => window.destroy(), leavingTakes);
  });
  window.webContents.on('render-process-gone', () => window.destroy());
  window.on('closed', () => {
    app.off('before-quit', markQuitting);
    onClosed();
    if (isQuitting) {
      // Holding the window back has stopped it.
      app.quit();
    }
  });
  return { tell, close: () => window.isDestroyed() || window.close() };
}

function routeCall(window: BrowserWindow, { session, url }: CallWindowSettings, handlers: CallHandlers): void {
  const setMini = createMini(window);
  const answers: { readonly [Channel in CallAskChannel]: (argument: never) => unknown } = {
    ...handlers,
    chooseScreen: ({ sourceId }: CallAskArgument<'chooseScreen'>) => session.chooseScreen(sourceId),
    setMini: ({ isMini }: CallAskArgument<'setMini'>) => setMini(isMini),
    leave: () => setImmediate(() => window.destroy()) && undefined,
  };
  const byName = new Map<string, (argument: never) => unknown>(Object.entries(answers));
  routeChannels(
    window.webContents.ipc,
    callAskChannels,
    (sender) => sender === url,
    (channel, argument) => byName.get(channel)?.(argument as never),
  );
}

/** During a call the screen stays on, and a covered window keeps sending and showing. */
function createRunning(window: BrowserWindow): CallWindow['setRunning'] {
  let blocker: number | null = null;
  const stop = (): void => {
    if (blocker !== null) {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  };
  window.on('closed', stop);
  return (isRunning) => {
    stop();
    if (!window.isDestroyed()) {
      window.webContents.setBackgroundThrottling(!isRunning);
      blocker = isRunning ? powerSaveBlocker.start('prevent-display-sleep') : null;
    }
  };
}

/** The small view in a corner, above all other windows; and back to where the window was. */
function createMini(window: BrowserWindow): (isMini: boolean) => void {
  let before: Electron.Rectangle | null = null;
  return (isMini) => {
    if (isMini === (before !== null)) {
      return;
    }
    window.setAlwaysOnTop(isMini, 'floating');
    if (before === null) {
      before = window.getNormalBounds();
      const { workArea } = screen.getDisplayMatching(before);
      window.unmaximize();
      window.setMinimumSize(miniSize.width, miniSize.height);
      window.setBounds({
        ...miniSize,
        x: workArea.x + workArea.width - miniSize.width - miniMargin,
        y: workArea.y + workArea.height - miniSize.height - miniMargin,
      });
    } else {
      window.setBounds(before);
      window.setMinimumSize(smallestSize.width, smallestSize.height);
      before = null;
    }
  };
}

/** Puts a window before all others. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) {
    window.restore();
  }
  window.show();
  window.focus();
}
