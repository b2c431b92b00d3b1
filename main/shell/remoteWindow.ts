import { BrowserWindow, type WebContents } from 'electron';
import type { RemotePage } from '../../core/model/wayIn.ts';
import type { Translate } from '../../core/texts/translator.ts';
import { listScreens } from './callSession.ts';
import { bringForward } from './callWindow.ts';
import type { ContentsGuard, GuestRules } from './contentsGuard.ts';
import { checkRemotePage, isAt, mayGo, remoteTitle, troubleOf } from './remoteRules.ts';
import { openRemoteSession } from './remoteSession.ts';
import { createTroubleTeller, type TellTrouble } from './remoteTroubles.ts';
import { askForScreen } from './screenMenu.ts';

/** What all windows with pages of others share. */
export interface RemoteWindowParts {
  readonly guard: ContentsGuard;
  readonly translate: Translate;
  /** Ms that do not jump. */
  readonly uptime: () => number;
  /** Addresses that stand in for services while Foyer is developed; none in a packaged program. */
  readonly standIns: readonly string[];
  readonly openExternal: (uri: string) => Promise<boolean>;
  /** Path of the picture that stands for the windows. */
  readonly icon: string;
}

/** Opens a page, or brings forward the window that shows it. False when it may not be shown. */
export type OpenRemotePage = (page: RemotePage) => boolean;

const usualSize = { width: 1_024, height: 720 } as const;
const smallestSize = { width: 480, height: 360 } as const;
/** How long (ms) a page may take to leave when its window is closed. */
const leavingTakes = 1_500;
/** For so long (ms) what a page does counts as wished by whoever pressed something in it; as in Chromium. */
const gestureLasts = 5_000;
/** Chromium's net::ERR_ABORTED: something else took the place of what was loading. */
const aborted = -3;

const gestures: ReadonlySet<string> = new Set(['mouseDown', 'rawKeyDown', 'keyDown', 'touchEnd', 'gestureTap']);

/**
 * Gives the way to show pages of others: locked down, with no bridge, at no other origin than theirs. A page that is open
 * is not opened again, since its address may be good for one person only. Addresses are kept in memory alone.
 */
export function createRemoteOpener(parts: RemoteWindowParts): OpenRemotePage {
  const shown = new Map<string, BrowserWindow>();
  return (page) => {
    const checked = checkRemotePage(page, parts.standIns);
    if (checked === null) {
      return false;
    }
    const { url } = checked;
    const known = shown.get(url);
    if (known !== undefined) {
      bringForward(known);
      return true;
    }
    const window = openWindow(checked, parts);
    shown.set(url, window);
    window.once('closed', () => shown.delete(url));
    return true;
  };
}

function openWindow(page: RemotePage, parts: RemoteWindowParts): BrowserWindow {
  const { translate, openExternal } = parts;
  const host = hostOf(page.url);
  const window = createWindow(page, parts);
  const { webContents: contents } = window;
  // What fails is told by `did-fail-load`; the rejection would carry the address.
  const load = (): void => void window.loadURL(page.url).catch(() => undefined);
  const tell = createTroubleTeller(window, { url: page.url, host }, { translate, openExternal, reload: load });
  parts.guard.admit(contents, createRules(page, parts, { contents, tell }));
  followTitle(window, page);
  followTroubles(contents, tell);
  followClosing(window);
  load();
  return window;
}

function createWindow(page: RemotePage, { translate, icon }: RemoteWindowParts): BrowserWindow {
  const host = hostOf(page.url);
  const session = openRemoteSession(page.origins, async (asking) =>
    askForScreen(asking, { sources: await listScreens(), host: hostOf(asking.webContents.getURL()), translate }),
  );
  const window = new BrowserWindow({
    ...usualSize,
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    title: remoteTitle(host, null),
    // Elsewhere the system takes it from the package.
    ...(process.platform === 'linux' && { icon }),
    // What browsers have behind a page; many rely on it.
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      disableDialogs: true,
      navigateOnDragDrop: false,
    },
  });
  return window;
}

interface Asking {
  readonly contents: WebContents;
  readonly tell: TellTrouble;
}

function createRules({ origins }: RemotePage, parts: RemoteWindowParts, { contents, tell }: Asking): GuestRules {
  const takeGesture = watchGestures(contents, parts.uptime);
  let isSaving = false;
  let wasTold = false;
  /** To the browser goes what somebody pressed; of the rest at most the first is told. */
  const leave = (url: string): void => {
    if (takeGesture()) {
      void parts.openExternal(url);
    } else if (!wasTold && URL.parse(url)?.protocol === 'https:') {
      wasTold = true;
      tell('elsewhere', hostOf(url));
    }
  };
  return {
    mayGo: (url, isMainFrame) => {
      const isFree = mayGo(url, isMainFrame, origins);
      if (!isFree && isMainFrame) {
        leave(url);
      }
      return isFree;
    },
    onWindowWished: (url) => {
      if (takeGesture()) {
        void parts.openExternal(url);
      }
    },
    mayAskToSave: (item) => {
      if (isSaving) {
        return false;
      }
      isSaving = true;
      item.once('done', () => {
        isSaving = false;
      });
      // Without a path, the system asks for one.
      const title = parts.translate('shell:remote.save', { host: hostOf(contents.getURL()) });
      item.setSaveDialogOptions({ title, defaultPath: item.getFilename() });
      return true;
    },
  };
}

/** Gives the way to ask whether somebody just pressed something in the page; one press allows one thing. */
function watchGestures(contents: WebContents, uptime: () => number): () => boolean {
  let pressedAt = Number.NEGATIVE_INFINITY;
  contents.on('input-event', (_event, { type }) => {
    if (gestures.has(type)) {
      pressedAt = uptime();
    }
  });
  return () => {
    const isRecent = uptime() - pressedAt < gestureLasts;
    pressedAt = Number.NEGATIVE_INFINITY;
    return isRecent;
  };
}

function followTitle(window: BrowserWindow, { url: start, origins }: RemotePage): void {
  let host = hostOf(start);
  const show = (pageTitle: string | null): void => window.setTitle(remoteTitle(host, pageTitle));
  window.on('page-title-updated', (event, title, isFromPage) => {
    event.preventDefault();
    show(isFromPage ? title : null);
  });
  window.webContents.on('did-navigate', (_event, url) => {
    if (isAt(url, origins)) {
      host = hostOf(url);
      show(null);
    }
  });
}

function followTroubles(contents: WebContents, tell: TellTrouble): void {
  contents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    if (isMainFrame && code !== aborted) {
      tell(troubleOf(code));
    }
  });
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') {
      tell('crashed');
    }
  });
}

/** A page may take its leave, but neither hold the window back nor keep it waiting. */
function followClosing(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
  window.on('close', () => {
    setTimeout(() => window.isDestroyed() || window.destroy(), leavingTakes);
  });
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? '';
}
