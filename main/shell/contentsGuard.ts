import type { App, Session, WebContents } from 'electron';

/**
 * What every page is held to, whoever opens it: no navigation, no new windows, no embedded views, no permission and no
 * download (points 5 and 11 to 14 of Electron's security list).
 */
export function guardContents(app: App, isOwnPage: (url: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, isOwnPage));
  app.on('session-created', denyPermissions);
}

function guard(contents: WebContents, isOwnPage: (url: string) => boolean): void {
  contents.on('will-frame-navigate', (details) => {
    // A reload during development goes to the page itself; anything else is not ours to show.
    if (!details.isMainFrame || !isOwnPage(details.url)) {
      details.preventDefault();
    }
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Denies everything that a page could ask a session for. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.on('will-download', (event) => event.preventDefault());
}
