import type { KeysRefusal } from '../model/shortcuts.ts';
import { type Accelerator, type Modifier, modifierOrder, type Platform } from './keys.ts';
import { reservationOf } from './reservedKeys.ts';

/** What came of reading keys. */
export type AcceleratorReading =
  /** `text` is the normal form: one for each combination, taken by Electron on every system. */
  { readonly kind: 'accelerator'; readonly text: string } | { readonly kind: 'refused'; readonly reason: KeysRefusal };

const longest = 60;

/** Names of modifiers in lower case, as Electron takes them. AltGr is none: it types letters. */
const modifierNames: Readonly<Record<string, Modifier>> = {
  commandorcontrol: 'CommandOrControl',
  cmdorctrl: 'CommandOrControl',
  command: 'Super',
  cmd: 'Super',
  control: 'Control',
  ctrl: 'Control',
  alt: 'Alt',
  option: 'Alt',
  shift: 'Shift',
  super: 'Super',
  meta: 'Super',
};

const namedKeys = [
  'Plus',
  'Space',
  'Tab',
  'Return',
  'Delete',
  'Insert',
  'Up',
  'Down',
  'Left',
  'Right',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'MediaNextTrack',
  'MediaPreviousTrack',
  'MediaStop',
  'MediaPlayPause',
] as const;

const keyNames = new Map<string, string>([
  ...[..."abcdefghijklmnopqrstuvwxyz0123456789-=[]\\;',./`"].map((key) => [key, key.toUpperCase()] as const),
  ...Array.from({ length: 24 }, (_, index) => [`f${index + 1}`, `F${index + 1}`] as const),
  ...namedKeys.map((key) => [key.toLowerCase(), key] as const),
  ['enter', 'Return'],
]);

/** Keys that type nothing and move nothing. */
const freeKey = /^(F\d+|Media.+)$/;

/** Reads keys as they were written or recorded, on a system. Never throws. */
export function readAccelerator(text: string, platform: Platform): AcceleratorReading {
  const accelerator = text.length > longest ? null : parseAccelerator(text, platform);
  if (accelerator === null) {
    return { kind: 'refused', reason: 'unreadable' };
  }
  if (!isHeldApart(accelerator, platform)) {
    return { kind: 'refused', reason: 'needsModifier' };
  }
  const normal = writeAccelerator(accelerator);
  const reserved = reservationOf(accelerator, normal, platform);
  return reserved === null ? { kind: 'accelerator', text: normal } : { kind: 'refused', reason: reserved };
}

/** The parts of an accelerator, or null for what is none. */
export function parseAccelerator(text: string, platform: Platform): Accelerator | null {
  const parts = text.split('+').map((part) => part.trim().toLowerCase());
  const key = keyNames.get(parts.at(-1) ?? '');
  const held = parts.slice(0, -1).map((name) => (Object.hasOwn(modifierNames, name) ? modifierNames[name] : undefined));
  if (key === undefined || held.includes(undefined)) {
    return null;
  }
  return { modifiers: new Set(held.flatMap((name) => (name === undefined ? [] : [onKeyboard(name, platform)]))), key };
}

/** Whether a text is written as Electron has it, whatever system it is for. */
export function isAccelerator(text: string): boolean {
  return parseAccelerator(text, 'linux') !== null;
}

/** The normal form. */
export function writeAccelerator({ modifiers: held, key }: Accelerator): string {
  return [...modifierOrder.filter((name) => held.has(name)), key].join('+');
}

/** Which of two names of one key the normal form has. */
function onKeyboard(name: Modifier, platform: Platform): Modifier {
  const other = platform === 'darwin' ? 'Super' : 'Control';
  return name === other ? 'CommandOrControl' : name;
}

/** Whether nobody presses it while typing: on macOS, letters are typed with ⌥, too. */
function isHeldApart({ modifiers: held, key }: Accelerator, platform: Platform): boolean {
  const apart: readonly Modifier[] =
    platform === 'darwin' ? ['CommandOrControl', 'Control'] : ['CommandOrControl', 'Alt', 'Super'];
  return freeKey.test(key) || apart.some((name) => held.has(name));
}
