import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEndpoints } from '../../../main/endpoints.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-endpoints-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function named(content: string): NodeJS.ProcessEnv {
  const file = join(folder, 'endpoints.json');
  writeFileSync(file, content);
  return { FOYER_ENDPOINTS: file };
}

describe('other addresses of services', () => {
  test('are taken from the named file', () => {
    const addresses = { pexipAuth: 'http://127.0.0.1:4001', pexipApi: 'https://api.example' };
    expect(readEndpoints(false, named(JSON.stringify(addresses)))).toEqual(addresses);
    expect(readEndpoints(false, {})).toEqual({});
  });

  test('are not even looked at by a packaged program', () => {
    expect(readEndpoints(true, named('{"pexipAuth":"http://127.0.0.1:4001"}'))).toEqual({});
    expect(readEndpoints(true, { FOYER_ENDPOINTS: join(folder, 'missing.json') })).toEqual({});
  });

  test.each([
    '',
    '{',
    '[]',
    '{"pexipAuth":1}',
    '{"pexipAuth":"127.0.0.1"}',
    '{"pexipAuth":"ftp://a.example"}',
    '{"pexipAuth":"https://a.example/"}',
    '{"pexipAuth":"https://user@a.example"}',
    '{"pexipAuth":"https://a.example?x"}',
    '{"pexipAuth":"https://a.example#x"}',
    '{"pexipAuth":"https://a.exa mple"}',
    '{"pexipAuth":"javascript:alert(1)"}',
  ])('that make no sense (%s) stop the program: a test must not reach the real services', (content) => {
    expect(() => readEndpoints(false, named(content))).toThrow();
  });

  test('that are named but missing stop it too', () => {
    expect(() => readEndpoints(false, { FOYER_ENDPOINTS: join(folder, 'missing.json') })).toThrow();
  });
});
