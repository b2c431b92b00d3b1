import { desktopCapturer, type Session, session, systemPreferences } from 'electron';
import type { CallView, ScreenSource, SystemAccess } from '../../preload/callChannels.ts';
import { serveAppScheme } from './appScheme.ts';
import { denyCapture } from './denyCapture.ts';

/** The session of call windows: the only one that has camera, microphone and screens. */
export interface CallSession {
  readonly session: Session;
  /** The source that the next capture gets; it is asked for in the page, where the user sees what it is. */
  readonly chooseScreen: (sourceId: string) => void;
}

/** Which permissions a call needs; what else a page could ask for stays denied. */
const allowed: ReadonlySet<string> = new Set(['media', 'display-capture', 'speaker-selection']);
const pictureSize = { width: 320, height: 180 } as const;

/** Makes the session, in memory: nothing of a call outlives the run. */
export function createCallSession(folder: string, origins: readonly string[], pageUrl: string): CallSession {
  const own = session.fromPartition('call', { cache: false });
  serveAppScheme(own.protocol, folder, Promise.resolve(), origins);
  const isPage = (url: string | undefined): boolean => url === pageUrl;
  own.setPermissionRequestHandler((contents, permission, callback, details) =>
    callback(allowed.has(permission) && details.isMainFrame && isPage(contents.getURL())),
  );
  own.setPermissionCheckHandler(
    (contents, permission) => allowed.has(permission) && contents !== null && isPage(contents.getURL()),
  );
  let chosen: string | null = null;
  own.setDisplayMediaRequestHandler((request, callback) => {
    const sourceId = chosen;
    chosen = null;
    if (sourceId === null || !isPage(request.frame?.url)) {
      denyCapture(callback);
      return;
    }
    callback({ video: { id: sourceId, name: '' } });
  });
  return {
    session: own,
    chooseScreen: (sourceId) => {
      chosen = sourceId;
    },
  };
}

/** The screens and windows that can be shown, each with a small picture. */
export async function listScreens(): Promise<readonly ScreenSource[]> {
  const sources = await desktopCapturer.getSources({ types: ['screen', 'window'], thumbnailSize: pictureSize });
  return sources
    .filter(({ thumbnail }) => !thumbnail.isEmpty())
    .map(({ id, name, thumbnail }) => ({
      id,
      name,
      kind: id.startsWith('screen:') ? 'screen' : 'window',
      picture: thumbnail.toDataURL(),
    }));
}

/** Whether the system lets Foyer use camera and microphone; macOS asks the user now if it never did. */
export async function readSystemAccess(): Promise<CallView['access']> {
  return { camera: await accessTo('camera'), microphone: await accessTo('microphone') };
}

async function accessTo(device: 'camera' | 'microphone'): Promise<SystemAccess> {
  if (process.platform === 'linux') {
    return 'unknown';
  }
  const status = systemPreferences.getMediaAccessStatus(device);
  if (process.platform === 'darwin' && status === 'not-determined') {
    return (await systemPreferences.askForMediaAccess(device)) ? 'allowed' : 'denied';
  }
  if (status === 'denied' || status === 'restricted') {
    return 'denied';
  }
  return status === 'granted' ? 'allowed' : 'unknown';
}
