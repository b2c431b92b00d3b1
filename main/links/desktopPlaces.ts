import { mkdir, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { App } from 'electron';

/** How Linux desktops know Foyer. */
export const desktopIdentity = 'app.foyer.desktop';

/** Name of Foyer's desktop file; a run from a checkout must not stand before an installed Foyer. */
export function desktopFileName(isPackaged: boolean): string {
  return isPackaged ? `${desktopIdentity}.desktop` : `${desktopIdentity}.development.desktop`;
}

/**
 * The program and its arguments, as the desktop is to start it. An AppImage is a file of its own; a checkout is started
 * with its folder, and goes on with the profile it was given.
 */
export function ownCommand(
  app: Pick<App, 'isPackaged' | 'getAppPath' | 'commandLine'>,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  if (app.isPackaged) {
    return [environment['APPIMAGE'] ?? process.execPath];
  }
  const profile = app.commandLine.getSwitchValue('user-data-dir');
  return [process.execPath, app.getAppPath(), ...(profile === '' ? [] : [`--user-data-dir=${resolve(profile)}`])];
}

/** A folder that a variable names, or one in the home. XDG Base Directory Specification: a relative path counts as none. */
export function folderFrom(
  environment: Readonly<Record<string, string | undefined>>,
  variable: string,
  fallback: string,
): string {
  const named = environment[variable] ?? '';
  return isAbsolute(named) ? named : join(homedir(), fallback);
}

/** Writes a file, and the folders that it lies in: all of it or nothing. */
export async function writeWhole(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const half = `${path}.foyer-new`;
  await writeFile(half, content);
  await rename(half, path);
}
