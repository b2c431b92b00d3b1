import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutTiles } from '../../../core/call/tileLayout.ts';

describe('tiles', () => {
  test.each([
    [1, 960, 560, 1],
    [2, 960, 560, 2],
    [3, 960, 560, 2],
    [4, 960, 560, 2],
    [5, 960, 560, 3],
    [9, 960, 560, 3],
    [12, 960, 560, 4],
    [16, 960, 560, 4],
    [2, 360, 600, 1],
    [4, 200, 600, 1],
  ])('%i in %i × %i stand in %i columns', (count, width, height, columns) => {
    expect(layOutTiles(count, width, height, 8).columns).toBe(columns);
  });

  test('fit, whatever the window, and keep a shape that shows faces', () => {
    const side = fc.integer({ min: 200, max: 4_000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), side, side, (count, width, height) => {
        const gap = 8;
        const layout = layOutTiles(count, width, height, gap);
        expect(layout.columns * layout.rows).toBeGreaterThanOrEqual(count);
        expect(layout.columns * (layout.rows - 1)).toBeLessThan(count);
        expect(layout.columns * (layout.width + gap) - gap).toBeLessThanOrEqual(width + gap);
        expect(layout.rows * (layout.height + gap) - gap).toBeLessThanOrEqual(height + gap);
        expect(layout.width / Math.max(1, layout.height)).toBeLessThanOrEqual(2.2);
      }),
    );
  });

  test.each([
    [0, 100, 100],
    [3, 0, 0],
    [3, -5, 20],
  ])('are nothing where there is nothing (%i in %i × %i)', (count, width, height) => {
    const layout = layOutTiles(count, width, height, 8);
    expect(layout.width).toBeGreaterThanOrEqual(0);
    expect(layout.height).toBeGreaterThanOrEqual(0);
  });
});
