import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { extractFile, getRawHeader, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, describe, expect, test } from 'vitest';
import { packagedProgram, resourcesFolder, unpackedFolder } from '../../scripts/package/packagePaths.ts';

const root = resolve(import.meta.dirname, '../..');
const archive = join(resourcesFolder(root), 'app.asar');
const buildTimeout = 300_000;

/** How the fuse wire in a binary spells its states: the digits 0 and 1. */
const [fuseOff, fuseOn] = [48, 49];

/** Every file that a package is made from. */
const sources = [
  '{core,main,preload,renderer,assets,scripts/package}/**/*.*',
  '{package.json,package-lock.json,electron-builder.yml,electron.vite.config.ts,LICENSE}',
];

function isPackageFresh(): boolean {
  if (!existsSync(archive)) {
    return false;
  }
  const made = statSync(archive).mtimeMs;
  return globSync(sources, { cwd: root }).every((file) => statSync(join(root, file)).mtimeMs < made);
}

// What npm and Node allow in a name, so that a text between two strings is not taken for one.
const importStatement = /\b(?:from|import|import\()\s*["'](?<name>[\w@][\w@:./-]*)["']/g;
const requireCall = /\brequire\(\s*["'`](?<name>[^"'`./][^"'`]*)["'`]/g;

/** The files in the archive, with slashes as on every system. */
function listArchive(): readonly string[] {
  return listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').replace(/^\//, ''));
}

beforeAll(() => {
  if (!isPackageFresh()) {
    execFileSync(process.execPath, [join(root, 'scripts/package.mjs')], { cwd: root, stdio: 'inherit' });
  }
}, buildTimeout);

describe('the fuses of the built binary', () => {
  const wanted: readonly (readonly [fuse: keyof typeof FuseV1Options, isOn: boolean])[] = [
    ['RunAsNode', false],
    ['EnableCookieEncryption', true],
    ['EnableNodeOptionsEnvironmentVariable', false],
    ['EnableNodeCliInspectArguments', false],
    ['EnableEmbeddedAsarIntegrityValidation', true],
    ['OnlyLoadAppFromAsar', true],
    ['LoadBrowserProcessSpecificV8Snapshot', false],
    ['GrantFileProtocolExtraPrivileges', false],
  ];

  test.each(wanted)('%s: %s', async (fuse, isOn) => {
    const fuses = await getCurrentFuseWire(packagedProgram(root));
    expect(fuses[FuseV1Options[fuse]]).toBe(isOn ? fuseOn : fuseOff);
  });

  test('none is left unstated', () => {
    expect(wanted.length).toBe(Object.keys(FuseV1Options).filter((key) => Number.isNaN(Number(key))).length);
  });
});

describe('the payload', () => {
  test('is at most 3 MB', () => {
    expect(statSync(archive).size).toBeLessThanOrEqual(3 * 2 ** 20);
  });

  test('holds the bundle, tray pictures and nothing of the workshop', () => {
    const files = listArchive();
    expect(files).toContain('out/main/index.js');
    expect(files).toContain('out/preload/agenda.cjs');
    expect(files).toContain('out/renderer/agenda/index.html');
    const tops = new Set(files.map((file) => file.split('/')[0]));
    expect(Array.from(tops).toSorted()).toEqual(['assets', 'out', 'package.json']);
    const foreign = /node_modules|simulator|fixture|tests?\/|\.(?:test|spec)\.|\.map$|\.tsx?$|\.svg$|locales\//;
    expect(files.filter((file) => foreign.test(file))).toEqual([]);
  });

  test('has every tray picture that the program asks for by name', () => {
    const platform = process.platform as 'darwin' | 'win32' | 'linux';
    const names = {
      darwin: ['Template.png', 'Template@2x.png'],
      win32: ['-on-light.ico', '-on-dark.ico'],
      linux: ['-on-light.png', '-on-dark.png'],
    }[platform];
    const sizes: readonly number[] = { darwin: [], win32: [16, 20, 24, 32, 48], linux: [48] }[platform];
    const wanted = [
      ...['idle', 'now', 'problem', 'soon'].flatMap((state) => names.map((name) => `assets/tray/${state}${name}`)),
      ...sizes.flatMap((size) => ['light', 'dark'].map((ground) => `assets/tray/minutes-on-${ground}-${size}.png`)),
    ];
    const files = listArchive().filter((file) => file.startsWith('assets/tray/'));
    expect(files.toSorted()).toEqual(wanted.toSorted());
  });

  test('refers to no source map and to no module outside the archive', () => {
    for (const file of listArchive().filter((path) => /\.c?js$/.test(path))) {
      const code = extractFile(archive, join(...file.split('/'))).toString('utf8');
      expect(code, file).not.toContain('sourceMappingURL');
      if (!file.startsWith('out/renderer/')) {
        // Code generators keep texts like require("…") in strings; the preload alone is loaded that way.
        const importing = file.endsWith('.cjs') ? requireCall : importStatement;
        const imported = code.matchAll(importing);
        const names = Array.from(imported, ({ groups }) => groups?.['name'] ?? '');
        expect(
          names.filter((name) => name !== 'electron' && !isBuiltin(name)),
          file,
        ).toEqual([]);
      }
    }
  });

  test('describes itself without the workshop', () => {
    const shipped: unknown = JSON.parse(extractFile(archive, 'package.json').toString('utf8'));
    expect(shipped).toMatchObject({
      name: 'foyer',
      main: 'out/main/index.js',
      desktopName: 'app.foyer.desktop.desktop',
    });
    expect(shipped).not.toHaveProperty('scripts');
    expect(shipped).not.toHaveProperty('dependencies');
    expect(shipped).not.toHaveProperty('devDependencies');
  });

  test('carries a hash of every file, for the integrity fuse', () => {
    const header = JSON.stringify(getRawHeader(archive).header);
    expect(header.match(/"integrity":\{"algorithm":"SHA256"/g)).toHaveLength(header.match(/"offset":/g)?.length ?? 0);
  });
});

describe('the notices', () => {
  const notices = (): string => readFileSync(join(resourcesFolder(root), 'THIRD-PARTY-NOTICES.txt'), 'utf8');

  test.each([
    'react',
    'react-dom',
    'zod',
    'zustand',
    'i18next',
    'ky',
    'electron-store',
    'electron-log',
    '@fontsource-variable/inter',
    'lucide-react',
  ])('tell the licence of %s', (name) => {
    expect(notices()).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\([\\w.-]+\\)$`, 'm'));
  });

  test('give the texts, also of Electron, beside our own licence', () => {
    expect(readFileSync(join(resourcesFolder(root), 'LICENSE'), 'utf8')).toContain('The Foyer founders');
    expect(notices()).toContain('Permission is hereby granted, free of charge');
    expect(notices()).toContain('SIL OPEN FONT LICENSE');
    expect(notices()).toMatch(/Electron \d+\.\d+\.\d+ \(MIT\)/);
    if (process.platform !== 'darwin') {
      expect(existsSync(join(unpackedFolder(root), 'LICENSES.chromium.html'))).toBe(true);
    }
  });

  test('do not tell of what is not bundled', () => {
    expect(notices()).not.toMatch(/^(?:hono|vitest|playwright|electron-builder) /m);
  });
});
