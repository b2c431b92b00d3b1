import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseProfileText } from '../../../main/settings/profileFile.ts';
import { settingsFile } from '../../../main/settings/settingsFile.ts';
import { choiceKeys, settingsTable } from '../../../main/settings/settingsTable.ts';
import { brokenValue } from '../../helpers/anyChoices.ts';
import { someSettings } from '../../helpers/fakeProfileFiles.ts';

const whole = { version: 1, ...someSettings };
const inFile = choiceKeys.filter((key) => settingsTable[key].isHeldBySystem !== true);

describe('the file of the settings', () => {
  test('falls back value by value, and names the ones that did', () => {
    fc.assert(
      fc.property(
        fc.subarray([...inFile], { minLength: 1 }),
        fc.array(brokenValue, { minLength: 6, maxLength: 6 }),
        (keys, values) => {
          const broken = keys.flatMap((key) => {
            const value = values.find((candidate) => !settingsTable[key].schema.safeParse(candidate).success);
            // What is undefined is not written at all.
            return value === undefined ? [] : [[key, value] as const];
          });
          const found = parseProfileText(JSON.stringify({ ...whole, ...Object.fromEntries(broken) }), settingsFile);
          const names = broken.map(([key]) => key);
          const kept = Object.fromEntries(
            Object.entries(someSettings).filter(([key]) => !names.some((name) => name === key)),
          );
          expect(found.value).toEqual(kept);
          expect(found).toEqual(
            names.length === 0
              ? { kind: 'read', value: someSettings }
              : { kind: 'damaged', value: kept, lost: expect.arrayContaining([...names]) },
          );
        },
      ),
    );
  });

  test('tells of names that mean nothing, and keeps the rest', () => {
    const found = parseProfileText(JSON.stringify({ ...whole, colour: 'red', startAtLogin: true }), settingsFile);
    expect(found).toMatchObject({ kind: 'damaged', lost: ['colour'], value: someSettings });
  });

  test('brings what Foyer remembers by itself back alone, too', () => {
    const found = parseProfileText(JSON.stringify({ ...whole, windowBounds: { x: 'left' } }), settingsFile);
    expect(found).toEqual({ kind: 'damaged', lost: ['windowBounds'], value: { ...someSettings, windowBounds: null } });
  });
});
