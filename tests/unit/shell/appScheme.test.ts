import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { appUrl, isAppUrl, resolveWithin, serveAppScheme } from '../../../main/shell/appScheme.ts';

vi.mock('electron', () => ({ protocol: {} }));

let root = '';
let folder = '';
type Serve = (request: { url: string; method: string }, respond: (answer: Answer) => void) => void;
interface Answer {
  readonly path?: string;
  readonly mimeType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly error?: number;
}
let serve: Serve;
let openDoor: () => void;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'foyer-pages-'));
  folder = join(root, 'renderer');
  await mkdir(join(folder, 'agenda'), { recursive: true });
  await mkdir(join(root, 'renderer-of-others'));
  await writeFile(join(folder, 'agenda', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'agenda', 'agenda.js.map'), '{}');
  await writeFile(join(root, 'secret.js'), 'secret');
  await writeFile(join(root, 'renderer-of-others', 'secret.js'), 'secret');
  await writeFile(join(folder, 'agenda', 'agenda.js'), 'script');
  const registerFileProtocol = (_scheme: string, handler: Serve): void => {
    serve = handler;
  };
  const door = new Promise<void>((resolve) => {
    openDoor = resolve;
  });
  serveAppScheme({ registerFileProtocol } as never, folder, door);
});
afterAll(() => rm(root, { recursive: true, force: true }));

function ask(url: string, method = 'GET'): Promise<Answer> {
  return new Promise((resolve) => serve({ url, method }, resolve));
}

describe('Foyer’s own pages', () => {
  test('are served with their type and a policy that lets them reach nothing else', async () => {
    const { path, mimeType, headers } = await ask(appUrl('agenda/index.html'));
    expect(path).toBe(join(folder, 'agenda', 'index.html'));
    expect(mimeType).toBe('text/html');
    expect(headers?.['x-content-type-options']).toBe('nosniff');
    const policy = headers?.['content-security-policy'] ?? '';
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

  test('bring their scripts only when main can answer them', async () => {
    let answer: Answer | undefined;
    const asked = ask(appUrl('agenda/agenda.js')).then((found) => {
      answer = found;
    });
    await ask(appUrl('agenda/index.html'));
    expect(answer).toBeUndefined();
    openDoor();
    await asked;
    expect(answer?.path).toBe(join(folder, 'agenda', 'agenda.js'));
  });

  test.each(['agenda/../agenda/index.html', 'agenda/index.html?query#hash', 'agenda/index%2Ehtml'])(
    '%s is one of them',
    async (path) => {
      expect((await ask(appUrl(path))).path).toBe(join(folder, 'agenda', 'index.html'));
    },
  );

  test.each([
    'agenda',
    '',
    'agenda/agenda.js.map',
    '..%2fsecret.js',
    '%2e%2e%2fsecret.js',
    'agenda/..%2f..%2fsecret.js',
    '..%2frenderer-of-others%2fsecret.js',
    'agenda/index.html%00.js',
    'agenda/%',
    '%c0%ae%c0%ae/secret.js',
  ])('%s is none of them', async (path) => {
    expect((await ask(appUrl(path))).error).toBe(-6);
  });

  test.each(['../secret.js', '%2e%2e/secret.js', '..%5csecret.js', '/etc/passwd.js', '%252e%252e%252fsecret.js'])(
    '%s leads to nothing outside of them',
    async (path) => {
      expect((await ask(appUrl(path))).path).toMatch(new RegExp(`^${folder}/`));
    },
  );

  test('are read only', async () => {
    for (const method of ['POST', 'PUT', 'HEAD', 'OPTIONS']) {
      expect((await ask(appUrl('agenda/index.html'), method)).error).toBe(-6);
    }
  });

  test.each(['https://app/agenda/index.html', 'foyer-app://evil/agenda/index.html', 'file:///x', '', 'foyer-app:x'])(
    '%o is none of them',
    async (url) => {
      expect(isAppUrl(url)).toBe(false);
      expect((await ask(url)).error).toBe(-6);
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
