import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { localeOfEnvironment, readSystemFormats, twelveHourOfPattern } from '../../../main/shell/systemFormats.ts';
import { fitBounds, minimumSize } from '../../../main/shell/windowBounds.ts';

vi.mock('electron', () => ({ systemPreferences: { getUserDefault: () => false } }));

describe('the language of dates', () => {
  test.each([
    [{ LC_ALL: 'de_DE.UTF-8', LC_TIME: 'en_GB', LANG: 'en_US' }, 'de-DE'],
    [{ LC_ALL: '', LC_TIME: 'en_GB.UTF-8', LANG: 'en_US' }, 'en-GB'],
    [{ LANG: 'sr_RS@latin' }, 'sr-RS'],
    [{ LANG: 'pt_BR.ISO-8859-1' }, 'pt-BR'],
    [{ LANG: 'C' }, null],
    [{ LANG: 'C.UTF-8' }, null],
    [{ LC_ALL: 'POSIX' }, null],
    [{ LANG: 'no such thing' }, null],
    [{ LANG: '\0' }, null],
    [{}, null],
  ])('of %o is %s', (environment, locale) => {
    expect(localeOfEnvironment(environment)).toBe(locale);
  });

  test('is Electron’s where the environment says nothing, and never an exception', () => {
    const app = { getSystemLocale: () => 'fr-FR', getLocale: () => 'fr' };
    fc.assert(
      fc.property(fc.string(), (LANG) => {
        expect(readSystemFormats(app, { LANG }).locale).toMatch(/^[A-Za-z0-9-]+$/);
      }),
    );
  });
});

describe('the clock of Windows', () => {
  test.each([
    ['\r\nHKEY_CURRENT_USER\\Control Panel\\International\r\n    sShortTime    REG_SZ    HH:mm\r\n', false],
    ['    sShortTime    REG_SZ    h:mm tt\r\n', true],
    ['    sShortTime    REG_SZ    hh.mm\r\n', true],
    ['    sShortTime    REG_SZ    \r\n', undefined],
    ['ERROR: The system was unable to find the specified registry key or value.', undefined],
    ['', undefined],
  ])('%o counts to twelve: %s', (output, isTwelveHour) => {
    expect(twelveHourOfPattern(output)).toBe(isTwelveHour);
  });
});

describe('a remembered window', () => {
  const left = { x: 0, y: 0, width: 1_280, height: 800 };
  const right = { x: 1_280, y: -200, width: 1_920, height: 1_080 };

  test.each([
    ['where it was', { x: 100, y: 50, width: 420, height: 720 }, [left], { x: 100, y: 50, width: 420, height: 720 }],
    ['on the second screen', { x: 1_500, y: -150, width: 420, height: 720 }, [left, right], { x: 1_500, y: -150 }],
    [
      'where the system wants it, its screen being gone',
      { x: 1_500, y: 0, width: 420, height: 720 },
      [left],
      undefined,
    ],
    [
      'where the system wants it, its top being off the screen',
      { x: 0, y: -60, width: 420, height: 720 },
      [left],
      undefined,
    ],
    [
      'where the system wants it, hardly a corner being left',
      { x: 1_230, y: 0, width: 420, height: 720 },
      [left],
      undefined,
    ],
    ['no larger than the screen', { x: 0, y: 0, width: 5_000, height: 5_000 }, [left], { width: 1_280, height: 800 }],
    ['no smaller than it can be used', { x: 0, y: 0, width: 100, height: 100 }, [left], minimumSize],
    ['where the system wants it, there being no screen', { x: 0, y: 0, width: 420, height: 720 }, [], undefined],
    ['where the system wants it, the first time', null, [left], undefined],
  ])('comes back %s', (_name, remembered, screens, bounds) => {
    const fitted = fitBounds(remembered, screens);
    if (bounds === undefined) {
      expect(fitted).toBeUndefined();
    } else {
      expect(fitted).toMatchObject(bounds);
    }
  });

  test('can always be got hold of', () => {
    const coordinate = fc.integer({ min: -5_000, max: 5_000 });
    const size = fc.integer({ min: 100, max: 5_000 });
    const area = fc.record({ x: coordinate, y: coordinate, width: size, height: size });
    fc.assert(
      fc.property(area, fc.array(area, { maxLength: 3 }), (remembered, screens) => {
        const fitted = fitBounds(remembered, screens);
        const isWithin = (screen: typeof area extends fc.Arbitrary<infer Area> ? Area : never): boolean =>
          fitted !== undefined &&
          fitted.y >= screen.y &&
          fitted.y < screen.y + screen.height &&
          fitted.x < screen.x + screen.width &&
          fitted.x + fitted.width > screen.x;
        expect(fitted === undefined || screens.some(isWithin)).toBe(true);
      }),
    );
  });
});
