import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { RunningFoyer } from './launchFoyer.ts';

const root = join(import.meta.dirname, '..', '..');

/** Starts the program a second time, as the system does for a link; resolves when that run has given way to the first. */
export async function startAgain({ app, profilePath }: RunningFoyer, args: readonly string[]): Promise<number | null> {
  // Not asked of the program, which may be busy starting.
  const child = spawn(app.process().spawnfile, [root, `--user-data-dir=${profilePath}`, ...args], { stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}
