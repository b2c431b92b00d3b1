import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A tray item as panels see it, over the session bus. */
export interface TrayItem {
  readonly busName: string;
  readonly path: string;
}

/** One entry of a tray menu, those of menus within it included; separators and the root are left out. */
export interface TrayMenuEntry {
  readonly id: number;
  readonly label: string;
  readonly isEnabled: boolean;
  /** Whether it opens a menu of its own, whose entries follow. */
  readonly hasMenu: boolean;
}

async function call(destination: string, path: string, method: string, ...args: readonly string[]): Promise<string> {
  const where = ['--session', '--dest', destination, '--object-path', path];
  const { stdout } = await run('gdbus', ['call', ...where, '--method', method, ...args]);
  return stdout;
}

function property(item: TrayItem, name: string): Promise<string> {
  return call(item.busName, item.path, 'org.freedesktop.DBus.Properties.Get', 'org.kde.StatusNotifierItem', name);
}

/** The item of a running program, among those that are registered with the panel's watcher now; null when it has none. */
export async function findTrayItem(pid: number): Promise<TrayItem | null> {
  const watcher = 'org.kde.StatusNotifierWatcher';
  const get = 'org.freedesktop.DBus.Properties.Get';
  const answer = await call(watcher, '/StatusNotifierWatcher', get, watcher, 'RegisteredStatusNotifierItems');
  for (const [, busName = '', path = '/StatusNotifierItem'] of answer.matchAll(/'(:[\d.]+|[\w.-]+)(\/[^']*)?'/g)) {
    if ((await ownerOf(busName)) === pid) {
      return { busName, path };
    }
  }
  return null;
}

/** A process that has just ended owns nothing, though the watcher may not know yet. */
async function ownerOf(busName: string): Promise<number | null> {
  const bus = 'org.freedesktop.DBus';
  const answer = await call(bus, '/org/freedesktop/DBus', `${bus}.GetConnectionUnixProcessID`, busName).catch(() => '');
  const owner = /uint32 (\d+)/.exec(answer)?.[1];
  return owner === undefined ? null : Number(owner);
}

/** What the icon looks like now: a PNG in base64. On the desktop of the tests (GNOME by its name), icons are files. */
export async function trayIcon(item: TrayItem): Promise<string> {
  const [folder, name] = await Promise.all([property(item, 'IconThemePath'), property(item, 'IconName')]);
  const textOf = (answer: string): string => /'([^']*)'/.exec(answer)?.[1] ?? '';
  // Both are replaced with each picture, and not in one go.
  return readFile(join(textOf(folder), `${textOf(name)}.png`), 'base64').catch(() => '');
}

/** What the panel shows when the pointer rests on the item. */
export function trayTooltip(item: TrayItem): Promise<string> {
  return property(item, 'ToolTip');
}

/** Presses the item itself. */
export async function activateTray(item: TrayItem): Promise<void> {
  await call(item.busName, item.path, 'org.kde.StatusNotifierItem.Activate', '0', '0');
}

/** The entries of the item's menu, in order. */
export async function trayMenu(item: TrayItem): Promise<readonly TrayMenuEntry[]> {
  const levels = '9';
  const layout = await call(
    item.busName,
    await menuPath(item),
    'com.canonical.dbusmenu.GetLayout',
    '0',
    levels,
    '@as []',
  );
  return [...layout.matchAll(/\((\d+), \{([^{}]*)\}/g)].flatMap(([, id = '0', properties = '']) => {
    const label = /'label': <(?:'([^']*)'|"([^"]*)")>/.exec(properties);
    return label === null
      ? []
      : [
          {
            id: Number(id),
            label: label[1] ?? label[2] ?? '',
            isEnabled: !/'enabled': <false>/.test(properties),
            hasMenu: /'children-display': <'submenu'>/.test(properties),
          },
        ];
  });
}

/** Presses the entry of the item's menu whose label contains a text. */
export async function pressTrayMenu(item: TrayItem, text: string): Promise<void> {
  const entry = (await trayMenu(item)).find(({ label, hasMenu }) => !hasMenu && label.includes(text));
  if (entry === undefined) {
    throw new RangeError(`the tray menu has no entry with “${text}”`);
  }
  const event = [String(entry.id), 'clicked', '<0>', '0'];
  await call(item.busName, await menuPath(item), 'com.canonical.dbusmenu.Event', ...event);
}

async function menuPath(item: TrayItem): Promise<string> {
  const path = /'(\/[^']*)'/.exec(await property(item, 'Menu'))?.[1];
  if (path === undefined) {
    throw new Error('the tray item has no menu');
  }
  return path;
}
