import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { thirdPartyNotices } from '../../../scripts/package/thirdPartyNotices.ts';

describe('third-party notices', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'foyer-notices-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function install(name: string, files: Readonly<Record<string, string>>): void {
    const folder = join(root, 'node_modules', name);
    mkdirSync(join(folder, 'lib'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.2.3', license: 'MIT' }));
    for (const [file, text] of Object.entries(files)) {
      writeFileSync(join(folder, file), text);
    }
  }

  function moduleOf(name: string): string {
    return join(root, 'node_modules', name, 'lib/index.js');
  }

  test('tell name, version, licence and text of what is bundled, in order, and nothing else', () => {
    install('b', { 'LICENSE.md': 'Text of b.' });
    install('@scope/a', {
      LICENSE: 'Text of a.\r\nSecond line.',
      NOTICE: 'Notice of a.',
      'lib/package.json': '{"type":"module"}',
    });
    install('unused', {});
    const own = join(root, 'main/index.ts');
    const notices = thirdPartyNotices(
      root,
      [own, moduleOf('b'), moduleOf('@scope/a'), `${moduleOf('b')}?commonjs`],
      '45.4.1',
    );
    expect(notices).toContain('Electron 45.4.1');
    expect(notices).toContain('@scope/a 1.2.3 (MIT)\n\nText of a.\nSecond line.\n\nNotice of a.\n');
    expect(notices.indexOf('b 1.2.3')).toBeGreaterThan(notices.indexOf('@scope/a 1.2.3'));
    expect(notices.match(/Text of b\./g)).toHaveLength(1);
    expect(notices).not.toContain('unused');
  });

  test('fail the build when a bundled package has no licence text', () => {
    install('silent', { 'README.md': 'MIT' });
    expect(() => thirdPartyNotices(root, [moduleOf('silent')], '45.4.1')).toThrow('No licence text in: silent');
  });

  test("know the bundler's own code, without what the bundler itself is made of", () => {
    install('vite', { 'LICENSE.md': 'Text of vite.\n\n# Licenses of bundled dependencies\n\nText of others.' });
    const notices = thirdPartyNotices(root, ['\0vite/preload-helper.js'], '45.4.1');
    expect(notices).toContain('vite 1.2.3 (MIT)\n\nText of vite.');
    expect(notices).not.toContain('others');
  });
});
