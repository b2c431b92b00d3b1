import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packagedProgram } from '../../scripts/package/packagePaths.ts';
import { attachToPage, type Page } from '../bench/devtools.ts';
import { readPort } from '../bench/launchProgram.ts';

/** A running program that nobody holds but by its window's debugging port: fuses keep Playwright out of a package. */
export interface RunningProgram {
  readonly page: Page;
  end(): Promise<void>;
}

/** How to start it. */
export interface ProgramStart {
  readonly profilePath: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '..', '..');

/** Starts the packaged program that lies in `dist/`. */
export function launchPackaged(start: ProgramStart): Promise<RunningProgram> {
  return launch(packagedProgram(root), [], start);
}

/** Starts an executable with a program for it, in the same way. */
export async function launch(
  executable: string,
  program: readonly string[],
  { profilePath, args = [], env = {} }: ProgramStart,
): Promise<RunningProgram> {
  const all = ['--remote-debugging-port=0', `--user-data-dir=${profilePath}`, ...args, ...program];
  const child = spawn(executable, all, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const page = await attachToPage(await readPort(child));
  return {
    page,
    end: async () => {
      page.detach();
      child.kill('SIGTERM');
      await ended;
    },
  };
}
