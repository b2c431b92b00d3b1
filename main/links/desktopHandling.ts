import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { forgetInMimeApps, mimeTypeOf } from './desktopEntry.ts';
import { writeWhole } from './desktopPlaces.ts';
import type { LinkHandling } from './linkRegistrar.ts';

/** A desktop file of a run that no package has installed (an AppImage, an unpacked build, a checkout). */
export interface OwnDesktopFile {
  readonly text: string;
  /** PNG; the one inside of the program may be out of reach while it does not run. */
  readonly icon: Buffer;
}

/** What it takes on Linux. */
export interface DesktopHandlingParts {
  readonly schemes: readonly string[];
  /** `XDG_DATA_HOME` and `XDG_CONFIG_HOME`. */
  readonly dataHome: string;
  readonly configHome: string;
  /** Name of the desktop file: the installed one, or that of `ownFile`. */
  readonly fileName: string;
  /** Null where a package has installed one. */
  readonly ownFile: OwnDesktopFile | null;
  /** Runs a tool and gives what it prints; throws where it is missing or fails. */
  readonly run: (tool: string, args: readonly string[]) => Promise<string>;
}

/** Where the picture of an own desktop file lies. */
export function ownIconPath(dataHome: string, fileName: string): string {
  return join(dataHome, 'icons', `${fileName.replace(/\.desktop$/, '')}.png`);
}

/** Linux desktops open a link with the program whose desktop file the user chose, or else the first that names the scheme. */
export function createDesktopHandling(parts: DesktopHandlingParts): LinkHandling {
  const { schemes, dataHome, fileName, ownFile, run } = parts;
  const types = schemes.map(mimeTypeOf);
  const entryPath = join(dataHome, 'applications', fileName);
  const iconPath = ownIconPath(dataHome, fileName);
  return {
    look: async () => {
      const found = await Promise.all(types.map((type) => run('xdg-mime', ['query', 'default', type]))).catch(
        () => null,
      );
      if (found === null) {
        return { kind: 'unavailable', canStop: false };
      }
      const names = found.map((name) => name.trim());
      if (names.every((name) => name === fileName)) {
        return { kind: 'ours', canStop: ownFile !== null };
      }
      return { kind: names.every((name) => name === '' || name === fileName) ? 'none' : 'other', canStop: false };
    },
    change: async (isWanted) => {
      if (isWanted) {
        if (ownFile !== null) {
          await writeWhole(iconPath, ownFile.icon);
          await writeWhole(entryPath, ownFile.text);
        }
        await tellDesktop(parts);
        await run('xdg-mime', ['default', fileName, ...types]);
      } else if (ownFile !== null) {
        await rm(entryPath, { force: true });
        await rm(iconPath, { force: true });
        await forgetChoices(parts);
        await tellDesktop(parts);
      }
    },
  };
}

/** An AppImage that was moved or renamed is opened where it is now. Changes nothing but a file that is there already. */
export async function renewOwnFile({ dataHome, fileName, ownFile }: DesktopHandlingParts): Promise<void> {
  const path = join(dataHome, 'applications', fileName);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (ownFile !== null && text !== null && text !== ownFile.text) {
    await writeWhole(path, ownFile.text);
  }
}

/** Some desktops read a table of all desktop files instead of the files. */
async function tellDesktop({ dataHome, run }: DesktopHandlingParts): Promise<void> {
  await run('update-desktop-database', [join(dataHome, 'applications')]).catch(() => '');
}

async function forgetChoices({ configHome, dataHome, fileName }: DesktopHandlingParts): Promise<void> {
  for (const folder of [configHome, join(dataHome, 'applications')]) {
    const path = join(folder, 'mimeapps.list');
    const text = await readFile(path, 'utf8').catch(() => '');
    const kept = forgetInMimeApps(text, fileName);
    if (kept !== text) {
      await writeWhole(path, kept);
    }
  }
}
