import { readFile, rm } from 'node:fs/promises';
import { writeWhole } from '../links/desktopPlaces.ts';
import { type AutostartEntry, readAutostartEntry, renewCommand, writeAutostartEntry } from './autostartEntry.ts';
import type { LoginItem } from './loginItem.ts';

/** A file in the folder that Linux desktops start programs from. */
export function createAutostartFile(path: string, entry: AutostartEntry): LoginItem {
  return {
    read: async () => {
      const text = await readIfThere(path);
      if (text === null) {
        return 'off';
      }
      return readAutostartEntry(text).isSwitchedOff ? 'switchedOffBySystem' : 'on';
    },
    change: async (isWanted) => {
      if (!isWanted) {
        await rm(path, { force: true });
        return;
      }
      const text = await readIfThere(path);
      await writeWhole(path, text === null ? writeAutostartEntry(entry) : renewCommand(text, entry.command));
    },
    renew: async () => {
      const text = await readIfThere(path);
      const renewed = text === null ? null : renewCommand(text, entry.command);
      if (renewed !== null && renewed !== text) {
        await writeWhole(path, renewed);
      }
    },
  };
}

/** Any other error than that it is not there is thrown: a file that cannot be read says nothing. */
async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return null;
    }
    throw error;
  }
}
