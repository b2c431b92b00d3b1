import { expect, test } from 'vitest';
import { createZoneSearch, offsetText, zoneText } from '../../../core/scheduling/zoneSearch.ts';
import { findZoneOffset } from '../../../core/time/zoneOffset.ts';

const { find, learn } = createZoneSearch('Europe/Zurich');

test('zones are found by city, region, parts of both, and names that the platform only keeps besides', () => {
  expect(find('tokyo')).toEqual(['Asia/Tokyo']);
  expect(find(' new  york')[0]).toBe('America/New_York');
  expect(find('america/new_york')[0]).toBe('America/New_York');
  expect(find('york america')[0]).toBe('America/New_York');
  expect(find('lon').slice(0, 3)).toContain('Europe/London');
  expect(find('paris')[0]).toBe('Europe/Paris');
  for (const name of ['kolkata', 'Asia/Kolkata', 'kyiv', 'UTC', 'ho chi minh', 'CET', 'est', '+05:30']) {
    const [zone = ''] = find(name);
    expect(findZoneOffset(zone), name).not.toBeNull();
  }
  expect(find('atlantis')).toEqual([]);
  expect(find('"<x>')).toEqual([]);
});

test('while nothing is searched for, all are there and the own one leads', () => {
  expect(find('')[0]).toBe('Europe/Zurich');
  expect(find('').length).toBeGreaterThan(400);
});

test('zones are found by what people call them, once that was learnt', () => {
  let rounds = 0;
  while (learn(30)) {
    rounds += 1;
  }
  expect(rounds).toBeGreaterThan(10);
  expect(find('pacific time')).toContain('America/Los_Angeles');
  expect(find('central european')).toContain('Europe/Berlin');
  expect(find('tokyo')).toEqual(['Asia/Tokyo']);
});

test('offsets and names are written as people read them', () => {
  expect([0, 3_600_000, -12_600_000, 20_700_000].map(offsetText)).toEqual(['UTC', 'UTC+1', 'UTC−3:30', 'UTC+5:45']);
  expect(zoneText('America/New_York')).toBe('America/New York');
});
