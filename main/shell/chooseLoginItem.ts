import { join } from 'node:path';
import { app } from 'electron';
import type { Translate } from '../../core/texts/translator.ts';
import { desktopFileName, folderFrom, ownCommand } from '../links/desktopPlaces.ts';
import type { LoginItem } from './loginItem.ts';
import { createAutostartFile } from './loginItemByFile.ts';
import { createSystemLoginItem } from './loginItemBySystem.ts';
import { hiddenArgument } from './startHidden.ts';

/** Where this system notes what it starts at login, for the way in which this run was started; null where there is no such place. */
export function chooseLoginItem(translate: Translate): LoginItem | null {
  if (process.platform !== 'linux') {
    const args = [hiddenArgument];
    return app.isPackaged
      ? createSystemLoginItem({ app, platform: process.platform, path: process.execPath, args })
      : null;
  }
  // Both keep programs away from the folder, and have ways of their own.
  if (process.env['FLATPAK_ID'] !== undefined || process.env['SNAP'] !== undefined) {
    return null;
  }
  const folder = join(folderFrom(process.env, 'XDG_CONFIG_HOME', '.config'), 'autostart');
  return createAutostartFile(join(folder, desktopFileName(app.isPackaged)), {
    name: app.name,
    comment: translate('shell:links.comment'),
    command: [...ownCommand(app, process.env), hiddenArgument],
  });
}
