import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingsFile } from '../../../main/settings/settingsFile.ts';
import { parseBounds } from '../../../main/shell/windowBounds.ts';

describe('the bounds in the settings file', () => {
  test('are read before anything that reads settings is loaded', () => {
    const windowBounds = { x: -20, y: 0, width: 420, height: 720 };
    expect(parseBounds(JSON.stringify({ version: 1, windowBounds }))).toEqual(windowBounds);
  });

  test('are what the settings themselves would give', () => {
    const number = fc.oneof(
      fc.integer({ min: -100_001, max: 100_001 }),
      fc.double(),
      fc.constantFrom(99, 100, 100_000),
    );
    const value = fc.oneof(number, fc.jsonValue());
    const bounds = fc.record({ x: value, y: value, width: value, height: value }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.oneof(bounds, fc.jsonValue()), (windowBounds) => {
        const text = JSON.stringify({ version: 1, windowBounds });
        expect(parseBounds(text)).toEqual(settingsFile.parse(JSON.parse(text)).value.windowBounds);
      }),
      { numRuns: 2_000 },
    );
  });

  test('are none in a file that is no settings file', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseBounds(text)).toBeNull();
      }),
    );
  });
});
