import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/**
 * The Electron to measure with. On Linux a copy in the given folder: of files that other programs run from too, only a
 * share would count as memory of ours, a smaller one the more of them happen to run.
 */
export async function electronFor(folder: string): Promise<string> {
  // What the package means by itself in a plain Node: the path of the executable.
  const path: unknown = createRequire(import.meta.url)('electron');
  if (typeof path !== 'string') {
    throw new Error('This is Electron already: Electron is launched from Node.');
  }
  if (process.platform !== 'linux') {
    return path;
  }
  const copy = join(folder, 'electron');
  await cp(dirname(path), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, basename(path));
}
