import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChoiceKey } from '../../../core/model/choices.ts';
import { ChoiceKeeper } from '../../../main/settings/choiceKeeper.ts';
import type { SomeChoices } from '../../../main/settings/choices.ts';
import { noPolicy, type Policy } from '../../../main/settings/policy.ts';
import { readSettingsExport, writeSettingsExport } from '../../../main/settings/settingsExport.ts';
import { type Settings, settingsFile } from '../../../main/settings/settingsFile.ts';
import { choiceKeys, freshChoices, settingsTable } from '../../../main/settings/settingsTable.ts';
import { anyChoices, brokenValue, valuesOf } from '../../helpers/anyChoices.ts';
import { fakeStore } from '../../helpers/fakeProfile.ts';
import { someSettings } from '../../helpers/fakeProfileFiles.ts';

const inFile = choiceKeys.filter((key) => settingsTable[key].isHeldBySystem !== true);
const anyKey = fc.constantFrom(...choiceKeys);
const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({ forced: anyChoices(), recommended: anyChoices() })
  .map((decided) => ({ ...noPolicy, places: ['policy'], ...decided }));

function keeperOf(chosen: SomeChoices, policy: Policy = noPolicy) {
  const store = fakeStore<Settings>({ ...settingsFile.fresh, ...chosen });
  return { store, keeper: new ChoiceKeeper(store, policy) };
}

describe('what holds', () => {
  test('is an administrator’s decision, else the user’s, else an administrator’s suggestion, else the default', () => {
    fc.assert(
      fc.property(anyChoices(inFile), anyPolicy, (chosen, policy) => {
        const { keeper } = keeperOf(chosen, policy);
        for (const key of choiceKeys) {
          const deciders = [policy.forced, chosen, policy.recommended, freshChoices];
          const decider = deciders.findIndex((choices) => Object.hasOwn(choices, key));
          expect(keeper.choices[key]).toEqual(deciders[decider]?.[key]);
          const origin = keeper.page().settings.find((setting) => setting.key === key)?.origin;
          expect(origin).toBe((['forced', 'chosen', 'recommended', 'default'] as const)[decider]);
        }
      }),
    );
  });

  test('follows each change, and tells which settings are different', () => {
    fc.assert(
      fc.property(anyChoices(inFile), anyPolicy, changeOf(), (chosen, policy, { key, value }) => {
        const { keeper, store } = keeperOf(chosen, policy);
        const before = keeper.choices;
        const told: ReadonlySet<ChoiceKey>[] = [];
        keeper.follow((_choices, changed) => told.push(changed));
        const isForced = Object.hasOwn(policy.forced, key);
        expect(keeper.choose(key, value)).toBe(isForced ? 'managed' : 'changed');
        const holds = isForced || settingsTable[key].isHeldBySystem === true ? before[key] : value;
        expect(keeper.choices).toEqual({ ...before, [key]: holds });
        const isDifferent = JSON.stringify(before[key]) !== JSON.stringify(holds);
        expect(told.map((changed) => [...changed])).toEqual(isDifferent ? [[key]] : []);
        // The file alone brings back the same.
        expect(new ChoiceKeeper(store, policy).choices).toEqual(keeper.choices);
      }),
    );
  });

  test('stays as it is for a value that cannot be', () => {
    fc.assert(
      fc.property(anyChoices(inFile), anyKey, brokenValue, (chosen, key, value) => {
        fc.pre(!settingsTable[key].schema.safeParse(value).success);
        const { keeper, store } = keeperOf(chosen);
        const before = store.value;
        expect(keeper.choose(key, value)).toBe('invalid');
        expect(store.value).toEqual(before);
      }),
    );
  });

  test('changes at once when a policy is found late', () => {
    const { keeper } = keeperOf({ theme: 'light' });
    const told: string[] = [];
    keeper.follow(({ theme }) => told.push(theme));
    keeper.setPolicy({ ...noPolicy, places: ['late'], forced: { theme: 'dark' } });
    expect(told).toEqual(['dark']);
    expect(keeper.choose('theme', 'light')).toBe('managed');
    expect(keeper.page().policy?.places).toEqual(['late']);
  });
});

describe('taking back', () => {
  test('forgets one choice, or all, and nothing that Foyer remembers by itself', () => {
    fc.assert(
      fc.property(anyChoices(inFile), anyPolicy, fc.option(anyKey), (chosen, policy, key) => {
        const { keeper, store } = keeperOf({ ...someSettings, ...chosen }, policy);
        const { windowBounds, callChoices, wasToldAboutTray } = store.value;
        keeper.reset(key === null ? undefined : [key]);
        for (const reset of key === null ? choiceKeys : [key]) {
          expect(keeper.choices[reset]).toEqual({ ...freshChoices, ...policy.recommended, ...policy.forced }[reset]);
          expect(store.value).not.toHaveProperty(reset);
        }
        expect(store.value).toMatchObject({ windowBounds, callChoices, wasToldAboutTray });
      }),
    );
  });
});

describe('files', () => {
  test('carry what the user chose to another machine, and nothing else', () => {
    fc.assert(
      fc.property(anyChoices(inFile), anyPolicy, (chosen, policy) => {
        const { keeper } = keeperOf({ ...settingsFile.fresh, ...chosen }, policy);
        const found = readSettingsExport(writeSettingsExport(keeper.exportChosen()));
        expect(found).toEqual(JSON.parse(JSON.stringify(chosen)));
        const other = keeperOf({});
        expect(other.keeper.importChosen(found ?? {})).toEqual({
          keys: choiceKeys.filter((key) => Object.hasOwn(chosen, key)),
          skipped: [],
        });
        expect(other.keeper.choices).toEqual({ ...freshChoices, ...chosen });
      }),
    );
  });

  test('hold settings of the table only, of somebody who changed all of them', () => {
    const { keeper } = keeperOf(someSettings);
    expect(Object.keys(keeper.exportChosen()).toSorted()).toEqual(inFile.toSorted());
  });

  test('have what is unknown, impossible or decided by an administrator passed over by name', () => {
    const policy = { ...noPolicy, places: ['policy'], forced: { density: 'compact' } } as const;
    const { keeper } = keeperOf({ logLevel: 'debug' }, policy);
    const found = {
      theme: 'dark',
      density: 'comfortable',
      reminderLeads: [99],
      startAtLogin: true,
      apiKey: 'secret',
      ['__proto__x']: 1,
    };
    expect(keeper.importChosen(found)).toEqual({
      keys: ['theme'],
      skipped: ['density', 'reminderLeads', 'startAtLogin', 'apiKey', '__proto__x'],
    });
    expect(keeper.choices).toEqual({ ...freshChoices, theme: 'dark', density: 'compact', logLevel: 'debug' });
  });

  test('that are no files with settings change nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const found = readSettingsExport(text);
        expect(found === null || typeof found === 'object').toBe(true);
        const { keeper } = keeperOf({});
        keeper.importChosen(found ?? {});
        expect(keeper.choices).toEqual(freshChoices);
      }),
    );
  });
});

function changeOf(): fc.Arbitrary<{ readonly key: ChoiceKey; readonly value: unknown }> {
  return anyKey.chain((key) => valuesOf(key).map((value) => ({ key, value })));
}
