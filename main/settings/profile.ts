import type { Account } from '../../core/model/account.ts';
import type { ReminderMemory } from '../../core/reminders/reminderMemory.ts';
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

/** Opens the files. */
export async function openProfile(folder: string, events: ProfileEvents): Promise<Profile> {
  return {
    folder,
    settings: await openProfileStore(folder, settingsFile, events),
    accounts: await openProfileStore(folder, accountsFile, events),
    agenda: await openProfileStore(folder, agendaFile, events),
    calls: await openProfileStore(folder, callsFile, events),
    rooms: await openProfileStore(folder, roomsFile, events),
    invites: await openProfileStore(folder, invitesFile, events),
    reminders: await openProfileStore(folder, remindersFile, events),
  };
}
