import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { appUrl, isAppUrl, resolveWithin, serveAppScheme } from '../../../main/shell/appScheme.ts';

vi.mock('electron', () => ({ protocol: {} }));

let root = '';
let folder = '';
let serve: (request: Request) => Promise<Response>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'foyer-pages-'));
  folder = join(root, 'renderer');
  await mkdir(join(folder, 'agenda'), { recursive: true });
  await mkdir(join(root, 'renderer-of-others'));
  await writeFile(join(folder, 'agenda', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'agenda', 'agenda.js.map'), '{}');
  await writeFile(join(root, 'secret.js'), 'secret');
  await writeFile(join(root, 'renderer-of-others', 'secret.js'), 'secret');
  const handle = (_scheme: string, handler: (request: Request) => Promise<Response>): void => {
    serve = handler;
  };
  serveAppScheme({ handle } as never, folder);
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** The platform's own Request refuses schemes that it does not know. */
function ask(url: string, method = 'GET'): Promise<Response> {
  return serve({ url, method } as Request);
}

describe('Foyer’s own pages', () => {
  test('are served with their type and a policy that lets them reach nothing else', async () => {
    const response = await ask(appUrl('agenda/index.html'));
    expect(await response.text()).toBe('<!doctype html>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy).not.toMatch(/unsafe|\*|data:|blob:|https?:/);
  });

  test.each([
    ['agenda/../agenda/index.html', 200],
    ['agenda/index.html?query#hash', 200],
    ['agenda/index%2Ehtml', 200],
    ['agenda/missing.html', 404],
    ['agenda', 404],
    ['', 404],
    ['agenda/agenda.js.map', 404],
    ['../secret.js', 404],
    ['..%2fsecret.js', 404],
    ['%2e%2e/secret.js', 404],
    ['%2e%2e%2fsecret.js', 404],
    ['agenda/..%2f..%2fsecret.js', 404],
    ['..%5csecret.js', 404],
    ['..%2frenderer-of-others%2fsecret.js', 404],
    ['%252e%252e%252fsecret.js', 404],
    ['agenda/index.html%00.js', 404],
    ['agenda/%', 404],
    ['%c0%ae%c0%ae/secret.js', 404],
    ['/etc/passwd.js', 404],
    ['//etc/passwd.js', 404],
  ])('%s gets %d', async (path, status) => {
    expect((await ask(appUrl(path))).status).toBe(status);
  });

  test('are read only', async () => {
    for (const method of ['POST', 'PUT', 'HEAD', 'OPTIONS']) {
      expect((await ask(appUrl('agenda/index.html'), method)).status).toBe(404);
    }
  });

  test.each(['https://app/agenda/index.html', 'foyer-app://evil/agenda/index.html', 'file:///x', '', 'foyer-app:x'])(
    '%o is none of them',
    async (url) => {
      expect(isAppUrl(url)).toBe(false);
      expect((await ask(url)).status).toBe(404);
    },
  );

  test('never lie outside of their folder, whatever is asked for', () => {
    const piece = fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '/', '\\', '%00', 'agenda', '%25', 'é', ':', '~');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 12 }), (pieces) => {
        const path = resolveWithin(folder, `foyer-app://app/${pieces.join('')}`);
        expect(path === null || (path.startsWith(`${folder}/`) && !path.includes('\0'))).toBe(true);
        expect(path?.split('/').includes('..') ?? false).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });
});
