import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { app } from 'electron';
import { linkSwitches, signInScheme } from '../../core/links/findLink.ts';
import { linkScheme } from '../../core/links/foyerLink.ts';
import { writeFoyerLink } from '../../core/links/writeFoyerLink.ts';
import type { Translate } from '../../core/texts/translator.ts';
import { writeDesktopEntry } from './desktopEntry.ts';
import { createDesktopHandling, type DesktopHandlingParts, ownIconPath, renewOwnFile } from './desktopHandling.ts';
import { desktopFileName, desktopIdentity, folderFrom, ownCommand } from './desktopPlaces.ts';
import type { LinkHandling } from './linkRegistrar.ts';
import { createSystemHandling } from './systemHandling.ts';

const schemes = [linkScheme, signInScheme] as const;
const patience = 5_000;

/** How this system is told who opens links, for the way in which this run was started. */
export async function chooseHandling(translate: Translate): Promise<LinkHandling> {
  if (process.platform === 'linux') {
    const parts = await desktopParts(translate);
    if (app.isPackaged) {
      await renewOwnFile(parts).catch(() => undefined);
    }
    return createDesktopHandling(parts);
  }
  const isWindows = process.platform === 'win32';
  const script = app.isPackaged ? [] : [app.getAppPath()];
  return createSystemHandling({
    app,
    schemes,
    program: process.execPath,
    args: isWindows ? [...script, ...linkSwitches] : [],
    canChange: isWindows || app.isPackaged,
  });
}

async function desktopParts(translate: Translate): Promise<DesktopHandlingParts> {
  const dataHome = folderFrom(process.env, 'XDG_DATA_HOME', '.local/share');
  const fileName = desktopFileName(app.isPackaged);
  const isInstalled = app.isPackaged && (await isEntryInstalled(fileName));
  const run = async (tool: string, args: readonly string[]): Promise<string> =>
    (await promisify(execFile)(tool, [...args], { timeout: patience })).stdout;
  const text = writeDesktopEntry({
    name: app.name,
    comment: translate('shell:links.comment'),
    command: ownCommand(app, process.env),
    icon: ownIconPath(dataHome, fileName),
    windowClass: desktopIdentity,
    schemes,
    // As the packages say (see electron-builder.yml).
    fileTypes: ['text/calendar'],
    actions: [
      { id: 'JoinNext', name: translate('shell:links.joinNext'), link: writeFoyerLink({ kind: 'joinNext' }) },
      {
        id: 'NewRoom',
        name: translate('shell:links.newRoom'),
        link: writeFoyerLink({ kind: 'newRoom', serviceId: null }),
      },
    ],
  });
  const icon = isInstalled ? null : await readFile(join(app.getAppPath(), 'assets/icons/window.png'));
  const ownFile = icon === null ? null : { text, icon };
  return {
    schemes,
    dataHome,
    configHome: folderFrom(process.env, 'XDG_CONFIG_HOME', '.config'),
    fileName,
    ownFile,
    run,
  };
}

/** Whether a package has put the entry of this very program where all users have it. */
async function isEntryInstalled(fileName: string): Promise<boolean> {
  const folders = (process.env['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share').split(':');
  const texts = await Promise.all(
    folders.map((folder) => readFile(join(folder, 'applications', fileName), 'utf8').catch(() => '')),
  );
  return texts.some(
    (text) => text.includes(`Exec=${process.execPath} `) || text.includes(`Exec="${process.execPath}" `),
  );
}
