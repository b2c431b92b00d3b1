import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChoiceKeeper } from '../../../main/settings/choiceKeeper.ts';
import { readPolicy } from '../../../main/settings/policy.ts';
import { type Settings, settingsFile } from '../../../main/settings/settingsFile.ts';
import { choiceKeys, freshChoices, settingsTable } from '../../../main/settings/settingsTable.ts';
import { anyChoices, brokenValue } from '../../helpers/anyChoices.ts';
import { fakeStore } from '../../helpers/fakeProfile.ts';

const everyField = (): 'plain' => 'plain';

describe('a policy', () => {
  test('is read key by key: what makes no sense is named, the rest holds', () => {
    fc.assert(
      fc.property(
        anyChoices(),
        anyChoices(),
        fc.dictionary(fc.constantFrom(...choiceKeys, 'theWeather', 'constructor'), brokenValue),
        (forced, recommended, found) => {
          const broken = Object.fromEntries(
            Object.entries(found).filter(([key, value]) => {
              const row = choiceKeys.find((name) => name === key);
              return row === undefined || !settingsTable[row].schema.safeParse(value).success;
            }),
          );
          const policy = readPolicy(
            [{ place: 'policy', content: { forced: { ...forced, ...broken }, recommended } }],
            everyField,
          );
          const good = Object.fromEntries(Object.entries(forced).filter(([key]) => !Object.hasOwn(broken, key)));
          expect(policy.forced).toEqual(good);
          expect(policy.recommended).toEqual(recommended);
          expect(policy.problems.map(({ key }) => key).toSorted()).toEqual(Object.keys(broken).toSorted());
          const keeper = new ChoiceKeeper(fakeStore<Settings>(settingsFile.fresh), policy);
          expect(keeper.choices).toEqual({ ...freshChoices, ...recommended, ...good });
        },
      ),
    );
  });
});
