import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLink } from '../../../core/links/findLink.ts';
import { jumpList } from '../../../main/shell/jumpList.ts';
import { canPlaceWindows, iconPoint, likelyTray, placePanel } from '../../../main/shell/panelPlace.ts';
import { trayPicture } from '../../../main/shell/trayPicture.ts';
import { createMainTranslator } from '../../../main/texts.ts';

describe('the panel', () => {
  const screen = { x: 1_920, y: 25, width: 1_440, height: 875 };

  test.each([
    ['right at the top', { x: 3_300, y: 10 }, { x: 2_932, y: 33, width: 420, height: 640 }],
    ['in the middle of the top', { x: 2_600, y: 12 }, { x: 2_390, y: 33, width: 420, height: 640 }],
    ['right at the bottom', { x: 3_300, y: 910 }, { x: 2_932, y: 252, width: 420, height: 640 }],
    ['at the left, below', { x: 1_900, y: 880 }, { x: 1_928, y: 252, width: 420, height: 640 }],
  ])('stands beside an icon %s', (_where, icon, place) => {
    expect(placePanel(icon, screen)).toEqual(place);
  });

  test('fits into whatever is left of the screen', () => {
    const size = fc.integer({ min: 200, max: 4_000 });
    const place = fc.integer({ min: -5_000, max: 5_000 });
    fc.assert(
      fc.property(place, place, size, size, place, place, (x, y, width, height, iconX, iconY) => {
        const panel = placePanel({ x: iconX, y: iconY }, { x, y, width, height });
        expect(panel.x).toBeGreaterThanOrEqual(x);
        expect(panel.y).toBeGreaterThanOrEqual(y);
        expect(panel.x + panel.width).toBeLessThanOrEqual(x + width);
        expect(panel.y + panel.height).toBeLessThanOrEqual(y + height);
      }),
    );
  });

  test('goes by the icon where the system tells its place', () => {
    expect(iconPoint({ x: 100, y: 0, width: 24, height: 22 })).toEqual({ x: 112, y: 11 });
    expect(iconPoint({ x: 0, y: 0, width: 0, height: 0 })).toBeNull();
  });

  test('goes to the right end of the first panel elsewhere', () => {
    const bounds = { x: 0, y: 0, width: 1_280, height: 800 };
    const free = { bounds, workArea: bounds };
    const above = { bounds, workArea: { ...bounds, y: 27, height: 773 } };
    const below = { bounds: { ...bounds, x: 1_280 }, workArea: { ...bounds, x: 1_280, height: 760 } };
    expect(likelyTray(above, [below])).toEqual({ screen: above, point: { x: 1_280, y: 0 } });
    expect(likelyTray(free, [below])).toEqual({ screen: below, point: { x: 2_560, y: 800 } });
    expect(likelyTray(free, [])).toEqual({ screen: free, point: { x: 1_280, y: 800 } });
  });

  test('is for systems on which windows can be placed', () => {
    const wayland = { XDG_SESSION_TYPE: 'wayland' };
    expect(canPlaceWindows('win32', '', {})).toBe(true);
    expect(canPlaceWindows('darwin', '', {})).toBe(true);
    expect(canPlaceWindows('linux', '', {})).toBe(true);
    expect(canPlaceWindows('linux', 'x11', wayland)).toBe(true);
    expect(canPlaceWindows('linux', 'wayland', {})).toBe(false);
    expect(canPlaceWindows('linux', '', wayland)).toBe(false);
  });
});

describe('the picture of the tray', () => {
  const linux = { platform: 'linux', isDark: false, scale: 1 };
  const windows = { platform: 'win32', isDark: true, scale: 1.25 };

  test('tells the state, and the minutes where no text can', () => {
    expect(trayPicture({ mark: 'now', minutes: null }, linux)).toEqual({ file: 'now-on-light.png', square: null });
    expect(trayPicture({ mark: 'idle', minutes: null }, windows)).toEqual({ file: 'idle-on-dark.ico', square: null });
    expect(trayPicture({ mark: 'soon', minutes: 12 }, linux)).toEqual({
      file: 'minutes-on-light-48.png',
      square: { size: 48, place: 11 },
    });
    expect(trayPicture({ mark: 'soon', minutes: null }, { ...windows, platform: 'darwin' })).toEqual({
      file: 'soonTemplate.png',
      square: null,
    });
  });

  test('has the size that the screen asks for', () => {
    const sizes = [1, 1.25, 1.4, 2, 2.5, 4].map(
      (scale) => trayPicture({ mark: 'soon', minutes: 1 }, { ...windows, scale }).square?.size,
    );
    expect(sizes).toEqual([16, 20, 24, 32, 48, 48]);
  });

  test('is there for every state, ground and size', () => {
    const folder = join(import.meta.dirname, '../../../assets/tray');
    for (const platform of ['linux', 'win32', 'darwin']) {
      for (const isDark of [true, false]) {
        for (const mark of ['idle', 'soon', 'now', 'problem'] as const) {
          const file = trayPicture({ mark, minutes: null }, { platform, isDark, scale: 1 }).file;
          expect(existsSync(join(folder, file)), file).toBe(true);
        }
        for (const scale of [1, 1.25, 1.5, 2, 3]) {
          const file = trayPicture({ mark: 'soon', minutes: 15 }, { platform, isDark, scale }).file;
          expect(existsSync(join(folder, file)), file).toBe(true);
        }
      }
    }
  });
});

describe('the jump list', () => {
  const translate = createMainTranslator();
  const list = (canJoin: boolean, canOpenRooms: boolean) =>
    jumpList({ command: ['C:\\Foyer\\foyer.exe', 'C:\\My work\\'], canJoin, canOpenRooms, translate })[0]?.items ?? [];

  test('has a task for each thing that can be done', () => {
    expect(list(true, true).map(({ title }) => title)).toEqual(['Join next meeting', 'New room', 'Settings…']);
    expect(list(false, false).map(({ title }) => title)).toEqual(['Settings…']);
  });

  test('starts the program with a link that it takes', () => {
    const [task] = list(true, true);
    expect(task?.args).toBe('"C:\\My work\\\\" --open-link -- foyer:join/next');
    for (const { args = '' } of list(true, true)) {
      const found = findLink(['foyer.exe', ...args.split(' ').slice(2)], 'win32');
      expect(found.kind).toBe('link');
    }
  });
});
