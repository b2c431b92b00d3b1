import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createFindHandler, HandlerCheck } from '../../../main/links/handlerCheck.ts';
import { externalUrl, openExternal } from '../../../main/links/openExternal.ts';

const opened = vi.hoisted(() => vi.fn<(url: string) => Promise<void>>());
vi.mock('electron', () => ({ shell: { openExternal: opened } }));

beforeEach(() => {
  opened.mockReset();
});

describe('a link handed to the system', () => {
  test.each([
    ['https://join.corp.example/webapp3/m/a@b.example', 'https://join.corp.example/webapp3/m/a@b.example'],
    ['HTTPS://Join.Corp.Example:443/x', 'https://join.corp.example/x'],
    ['https://join.corp.example\\..\\x', 'https://join.corp.example/x'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['pexip://a@b.example', 'pexip://a@b.example'],
    ['sip:a@b.example', 'sip:a@b.example'],
  ])('%s goes as %s', async (uri, url) => {
    expect(externalUrl(uri)).toBe(url);
    expect(await openExternal(uri)).toBe(true);
    expect(opened).toHaveBeenCalledWith(url);
  });

  test.each([
    '',
    'a@b.example',
    'http://a.example',
    'ftp://a.example',
    'file:///etc/passwd',
    'FILE:\\\\evil\\share\\x.exe',
    '\\\\evil\\share\\x.exe',
    'smb://evil/share',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'blob:https://a.example/x',
    'vbscript:x',
    'ms-msdt:/id',
    'ms-officecmd:{}',
    'search-ms:query=x',
    'jar:https://a.example!/x',
    'mailto:a@b.example?attach=/etc/passwd',
    'tel:+1',
    'foyer:join/next',
    'foyer-app://app/agenda/index.html',
    'pexips://a@b.example',
    'sips:a@b.example',
    'https:',
    'https://',
    'https://user:password@a.example',
    'https://user@a.example',
    'https://a.exa mple',
    'https://[::1',
    '-https://a.example',
    'C:\\Windows\\System32\\calc.exe',
    '/usr/bin/xcalc',
    '\0https://a.example\0:',
  ])('%o does not go', async (uri) => {
    expect(await openExternal(uri)).toBe(false);
    expect(opened).not.toHaveBeenCalled();
  });

  test('that nothing takes is told', async () => {
    opened.mockRejectedValue(new Error('no application'));
    expect(await openExternal('https://a.example')).toBe(false);
  });
});

describe('which programs are there', () => {
  test('is asked ahead once, and anew on request; meanwhile the earlier answer holds', async () => {
    const installed = new Set(['pexip']);
    const asked: string[] = [];
    const check = new HandlerCheck(async (scheme) => {
      asked.push(scheme);
      return installed.has(scheme);
    });
    await check.refresh();
    expect(await check.handledSchemes()).toEqual(new Set(['pexip']));
    expect(asked.toSorted()).toEqual(['pexip', 'sip']);
    installed.add('sip');
    const refreshed = check.refresh();
    expect(await check.handledSchemes()).toEqual(new Set(['pexip']));
    await refreshed;
    expect(await check.handledSchemes()).toEqual(new Set(['pexip', 'sip']));
  });

  test('is asked of the system where there is no desktop tool for it', async () => {
    const app = { getApplicationNameForProtocol: (url: string) => (url === 'pexip://' ? 'Pexip' : '') };
    const findHandler = createFindHandler(app, 'win32');
    expect([await findHandler('pexip'), await findHandler('sip')]).toEqual([true, false]);
  });
});

describe('what stands in for a service while Foyer is developed', () => {
  const standIns = ['http://127.0.0.1:4001', 'https://stand.in.example/v2'];

  test('is opened without TLS, at its very address', async () => {
    expect(await openExternal('http://127.0.0.1:4001/guest/a?b=c', standIns)).toBe(true);
    expect(opened).toHaveBeenCalledWith('http://127.0.0.1:4001/guest/a?b=c');
  });

  test.each([
    'http://127.0.0.1:4002/guest/a',
    'http://127.0.0.1/guest/a',
    'http://127.0.0.1:4001.evil.example/',
    'http://127.0.0.1:4001@evil.example/',
    'http://stand.in.example/v2',
    'file://127.0.0.1:4001/etc/passwd',
  ])('opens no door for %s', async (uri) => {
    expect(externalUrl(uri, standIns)).toBeNull();
    expect(externalUrl('http://127.0.0.1:4001/guest/a')).toBeNull();
  });
});
