import type { SafeStorage } from 'electron';

/** What the system protects secrets with, behind one face for Electron's older and newer ways of asking for it. */
export interface Cipher {
  /** The system's name for what it encrypts with ("gnome_libsecret"), to be kept beside each ciphertext. */
  readonly backend: string;
  /** False when encrypting would protect nothing: no keyring, or a password that every copy of the program knows. */
  readonly isProtecting: boolean;
  /** Throws when the system refuses. */
  readonly encrypt: (text: string) => Promise<Buffer>;
  /** Throws when the ciphertext was made elsewhere, is damaged, or the system refuses. */
  readonly decrypt: (ciphertext: Buffer) => Promise<Decrypted>;
}

/** A secret in the clear. */
export interface Decrypted {
  readonly text: string;
  /** The system changed its key: what is stored should be encrypted anew. */
  readonly shouldReEncrypt: boolean;
}

/** Electron 45 added these and deprecated the synchronous ones, which may block the program on a system's prompt. */
type AsyncSafeStorage = Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'>;

const noBackend = 'none';

/** Asks the system what it has; call after `ready`. Without any encryption, text is only encoded and nothing is protecting. */
export async function createCipher(safeStorage: SafeStorage, platform: NodeJS.Platform): Promise<Cipher> {
  const backend = backendName(safeStorage, platform);
  const isProtecting = protects(backend);
  if (isAsync(safeStorage) && (await safeStorage.isAsyncEncryptionAvailable())) {
    return { backend, isProtecting, ...asyncFace(safeStorage) };
  }
  if (safeStorage.isEncryptionAvailable()) {
    return { backend, isProtecting, ...syncFace(safeStorage) };
  }
  return { backend: noBackend, isProtecting: false, ...plainFace };
}

/** Whether what was encrypted with this backend is protected at all; `basic_text` uses a password that everybody knows. */
export function protects(backend: string): boolean {
  return backend !== 'basic_text' && backend !== 'unknown' && backend !== noBackend;
}

/** Elsewhere than on Linux there is one backend, and asking for its name throws. */
function backendName(safeStorage: SafeStorage, platform: NodeJS.Platform): string {
  switch (platform) {
    case 'darwin':
      return 'keychain';
    case 'win32':
      return 'dpapi';
    default:
      return safeStorage.getSelectedStorageBackend();
  }
}

function isAsync(safeStorage: object): safeStorage is AsyncSafeStorage {
  return 'encryptStringAsync' in safeStorage;
}

function asyncFace(safeStorage: AsyncSafeStorage): Pick<Cipher, 'encrypt' | 'decrypt'> {
  return {
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    decrypt: async (ciphertext) => {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(ciphertext);
      return { text: result, shouldReEncrypt };
    },
  };
}

function syncFace(safeStorage: SafeStorage): Pick<Cipher, 'encrypt' | 'decrypt'> {
  return {
    encrypt: async (text) => safeStorage.encryptString(text),
    decrypt: async (ciphertext) => ({ text: safeStorage.decryptString(ciphertext), shouldReEncrypt: false }),
  };
}

const plainFace: Pick<Cipher, 'encrypt' | 'decrypt'> = {
  encrypt: async (text) => Buffer.from(text, 'utf8'),
  decrypt: async (ciphertext) => ({ text: ciphertext.toString('utf8'), shouldReEncrypt: false }),
};
