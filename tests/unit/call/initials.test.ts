import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hueOf, initialsOf } from '../../../core/call/initials.ts';

test.each([
  ['Iris Vega', 'IV'],
  ['  Oto   von  Lind ', 'OL'],
  ['ada', 'A'],
  ['Øyvind', 'Ø'],
  ['李 小龙', '李小'],
  ['(Kim)', 'K'],
  ['', null],
  ['  …', null],
])('%j stands as %j', (name, initials) => expect(initialsOf(name)).toBe(initials));

test('a name keeps its colour', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 12 }), (name, count) => {
      expect(hueOf(name, count)).toBe(hueOf(name, count));
      expect(hueOf(name, count)).toBeLessThan(count);
    }),
  );
});
