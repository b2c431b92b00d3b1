import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Configuration } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkSwitches } from '../../core/links/findLink.ts';

// What an unpacked build cannot show: the parts of installers, asserted in the configuration that they are made from.

interface DesktopEntryWriter {
  computeDesktopEntry(options: object): Promise<string>;
}

const root = resolve(import.meta.dirname, '../..');
// electron-builder's own parts, as it would load them.
const requireFromBuilder = createRequire(createRequire(import.meta.url).resolve('app-builder-lib'));
const yaml = requireFromBuilder('js-yaml') as { load(text: string): unknown };
const configuration = yaml.load(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Configuration;
const metadata = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly desktopName: string;
  readonly description: string;
};

describe('names and links', () => {
  test('are the ones that the program and its users rely on', () => {
    expect(configuration.appId).toBe('app.foyer.desktop');
    expect(configuration.productName).toBe('Foyer');
    const protocols = [configuration.protocols ?? []].flat();
    expect(protocols.flatMap(({ schemes }) => schemes)).toEqual(['foyer', 'app.foyer.desktop']);
  });

  test('nothing is published by a build', () => {
    expect(configuration.publish).toBeNull();
  });

  test('every fuse is stated', () => {
    expect(Object.values(configuration.electronFuses ?? {})).toHaveLength(8);
  });
});

describe('the Linux desktop entry', () => {
  let entry = '';
  let folder = '';
  beforeAll(async () => {
    const { LinuxTargetHelper } = requireFromBuilder('./targets/LinuxTargetHelper.js') as {
      LinuxTargetHelper: new (packager: object) => DesktopEntryWriter;
    };
    const helper = new LinuxTargetHelper({
      appInfo: { productName: 'Foyer', sanitizedProductName: 'Foyer', description: metadata.description },
      executableName: configuration.linux?.executableName,
      info: { metadata },
      config: configuration,
      platformSpecificBuildOptions: configuration.linux,
      fileAssociations: [],
    });
    entry = await helper.computeDesktopEntry({ ...configuration.linux });
    folder = mkdtempSync(join(tmpdir(), 'foyer-entry-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('takes both schemes and calendar files, and passes them on', () => {
    expect(entry).toMatch(/^MimeType=text\/calendar;x-scheme-handler\/foyer;x-scheme-handler\/app\.foyer\.desktop;$/m);
    expect(entry).toMatch(/^Exec=\/opt\/Foyer\/foyer %U$/m);
  });

  test('offers the next meeting and another room', () => {
    expect(entry).toMatch(/^Actions=JoinNext;NewRoom;$/m);
    expect(entry).toContain('[Desktop Action JoinNext]\nName=Join next meeting\nExec=foyer foyer:join/next\n');
    expect(entry).toContain('[Desktop Action NewRoom]\nName=New room\nExec=foyer foyer:new\n');
  });

  test('is told from windows by the name that the program gives them', () => {
    expect(metadata.desktopName).toBe('app.foyer.desktop.desktop');
    expect(configuration.linux?.syncDesktopName).toBe(true);
    expect(entry).toMatch(/^StartupWMClass=app\.foyer\.desktop$/m);
    expect(entry).toMatch(/^Icon=foyer$/m);
  });

  test.runIf(spawnSync('desktop-file-validate', ['--version']).error === undefined)('is valid', () => {
    const file = join(folder, metadata.desktopName);
    writeFileSync(file, entry);
    expect(execFileSync('desktop-file-validate', [file], { encoding: 'utf8' })).toBe('');
  });
});

describe('calendar files', () => {
  test('may be opened with Foyer, which takes them from no other program', () => {
    expect(configuration.linux?.mimeTypes).toContain('text/calendar');
    expect(configuration.mac?.fileAssociations).toMatchObject([{ ext: 'ics', role: 'Viewer', rank: 'Alternate' }]);
    // On Windows, electron-builder's own entry would make Foyer the default.
    expect(configuration.fileAssociations ?? configuration.win?.fileAssociations).toBeUndefined();
    const script = readFileSync(join(root, String(configuration.nsis?.include)), 'utf8');
    expect(script).toContain('!insertmacro foyerOfferForInvites');
    expect(script).not.toMatch(/WriteRegStr HKCU "Software\\Classes\\\.ics" ""/);
    expect(script).toContain('!insertmacro foyerForget "Foyer.ics"');
  });
});

describe('the other installers', () => {
  test('macOS: hardened, without exceptions but the one that V8 needs', () => {
    expect(configuration.mac?.hardenedRuntime).toBe(true);
    const entitlements = readFileSync(join(root, String(configuration.mac?.entitlements)), 'utf8');
    expect(Array.from(entitlements.matchAll(/<key>(?<key>[^<]+)/g), ({ groups }) => groups?.['key'])).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
    // electron-updater can only install from a zip.
    expect(configuration.mac?.target).toEqual(['dmg', 'zip']);
  });

  test('Windows: installing registers both schemes, uninstalling takes them away, an update does not', () => {
    const script = readFileSync(join(root, String(configuration.nsis?.include)), 'utf8');
    expect(script).toMatch(/!macro customUnInstall\s[^!]*\$\{IfNot\} \$\{isUpdated\}/);
    for (const scheme of ['foyer', 'app.foyer.desktop']) {
      expect(script).toContain(`!insertmacro foyerRegister "${scheme}"`);
      expect(script).toContain(`!insertmacro foyerForget "${scheme}"`);
    }
    const switches = linkSwitches.map((item) => `"${item}"`).join(' ');
    expect(script).toContain(`APP_EXECUTABLE_FILENAME}" ${switches} "%1"'`);
  });

  test('every picture that they name is there', () => {
    const named = [
      configuration.mac?.icon,
      configuration.win?.icon,
      configuration.linux?.icon,
      configuration.nsis?.installerIcon,
    ];
    expect(named.filter((file) => !existsSync(join(root, String(file))))).toEqual([]);
  });
});
