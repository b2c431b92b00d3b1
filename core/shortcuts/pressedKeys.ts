import { parseAccelerator, writeAccelerator } from './accelerator.ts';
import type { Accelerator, Modifier, Platform } from './keys.ts';

/** What a window hears of a pressed key. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

const namesOfCodes: Readonly<Record<string, string>> = {
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backquote: '`',
  Space: 'Space',
};

const namesOfKeys: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Return',
  MediaTrackNext: 'MediaNextTrack',
  MediaTrackPrevious: 'MediaPreviousTrack',
};

/** The modifiers that are held. */
export function heldModifiers(press: KeyPress, platform: Platform): ReadonlySet<Modifier> {
  const isMac = platform === 'darwin';
  const held: readonly (readonly [boolean, Modifier])[] = [
    [isMac ? press.metaKey : press.ctrlKey, 'CommandOrControl'],
    [isMac && press.ctrlKey, 'Control'],
    [press.altKey, 'Alt'],
    [press.shiftKey, 'Shift'],
    [!isMac && press.metaKey, 'Super'],
  ];
  return new Set(held.flatMap(([isHeld, name]) => (isHeld ? [name] : [])));
}

/** What was pressed, in normal form; null while it is only modifiers, or a key that shortcuts cannot have. */
export function pressedKeys(press: KeyPress, platform: Platform): string | null {
  const key = keyOf(press);
  // A key that Electron knows is one that can be read.
  const read = key === null ? null : parseAccelerator(key, platform);
  return read === null ? null : writeAccelerator({ ...read, modifiers: heldModifiers(press, platform) });
}

/** What is written on the keys, in the order in which the system writes them. */
export function keyCaps({ modifiers, key }: Accelerator, platform: Platform): readonly string[] {
  return [...modifierCaps(modifiers, platform), keyCap(key)];
}

/** The same for modifiers alone. */
export function modifierCaps(modifiers: ReadonlySet<Modifier>, platform: Platform): readonly string[] {
  const caps: readonly (readonly [Modifier, string])[] =
    platform === 'darwin'
      ? [
          ['Control', '⌃'],
          ['Alt', '⌥'],
          ['Shift', '⇧'],
          ['CommandOrControl', '⌘'],
        ]
      : [
          ['Super', platform === 'win32' ? 'Win' : 'Super'],
          ['CommandOrControl', 'Ctrl'],
          ['Alt', 'Alt'],
          ['Shift', 'Shift'],
        ];
  return caps.flatMap(([name, cap]) => (modifiers.has(name) ? [cap] : []));
}

/**
 * Letters and digits are what the keyboard types; where it types other letters than Electron's names have, or a modifier
 * changes them, the place of the key on a keyboard of the United States counts.
 */
function keyOf({ key, code }: KeyPress): string | null {
  // Electron means the keys of the main block.
  if (code.startsWith('Numpad')) {
    return null;
  }
  if (/^[a-z0-9]$/i.test(key)) {
    return key;
  }
  const [, place] = /^(?:Key|Digit)([A-Z0-9])$/.exec(code) ?? [];
  return place ?? namesOfCodes[code] ?? namesOfKeys[key] ?? (/^[A-Z][A-Za-z0-9]+$/.test(key) ? key : null);
}

const caps: Readonly<Record<string, string>> = {
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  Return: '⏎',
  Plus: '+',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  MediaNextTrack: '⏭',
  MediaPreviousTrack: '⏮',
  MediaStop: '⏹',
  MediaPlayPause: '⏯',
};

function keyCap(key: string): string {
  return caps[key] ?? key;
}
