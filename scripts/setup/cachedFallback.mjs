import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { downloadFallback } from './downloadFallback.mjs';
import { fallbackRelease } from './fallbackRelease.mjs';
import { step } from './step.mjs';

/**
 * The registry's Electron, ready to run, in the user's cache: all checkouts of one user share one download. Its files are
 * checked against the hashes taken when it was unpacked; a damaged one is thrown away and fetched again.
 *
 * @param {string} root
 * @returns {Promise<string>} its folder
 */
export async function cachedFallback(root) {
  const cache = await cacheFolder(root);
  const entry = join(cache, `electron-${fallbackRelease.version}-linux-x64`);
  if (existsSync(entry) && !(await step('Checking the Electron in the cache', () => isIntact(entry)))) {
    await rm(entry, { recursive: true, force: true });
  }
  if (!existsSync(entry)) {
    await fill(root, cache, entry);
  }
  return join(entry, 'files');
}

/**
 * @param {string} root
 * @param {string} cache
 * @param {string} entry
 */
async function fill(root, cache, entry) {
  const draft = await mkdtemp(join(cache, 'draft-'));
  try {
    await downloadFallback(root, draft);
    const manifest = { integrity: fallbackRelease.integrity, files: await hashes(join(draft, 'files')) };
    await writeFile(join(draft, 'manifest.json'), JSON.stringify(manifest, undefined, 2));
    // Two set-ups may end at the same time: the first one wins, and both are the same.
    await rename(draft, entry).catch(() => undefined);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** @param {string} entry */
async function isIntact(entry) {
  try {
    const manifest = JSON.parse(await readFile(join(entry, 'manifest.json'), 'utf8'));
    const found = JSON.stringify(await hashes(join(entry, 'files')));
    return manifest.integrity === fallbackRelease.integrity && JSON.stringify(manifest.files) === found;
  } catch {
    return false;
  }
}

/**
 * @param {string} folder
 * @returns {Promise<Record<string, string>>}
 */
async function hashes(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const list = await Promise.all(
    paths.map(async (path) => {
      const hash = createHash('sha256');
      await pipeline(createReadStream(path), hash);
      return [relative(folder, path), hash.digest('hex')];
    }),
  );
  return Object.fromEntries(list);
}

/** @param {string} root */
async function cacheFolder(root) {
  const shared = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'foyer');
  try {
    await mkdir(shared, { recursive: true });
    return shared;
  } catch {
    // No home, or none that can be written to: the checkout itself will do.
    const own = join(root, '.cache', 'downloads');
    await mkdir(own, { recursive: true });
    return own;
  }
}
