import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Translate } from '../../core/texts/translator.ts';
import type { TellChannels } from '../../preload/channels.ts';

/** Passes on what was chosen in the menu. */
export type OnMenuCommand = (command: TellChannels['commanded']) => void;

/**
 * The menu bar of macOS, without which copying and pasting by keys would not work there. Elsewhere windows have none.
 */
export function setApplicationMenu(translate: Translate, onCommand: OnMenuCommand, onQuit: () => void): void {
  const agenda: MenuItemConstructorOptions[] = [
    { label: translate('shell:menu.search'), accelerator: 'Command+F', click: () => onCommand('openSearch') },
    { label: translate('shell:menu.health'), click: () => onCommand('openHealth') },
    { label: translate('shell:menu.keys'), click: () => onCommand('showKeys') },
  ];
  const own: MenuItemConstructorOptions[] = [
    { role: 'about' },
    { type: 'separator' },
    { label: translate('shell:menu.settings'), accelerator: 'Command+,', click: () => onCommand('openSettings') },
    { type: 'separator' },
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    { type: 'separator' },
    { label: translate('shell:tray.quit'), accelerator: 'Command+Q', click: onQuit },
  ];
  const template: MenuItemConstructorOptions[] = [
    { label: app.name, submenu: own },
    { role: 'editMenu' },
    { label: translate('shell:menu.agenda'), submenu: agenda },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
