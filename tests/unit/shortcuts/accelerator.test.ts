import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAccelerator, readAccelerator } from '../../../core/shortcuts/accelerator.ts';
import type { Platform } from '../../../core/shortcuts/keys.ts';
import { type KeyPress, keyCaps, pressedKeys } from '../../../core/shortcuts/pressedKeys.ts';

const platforms: readonly Platform[] = ['darwin', 'win32', 'linux'];
const words = [
  'Ctrl',
  'cmd',
  'CommandOrControl',
  'Option',
  'alt',
  'SHIFT',
  'Super',
  'Meta',
  'AltGr',
  'J',
  '5',
  'F9',
  '',
];
const texts = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((parts) => parts.join('+')),
);

function read(text: string, platform: Platform): string {
  const reading = readAccelerator(text, platform);
  return reading.kind === 'accelerator' ? reading.text : reading.reason;
}

describe('keys as text', () => {
  test.each<readonly [string, Platform, string]>([
    ['ctrl+alt+j', 'linux', 'CommandOrControl+Alt+J'],
    ['Alt + CmdOrCtrl + j', 'win32', 'CommandOrControl+Alt+J'],
    ['CommandOrControl+Control+Alt+J', 'linux', 'CommandOrControl+Alt+J'],
    ['Command+Option+J', 'darwin', 'CommandOrControl+Alt+J'],
    ['Control+Alt+J', 'darwin', 'Control+Alt+J'],
    ['Super+Alt+J', 'darwin', 'CommandOrControl+Alt+J'],
    ['Shift+Super+Enter', 'linux', 'common'],
    ['Shift+Super+Alt+Enter', 'linux', 'Alt+Shift+Super+Return'],
    ['F9', 'linux', 'F9'],
    ['MediaPlayPause', 'win32', 'MediaPlayPause'],
    ['J', 'linux', 'needsModifier'],
    ['Shift+J', 'linux', 'needsModifier'],
    ['Alt+J', 'darwin', 'needsModifier'],
    ['Alt+J', 'linux', 'Alt+J'],
    ['Ctrl+C', 'linux', 'common'],
    ['Command+C', 'darwin', 'common'],
    ['Ctrl+Left', 'linux', 'common'],
    ['F5', 'win32', 'common'],
    ['Cmd+Space', 'darwin', 'system'],
    ['MediaPlayPause', 'darwin', 'system'],
    ['Super+J', 'win32', 'system'],
    ['F12', 'win32', 'system'],
    ['F12', 'linux', 'F12'],
    ['Alt+Tab', 'linux', 'system'],
    ['Ctrl+Alt+F2', 'linux', 'system'],
    ['AltGr+J', 'linux', 'unreadable'],
    ['Ctrl+Escape', 'linux', 'unreadable'],
    ['Ctrl+J+K', 'linux', 'unreadable'],
    ['Ctrl+', 'linux', 'unreadable'],
    ['Ctrl', 'linux', 'unreadable'],
    ['', 'linux', 'unreadable'],
    ['constructor+J', 'linux', 'unreadable'],
  ])('%s on %s: %s', (text, platform, expected) => {
    expect(read(text, platform)).toBe(expected);
  });

  test('never throw, and what is read reads the same again on every system that has it', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...platforms), (text, platform) => {
        const reading = readAccelerator(text, platform);
        if (reading.kind === 'accelerator') {
          expect(readAccelerator(reading.text, platform)).toEqual(reading);
          for (const other of platforms) {
            expect(parseAccelerator(reading.text, other)).not.toBeNull();
          }
        }
      }),
    );
  });

  test('have one form, in whatever order and by whatever names they are written', () => {
    const orders = ['Ctrl+Alt+Shift+J', 'Shift+Ctrl+Option+j', 'alt+shift+cmdorctrl+J', 'ALT+CONTROL+SHIFT+J'];
    expect(new Set(orders.map((text) => read(text, 'linux')))).toEqual(new Set(['CommandOrControl+Alt+Shift+J']));
  });
});

describe('keys as they are pressed', () => {
  const press = (key: string, code: string, ...held: readonly ('ctrl' | 'alt' | 'shift' | 'meta')[]): KeyPress => ({
    key,
    code,
    ctrlKey: held.includes('ctrl'),
    altKey: held.includes('alt'),
    shiftKey: held.includes('shift'),
    metaKey: held.includes('meta'),
  });

  test.each<readonly [string, KeyPress, Platform, string | null]>([
    ['a letter', press('j', 'KeyJ', 'ctrl', 'alt'), 'linux', 'CommandOrControl+Alt+J'],
    ['a letter that the keyboard has elsewhere', press('z', 'KeyY', 'ctrl', 'alt'), 'linux', 'CommandOrControl+Alt+Z'],
    ['a letter of another script', press('о', 'KeyJ', 'ctrl', 'alt'), 'linux', 'CommandOrControl+Alt+J'],
    ['what a modifier made of it', press('∆', 'KeyJ', 'meta', 'alt'), 'darwin', 'CommandOrControl+Alt+J'],
    ['a digit behind a sign', press('!', 'Digit1', 'ctrl', 'shift'), 'win32', 'CommandOrControl+Shift+1'],
    ['both control keys of macOS', press('j', 'KeyJ', 'ctrl', 'meta'), 'darwin', 'CommandOrControl+Control+J'],
    ['the system’s key', press('j', 'KeyJ', 'meta'), 'linux', 'Super+J'],
    ['an arrow', press('ArrowUp', 'ArrowUp', 'ctrl', 'shift'), 'linux', 'CommandOrControl+Shift+Up'],
    ['a function key', press('F9', 'F9'), 'linux', 'F9'],
    ['a media key', press('MediaTrackNext', 'MediaTrackNext'), 'linux', 'MediaNextTrack'],
    ['a sign', press('ß', 'Minus', 'ctrl', 'alt'), 'linux', 'CommandOrControl+Alt+-'],
    ['a modifier alone', press('Control', 'ControlLeft', 'ctrl'), 'linux', null],
    ['a key that starts letters', press('Dead', 'BracketLeft', 'ctrl', 'alt'), 'linux', 'CommandOrControl+Alt+['],
    ['the number block', press('5', 'Numpad5', 'ctrl', 'alt'), 'linux', null],
    ['a key that Electron does not know', press('LaunchMail', 'LaunchMail', 'ctrl'), 'linux', null],
  ])('%s', (_name, keys, platform, expected) => {
    expect(pressedKeys(keys, platform)).toBe(expected);
  });

  test.each<readonly [string, Platform, string]>([
    ['CommandOrControl+Control+Alt+Shift+J', 'darwin', '⌃ ⌥ ⇧ ⌘ J'],
    ['CommandOrControl+Alt+J', 'win32', 'Ctrl Alt J'],
    ['Alt+Super+Up', 'linux', 'Super Alt ↑'],
  ])('%s is written on the keys of %s as %s', (text, platform, expected) => {
    const accelerator = parseAccelerator(text, platform);
    expect(accelerator === null ? null : keyCaps(accelerator, platform).join(' ')).toBe(expected);
  });
});
