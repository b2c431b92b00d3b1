import { randomInt } from 'node:crypto';

/** Rules of a `call_reference` (8x8, Video Interaction API, `POST /tokens`); its alphabet is not published, this one is safe. */
export const referenceLimits = { least: 8, most: 20 } as const;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const generatedLength = 12;

/** A reference that nobody has: two in a billion billion are the same. Always sent, so that the call log finds the room. */
export function generateReference(): string {
  return Array.from({ length: generatedLength }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
