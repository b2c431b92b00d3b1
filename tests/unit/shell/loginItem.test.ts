import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readAutostartEntry, renewCommand, writeAutostartEntry } from '../../../main/shell/autostartEntry.ts';
import { changeLoginItem, readLoginItem } from '../../../main/shell/loginItem.ts';
import { createAutostartFile } from '../../../main/shell/loginItemByFile.ts';
import { createSystemLoginItem, type SystemLoginItemParts } from '../../../main/shell/loginItemBySystem.ts';
import { startsHidden } from '../../../main/shell/startHidden.ts';

vi.mock('electron', () => ({ app: {} }));

const entry = { name: 'Foyer', comment: 'Your next meeting', command: ['/opt/Foyer/foyer', '--hidden'] };
const folders: string[] = [];

async function startFile() {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-autostart-'));
  folders.push(folder);
  const path = join(folder, 'autostart', 'foyer.desktop');
  return { folder, path, item: createAutostartFile(path, entry), read: () => readFile(path, 'utf8') };
}

afterEach(async () => {
  for (const folder of folders.splice(0)) {
    await rm(folder, { recursive: true, force: true });
  }
});

describe('the autostart file', () => {
  test('is written whole, read back, and removed', async () => {
    const { folder, item, read } = await startFile();
    expect(await readLoginItem(item)).toBe('off');
    expect(await changeLoginItem(item, true)).toEqual({ kind: 'changed', state: 'on' });
    expect(await read()).toBe(writeAutostartEntry(entry));
    expect(await readdir(join(folder, 'autostart'))).toEqual(['foyer.desktop']);
    expect(await changeLoginItem(item, false)).toEqual({ kind: 'changed', state: 'off' });
    expect(await readdir(join(folder, 'autostart'))).toEqual([]);
    expect(await changeLoginItem(item, false)).toEqual({ kind: 'changed', state: 'off' });
  });

  test.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false', 'Hidden = true '])(
    'that a tool of the desktop switched off (%s) stays so, until it is given up in Foyer',
    async (line) => {
      const { path, item, read } = await startFile();
      await changeLoginItem(item, true);
      const text = `${(await read()).replace('X-GNOME-Autostart-enabled=true\n', '')}${line}\n`;
      await writeFile(path, text);
      expect(await changeLoginItem(item, true)).toEqual({ kind: 'refused', state: 'switchedOffBySystem' });
      await item.renew();
      expect(await read()).toBe(text);
      expect(await changeLoginItem(item, false)).toEqual({ kind: 'changed', state: 'off' });
      expect(await changeLoginItem(item, true)).toEqual({ kind: 'changed', state: 'on' });
    },
  );

  test('of a program that was moved leads to where it is, and keeps what others wrote', async () => {
    const { path, item, read } = await startFile();
    await item.renew();
    expect(await readLoginItem(item)).toBe('off');
    const others = 'X-KDE-autostart-after=panel\n\n[Desktop Action Other]\nExec=other\n';
    const older = writeAutostartEntry({ ...entry, command: ['/home/me/Foyer-0.1.AppImage', '--hidden'] });
    await changeLoginItem(item, true);
    await writeFile(path, older + others);
    await item.renew();
    expect(await read()).toBe(writeAutostartEntry(entry) + others);
  });

  test('that cannot be written or read says so', async () => {
    const { folder, path, item } = await startFile();
    await writeFile(join(folder, 'autostart'), 'a file where the folder should be');
    expect(await changeLoginItem(item, true)).toEqual({ kind: 'failed', state: 'unavailable' });
    expect(path).toContain('autostart');
  });

  test('says the same command again whatever is in its path', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }), (command) => {
        const text = writeAutostartEntry({ ...entry, command });
        expect(text.split('\n').filter((line) => line.startsWith('Exec='))).toHaveLength(1);
        expect(readAutostartEntry(text)).toEqual({ isSwitchedOff: false });
        expect(renewCommand(writeAutostartEntry(entry), command)).toBe(text);
      }),
    );
  });

  test('of somebody else never makes it throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof readAutostartEntry(text).isSwitchedOff).toBe('boolean');
        renewCommand(text, entry.command);
      }),
    );
    const elsewhere = '[Desktop Action X]\nHidden=true\n[Desktop Entry]\nName=Foyer\n[Other]\nHidden=true\n';
    expect(readAutostartEntry(elsewhere).isSwitchedOff).toBe(false);
  });
});

describe('the list of the system', () => {
  type Found = ReturnType<SystemLoginItemParts['app']['getLoginItemSettings']>;
  const path = 'C:\\Program Files\\Foyer\\Foyer.exe';
  const args = ['--hidden'];

  function startSystem(platform: NodeJS.Platform, found: Partial<Found>) {
    const asked: unknown[] = [];
    const set: unknown[] = [];
    const app = {
      getLoginItemSettings: (options?: unknown) => {
        asked.push(options);
        return found as Found;
      },
      setLoginItemSettings: (settings: unknown) => void set.push(settings),
    };
    return { asked, set, item: createSystemLoginItem({ app, platform, path, args }) };
  }

  test.each([
    [{ openAtLogin: false, executableWillLaunchAtLogin: false }, 'off'],
    [{ openAtLogin: true, executableWillLaunchAtLogin: true }, 'on'],
    [{ openAtLogin: true, executableWillLaunchAtLogin: false }, 'switchedOffBySystem'],
  ] as const)('of Windows: %o is %s', async (found, state) => {
    const { item, asked } = startSystem('win32', found);
    expect(await item.read()).toBe(state);
    expect(asked).toEqual([{ path, args }]);
  });

  test('of Windows is changed by the same program and arguments that it is read by', async () => {
    const { item, set } = startSystem('win32', { openAtLogin: true, executableWillLaunchAtLogin: true });
    expect(await changeLoginItem(item, true)).toEqual({ kind: 'changed', state: 'on' });
    expect(set).toEqual([{ path, args, openAtLogin: true }]);
  });

  test('what the task manager switched off stays off', async () => {
    const { item, set } = startSystem('win32', { openAtLogin: true, executableWillLaunchAtLogin: false });
    expect(await changeLoginItem(item, true)).toEqual({ kind: 'refused', state: 'switchedOffBySystem' });
    expect(set).toEqual([]);
  });

  test.each([
    ['enabled', 'on'],
    ['not-registered', 'off'],
    ['not-found', 'off'],
    ['requires-approval', 'needsApproval'],
  ] as const)('of macOS: %s is %s', async (status, state) => {
    const { item } = startSystem('darwin', { status, openAtLogin: status === 'enabled' });
    expect(await item.read()).toBe(state);
  });

  test('of macOS says when the user has the say, or nothing came of it', async () => {
    const waiting = startSystem('darwin', { status: 'requires-approval' });
    expect(await changeLoginItem(waiting.item, true)).toEqual({ kind: 'refused', state: 'needsApproval' });
    const unsigned = startSystem('darwin', { status: 'not-found' });
    expect(await changeLoginItem(unsigned.item, true)).toEqual({ kind: 'refused', state: 'off' });
  });

  test('there is none for a run that the system cannot start', async () => {
    expect(await readLoginItem(null)).toBe('unavailable');
    expect(await changeLoginItem(null, true)).toEqual({ kind: 'refused', state: 'unavailable' });
  });
});

test.each([
  ['linux', true, false, true],
  ['linux', false, true, false],
  ['darwin', false, true, true],
  ['darwin', false, false, false],
] as const)('on %s, --hidden %s and at login %s: hidden %s', (platform, hasSwitch, wasOpenedAtLogin, isHidden) => {
  const app = {
    commandLine: { hasSwitch: (name: string) => hasSwitch && name === 'hidden' },
    getLoginItemSettings: () => ({ wasOpenedAtLogin }),
  } as unknown as Parameters<typeof startsHidden>[0];
  expect(startsHidden(app, platform)).toBe(isHidden);
});
