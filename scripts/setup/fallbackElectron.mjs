import { existsSync, readFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedFallback } from './cachedFallback.mjs';
import { fallbackFolder } from './electronRuntime.mjs';
import { hardLinkTree } from './hardLinkTree.mjs';
import { step } from './step.mjs';

const loader = fileURLToPath(import.meta.resolve('./electronLoader.mjs'));

/**
 * Puts the registry's Electron into the checkout: `pristine` as it is, and `runtime` with a loader, because it lacks the
 * default app that makes `electron .` work.
 *
 * @param {string} root
 */
export async function placeFallbackElectron(root) {
  const source = await cachedFallback(root);
  await step('Putting Electron into the checkout', () => place(source, fallbackFolder(root)));
  await refreshFallbackElectron(root);
}

/**
 * Brings the loader of a fallback that is there up to date.
 *
 * @param {string} root
 * @returns {Promise<boolean>} whether it is there
 */
export async function refreshFallbackElectron(root) {
  const runtime = join(fallbackFolder(root), 'runtime');
  if (!existsSync(join(runtime, 'electron'))) {
    return false;
  }
  await refreshLoader(join(runtime, 'resources', 'app'));
  return true;
}

/**
 * @param {string} source
 * @param {string} folder
 */
async function place(source, folder) {
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(join(dirname(folder), `${basename(folder)}-`));
  await chmod(draft, 0o755);
  await hardLinkTree(source, join(draft, 'pristine'));
  await hardLinkTree(source, join(draft, 'runtime'));
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
}

/** @param {string} target */
async function refreshLoader(target) {
  const main = basename(loader);
  const copy = join(target, main);
  if (!existsSync(copy) || readFileSync(copy, 'utf8') !== readFileSync(loader, 'utf8')) {
    await mkdir(target, { recursive: true });
    await writeFile(join(target, 'package.json'), JSON.stringify({ name: 'electron-loader', main }));
    await copyFile(loader, copy);
  }
}
