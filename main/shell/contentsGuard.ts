import type { App, DownloadItem, Session, WebContents } from 'electron';
import { denyCapture } from './denyCapture.ts';

/** What a page from outside may do, in a window that was made for it. */
export interface GuestRules {
  /** Whether a frame may go there, by itself or because it is sent. What was held back is told here, too. */
  readonly mayGo: (url: string, isMainFrame: boolean) => boolean;
  /** The page wished for a window. It gets none, whatever becomes of the wish. */
  readonly onWindowWished: (url: string) => void;
  /** Whether the user is asked where a file should go; otherwise it is not fetched. */
  readonly mayAskToSave: (item: DownloadItem) => boolean;
}

/** Holds every page to the rules. */
export interface ContentsGuard {
  /** From now on these contents show pages from outside, by rules of their own. To be said before anything is loaded. */
  readonly admit: (contents: WebContents, rules: GuestRules) => void;
  /** Whether contents show pages from outside. */
  readonly isGuest: (contents: WebContents) => boolean;
}

/**
 * What every page is held to, whoever opens it: no navigation, no new windows, no embedded views, no permission and no
 * download (points 5 and 11 to 14 of Electron's security list). Only contents that were admitted may go further, as far
 * as their rules say; windows and embedded views there are for nobody.
 */
export function guardContents(app: App, isOwnPage: (url: string) => boolean): ContentsGuard {
  const guests = new WeakMap<WebContents, GuestRules>();
  const findRules: FindRules = (contents) => guests.get(contents);
  app.on('web-contents-created', (_event, contents) => guard(contents, isOwnPage, findRules));
  app.on('session-created', (session) => denyPermissions(session, findRules));
  return {
    admit: (contents, rules) => void guests.set(contents, rules),
    isGuest: (contents) => guests.has(contents),
  };
}

type FindRules = (contents: WebContents) => GuestRules | undefined;

function guard(contents: WebContents, isOwnPage: (url: string) => boolean, findRules: FindRules): void {
  contents.on('will-frame-navigate', (details) => {
    const rules = findRules(contents);
    // A reload during development goes to the page itself; anything else is not ours to show.
    const isAllowed =
      rules === undefined
        ? details.isMainFrame && isOwnPage(details.url)
        : rules.mayGo(details.url, details.isMainFrame);
    if (!isAllowed) {
      details.preventDefault();
    }
  });
  contents.on('will-redirect', (details) => {
    if (findRules(contents)?.mayGo(details.url, details.isMainFrame) !== true) {
      details.preventDefault();
    }
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    findRules(contents)?.onWindowWished(url);
    return { action: 'deny' };
  });
}

/** Denies everything that a page could ask a session for. */
export function denyPermissions(session: Session, findRules: FindRules = () => undefined): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => denyCapture(callback));
  session.on('will-download', (event, item, contents) => {
    if (findRules(contents)?.mayAskToSave(item) !== true) {
      event.preventDefault();
    }
  });
}
