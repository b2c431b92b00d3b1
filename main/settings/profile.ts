import type { Account } from '../../core/model/account.ts';
import type { ReminderMemory } from '../../core/reminders/reminderMemory.ts';
import type { ReadProfileFile } from './profileFile.ts';
import { accountsFile, agendaFile, type CachedAgenda, callsFile, roomsFile } from './profileFiles.ts';
import { openProfileStore, type ProfileEvents, type ProfileStore } from './profileStore.ts';
import { type Settings, settingsFile } from './settingsFile.ts';
import { invitesFile, type StoredInvites } from './storedInvites.ts';
import { remindersFile } from './storedReminders.ts';
import type { StoredRooms } from './storedRooms.ts';

/** All files of a profile but the secrets, open for writing. */
export interface Profile {
  readonly folder: string;
  readonly settings: ProfileStore<Settings>;
  readonly accounts: ProfileStore<{ readonly accounts: readonly Account[] }>;
  readonly agenda: ProfileStore<{ readonly agendas: Readonly<Record<string, CachedAgenda>> }>;
  readonly calls: ProfileStore<{ readonly calls: Readonly<Record<string, readonly number[]>> }>;
  readonly rooms: ProfileStore<StoredRooms>;
  readonly invites: ProfileStore<StoredInvites>;
  readonly reminders: ProfileStore<ReminderMemory>;
}

/** Opens the files; those that were read already are not read again. */
export async function openProfile(folder: string, events: ProfileEvents, read?: ReadProfileFile): Promise<Profile> {
  return {
    folder,
    settings: await openProfileStore(folder, settingsFile, events, read),
    accounts: await openProfileStore(folder, accountsFile, events, read),
    agenda: await openProfileStore(folder, agendaFile, events, read),
    calls: await openProfileStore(folder, callsFile, events, read),
    rooms: await openProfileStore(folder, roomsFile, events, read),
    invites: await openProfileStore(folder, invitesFile, events, read),
    reminders: await openProfileStore(folder, remindersFile, events, read),
  };
}
