import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import settingsTexts from '../../../assets/locales/en/settings.json' with { type: 'json' };
import type { ChoiceKey } from '../../../core/model/choices.ts';
import { settingSections } from '../../../core/model/setting.ts';
import { createTranslator } from '../../../core/texts/translator.ts';
import { services } from '../../../main/services/registry.ts';
import { parseChoice } from '../../../main/settings/choices.ts';
import { choiceKeys, settingsTable } from '../../../main/settings/settingsTable.ts';
import { loadZones } from '../../../renderer/agenda/settings/zones.ts';
import { checkSettingsDoc, settingsDoc } from '../../../scripts/docs/settingsDoc.ts';
import { valuesOf } from '../../helpers/anyChoices.ts';

const root = new URL('../../..', import.meta.url).pathname;
const translate = createTranslator('en', { settings: settingsTexts });
const isPossible = (key: ChoiceKey, value: unknown): boolean => parseChoice(key, value) !== undefined;

describe.each(choiceKeys)('the setting %s', (key) => {
  const { control, fresh, section } = settingsTable[key];

  test('has a name, a description, a section and a default that is possible', () => {
    for (const text of [`settings:entries.${key}.label`, `settings:entries.${key}.description`] as const) {
      expect(translate(text)).not.toContain(key);
      expect(translate(text).length).toBeGreaterThan(2);
    }
    expect(settingSections).toContain(section);
    expect(isPossible(key, fresh)).toBe(true);
  });

  test('takes every value that it can have, and gives it back as it was', () => {
    fc.assert(
      fc.property(valuesOf(key), (value) => {
        expect(parseChoice(key, value)).toEqual({ value });
      }),
    );
  });

  test('has a control that makes possible values only', async () => {
    for (const value of await valuesOfControl(key)) {
      expect(isPossible(key, value), JSON.stringify(value)).toBe(true);
    }
    if (control.kind === 'options') {
      expect(control.options.every(({ label }) => translate(label) !== label)).toBe(true);
    }
  });

  test('is in the documentation', () => {
    expect(settingsDoc()).toContain(`### ${translate(`settings:entries.${key}.label`)} \`${key}\``);
  });
});

test('the documentation in the checkout is what the table says', () => {
  expect(checkSettingsDoc(root, false)).toEqual({ isGood: true, details: '' });
});

test('every section but that of the services, which is drawn from the connections, has a setting', () => {
  const used = new Set(choiceKeys.map((key) => settingsTable[key].section));
  expect(settingSections.filter((section) => !used.has(section))).toEqual(['services']);
});

/** What can be chosen on the page of settings; samples where that is without end. */
async function valuesOfControl(key: ChoiceKey): Promise<readonly unknown[]> {
  const { control } = settingsTable[key];
  switch (control.kind) {
    case 'switch':
    case 'startAtLogin':
      return [true, false];
    case 'options':
      return control.options.map(({ value }) => value);
    case 'minutes': {
      const all = Array.from({ length: control.greatest - control.least + 1 }, (_, index) => control.least + index);
      return [...all.map((minutes) => [minutes]), all.slice(0, control.most), all.slice(-control.most)];
    }
    case 'dayTimes':
      return [null, { from: '00:00', to: '23:59' }];
    case 'zone':
      return ['', ...(await loadZones()).map(({ id }) => id)];
    case 'shortcut':
      return ['', 'CommandOrControl+Alt+Shift+F12'];
    case 'ways':
      return [{}, ...services.flatMap(({ view, knownWays = [] }) => knownWays.map(({ id }) => ({ [view.id]: id })))];
    case 'commands':
      return [{}, Object.fromEntries(services.map(({ view }) => [view.id, 'x'.repeat(2_000)]))];
    case 'places':
    case 'list':
      return [[]];
  }
}
