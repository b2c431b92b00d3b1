import { BrowserWindow, type Session, session, webContents } from 'electron';
import type { ScreenSource } from '../../preload/callChannels.ts';
import { readSystemAccess } from './callSession.ts';
import { denyCapture } from './denyCapture.ts';
import { browserName, mayUse } from './remoteRules.ts';

/** Asks in a window which screen is shown to its page; null is none. */
export type AskForScreen = (window: BrowserWindow) => Promise<ScreenSource | null>;

/**
 * The session of the pages at some origins. One for each such list, so that pages of two services never meet, while a
 * service's own know the name and the devices that were given to them before. In memory: nothing outlives the run.
 */
export function openRemoteSession(origins: readonly string[], askForScreen: AskForScreen): Session {
  const own = session.fromPartition(`remote ${origins.join(' ')}`);
  own.setUserAgent(browserName(own.getUserAgent()));
  own.setSpellCheckerEnabled(false);
  own.setPermissionRequestHandler((contents, permission, callback, { requestingUrl }) => {
    if (!mayUse({ permission, requestingUrl, pageUrl: contents.getURL() }, origins)) {
      callback(false);
    } else if (permission === 'media') {
      // macOS wants to be asked by the program first. What it says, it tells the page itself.
      void readSystemAccess().finally(() => callback(true));
    } else {
      callback(true);
    }
  });
  own.setPermissionCheckHandler(
    (contents, permission, requestingUrl) =>
      contents !== null && mayUse({ permission, requestingUrl, pageUrl: contents.getURL() }, origins),
  );
  own.setDisplayMediaRequestHandler(
    ({ frame, securityOrigin }, callback) => {
      const contents = frame === null ? undefined : webContents.fromFrame(frame);
      const window = contents === undefined ? null : BrowserWindow.fromWebContents(contents);
      const wish = { permission: 'display-capture', requestingUrl: securityOrigin, pageUrl: contents?.getURL() ?? '' };
      if (window === null || !mayUse(wish, origins)) {
        denyCapture(callback);
        return;
      }
      void askForScreen(window).then((source) =>
        source === null ? denyCapture(callback) : callback({ video: source }),
      );
    },
    { useSystemPicker: true },
  );
  return own;
}
