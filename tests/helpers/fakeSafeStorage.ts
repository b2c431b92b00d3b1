import type { SafeStorage } from 'electron';

/** A keyring that only looks like one: what it encrypts cannot be read as text, and another key cannot decrypt it. */
export interface FakeKeyring {
  readonly backend?: string;
  readonly key?: string;
  readonly isAvailable?: boolean;
  readonly shouldReEncrypt?: boolean;
  /** Whether it has Electron's newer face, with promises. */
  readonly isAsync?: boolean;
}

/** Electron's `safeStorage` on such a keyring. */
export function createFakeSafeStorage(keyring: FakeKeyring = {}): SafeStorage {
  const { backend = 'gnome_libsecret', key = 'key', isAvailable = true, shouldReEncrypt = false } = keyring;
  const encryptString = (text: string): Buffer => mix(Buffer.from(`${key}:${text}`));
  const decryptString = (ciphertext: Buffer): string => {
    const text = mix(ciphertext).toString('utf8');
    if (!text.startsWith(`${key}:`)) {
      throw new Error('the ciphertext was made with another key');
    }
    return text.slice(key.length + 1);
  };
  const sync = { isEncryptionAvailable: () => isAvailable, getSelectedStorageBackend: () => backend };
  const refuse = (): never => {
    throw new Error('the synchronous face is not to be used where there is a newer one');
  };
  const asynchronous = {
    encryptString: refuse,
    decryptString: refuse,
    isAsyncEncryptionAvailable: async () => isAvailable,
    encryptStringAsync: async (text: string) => encryptString(text),
    decryptStringAsync: async (ciphertext: Buffer) => ({ result: decryptString(ciphertext), shouldReEncrypt }),
  };
  const face = keyring.isAsync ? asynchronous : { encryptString, decryptString };
  return { ...sync, ...face } as unknown as SafeStorage;
}

function mix(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => byte ^ 0xa5));
}
