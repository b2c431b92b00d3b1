import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A tray item as panels see it, over the session bus. */
export interface TrayItem {
  readonly busName: string;
  readonly path: string;
}

/** One entry of a tray menu; separators and the root are left out. */
export interface TrayMenuEntry {
  readonly id: number;
  readonly label: string;
  readonly isEnabled: boolean;
}

async function call(destination: string, path: string, method: string, ...args: readonly string[]): Promise<string> {
  const where = ['--session', '--dest', destination, '--object-path', path];
  const { stdout } = await run('gdbus', ['call', ...where, '--method', method, ...args]);
  return stdout;
}

function property(item: TrayItem, name: string): Promise<string> {
  return call(item.busName, item.path, 'org.freedesktop.DBus.Properties.Get', 'org.kde.StatusNotifierItem', name);
}

/** The items that are registered with the panel's watcher now. */
export async function trayItems(): Promise<readonly TrayItem[]> {
  const watcher = 'org.kde.StatusNotifierWatcher';
  const get = 'org.freedesktop.DBus.Properties.Get';
  const answer = await call(watcher, '/StatusNotifierWatcher', get, watcher, 'RegisteredStatusNotifierItems');
  return [...answer.matchAll(/'(:[\d.]+|[\w.-]+)(\/[^']*)?'/g)].map(
    ([, busName = '', path = '/StatusNotifierItem']) => ({ busName, path }),
  );
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
  const layout = await call(item.busName, await menuPath(item), 'com.canonical.dbusmenu.GetLayout', '0', '1', '@as []');
  return [...layout.matchAll(/\((\d+), \{([^{}]*)\}, @av \[\]\)/g)].flatMap(([, id = '0', properties = '']) => {
    const label = /'label': <(?:'([^']*)'|"([^"]*)")>/.exec(properties);
    return label === null
      ? []
      : [{ id: Number(id), label: label[1] ?? label[2] ?? '', isEnabled: !/'enabled': <false>/.test(properties) }];
  });
}

/** Presses the entry of the item's menu whose label contains a text. */
export async function pressTrayMenu(item: TrayItem, text: string): Promise<void> {
  const entry = (await trayMenu(item)).find(({ label }) => label.includes(text));
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
