import type { Account } from '../../core/model/account.ts';
import { accountsFile, agendaFile, type CachedAgenda, callsFile, type Settings, settingsFile } from './profileFiles.ts';
import { openProfileStore, type ProfileStore, type SetAside } from './profileStore.ts';

/** All files of a profile but the secrets, open for writing. */
export interface Profile {
  readonly folder: string;
  readonly settings: ProfileStore<Settings>;
  readonly accounts: ProfileStore<{ readonly accounts: readonly Account[] }>;
  readonly agenda: ProfileStore<{ readonly agendas: Readonly<Record<string, CachedAgenda>> }>;
  readonly calls: ProfileStore<{ readonly calls: Readonly<Record<string, readonly number[]>> }>;
}

/** Opens the files; tells of each that had to be set aside. */
export async function openProfile(folder: string, onSetAside: (aside: SetAside) => void): Promise<Profile> {
  return {
    folder,
    settings: await openProfileStore(folder, settingsFile, onSetAside),
    accounts: await openProfileStore(folder, accountsFile, onSetAside),
    agenda: await openProfileStore(folder, agendaFile, onSetAside),
    calls: await openProfileStore(folder, callsFile, onSetAside),
  };
}
