import fc from 'fast-check';
import { type ChoiceKey, type Choices, features } from '../../core/model/choices.ts';
import type { SomeChoices } from '../../main/settings/choices.ts';
import { choiceKeys, settingsTable } from '../../main/settings/settingsTable.ts';

const onOff = fc.boolean();
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((pair) => pair.map((part) => String(part).padStart(2, '0')).join(':'));
const serviceId = fc.constantFrom('pexip', 'joinme', 'telnyx');
const texts = fc.dictionary(serviceId, fc.string({ maxLength: 20 }));
const accelerator = fc.constantFrom('', 'Ctrl+Alt+J', 'CommandOrControl+Shift+F5');

function option(key: ChoiceKey): fc.Arbitrary<never> {
  const { control } = settingsTable[key];
  return fc.constantFrom(...(control.kind === 'options' ? control.options.map(({ value }) => value) : [])) as never;
}

/** Values that each setting can have. */
export const valuesOf: { readonly [Key in ChoiceKey]: fc.Arbitrary<Choices[Key]> } = {
  startAtLogin: onOff,
  keepInTray: onOff,
  trayClick: option('trayClick'),
  reminderLeads: fc.uniqueArray(fc.nat(15), { minLength: 1, maxLength: 3 }),
  reminderNotification: onOff,
  reminderWindow: option('reminderWindow'),
  reminderClick: option('reminderClick'),
  reminderSound: option('reminderSound'),
  endNudge: onOff,
  quietInCall: onOff,
  quietHours: fc.option(fc.record({ from: time, to: time })),
  theme: option('theme'),
  density: option('density'),
  clockFormat: option('clockFormat'),
  secondZone: fc.constantFrom('', 'UTC', ...Intl.supportedValuesOf('timeZone')),
  preferredWays: texts,
  openWith: texts,
  askBeforeLeavingCall: onOff,
  shortcutJoinNext: accelerator,
  shortcutOpen: accelerator,
  shortcutNewRoom: accelerator,
  shortcutMute: accelerator,
  hideTitles: option('hideTitles'),
  trustedPlaces: fc.array(fc.record({ serviceId, host: fc.option(fc.domain()) }), { maxLength: 4 }),
  isPlaintextAllowed: onOff,
  logLevel: option('logLevel'),
  presetAccounts: fc.array(fc.record({ serviceId, name: fc.constant('Boardroom'), fields: texts }), { maxLength: 2 }),
  disabledFeatures: fc.subarray([...features]),
};

/** Some of the settings, each with a value that it can have. */
export function anyChoices(keys: readonly ChoiceKey[] = choiceKeys): fc.Arbitrary<SomeChoices> {
  const arbitraries = Object.fromEntries(keys.map((key) => [key, valuesOf[key] as fc.Arbitrary<unknown>]));
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
