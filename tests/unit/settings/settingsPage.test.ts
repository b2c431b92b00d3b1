import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChoiceKeeper } from '../../../main/settings/choiceKeeper.ts';
import { noPolicy } from '../../../main/settings/policy.ts';
import { type Settings, settingsFile } from '../../../main/settings/settingsFile.ts';
import { choiceKeys } from '../../../main/settings/settingsTable.ts';
import { findItems, listItems, sectionsOf } from '../../../renderer/agenda/settings/settingsItems.ts';
import { findZones, loadZones, offsetText } from '../../../renderer/agenda/settings/zones.ts';
import { fakeStore } from '../../helpers/fakeProfile.ts';

const keeper = new ChoiceKeeper(fakeStore<Settings>(settingsFile.fresh), { ...noPolicy, places: ['policy'] });
const items = listItems({ ...keeper.page(), ways: [] });
const keysFor = (query: string): readonly string[] => findItems(items, query).map(({ key }) => key);

describe('the page of settings', () => {
  test('shows every setting of the table, section by section', () => {
    expect(items.filter(({ kind }) => kind === 'setting').map(({ key }) => key)).toEqual(choiceKeys);
    expect(sectionsOf(items)).toEqual([...new Set(items.map(({ section }) => section))]);
  });

  test('speaks of an organization only where there is a policy', () => {
    const withoutPolicy = listItems({ ...keeper.page(), policy: null, ways: [] });
    expect(sectionsOf(withoutPolicy)).not.toContain('policy');
    expect(sectionsOf(items)).toContain('policy');
  });
});

describe('its search', () => {
  test.each([
    ['dark', ['theme']],
    ['  DÂRK ', ['theme']],
    ['time zone', ['secondZone']],
    ['zone time', ['secondZone']],
    ['export', []],
    ['secret along', ['files']],
    ['knock', ['reminderSound']],
    ['connections', ['connections', 'health', 'resetAll']],
    ['xyzzy', []],
  ])('for “%s” finds by name, description, choices and section', (query, keys) => {
    expect(keysFor(query)).toEqual(keys);
  });

  test('for a section finds all of it', () => {
    expect(keysFor('privacy')).toEqual(expect.arrayContaining(['hideTitles', 'trustedPlaces']));
  });

  test('finds no more with more words, and never fails', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const fewer = keysFor(`${one} ${other}`);
        expect(keysFor(one)).toEqual(expect.arrayContaining([...fewer]));
      }),
    );
  });
});

describe('time zones', () => {
  test.each([
    ['tok', 'Asia/Tokyo'],
    ['japan', 'Asia/Tokyo'],
    ['beij', 'Asia/Shanghai'],
    ['san fran', 'America/Los_Angeles'],
    ['zür', 'Europe/Zurich'],
    ['new york', 'America/New_York'],
    ['utc', 'UTC'],
  ])('are found by “%s”', async (query, zone) => {
    expect(findZones(await loadZones(), query)[0]?.id).toBe(zone);
  });

  test('of a country are all found, none twice', async () => {
    const zones = await loadZones();
    expect(findZones(zones, 'germany').map(({ city }) => city)).toContain('Berlin');
    expect(new Set(zones.map(({ id }) => id)).size).toBe(zones.length);
  });

  test('tell how far they are ahead', () => {
    expect(offsetText('Asia/Tokyo', 0)).toBe('GMT+9');
  });
});
