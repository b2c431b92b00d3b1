import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WindowBounds } from '../../../main/settings/settingsFile.ts';
import { type NumberedScreen, placeReminders } from '../../../main/shell/reminderPlaces.ts';

const left: NumberedScreen = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1_440, height: 900 },
  workArea: { x: 0, y: 25, width: 1_440, height: 805 },
};
const right: NumberedScreen = {
  id: 2,
  bounds: { x: 1_440, y: -180, width: 2_560, height: 1_440 },
  workArea: { x: 1_440, y: -180, width: 2_560, height: 1_400 },
};

/** Screens side by side, each with panels on some of its sides. */
const desktop = fc
  .array(
    fc.record({
      width: fc.integer({ min: 320, max: 5_120 }),
      height: fc.integer({ min: 200, max: 2_880 }),
      y: fc.integer({ min: -2_000, max: 2_000 }),
      panels: fc.record({ above: fc.nat(80), below: fc.nat(80), before: fc.nat(80), after: fc.nat(80) }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => {
    let x = -3_000;
    return parts.map(({ width, height, y, panels }, id): NumberedScreen => {
      const bounds = { x, y, width, height };
      x += width;
      const workArea = {
        x: bounds.x + panels.before,
        y: y + panels.above,
        width: width - panels.before - panels.after,
        height: height - panels.above - panels.below,
      };
      return { id, bounds, workArea };
    });
  });

const isWithin = (inner: WindowBounds, outer: WindowBounds): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

describe('reminders', () => {
  test('stand small in the top right of what panels leave, on every screen', () => {
    expect(placeReminders('small', [left, right])).toEqual([
      { screenId: 1, bounds: { x: 1_040, y: 37, width: 388, height: 180 } },
      { screenId: 2, bounds: { x: 3_600, y: -168, width: 388, height: 180 } },
    ]);
  });

  test('cover all of every screen, panels too', () => {
    expect(placeReminders('full', [left, right])).toEqual([
      { screenId: 1, bounds: left.bounds },
      { screenId: 2, bounds: right.bounds },
    ]);
  });

  test('count screens that show the same once, and those without extent not at all', () => {
    const mirror = { ...left, id: 3 };
    const empty = { id: 4, bounds: { x: 0, y: 0, width: 0, height: 0 }, workArea: { x: 0, y: 0, width: 0, height: 0 } };
    for (const size of ['small', 'full'] as const) {
      expect(placeReminders(size, [empty, left, mirror]).map(({ screenId }) => screenId)).toEqual([1]);
      expect(placeReminders(size, [empty])).toEqual([]);
    }
  });

  test('are always within their own screen, one for each', () => {
    fc.assert(
      fc.property(desktop, fc.constantFrom('small' as const, 'full' as const), (screens, size) => {
        const places = placeReminders(size, screens);
        expect(places.map(({ screenId }) => screenId)).toEqual(screens.map(({ id }) => id));
        for (const { screenId, bounds } of places) {
          const screen = screens.find(({ id }) => id === screenId) ?? left;
          expect(isWithin(bounds, size === 'full' ? screen.bounds : screen.workArea)).toBe(true);
          expect(bounds.width).toBeGreaterThan(0);
          expect(bounds.height).toBeGreaterThan(0);
        }
      }),
    );
  });
});
