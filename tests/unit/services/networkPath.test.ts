import { describe, expect, test } from 'vitest';
import { importsOf, readSources, type Source } from '../../helpers/fakeSources.ts';

const main = readSources('main');
const services = main.filter(({ path }) => /^main\/services\/[^/]+\/.+/.test(path));

/** Files in which the code holds for the pattern. */
function where(sources: readonly Source[], pattern: RegExp): readonly string[] {
  return sources.filter(({ code }) => pattern.test(code)).map(({ path }) => path);
}

function whoImports(pattern: RegExp): readonly string[] {
  return main.filter((source) => importsOf(source).some((name) => pattern.test(name))).map(({ path }) => path);
}

describe('the way to the network', () => {
  test('is looked for in the whole program', () => {
    expect(main.length).toBeGreaterThan(40);
    expect(services.map(({ path }) => path)).toContain('main/services/pexip/pexipAgenda.ts');
  });

  test('leads through the limited request alone', () => {
    expect(whoImports(/^ky($|\/)/)).toEqual(['main/services/limitedRequest.ts']);
    expect(
      whoImports(/^(node:)?(http|https|http2|net|tls|dgram|dns)($|\/)|^(undici|ws|axios|got|node-fetch)$/),
    ).toEqual(['main/accounts/signInListener.ts']);
    expect(where(main, /\b(XMLHttpRequest|WebSocket|EventSource|sendBeacon|ClientRequest)\b/)).toEqual([]);
    // One sends, the other notes what it is given to send with; the third holds a script for the browser's own page.
    expect(where(main, /(^|[^.\w'"])fetch\s*\(/m).filter((path) => !path.endsWith('limitedRequest.ts'))).toEqual([
      'main/accounts/signInListener.ts',
      'main/health/noteRequests.ts',
    ]);
    expect(where(main, /(\.fetch\s*\(|\['fetch'\]|(?<!typeof )globalThis\.fetch\b)/)).toEqual(['main/agendaParts.ts']);
    expect(where(main, /\bnet\.(?!isOnline\b)|\.request\s*\(\s*['"{]/)).toEqual([
      'main/fetchStep.ts',
      'main/services/eightbyeight/eightByEightHost.ts',
      'main/services/pexip/pexipAgenda.ts',
    ]);
  });

  test('is given to the limited request, with a budget, and to nothing else', () => {
    const parts = main.find(({ path }) => path === 'main/agendaParts.ts')?.code ?? '';
    const uses = parts.split('\n').filter((line) => /\brequest\b/.test(line));
    expect(uses.map((line) => line.trim())).toEqual([
      'const request: typeof globalThis.fetch = (input, init) =>',
      'requestWith: (budget: CallBudget) => createLimitedRequest(note(request), budget, undefined, note(requestOnce)),',
    ]);
  });

  test('for redirects that are answers is a part of it', () => {
    expect(main.filter(({ code }) => code.includes('fetchStep(')).map(({ path }) => path)).toEqual([
      'main/agendaParts.ts',
      'main/fetchStep.ts',
    ]);
    const parts = main.find(({ path }) => path === 'main/agendaParts.ts')?.code ?? '';
    expect(parts).toMatch(
      /const request: .+ =>\s+input instanceof Request && input\.redirect === 'manual'\s+\? fetchStep\(/,
    );
  });

  test('spends a call before it sends one', () => {
    const code = main.find(({ path }) => path === 'main/services/limitedRequest.ts')?.code ?? '';
    expect(code.match(/\bhttp\(/g)).toHaveLength(1);
    expect(code).toMatch(/const wait = budget\.take\(\);\s+return wait > 0 \? .+ : send\(http, request, limits\);/);
    expect(code).toContain('retry: 0');
  });

  test('is all that services have: they import no network, no Electron and no process', () => {
    const outside = services.flatMap((source) => importsOf(source).filter((name) => !name.startsWith('.')));
    expect(new Set(outside)).toEqual(new Set(['node:crypto', 'zod/mini']));
    expect(where(services, /\b(globalThis|process|require|eval|Function)\b/)).toEqual([]);
  });
});
