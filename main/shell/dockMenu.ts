import { type TrayInput, trayEntries } from './trayInput.ts';
import { newRoomItems, nextItems, type TrayItem } from './trayMenu.ts';

/** The groups of the menu that the icon in the dock of macOS has, beside what the system puts there itself. */
export function dockMenu(input: TrayInput): readonly (readonly TrayItem[])[] {
  const settings: TrayItem = {
    label: input.translate('shell:menu.settings'),
    press: { kind: 'command', command: 'openSettings' },
  };
  const groups = [nextItems(trayEntries(input), input), newRoomItems(input), [settings]];
  return groups.filter(({ length }) => length > 0);
}
