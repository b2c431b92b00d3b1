import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { SecretStorage } from '../../core/model/account.ts';
import { readProfileFile } from '../settings/profileFile.ts';
import type { ProfileFile } from '../settings/profileFiles.ts';
import { openProfileStore } from '../settings/profileStore.ts';
import { type Cipher, protects } from './cipher.ts';

/** Values of an account's secret fields. */
export type Secrets = Readonly<Record<string, string>>;

/** What the vault has for an account. */
export type FoundSecrets =
  | { readonly kind: 'found'; readonly secrets: Secrets; readonly storage: SecretStorage }
  | { readonly kind: 'missing' }
  /** There is a record, but this session cannot read it: it stays on disk, since another session's keyring might. */
  | { readonly kind: 'unreadable' };

interface SecretRecord {
  readonly backend: string;
  /** Base64; null when there is none that makes sense. */
  readonly ciphertext: string | null;
}

const secretsSchema = z.record(z.string(), z.string());
const recordSchema = z.object({
  version: z.literal(1),
  backend: z.string(),
  ciphertext: z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/)),
});

/** One secret per file, encrypted by the system, readable by this user only. Without protection: in memory only, unless allowed. */
export class Vault {
  readonly #folder: string;
  readonly #cipher: Cipher;
  readonly #isPlaintextAllowed: () => boolean;
  readonly #inMemory = new Map<string, Secrets>();

  constructor(folder: string, cipher: Cipher, isPlaintextAllowed: () => boolean) {
    this.#folder = folder;
    this.#cipher = cipher;
    this.#isPlaintextAllowed = isPlaintextAllowed;
  }

  /** Where a secret kept now ends up. */
  get storage(): SecretStorage {
    if (this.#cipher.isProtecting) {
      return 'encrypted';
    }
    return this.#isPlaintextAllowed() ? 'unprotected' : 'memory';
  }

  async read(accountId: string): Promise<FoundSecrets> {
    const remembered = this.#inMemory.get(accountId);
    if (remembered !== undefined) {
      return { kind: 'found', secrets: remembered, storage: this.storage };
    }
    const found = await readProfileFile(this.#folder, recordFile(accountId));
    if (found.kind === 'fresh') {
      return { kind: 'missing' };
    }
    return this.#open(accountId, found.value);
  }

  /** Keeps the secrets of an account for this run, and beyond it as far as `storage` says. Throws when the disk or the system refuses. */
  async keep(accountId: string, secrets: Secrets): Promise<SecretStorage> {
    this.#inMemory.set(accountId, secrets);
    if (this.storage === 'memory') {
      await this.#erase(accountId);
    } else {
      const ciphertext = await this.#cipher.encrypt(JSON.stringify(secrets));
      const file = recordFile(accountId);
      if ((await readProfileFile(this.#folder, file)).kind === 'damaged') {
        await this.#erase(accountId);
      }
      const store = await openProfileStore(this.#folder, file, { onSetAside: () => undefined, onCannotWrite: refuse });
      store.replace({ backend: this.#cipher.backend, ciphertext: ciphertext.toString('base64') });
    }
    return this.storage;
  }

  /** Follows a changed permission: writes down what was in memory only, or takes it off the disk again. */
  async followPermission(accountIds: readonly string[]): Promise<void> {
    for (const accountId of accountIds) {
      const found = await this.read(accountId);
      if (found.kind === 'found') {
        await this.keep(accountId, found.secrets);
      }
    }
  }

  async forget(accountId: string): Promise<void> {
    this.#inMemory.delete(accountId);
    await this.#erase(accountId);
  }

  /** Takes everything off the disk that begins with `prefix` and is not among `ids`: what a crash left behind. */
  async sweep(prefix: string, ids: readonly string[]): Promise<void> {
    const kept = new Set(ids.map((id) => `${recordFile(id).name}.json`));
    const files = await readdir(this.#folder).catch(() => []);
    const orphans = files.filter((file) => file.startsWith(recordFile(prefix).name) && !kept.has(file));
    await Promise.all(orphans.map((file) => rm(join(this.#folder, file), { force: true })));
  }

  async #open(accountId: string, record: SecretRecord): Promise<FoundSecrets> {
    let secrets: Secrets;
    let isOutdated: boolean;
    try {
      const { text, shouldReEncrypt } = await this.#cipher.decrypt(Buffer.from(record.ciphertext ?? '', 'base64'));
      secrets = z.parse(secretsSchema, JSON.parse(text));
      isOutdated = shouldReEncrypt || record.backend !== this.#cipher.backend;
    } catch {
      return { kind: 'unreadable' };
    }
    this.#inMemory.set(accountId, secrets);
    await this.#bringUpToDate(accountId, secrets, { ...record, isOutdated });
    return { kind: 'found', secrets, storage: this.storage };
  }

  /** Encrypts anew what should be, and takes off the disk what nobody (any more) allowed to lie there unprotected. */
  async #bringUpToDate(
    accountId: string,
    secrets: Secrets,
    { backend, isOutdated }: SecretRecord & { readonly isOutdated: boolean },
  ): Promise<void> {
    const isUnwanted = this.storage === 'memory' && !protects(backend);
    if (isUnwanted || (isOutdated && this.storage !== 'memory')) {
      // A disk that refuses takes nothing away: the secret was read, and the next start tries again.
      await this.keep(accountId, secrets).catch(() => undefined);
    }
  }

  async #erase(accountId: string): Promise<void> {
    await rm(join(this.#folder, `${recordFile(accountId).name}.json`), { force: true });
  }
}

function recordFile(accountId: string): ProfileFile<SecretRecord> {
  const fresh: SecretRecord = { backend: '', ciphertext: null };
  return {
    name: `secret-${accountId}`,
    fresh,
    parse: (found) => {
      const parsed = z.safeParse(recordSchema, found);
      return parsed.success ? { value: parsed.data, isWhole: true } : { value: fresh, isWhole: false };
    },
  };
}

/** A secret that could not be kept is for whoever wanted it kept. */
function refuse(error: unknown): never {
  throw error;
}
