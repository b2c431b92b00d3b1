import { renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import { createProfileReader, type FoundProfileFile, type ReadProfileFile } from './profileFile.ts';
import { type ProfileFile, profileVersion } from './profileFiles.ts';

/** A file of the profile, open for writing. The value in memory is the truth; the file follows it. */
export interface ProfileStore<Value extends object> {
  readonly value: Value;
  /** Replaces the value; it is on disk, whole, when this returns. If the disk refuses, `onCannotWrite` is told. */
  replace(value: Value): void;
}

/** A file that could not be read as it was, and the name it was kept under. */
export interface SetAside {
  readonly file: string;
  readonly asideAs: string;
  /** Names of the parts that fell back; empty where they have none. */
  readonly lost: readonly string[];
}

/** What can happen to a file, to be passed on to the user. */
export interface ProfileEvents {
  readonly onSetAside: (aside: SetAside) => void;
  /** The disk is full, or not ours to write to. What it throws goes to whoever wanted to write. */
  readonly onCannotWrite: (error: unknown) => void;
}

/** Opens a file of the profile. What could not be understood is never overwritten: the file is first renamed. */
export async function openProfileStore<Value extends object>(
  folder: string,
  file: ProfileFile<Value>,
  events: ProfileEvents,
  read: ReadProfileFile = createProfileReader(folder),
): Promise<ProfileStore<Value>> {
  const found = await read(file);
  if (found.kind === 'damaged') {
    setAside(folder, file.name, found.lost ?? [], events);
  }
  return openStore(folder, file, found, events);
}

function openStore<Value extends object>(
  folder: string,
  file: ProfileFile<Value>,
  found: FoundProfileFile<Value>,
  { onCannotWrite }: ProfileEvents,
): ProfileStore<Value> {
  const disk = new Store<Record<string, unknown>>({
    cwd: folder,
    name: file.name,
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
    serialize: (content) => JSON.stringify(content),
    // What is on disk was read before, with a parser that trusts it less: this store only writes.
    deserialize: () => ({}),
  });
  let current = found.value;
  const store: ProfileStore<Value> = {
    get value() {
      return current;
    },
    replace(value) {
      current = value;
      try {
        disk.store = { version: profileVersion, ...value };
      } catch (error) {
        onCannotWrite(error);
      }
    },
  };
  if (found.kind === 'damaged') {
    store.replace(current);
  }
  return store;
}

function setAside(folder: string, name: string, lost: readonly string[], { onSetAside }: ProfileEvents): void {
  const file = `${name}.json`;
  const asideAs = `${name}.damaged-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`;
  renameSync(join(folder, file), join(folder, asideAs));
  onSetAside({ file, asideAs, lost });
}
