import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const watcher = 'org.kde.StatusNotifierWatcher';
const path = '/StatusNotifierWatcher';
const property = 'IsStatusNotifierHostRegistered';

const getProperty = 'org.freedesktop.DBus.Properties.Get';

/** The same question in the words of the tools that desktops come with; the first tool that exists answers. */
const questions: readonly (readonly string[])[] = [
  ['gdbus', 'call', '--session', '--dest', watcher, '--object-path', path, '--method', getProperty, watcher, property],
  ['busctl', '--user', 'get-property', watcher, path, watcher, property],
  [
    'dbus-send',
    '--session',
    '--print-reply',
    `--dest=${watcher}`,
    path,
    getProperty,
    `string:${watcher}`,
    `string:${property}`,
  ],
];

/**
 * Whether a tray icon would be seen. Windows and macOS always have a place for it; on Linux some desktops have none
 * (GNOME without its AppIndicator extension), which Electron does not tell. When nobody can be asked, the answer is no.
 */
export async function hasTrayHost(platform: NodeJS.Platform): Promise<boolean> {
  if (platform !== 'linux') {
    return true;
  }
  for (const [tool = '', ...options] of questions) {
    const answer = await ask(tool, options);
    if (answer !== 'no such tool') {
      return answer.includes('true');
    }
  }
  return false;
}

async function ask(tool: string, options: readonly string[]): Promise<string> {
  try {
    return (await promisify(execFile)(tool, [...options], { timeout: 5_000 })).stdout;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'no such tool' : '';
  }
}
