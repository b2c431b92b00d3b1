import type { KeysRefusal } from '../model/shortcuts.ts';
import type { Accelerator, Modifier, Platform } from './keys.ts';

/** Keys of texts and lists: with one modifier only, every program has a use for them. */
const movingKey = /^(Up|Down|Left|Right|Home|End|PageUp|PageDown|Return|Tab|Space|Delete|Insert)$/;

/** Copy, paste, close and the like, the keys of Foyer's own window (README, "Keys"), and help. */
const common: ReadonlySet<string> = new Set([
  ...[...'ACFLNOPQRSTVWXYZ,'].map((key) => `CommandOrControl+${key}`),
  ...[...'NPRSTVZ'].map((key) => `CommandOrControl+Shift+${key}`),
  'F1',
  'F5',
  'CommandOrControl+F5',
  'Shift+F10',
]);

const functionKeys = Array.from({ length: 12 }, (_, index) => `F${index + 1}`);

/** What systems or their desktops do themselves, and would not, or only sometimes, hand on. */
const ofSystem: Readonly<Record<Platform, ReadonlySet<string>>> = {
  // "Mac keyboard shortcuts", support.apple.com/102650. Media keys need the right to watch the keyboard there.
  darwin: new Set([
    'CommandOrControl+H',
    'CommandOrControl+M',
    'CommandOrControl+Q',
    'CommandOrControl+`',
    'CommandOrControl+Tab',
    'CommandOrControl+Shift+Tab',
    'CommandOrControl+Space',
    'CommandOrControl+Alt+Space',
    'CommandOrControl+Control+Space',
    'CommandOrControl+Control+F',
    'CommandOrControl+Control+Q',
    'CommandOrControl+Alt+D',
    'CommandOrControl+Alt+H',
    'CommandOrControl+Alt+M',
    'CommandOrControl+Shift+Q',
    ...[...'3456'].map((key) => `CommandOrControl+Shift+${key}`),
    'Control+Space',
    ...['Up', 'Down', 'Left', 'Right'].map((key) => `Control+${key}`),
    ...functionKeys.slice(0, 8).map((key) => `Control+${key}`),
    'F11',
    'MediaNextTrack',
    'MediaPreviousTrack',
    'MediaStop',
    'MediaPlayPause',
  ]),
  // The debugger has F12 at all times (learn.microsoft.com, RegisterHotKey).
  win32: new Set([
    'F12',
    'Alt+F4',
    'Alt+Tab',
    'Alt+Shift+Tab',
    'CommandOrControl+Alt+Tab',
    'Alt+Space',
    'CommandOrControl+Alt+Delete',
  ]),
  linux: new Set([
    'Alt+F1',
    'Alt+F2',
    'Alt+F4',
    'Alt+Tab',
    'Alt+Shift+Tab',
    'Alt+Space',
    'Alt+`',
    'Super+Tab',
    'Super+Space',
    'Super+L',
    'CommandOrControl+Alt+Delete',
    ...functionKeys.map((key) => `CommandOrControl+Alt+${key}`),
    ...['Up', 'Down', 'Left', 'Right'].map((key) => `CommandOrControl+Alt+${key}`),
  ]),
};

/** Why keys are not to be had, whoever asks; null when they may be. `normal` is their normal form. */
export function reservationOf(
  { modifiers, key }: Accelerator,
  normal: string,
  platform: Platform,
): Extract<KeysRefusal, 'system' | 'common'> | null {
  // Windows keeps everything with its own key to itself (learn.microsoft.com, RegisterHotKey).
  if (ofSystem[platform].has(normal) || (platform === 'win32' && modifiers.has('Super'))) {
    return 'system';
  }
  const strong = (['CommandOrControl', 'Control', 'Alt', 'Super'] satisfies readonly Modifier[]).filter((name) =>
    modifiers.has(name),
  );
  return common.has(normal) || (movingKey.test(key) && strong.length < 2) ? 'common' : null;
}
