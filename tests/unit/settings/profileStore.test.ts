import '../../helpers/withoutElectron.ts';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCipher } from '../../../main/accounts/cipher.ts';
import { Vault } from '../../../main/accounts/vault.ts';
import { readFirstState } from '../../../main/firstState.ts';
import { noPolicy } from '../../../main/settings/policy.ts';
import { openProfile, type Profile } from '../../../main/settings/profile.ts';
import { createProfileReader, readProfileFile } from '../../../main/settings/profileFile.ts';
import { accountsFile, agendaFile, callsFile } from '../../../main/settings/profileFiles.ts';
import { openProfileStore, type SetAside } from '../../../main/settings/profileStore.ts';
import { settingsFile } from '../../../main/settings/settingsFile.ts';
import { createDamage } from '../../helpers/fakeDamage.ts';
import { at } from '../../helpers/fakeMeetings.ts';
import { someAccounts, someAgenda, someSettings } from '../../helpers/fakeProfileFiles.ts';
import { createFakeSafeStorage } from '../../helpers/fakeSafeStorage.ts';

let folder = '';
let aside: SetAside[] = [];
let refused: unknown[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-profile-'));
  aside = [];
  refused = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const events = {
  onSetAside: (found: SetAside) => void aside.push(found),
  onCannotWrite: (error: unknown) => void refused.push(error),
};

function open(): Promise<Profile> {
  return openProfile(folder, events);
}

describe('a profile', () => {
  test('that is new writes nothing until there is something to keep', async () => {
    const profile = await open();
    expect(profile.settings.value).toEqual(settingsFile.fresh);
    expect(await readdir(folder)).toEqual([]);
    expect(aside).toEqual([]);
  });

  test('is at the next start what it was, readable by this user only', async () => {
    const profile = await open();
    profile.settings.replace(someSettings);
    profile.accounts.replace({ accounts: someAccounts });
    profile.agenda.replace({ agendas: { 'room-1': someAgenda(2) } });
    profile.calls.replace({ calls: { 'pexip/a': [1, 2] } });
    const again = await open();
    expect(again.settings.value).toEqual(someSettings);
    expect(again.accounts.value).toEqual({ accounts: someAccounts });
    expect(again.agenda.value).toEqual({ agendas: { 'room-1': someAgenda(2) } });
    expect(again.calls.value).toEqual({ calls: { 'pexip/a': [1, 2] } });
    expect(aside).toEqual([]);
    for (const name of await readdir(folder)) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    }
  });

  test('goes on in memory when the disk refuses, and says so', async () => {
    const profile = await open();
    await rm(folder, { recursive: true });
    await writeFile(folder, 'in the way');
    profile.settings.replace(someSettings);
    expect(profile.settings.value).toEqual(someSettings);
    expect(refused).toHaveLength(1);
  });

  test('with a folder in the place of a file sets it aside too', async () => {
    await mkdir(join(folder, 'settings.json', 'deeper'), { recursive: true });
    const profile = await open();
    profile.settings.replace(someSettings);
    expect((await open()).settings.value).toEqual(someSettings);
    expect(aside).toHaveLength(1);
  });
});

describe('damaged files of a profile', () => {
  test('are set aside as they were, what is whole of them is kept, and the next start finds no damage', async () => {
    const damage = createDamage(Date.now() % 1e9);
    const files = [settingsFile, accountsFile, agendaFile, callsFile];
    const whole: Readonly<Record<string, object>> = {
      settings: someSettings,
      accounts: { accounts: someAccounts },
      agenda: { agendas: { 'room-1': someAgenda(2) } },
      calls: { calls: { 'pexip/a': [1, 2] } },
    };
    for (let round = 0; round < 200; round += 1) {
      const file = damage.pick<(typeof files)[number]>(files);
      const text = JSON.stringify({ version: 1, ...whole[file.name] });
      const damaged = damage.pick([damage.spoilText(text), JSON.stringify(damage.spoil(JSON.parse(text))), '', '\0']);
      const bytes = Buffer.from(damaged ?? 'null');
      await writeFile(join(folder, `${file.name}.json`), bytes);
      aside = [];
      const found = await readProfileFile<object>(folder, file);
      const store = await openProfileStore<object>(folder, file, events);
      expect(store.value).toEqual(found.value);
      expect(aside).toHaveLength(found.kind === 'damaged' ? 1 : 0);
      for (const { asideAs } of aside) {
        expect(await readFile(join(folder, asideAs))).toEqual(bytes);
        await rm(join(folder, asideAs));
      }
      expect(await readProfileFile<object>(folder, file)).toEqual({ kind: 'read', value: found.value });
    }
  }, 20_000);

  test('lead to no exception in what is drawn first, and change nothing on disk', async () => {
    const environment = {
      platform: 'linux',
      version: '1',
      locale: 'en-GB',
      isTwelveHour: undefined,
      language: 'en',
      keyring: { kind: 'unknown', backend: '', isPlaintextAllowed: false },
    } as const;
    await writeFile(join(folder, 'accounts.json'), JSON.stringify({ version: 1, accounts: [null, ...someAccounts] }));
    await writeFile(join(folder, 'agenda.json'), JSON.stringify({ version: 1, agendas: { 'room-1': someAgenda(3) } }));
    const state = await readFirstState(createProfileReader(folder), environment, noPolicy, Date.parse(at(31)));
    expect(state.accounts.map(({ id }) => id)).toEqual(['room-1', 'room-2', 'room-3']);
    expect(state.agenda.meetings).toHaveLength(2);
    expect(state.accounts[0]).toMatchObject({ status: { kind: 'waiting' }, lastSuccessAt: at(0) });
    expect((await readdir(folder)).toSorted()).toEqual(['accounts.json', 'agenda.json']);
    await writeFile(join(folder, 'accounts.json'), '\0');
    expect(await readFirstState(createProfileReader(folder), environment, noPolicy, 0)).toMatchObject({
      accounts: [],
      agenda: { meetings: [] },
    });
    expect(await readFirstState(createProfileReader(join(folder, 'nowhere')), environment, noPolicy, 0)).toMatchObject({
      accounts: [],
    });
  });

  test('with secrets are left alone, and lead to connecting again', async () => {
    const damage = createDamage(Date.now() % 1e9);
    const cipher = await createCipher(createFakeSafeStorage(), 'linux');
    const record = join(folder, 'secret-room-1.json');
    await new Vault(folder, cipher, () => false).keep('room-1', { clientSecret: 'secret' });
    const text = await readFile(record, 'utf8');
    for (let round = 0; round < 800; round += 1) {
      const spoilt = damage.pick([damage.spoilText(text), JSON.stringify(damage.spoil(JSON.parse(text))), '', '[]']);
      const bytes = Buffer.from(spoilt ?? 'null');
      await writeFile(record, bytes);
      const found = await new Vault(folder, cipher, () => false).read('room-1');
      if (found.kind === 'found') {
        expect(Object.values(found.secrets).every((value) => typeof value === 'string')).toBe(true);
      } else {
        expect(found).toEqual({ kind: 'unreadable' });
        expect(await readFile(record)).toEqual(bytes);
      }
    }
  }, 20_000);
});
