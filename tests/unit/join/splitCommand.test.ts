import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillCommand, splitCommand } from '../../../core/join/splitCommand.ts';

describe('a command', () => {
  test.each([
    ['firefox', ['firefox']],
    ['  firefox -P work {url} ', ['firefox', '-P', 'work', '{url}']],
    [
      '"C:\\Program Files\\Google\\chrome.exe" --profile-directory="Profile 1"',
      ['C:\\Program Files\\Google\\chrome.exe', '--profile-directory=Profile 1'],
    ],
    ["open -a 'Google Chrome' {url}", ['open', '-a', 'Google Chrome', '{url}']],
    ["a'b c'd", ['ab cd']],
    ["x ''", ['x', '']],
  ])('%s is divided as it looks', (command, parts) => {
    expect(splitCommand(command)).toEqual(parts);
  });

  test.each(['', '   ', '"firefox', "a 'b", '"" x', 'a"b c'])('%j is none', (command) => {
    expect(splitCommand(command)).toBeNull();
  });

  test('takes an address as one part, whatever is in it', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        expect(fillCommand(['firefox', '--app={url}', 'x'], address)).toEqual(['firefox', `--app=${address}`, 'x']);
        expect(fillCommand(['firefox', '-P'], address)).toEqual(['firefox', '-P', address]);
        expect(fillCommand(['firefox', '{url}'], `${address}$&{url}`)).toEqual(['firefox', `${address}$&{url}`]);
      }),
    );
  });

  test('of any text is divided quickly and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', "'", ' ', 'a', '\\', '{url}') }), (command) => {
        const parts = splitCommand(command);
        expect(parts === null || parts[0] !== '').toBe(true);
      }),
    );
    const start = performance.now();
    splitCommand(`${'a"b"'.repeat(2_000)}"`);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
