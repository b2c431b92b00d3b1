import { askSessionBus } from './sessionBus.ts';

const watcher = 'org.kde.StatusNotifierWatcher';

/**
 * Whether a tray icon would be seen. Windows and macOS always have a place for it; on Linux some desktops have none
 * (GNOME without its AppIndicator extension), which Electron does not tell. When nobody can be asked, the answer is no.
 */
export async function hasTrayHost(platform: NodeJS.Platform): Promise<boolean> {
  if (platform !== 'linux') {
    return true;
  }
  const answer = await askSessionBus({
    service: watcher,
    path: '/StatusNotifierWatcher',
    face: 'org.freedesktop.DBus.Properties',
    method: 'Get',
    args: [watcher, 'IsStatusNotifierHostRegistered'],
  });
  return answer?.includes('true') ?? false;
}
