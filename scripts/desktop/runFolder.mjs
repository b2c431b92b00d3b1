import { statSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const prefix = 'foyer-run-';
const staleMilliseconds = 24 * 3600_000;

/**
 * Makes the folder of one run, which others can enter, and removes those of runs that were killed a day or more ago.
 *
 * @param {string} parent
 */
export async function makeRunFolder(parent) {
  const earlier = (await readdir(parent)).filter((name) => name.startsWith(prefix)).map((name) => join(parent, name));
  await Promise.all(earlier.filter(isStale).map((path) => rm(path, { recursive: true, force: true })));
  const folder = await mkdtemp(join(parent, prefix));
  await chmod(folder, 0o755);
  return folder;
}

/** @param {string} path */
function isStale(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.uid === process.getuid?.() && Date.now() - found.mtimeMs > staleMilliseconds;
}
