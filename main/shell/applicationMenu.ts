import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Translate } from '../../core/texts/translator.ts';
import type { TellChannels } from '../../preload/channels.ts';

/** Whom the menu tells what was chosen in it. */
interface MenuTarget {
  readonly command: (command: TellChannels['commanded']) => void;
}

/**
 * The menu bar of macOS, without which copying and pasting by keys would not work there. Elsewhere windows have none.
 */
export function setApplicationMenu(translate: Translate, window: MenuTarget, onQuit: () => void): void {
  if (process.platform !== 'darwin') {
    return;
  }
  const onCommand = window.command.bind(window);
  const agenda: MenuItemConstructorOptions[] = [
    { label: translate('shell:menu.search'), accelerator: 'Command+F', click: () => onCommand('openSearch') },
    { label: translate('shell:menu.health'), click: () => onCommand('openHealth') },
    { label: translate('shell:menu.keys'), click: () => onCommand('showKeys') },
  ];
  const own: MenuItemConstructorOptions[] = [
    { role: 'about', label: translate('shell:menu.about') },
    { type: 'separator' },
    { label: translate('shell:menu.settings'), accelerator: 'Command+,', click: () => onCommand('openSettings') },
    { type: 'separator' },
    { role: 'hide', label: translate('shell:menu.hide') },
    { role: 'hideOthers', label: translate('shell:menu.hideOthers') },
    { role: 'unhide', label: translate('shell:menu.showAll') },
    { type: 'separator' },
    { label: translate('shell:tray.quit'), accelerator: 'Command+Q', click: onQuit },
  ];
  const template: MenuItemConstructorOptions[] = [
    { label: app.name, submenu: own },
    { role: 'editMenu', label: translate('shell:menu.edit'), submenu: editing(translate) },
    { label: translate('shell:menu.agenda'), submenu: agenda },
    { role: 'windowMenu', label: translate('shell:menu.window'), submenu: windows(translate) },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

// What these do is the system's; by itself Electron would call it in English only.

function editing(translate: Translate): MenuItemConstructorOptions[] {
  return [
    { role: 'undo', label: translate('shell:menu.undo') },
    { role: 'redo', label: translate('shell:menu.redo') },
    { type: 'separator' },
    { role: 'cut', label: translate('shell:menu.cut') },
    { role: 'copy', label: translate('shell:menu.copy') },
    { role: 'paste', label: translate('shell:menu.paste') },
    { role: 'delete', label: translate('shell:menu.delete') },
    { role: 'selectAll', label: translate('shell:menu.selectAll') },
  ];
}

function windows(translate: Translate): MenuItemConstructorOptions[] {
  return [
    { role: 'minimize', label: translate('shell:menu.minimize') },
    { role: 'zoom', label: translate('shell:menu.zoom') },
    { role: 'close', label: translate('shell:menu.close') },
    { type: 'separator' },
    { role: 'front', label: translate('shell:menu.front') },
  ];
}
