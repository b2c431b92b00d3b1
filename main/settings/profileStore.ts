import { renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import { type FoundProfileFile, readProfileFile } from './profileFile.ts';
import { type ProfileFile, profileVersion } from './profileFiles.ts';

/** A file of the profile, open for writing. The value in memory is the truth; the file follows it. */
export interface ProfileStore<Value extends object> {
  readonly value: Value;
  /** Replaces the value; it is on disk, whole, when this returns. Throws if the disk refuses. */
  replace(value: Value): void;
}

/** A file that could not be read as it was, and the name it was kept under. */
export interface SetAside {
  readonly file: string;
  readonly asideAs: string;
}

/**
 * Opens a file of the profile. What could not be understood is never overwritten: the file is first renamed, and
 * `onSetAside` told.
 */
export async function openProfileStore<Value extends object>(
  folder: string,
  file: ProfileFile<Value>,
  onSetAside: (aside: SetAside) => void,
): Promise<ProfileStore<Value>> {
  const found = await readProfileFile(folder, file);
  if (found.kind === 'damaged') {
    setAside(folder, file.name, onSetAside);
  }
  return openStore(folder, file, found);
}

function openStore<Value extends object>(
  folder: string,
  file: ProfileFile<Value>,
  found: FoundProfileFile<Value>,
): ProfileStore<Value> {
  const disk = new Store<Record<string, unknown>>({
    cwd: folder,
    name: file.name,
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
    serialize: (content) => JSON.stringify(content),
  });
  let current = found.value;
  const store: ProfileStore<Value> = {
    get value() {
      return current;
    },
    replace(value) {
      current = value;
      disk.store = { version: profileVersion, ...value };
    },
  };
  if (found.kind === 'damaged') {
    store.replace(current);
  }
  return store;
}

function setAside(folder: string, name: string, onSetAside: (aside: SetAside) => void): void {
  const file = `${name}.json`;
  const asideAs = `${name}.damaged-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`;
  renameSync(join(folder, file), join(folder, asideAs));
  onSetAside({ file, asideAs });
}
