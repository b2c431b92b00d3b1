import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';

/** A desktop's files of a user who has none yet: nothing is written to a real home. */
export interface PrivateDesktop {
  readonly env: Readonly<Record<string, string>>;
  readonly configHome: string;
  /** Path of a desktop file of this user. */
  entry(fileName: string): string;
  /** Has the desktop open a link. The program that is started may stay. */
  openLink(url: string): Promise<void>;
  /** Has the desktop open a calendar file, which this user chose the program of a desktop file for. */
  openFile(path: string, entryName: string): Promise<void>;
  remove(): Promise<void>;
}

/** A program that was started by somebody else, seen through its debugging port. */
export interface AttachedProgram {
  readonly page: Page;
  end(): Promise<void>;
}

const startTime = 20_000;

/** What a program must be started with for {@link attachToProgram}. */
export const attachSwitch = '--remote-debugging-port=0';

/** Makes the folders. */
export async function createPrivateDesktop(): Promise<PrivateDesktop> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-desktop-'));
  const [dataHome, configHome] = [join(folder, 'data'), join(folder, 'config')];
  await mkdir(configHome);
  const env = { XDG_DATA_HOME: dataHome, XDG_CONFIG_HOME: configHome };
  const run = async (tool: string, ...args: readonly string[]): Promise<void> => {
    // It would hold on to what it writes to.
    const child = spawn(tool, args, { env: { ...process.env, ...env }, stdio: 'ignore' });
    expect((await once(child, 'exit'))[0]).toBe(0);
  };
  return {
    env,
    configHome,
    entry: (fileName) => join(dataHome, 'applications', fileName),
    openLink: (url) => run('xdg-open', url),
    openFile: async (path, entryName) => {
      await run('xdg-mime', 'default', entryName, 'text/calendar');
      await run('xdg-open', path);
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Has a desktop file start its program so that a test can look into it. */
export async function openToTests(entry: string): Promise<void> {
  const text = await readFile(entry, 'utf8');
  await writeFile(entry, text.replace(/^(Exec=.*) %U$/m, `$1 ${attachSwitch} %U`));
}

/** Waits for a program that is being started with a profile, and for its window. */
export async function attachToProgram(profilePath: string): Promise<AttachedProgram> {
  const portFile = join(profilePath, 'DevToolsActivePort');
  await expect.poll(() => existsSync(portFile), { timeout: startTime }).toBe(true);
  const [port] = (await readFile(portFile, 'utf8')).split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const pages = (): readonly Page[] => browser.contexts().flatMap((context) => context.pages());
  await expect.poll(() => pages().length).toBe(1);
  const [page] = pages();
  if (page === undefined) {
    throw new Error('the window has gone');
  }
  return {
    page,
    end: async () => {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await browser.close();
      await expect.poll(() => isLocked(profilePath), { timeout: startTime }).toBe(false);
      await rm(portFile, { force: true });
    },
  };
}

/** Whether some program has the profile: Chromium's mark is a link to nowhere. */
function isLocked(profilePath: string): boolean {
  return lstatSync(join(profilePath, 'SingletonLock'), { throwIfNoEntry: false }) !== undefined;
}
