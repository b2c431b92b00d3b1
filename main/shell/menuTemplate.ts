import type { MenuItemConstructorOptions } from 'electron';
import type { TrayItem, TrayPress } from './trayMenu.ts';

/** What happens when an entry is pressed. */
export type OnTrayPress = (press: TrayPress) => void;

/** Groups of entries as Electron builds menus, with a line between two groups. */
export function menuTemplate(
  groups: readonly (readonly TrayItem[])[],
  onPress: OnTrayPress,
): MenuItemConstructorOptions[] {
  const built = groups.map((group) => group.map((item) => toOptions(item, onPress)));
  return built.flatMap((group, index) => (index === 0 ? group : [{ type: 'separator' as const }, ...group]));
}

function toOptions({ label, press, items }: TrayItem, onPress: OnTrayPress): MenuItemConstructorOptions {
  // A single & would mark an access key.
  const text = label.replaceAll('&', '&&');
  if (items !== undefined) {
    return { label: text, submenu: items.map((item) => toOptions(item, onPress)) };
  }
  return press === null ? { label: text, enabled: false } : { label: text, click: () => onPress(press) };
}
