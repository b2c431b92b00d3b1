import type { Account } from '../../core/model/account.ts';
import type { Secrets, Vault } from '../../main/accounts/vault.ts';
import type { CachedAgenda } from '../../main/settings/profileFiles.ts';
import type { ProfileStore } from '../../main/settings/profileStore.ts';
import type { StoredRooms } from '../../main/settings/storedRooms.ts';

/** What outlives a run, without a disk. */
export interface FakeProfile {
  readonly accounts: ProfileStore<{ readonly accounts: readonly Account[] }>;
  readonly agenda: ProfileStore<{ readonly agendas: Readonly<Record<string, CachedAgenda>> }>;
  readonly calls: ProfileStore<{ readonly calls: Readonly<Record<string, readonly number[]>> }>;
  readonly rooms: ProfileStore<StoredRooms>;
  readonly secrets: Map<string, Secrets>;
  readonly vault: Pick<Vault, 'read' | 'keep' | 'forget' | 'sweep'>;
}

/** A profile with nothing in it. */
export function createFakeProfile(): FakeProfile {
  const secrets = new Map<string, Secrets>();
  return {
    accounts: fakeStore({ accounts: [] }),
    agenda: fakeStore({ agendas: {} }),
    calls: fakeStore({ calls: {} }),
    rooms: fakeStore<StoredRooms>({ rooms: [], usedHosts: [], lastGood: {} }),
    secrets,
    vault: {
      read: async (accountId) => {
        const found = secrets.get(accountId);
        return found === undefined
          ? { kind: 'missing' }
          : { kind: 'found', secrets: structuredClone(found), storage: 'encrypted' };
      },
      keep: async (accountId, kept) => {
        secrets.set(accountId, structuredClone(kept));
        return 'encrypted';
      },
      forget: async (accountId) => {
        secrets.delete(accountId);
      },
      sweep: async (prefix, ids) => {
        for (const id of secrets.keys()) {
          if (id.startsWith(prefix) && !ids.includes(id)) {
            secrets.delete(id);
          }
        }
      },
    },
  };
}

/** One file of a profile. */
export function fakeStore<Value extends object>(first: Value): ProfileStore<Value> {
  let text = JSON.stringify(first);
  return {
    get value(): Value {
      return JSON.parse(text);
    },
    replace(value) {
      text = JSON.stringify(value);
    },
  };
}
