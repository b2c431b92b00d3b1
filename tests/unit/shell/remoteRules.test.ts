import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  browserName,
  checkRemotePage,
  isAt,
  mayGo,
  mayUse,
  remoteTitle,
  troubleOf,
} from '../../../main/shell/remoteRules.ts';

const origins = ['https://meet.example', 'https://guests.example:8443'];

describe('a page', () => {
  test('is shown at its own origins, with its address as it is', () => {
    const url = 'https://meet.example/?user=a%40b.example&token=x#y';
    expect(checkRemotePage({ url, origins }, [])).toEqual({ url, origins });
  });

  test.each([
    'https://meet.example.evil/',
    'https://evil.example/https://meet.example/',
    'https://meet.example:8443/',
    'https://user:secret@meet.example/',
    'https://meet.example@evil.example/',
    'http://meet.example/',
    'file:///etc/passwd',
    'foyer-app://app/agenda/index.html',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://meet.example/0a',
    'meet.example',
    '',
  ])('is not shown at %s', (url) => {
    expect(checkRemotePage({ url, origins }, [])).toBeNull();
  });

  test('is shown without TLS only at an address of this machine that stands in for a service', () => {
    const page = { url: 'http://127.0.0.1:4000/?token=x', origins: ['http://127.0.0.1:4000'] };
    expect(checkRemotePage(page, [])).toBeNull();
    expect(checkRemotePage(page, ['http://127.0.0.1:4001'])).toBeNull();
    expect(checkRemotePage(page, ['http://127.0.0.1:4000/api'])).toEqual(page);
    const other = { url: 'http://meet.example/', origins: ['http://meet.example'] };
    expect(checkRemotePage(other, ['http://meet.example'])).toBeNull();
  });

  test('takes along no origin that is no good', () => {
    const found = ['https://meet.example', 'http://meet.example', 'https://meet.example/path', 'null', '*', 'file://'];
    expect(checkRemotePage({ url: 'https://meet.example/', origins: found }, [])?.origins).toEqual([
      'https://meet.example',
    ]);
  });

  test('whatever its address, is at one of the origins, over TLS', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom(...origins)), (url) => {
        const checked = checkRemotePage({ url, origins }, []);
        expect(checked === null || origins.includes(new URL(checked.url).origin)).toBe(true);
      }),
    );
  });
});

describe('a frame', () => {
  test.each([
    ['https://meet.example/any', true, true],
    ['https://guests.example:8443/guest/x', true, true],
    ['https://guests.example/guest/x', false, false],
    ['http://meet.example/', false, false],
    ['https://evil.example/', false, false],
    ['pexip://a@b.example', false, false],
    ['about:blank', false, true],
    ['about:srcdoc', false, true],
    ['blob:https://meet.example/0a', false, true],
    ['blob:https://evil.example/0a', false, false],
    ['blob:null/0a', false, false],
    ['data:text/html,x', false, false],
    ['file:///etc/passwd', false, false],
    ['not an address', false, false],
  ])('that goes to %s may as the page: %s, as a part of it: %s', (url, asPage, asPart) => {
    expect(mayGo(url, true, origins)).toBe(asPage);
    expect(mayGo(url, false, origins)).toBe(asPart);
  });
});

describe('a permission', () => {
  const there = 'https://meet.example/call';

  test.each(['media', 'display-capture', 'fullscreen', 'speaker-selection'])(
    'for %s is given there only',
    (permission) => {
      expect(mayUse({ permission, requestingUrl: 'https://meet.example/', pageUrl: there }, origins)).toBe(true);
      for (const stranger of ['https://evil.example/', 'null', '', 'about:blank']) {
        expect(mayUse({ permission, requestingUrl: stranger, pageUrl: there }, origins)).toBe(false);
        expect(mayUse({ permission, requestingUrl: there, pageUrl: stranger }, origins)).toBe(false);
      }
    },
  );

  test.each([
    'geolocation',
    'notifications',
    'clipboard-read',
    'clipboard-sanitized-write',
    'openExternal',
    'midi',
    'usb',
    'fileSystem',
    'pointerLock',
    'local-network-access',
    'unknown',
  ])('for %s is given nowhere', (permission) => {
    expect(mayUse({ permission, requestingUrl: there, pageUrl: there }, origins)).toBe(false);
  });
});

describe('a title', () => {
  test('begins with the host, and then what the page calls itself', () => {
    expect(remoteTitle('meet.example', null)).toBe('meet.example');
    expect(remoteTitle('meet.example', ' Budget\n review ')).toBe('meet.example – Budget review');
  });

  test('shows no link’s query, whatever the page puts there', () => {
    const title = remoteTitle('meet.example', 'https://meet.example/?user=a&token=abc123');
    expect(title).not.toContain('abc123');
    expect(remoteTitle('meet.example', 'token=abc123')).not.toContain('abc123');
  });

  test('cannot be turned, hidden or stretched by the page', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (pageTitle) => {
        const title = remoteTitle('meet.example', pageTitle);
        expect(title.startsWith('meet.example')).toBe(true);
        expect(title).not.toMatch(/[\p{C}\n]/u);
        expect(Array.from(title).length).toBeLessThanOrEqual(100);
      }),
    );
    expect(remoteTitle('meet.example', '\u202Eevil\u0000')).toBe('meet.example – evil');
  });
});

test('the browser’s name is Chromium’s alone', () => {
  const name =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) foyer/0.1.0 Chrome/148.0.0.0 Electron/45.4.1 Safari/537.36';
  expect(browserName(name)).toBe(
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36',
  );
});

test('errors of certificates are told from those of the network', () => {
  expect([-202, -207, -299].map(troubleOf)).toEqual(['certificate', 'certificate', 'certificate']);
  expect(new Set([-6, -105, -106, -118, -300, -501].map(troubleOf))).toEqual(new Set(['unreachable']));
});

test('an address is at an origin as a parser reads it', () => {
  expect(isAt('HTTPS://MEET.EXAMPLE:443/x', origins)).toBe(true);
  expect(isAt('https://meet.example.', origins)).toBe(false);
});
