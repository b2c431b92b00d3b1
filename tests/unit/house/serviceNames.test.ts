import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { services } from '../../../main/services/registry.ts';
import { findServiceNames } from '../../../scripts/check/findServiceNames.ts';

describe('services named in their own folder only', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'foyer-names-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function write(path: string, code: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), code);
  }

  test.each([
    ['core/join/order.ts', "if (serviceId === 'pexip') {}"],
    ['core/join/order.ts', '/** As Pexip does it. */'],
    ['main/agenda/poll.ts', 'const pexipLimit = 10;'],
    ['main/agenda/poll.ts', "import { telnyx } from '../services/telnyx/telnyx.ts';"],
    ['main/services/service.ts', 'export type ServiceId = "telnyx";'],
    ['main/services/pexip/token.ts', "import { token } from '../telnyx/token.ts';"],
    ['preload/channels.ts', 'joinmeStart: {}'],
    ['preload/channels.ts', 'joinMeStart: {}'],
    ['preload/channels.ts', 'const site = "www.join.me";'],
    ['renderer/call/Call.tsx', '// as Pexip does it'],
    ['renderer/agenda/Call.tsx', '<TelnyxVideo />'],
    ['renderer/agenda/agenda.css', '.badge-8x8 {}'],
    ['renderer/agenda/Rooms.tsx', '// 8×8 shows a clock'],
    ['renderer/agenda/Rooms.tsx', 'const eightByEightClock = 15;'],
  ])('%s with %s is refused', (path, code) => {
    write(path, `\n${code}\n`);
    const outcome = findServiceNames(root);
    expect(outcome.isGood).toBe(false);
    expect(outcome.details).toContain(`${path}:2 names `);
  });

  test('a fifth service is guarded by having a folder', () => {
    write('main/services/webex/webex.ts', 'export const webex = 1;');
    write('core/model/wayIn.ts', "export const first = 'webex';");
    expect(findServiceNames(root).details).toBe('core/model/wayIn.ts:1 names webex: only main/services/webex/ may');
  });

  test.each([
    ['main/services/registry.ts', "import { pexip } from './pexip/pexip.ts';"],
    ['main/services/pexip/token.ts', 'const pexipToken = 1;'],
    ['renderer/call/Call.tsx', '<TelnyxVideo />'],
    ['renderer/agenda/Row.tsx', 'const joinMeeting = () => joinMethod(joinMenu);'],
    ['simulator/pexip/pexip.ts', 'export const pexip = 1;'],
    ['tests/unit/joinme.test.ts', 'test("joinme", () => {});'],
    ['scripts/demo.mjs', 'startTelnyx();'],
  ])('%s with %s passes', (path, code) => {
    write(path, code);
    expect(findServiceNames(root)).toEqual({ isGood: true, details: '' });
  });
});

describe('the house as it is', () => {
  const repository = join(import.meta.dirname, '..', '..', '..');
  const folders = readdirSync(join(repository, 'main/services'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  test('a service costs one folder and one line', () => {
    const registry = readFileSync(join(repository, 'main/services/registry.ts'), 'utf8');
    const imported = [...registry.matchAll(/^import \{ \w+ \} from '\.\/(\w+)\/\w+\.ts';$/gm)].map(([, name]) => name);
    expect(imported.toSorted()).toEqual(folders.toSorted());
    expect(services.map(({ view }) => view.id).toSorted()).toEqual(folders.toSorted());
    expect(folders).toContain('webcal');
  });

  test('no service is named outside of its folder, the fifth not either', () => {
    expect(findServiceNames(repository)).toEqual({ isGood: true, details: '' });
  });

  test('a service takes nothing from another', () => {
    for (const folder of folders) {
      const files = readdirSync(join(repository, 'main/services', folder), { recursive: true, encoding: 'utf8' });
      for (const file of files.filter((name) => name.endsWith('.ts'))) {
        const code = readFileSync(join(repository, 'main/services', folder, file), 'utf8');
        const others = folders.filter((other) => other !== folder && code.includes(`../${other}/`));
        expect(others, `${folder}/${file}`).toEqual([]);
      }
    }
  });
});
