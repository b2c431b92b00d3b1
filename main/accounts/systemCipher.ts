import { safeStorage } from 'electron';
import { type Cipher, createCipher } from './cipher.ts';

/** The cipher of the system that Foyer runs on; call after `ready`. */
export function createSystemCipher(): Promise<Cipher> {
  return createCipher(safeStorage, process.platform);
}
