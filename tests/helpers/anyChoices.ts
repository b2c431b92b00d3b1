import fc from 'fast-check';
import { type ChoiceKey, features } from '../../core/model/choices.ts';
import type { SettingControl } from '../../core/model/setting.ts';
import type { SomeChoices } from '../../main/settings/choices.ts';
import { choiceKeys, settingsTable } from '../../main/settings/settingsTable.ts';

const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((pair) => pair.map((part) => String(part).padStart(2, '0')).join(':'));
const serviceId = fc.constantFrom('pexip', 'joinme', 'telnyx');
const texts = fc.dictionary(serviceId, fc.string({ maxLength: 20 }));
const presetAccounts = fc.array(fc.record({ serviceId, name: fc.constant('Boardroom'), fields: texts }), {
  maxLength: 2,
});

/** Values that a setting can have. */
export function valuesOf(key: ChoiceKey): fc.Arbitrary<unknown> {
  const { control } = settingsTable[key];
  return control.kind === 'list' && key === 'presetAccounts' ? presetAccounts : valuesOfControl(control);
}

function valuesOfControl(control: SettingControl): fc.Arbitrary<unknown> {
  switch (control.kind) {
    case 'switch':
    case 'startAtLogin':
      return fc.boolean();
    case 'options':
      return fc.constantFrom(...control.options.map(({ value }) => value));
    case 'minutes':
      return fc.uniqueArray(fc.integer({ min: control.least, max: control.greatest }), {
        minLength: 1,
        maxLength: control.most,
      });
    case 'dayTimes':
      return fc.option(fc.record({ from: time, to: time }));
    case 'zone':
      return fc.constantFrom('', 'UTC', ...Intl.supportedValuesOf('timeZone'));
    case 'shortcut':
      return fc.constantFrom('', 'Ctrl+Alt+J', 'CommandOrControl+Shift+F5');
    case 'ways':
    case 'commands':
      return texts;
    case 'places':
      return fc.array(fc.record({ serviceId, host: fc.option(fc.domain()) }), { maxLength: 4 });
    case 'list':
      return fc.subarray([...features]);
  }
}

/** Some of the settings, each with a value that it can have. */
export function anyChoices(keys: readonly ChoiceKey[] = choiceKeys): fc.Arbitrary<SomeChoices> {
  const arbitraries = Object.fromEntries(keys.map((key) => [key, valuesOf(key)]));
  return fc.record(arbitraries, { requiredKeys: [] }) as fc.Arbitrary<SomeChoices>;
}

/** What no setting can be. */
export const brokenValue: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  undefined,
  -1,
  1.5,
  'nowhere/at all',
  [null],
  [16],
  [1, 1],
  { from: '24:00', to: '07:00' },
  { 1: 2 },
  [{ serviceId: 1 }],
);
