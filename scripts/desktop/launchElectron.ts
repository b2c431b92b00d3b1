import { createRequire } from 'node:module';
import { _electron, type ElectronApplication } from 'playwright';

/** How Electron is started under Playwright's eyes. */
export interface LaunchOptions {
  /** The checkout: its package.json names the program. */
  readonly root: string;
  readonly profilePath: string;
  readonly args?: readonly string[];
  /** Added to our own environment; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** An Electron that Playwright drives. */
export interface LaunchedElectron {
  readonly app: ElectronApplication;
  /** Quits it as a user would, and kills what has not ended a few seconds later. Does nothing the second time. */
  close(): Promise<void>;
}

const launchMilliseconds = 30_000;
const patienceMilliseconds = 5_000;

/** Starts the program in the checkout as users run it: in the sandbox, with the desktop's own keyring. */
export async function launchElectron(options: LaunchOptions): Promise<LaunchedElectron> {
  const app = await _electron.launch({
    // Named, so that Playwright does not put its own loader in front, which switches the keyring off.
    executablePath: electronPath(),
    chromiumSandbox: true,
    timeout: launchMilliseconds,
    cwd: options.root,
    args: ['.', `--user-data-dir=${options.profilePath}`, ...(options.args ?? [])],
    env: environment(options.env ?? {}),
  });
  const main = app.process();
  return {
    app,
    close: async () => {
      await Promise.race([app.close().catch(() => undefined), pause(patienceMilliseconds)]);
      if (main.exitCode === null && main.signalCode === null) {
        killGroup(main.pid);
      }
    },
  };
}

/** What the `electron` package means by itself in a plain Node: the path of the executable. */
function electronPath(): string {
  const path: unknown = createRequire(import.meta.url)('electron');
  if (typeof path !== 'string') {
    throw new Error('This is Electron already: Electron is launched from Node.');
  }
  return path;
}

function environment(changes: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const all = { ...process.env, ...changes };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Playwright starts Electron as the leader of a process group (not on Windows): its helpers go with it. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
