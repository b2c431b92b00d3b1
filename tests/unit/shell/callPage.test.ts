import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { appUrl, callPage, serveAppScheme } from '../../../main/shell/appScheme.ts';

vi.mock('electron', () => ({ protocol: {} }));

interface Answer {
  readonly headers?: Readonly<Record<string, string>>;
  readonly error?: number;
}
type Serve = (request: { url: string; method: string }, respond: (answer: Answer) => void) => void;

function openServer(origins: readonly string[] | null): (path: string) => Promise<Answer> {
  let serve: Serve = () => undefined;
  const registerFileProtocol = (_scheme: string, handler: Serve): void => {
    serve = handler;
  };
  serveAppScheme({ registerFileProtocol } as never, '/pages', Promise.resolve(), origins);
  return (path) => new Promise((resolve) => serve({ url: appUrl(path), method: 'GET' }, resolve));
}

describe('the page of calls', () => {
  test('reaches the signalling and plays media, and nothing beyond what the others may', async () => {
    const usual = (await openServer(null)('agenda/index.html')).headers?.['content-security-policy']?.split('; ') ?? [];
    const { headers } = await openServer(['wss://video.example'])(callPage);
    const policy = headers?.['content-security-policy']?.split('; ') ?? [];
    expect(policy.filter((directive) => !usual.includes(directive))).toEqual([
      "img-src 'self' data:",
      'connect-src wss://video.example',
      "media-src 'self' blob: mediastream:",
    ]);
    expect(usual.filter((directive) => !policy.includes(directive))).toEqual(["img-src 'self'"]);
  });

  test('is there for call windows only, and they get no other page', async () => {
    expect((await openServer(null)(callPage)).error).toBe(-6);
    expect((await openServer(null)('agenda/../call/index.html')).error).toBe(-6);
    const call = openServer(['wss://video.example']);
    expect((await call('agenda/index.html')).error).toBe(-6);
    expect((await call('assets/call.js')).error).toBeUndefined();
  });
});

test('the program knows no way to lead calls elsewhere: that is for who launches it', () => {
  const root = join(import.meta.dirname, '../../..');
  const weak =
    /host-resolver-rules|ignore-certificate|certificate-error|setCertificateVerifyProc|use-fake|appendSwitch/;
  // One drops such switches, the other asks Wayland's portal for keys.
  const known = /(loosenedSwitches|desktopKeys)\.ts$/;
  const found = globSync('{core,main,preload,renderer}/**/*.{ts,tsx}', { cwd: root }).filter(
    (path) => !known.test(path) && weak.test(readFileSync(join(root, path), 'utf8')),
  );
  expect(found).toEqual([]);
});
