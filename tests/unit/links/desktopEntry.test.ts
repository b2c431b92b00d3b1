import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DesktopEntry, forgetInMimeApps, writeDesktopEntry } from '../../../main/links/desktopEntry.ts';
import {
  createDesktopHandling,
  type DesktopHandlingParts,
  ownIconPath,
  renewOwnFile,
} from '../../../main/links/desktopHandling.ts';

const fileName = 'app.foyer.desktop.development.desktop';
const schemes = ['foyer', 'app.foyer.desktop'];
const entry: DesktopEntry = {
  name: 'Foyer',
  comment: 'Your next meeting',
  command: ['/opt/Foyer 100%/"run" $it', '--user-data-dir=C:\\x'],
  icon: '/tmp/icon.png',
  fileTypes: ['text/calendar'],
  windowClass: 'app.foyer.desktop',
  schemes,
  actions: [{ id: 'JoinNext', name: 'Join next meeting', link: 'foyer:join/next' }],
};

const isMissing = (tool: string): boolean => spawnSync(tool, ['--version']).error !== undefined;

let folder: string;
let ran: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-desktop-'));
  ran = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the text of a desktop file', () => {
  test('quotes what a program’s path may hold, and takes links as arguments', () => {
    const text = writeDesktopEntry(entry);
    const program = '"/opt/Foyer 100%%/\\\\"run\\\\" \\\\$it" "--user-data-dir=C:\\\\\\\\x"';
    expect(text).toContain(`\nExec=${program} %U\n`);
    expect(text).toContain(`\n[Desktop Action JoinNext]\nName=Join next meeting\nExec=${program} "foyer:join/next"\n`);
    expect(text).toContain('\nMimeType=x-scheme-handler/foyer;x-scheme-handler/app.foyer.desktop;text/calendar;\n');
  });

  test('keeps a line a line', () => {
    const text = writeDesktopEntry({ ...entry, comment: 'one\nExec=evil' });
    expect(text.split('\n').filter((line) => line.startsWith('Exec='))).toHaveLength(2);
  });

  test.skipIf(isMissing('desktop-file-validate'))('is valid', async () => {
    const path = join(folder, fileName);
    await writeFile(path, writeDesktopEntry(entry));
    expect((await promisify(execFile)('desktop-file-validate', [path])).stdout).toBe('');
  });
});

test('a desktop file is taken out of the choices, and nothing else', () => {
  const before = `# mine\n[Default Applications]\nx-scheme-handler/foyer=${fileName}\ntext/html=firefox.desktop;${fileName};\n\n[Added Associations]\nx-scheme-handler/foyer=other.desktop;\n`;
  expect(forgetInMimeApps(before, fileName)).toBe(
    '# mine\n[Default Applications]\ntext/html=firefox.desktop;\n\n[Added Associations]\nx-scheme-handler/foyer=other.desktop;\n',
  );
  expect(forgetInMimeApps('', fileName)).toBe('');
});

function buildParts(parts: Partial<DesktopHandlingParts> = {}): DesktopHandlingParts {
  return {
    schemes,
    dataHome: join(folder, 'data'),
    configHome: join(folder, 'config'),
    fileName,
    ownFile: { text: writeDesktopEntry(entry), icon: Buffer.from('png') },
    run: async (tool, args) => {
      ran.push([tool, ...args].join(' '));
      return '';
    },
    ...parts,
  };
}

const answering = (...names: readonly string[]): Pick<DesktopHandlingParts, 'run'> => ({
  run: async (_tool, args) => `${args[2] === 'x-scheme-handler/foyer' ? names[0] : names[1]}\n`,
});

describe('who opens links on a desktop', () => {
  test.each([
    [[fileName, fileName], { kind: 'ours', canStop: true }],
    [['', ''], { kind: 'none', canStop: false }],
    [[fileName, ''], { kind: 'none', canStop: false }],
    [['other.desktop', fileName], { kind: 'other', canStop: false }],
  ])('%j', async (names, registration) => {
    expect(await createDesktopHandling(buildParts(answering(...names))).look()).toEqual(registration);
  });

  test('what a package has installed is not taken back from here', async () => {
    const parts = buildParts({ ...answering(fileName, fileName), ownFile: null });
    expect(await createDesktopHandling(parts).look()).toEqual({ kind: 'ours', canStop: false });
  });

  test('without the tools nothing is known', async () => {
    const run = async (): Promise<string> => {
      throw new Error('ENOENT');
    };
    expect(await createDesktopHandling(buildParts({ run })).look()).toEqual({ kind: 'unavailable', canStop: false });
  });

  test('an own file comes and goes without a trace', async () => {
    const parts = buildParts();
    const path = join(parts.dataHome, 'applications', fileName);
    const handling = createDesktopHandling(parts);
    await handling.change(true);
    expect(await readFile(path, 'utf8')).toBe(parts.ownFile?.text);
    expect(await readFile(ownIconPath(parts.dataHome, fileName), 'utf8')).toBe('png');
    expect(ran.at(-1)).toBe(`xdg-mime default ${fileName} x-scheme-handler/foyer x-scheme-handler/app.foyer.desktop`);
    await mkdir(parts.configHome, { recursive: true });
    const choices = join(parts.configHome, 'mimeapps.list');
    await writeFile(choices, `[Default Applications]\nx-scheme-handler/foyer=${fileName}\n`);
    await handling.change(false);
    await expect(readFile(path)).rejects.toThrow();
    await expect(readFile(ownIconPath(parts.dataHome, fileName))).rejects.toThrow();
    expect(await readFile(choices, 'utf8')).toBe('[Default Applications]\n');
  });

  test('an installed file is neither written nor removed', async () => {
    const parts = buildParts({ ownFile: null });
    await createDesktopHandling(parts).change(true);
    await expect(readFile(join(parts.dataHome, 'applications', fileName))).rejects.toThrow();
    expect(ran.at(-1)).toContain('xdg-mime default');
  });

  test('a file that is there already follows the program, and one that is not is not made', async () => {
    const parts = buildParts();
    await renewOwnFile(parts);
    const path = join(parts.dataHome, 'applications', fileName);
    await expect(readFile(path)).rejects.toThrow();
    await mkdir(join(parts.dataHome, 'applications'), { recursive: true });
    await writeFile(path, 'Exec=/old/place');
    await renewOwnFile(parts);
    expect(await readFile(path, 'utf8')).toBe(parts.ownFile?.text);
  });
});

describe.skipIf(process.platform !== 'linux' || isMissing('xdg-mime'))('with the desktop’s own tools', () => {
  test('is chosen, and not any more', async () => {
    const [dataHome, configHome] = [join(folder, 'data'), join(folder, 'config')];
    const env = {
      PATH: process.env['PATH'],
      HOME: folder,
      XDG_DATA_HOME: dataHome,
      XDG_CONFIG_HOME: configHome,
      XDG_DATA_DIRS: join(folder, 'none'),
      XDG_CONFIG_DIRS: join(folder, 'none'),
    };
    await mkdir(configHome, { recursive: true });
    const run = async (tool: string, args: readonly string[]): Promise<string> =>
      (await promisify(execFile)(tool, [...args], { env, timeout: 20_000 })).stdout;
    const text = writeDesktopEntry({ ...entry, command: [process.execPath] });
    const handling = createDesktopHandling(buildParts({ run, ownFile: { text, icon: Buffer.from('png') } }));
    expect((await handling.look()).kind).toBe('none');
    await handling.change(true);
    expect((await handling.look()).kind).toBe('ours');
    await handling.change(false);
    expect((await handling.look()).kind).toBe('none');
  }, 60_000);
});
