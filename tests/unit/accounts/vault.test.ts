import '../../helpers/withoutElectron.ts';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCipher } from '../../../main/accounts/cipher.ts';
import { Vault } from '../../../main/accounts/vault.ts';
import { createFakeSafeStorage, type FakeKeyring } from '../../helpers/fakeSafeStorage.ts';

const secrets = { clientSecret: 'open sesame 1234' };
const noKeyring: FakeKeyring = { backend: 'basic_text', key: 'peanuts' };

let folder = '';
let isAllowed = false;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-vault-'));
  isAllowed = false;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function openVault(keyring: FakeKeyring = {}, platform: NodeJS.Platform = 'linux'): Promise<Vault> {
  return new Vault(folder, await createCipher(createFakeSafeStorage(keyring), platform), () => isAllowed);
}

const file = (): string => join(folder, 'secret-room-1.json');

async function record(): Promise<{ backend: string; ciphertext: string }> {
  return JSON.parse(await readFile(file(), 'utf8'));
}

/** Whether the secret can be read in any file, as it is or in base64. */
async function isInTheClear(): Promise<boolean> {
  const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  const encoded = texts.flatMap((text) => text.match(/[A-Za-z0-9+/]{8,}={0,2}/g) ?? []);
  const decoded = encoded.map((text) => Buffer.from(text, 'base64').toString('utf8'));
  return [...texts, ...decoded].some((text) => text.includes('sesame'));
}

describe('with a keyring', () => {
  test.each([{}, { isAsync: true }])('a secret is kept encrypted, for this user only (%o)', async (face) => {
    expect(await (await openVault(face)).keep('room-1', secrets)).toBe('encrypted');
    expect(await record()).toMatchObject({ version: 1, backend: 'gnome_libsecret' });
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect(await isInTheClear()).toBe(false);
    expect(await (await openVault(face)).read('room-1')).toEqual({ kind: 'found', secrets, storage: 'encrypted' });
  });

  test.each([
    ['darwin', 'keychain'],
    ['win32', 'dpapi'],
  ] as const)('of %s the backend is recorded as %s', async (platform, backend) => {
    await (await openVault({ backend: 'unknown' }, platform)).keep('room-1', secrets);
    expect(await record()).toMatchObject({ backend });
    expect(await isInTheClear()).toBe(false);
  });

  test('a changed secret replaces the earlier one, and a removed one is gone', async () => {
    const vault = await openVault();
    await vault.keep('room-1', { clientSecret: 'old' });
    await vault.keep('room-1', secrets);
    await vault.keep('room-2', { clientSecret: 'other' });
    expect(await (await openVault()).read('room-1')).toMatchObject({ secrets });
    await vault.forget('room-1');
    expect(await readdir(folder)).toEqual(['secret-room-2.json']);
    expect(await vault.read('room-1')).toEqual({ kind: 'missing' });
    await vault.forget('room-1');
  });

  test('what it wants encrypted anew is, and what another backend encrypted is brought over', async () => {
    await (await openVault({ key: 'same' })).keep('room-1', secrets);
    const before = await record();
    const vault = await openVault({ key: 'same', backend: 'kwallet6', isAsync: true, shouldReEncrypt: true });
    expect(await vault.read('room-1')).toMatchObject({ kind: 'found', secrets });
    expect(await record()).toMatchObject({ backend: 'kwallet6' });
    expect(before.backend).toBe('gnome_libsecret');

    await writeFile(file(), JSON.stringify({ ...(await record()), marker: 1 }));
    await (await openVault({ key: 'same', backend: 'kwallet6' })).read('room-1');
    expect(await record()).toMatchObject({ marker: 1 });
    await (await openVault({ key: 'same', backend: 'kwallet6', isAsync: true, shouldReEncrypt: true })).read('room-1');
    expect(await record()).not.toHaveProperty('marker');
  });
});

describe('a record that cannot be read', () => {
  test.each<[string, () => Promise<void>]>([
    ['was made with another key', async () => undefined],
    ['is no JSON', () => writeFile(file(), '\0\0\0\0')],
    ['is empty', () => writeFile(file(), '')],
    ['has another version', () => writeFile(file(), '{"version":2,"backend":"x","ciphertext":"AAAA"}')],
    ['holds no base64', () => writeFile(file(), '{"version":1,"backend":"x","ciphertext":"<?>"}')],
    ['holds something else', () => writeFile(file(), '{"version":1,"backend":"x","ciphertext":"AAAA"}')],
  ])('since it %s leads to connecting again, and stays on disk', async (_name, damage) => {
    await (await openVault({ key: 'of another session' })).keep('room-1', secrets);
    await damage();
    const before = await readFile(file());
    for (const keyring of [{}, { isAsync: true }, noKeyring]) {
      expect(await (await openVault(keyring)).read('room-1')).toEqual({ kind: 'unreadable' });
      expect(await readFile(file())).toEqual(before);
    }
    const vault = await openVault();
    await vault.followPermission(['room-1']);
    expect(await readFile(file())).toEqual(before);

    await vault.keep('room-1', secrets);
    expect(await (await openVault()).read('room-1')).toMatchObject({ kind: 'found', secrets });
    expect(await readdir(folder)).toEqual(['secret-room-1.json']);
  });

  test('since a folder is in its place leads to connecting again', async () => {
    await mkdir(file());
    expect(await (await openVault()).read('room-1')).toEqual({ kind: 'unreadable' });
  });

  test('is not what a refusing disk makes of one that should be encrypted anew', async () => {
    await (await openVault({ key: 'same' })).keep('room-1', secrets);
    const cipher = await createCipher(createFakeSafeStorage({ key: 'same', backend: 'kwallet6' }), 'linux');
    const vault = new Vault(folder, { ...cipher, encrypt: () => Promise.reject(new Error('refused')) }, () => false);
    expect(await vault.read('room-1')).toMatchObject({ kind: 'found', secrets });
  });
});

describe('without a keyring', () => {
  test.each<FakeKeyring>([noKeyring, { ...noKeyring, isAsync: true }, { isAvailable: false }, { backend: 'unknown' }])(
    'a secret stays in memory, and no file knows of it (%o)',
    async (keyring) => {
      const vault = await openVault(keyring);
      expect(await vault.keep('room-1', secrets)).toBe('memory');
      expect(await vault.read('room-1')).toEqual({ kind: 'found', secrets, storage: 'memory' });
      expect(await readdir(folder)).toEqual([]);
      expect(await (await openVault(keyring)).read('room-1')).toEqual({ kind: 'missing' });
    },
  );

  test.each<FakeKeyring>([noKeyring, { isAvailable: false }])(
    'a secret is written down once that is allowed, and taken off the disk once it is not (%o)',
    async (keyring) => {
      const vault = await openVault(keyring);
      await vault.keep('room-1', secrets);
      isAllowed = true;
      await vault.followPermission(['room-1', 'room-without-a-secret']);
      expect(await readdir(folder)).toEqual(['secret-room-1.json']);
      expect((await stat(file())).mode & 0o777).toBe(0o600);
      expect(await (await openVault(keyring)).read('room-1')).toEqual({
        kind: 'found',
        secrets,
        storage: 'unprotected',
      });
      isAllowed = false;
      await vault.followPermission(['room-1']);
      expect(await readdir(folder)).toEqual([]);
      expect(await vault.read('room-1')).toEqual({ kind: 'found', secrets, storage: 'memory' });
    },
  );

  test('a secret that was allowed to lie there does not stay when the permission is lost between two runs', async () => {
    isAllowed = true;
    await (await openVault(noKeyring)).keep('room-1', secrets);
    isAllowed = false;
    const vault = await openVault(noKeyring);
    expect(await vault.read('room-1')).toEqual({ kind: 'found', secrets, storage: 'memory' });
    expect(await readdir(folder)).toEqual([]);
  });

  test('what a keyring encrypted is left for the session that has it', async () => {
    await (await openVault({ key: 'same' })).keep('room-1', secrets);
    // This one has no name for its keyring, but can decrypt all the same.
    expect(await (await openVault({ key: 'same', backend: 'basic_text' })).read('room-1')).toMatchObject({ secrets });
    expect(await record()).toMatchObject({ backend: 'gnome_libsecret' });
  });

  test('what was unprotected becomes encrypted as soon as there is a keyring', async () => {
    isAllowed = true;
    await (await openVault({ ...noKeyring, key: 'same' })).keep('room-1', secrets);
    expect(await (await openVault({ key: 'same' })).read('room-1')).toMatchObject({ storage: 'encrypted' });
    expect(await record()).toMatchObject({ backend: 'gnome_libsecret' });
  });
});

describe('a disk or a system that refuses', () => {
  test('to keep a secret is told to whoever wanted it kept', async () => {
    const cipher = await createCipher(createFakeSafeStorage(), 'linux');
    const locked = new Vault(folder, { ...cipher, encrypt: () => Promise.reject(new Error('locked')) }, () => false);
    await expect(locked.keep('room-1', secrets)).rejects.toThrow('locked');
    await writeFile(join(folder, 'not-a-folder'), '');
    const full = new Vault(join(folder, 'not-a-folder'), cipher, () => false);
    await expect(full.keep('room-1', secrets)).rejects.toThrow();
  });
});

test('a sweep takes what nobody knows any more, and nothing else', async () => {
  const vault = await openVault();
  for (const id of ['room-1', 'room-2', 'account-1']) {
    await vault.keep(id, secrets);
  }
  await writeFile(join(folder, 'rooms.json'), '{}');
  await vault.sweep('room-', ['room-2']);
  expect((await readdir(folder)).toSorted()).toEqual(['rooms.json', 'secret-account-1.json', 'secret-room-2.json']);
  await rm(folder, { recursive: true });
  await expect(vault.sweep('room-', [])).resolves.toBeUndefined();
});
