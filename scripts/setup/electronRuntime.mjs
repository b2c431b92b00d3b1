import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fallbackRelease } from './fallbackRelease.mjs';
import { SetupError } from './setupError.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {'official' | 'fallback'} kind
 * @property {string} version
 * @property {string} path the folder for ELECTRON_OVERRIDE_DIST_PATH
 * @property {string} executable
 * @property {string} pristinePath the same without a loader of ours, for electron-builder's `electronDist`
 */

/**
 * The Electron that this checkout runs: the official one when it could be fetched, else the one from the npm registry.
 *
 * @param {string} root the checkout
 * @returns {ElectronRuntime}
 */
export function electronRuntime(root) {
  const found = officialRuntime(root) ?? fallbackRuntime(root);
  if (!found) {
    throw new SetupError('There is no Electron here yet: run `npm run setup`.');
  }
  return found;
}

/**
 * @param {string} root
 * @returns {ElectronRuntime | undefined}
 */
export function officialRuntime(root) {
  const folder = join(root, 'node_modules', 'electron');
  const path = join(folder, 'dist');
  const nameFile = join(folder, 'path.txt');
  if (!existsSync(nameFile) || !existsSync(join(path, 'version'))) {
    return undefined;
  }
  const version = readFileSync(join(path, 'version'), 'utf8').trim().replace(/^v/, '');
  const executable = join(path, readFileSync(nameFile, 'utf8'));
  const wanted = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
  return version === wanted && existsSync(executable)
    ? { kind: 'official', version, path, executable, pristinePath: path }
    : undefined;
}

/**
 * @param {string} root
 * @returns {ElectronRuntime | undefined}
 */
function fallbackRuntime(root) {
  const { version } = fallbackRelease;
  const path = join(fallbackFolder(root), 'runtime');
  const executable = join(path, 'electron');
  return existsSync(executable)
    ? { kind: 'fallback', version, path, executable, pristinePath: join(fallbackFolder(root), 'pristine') }
    : undefined;
}

/**
 * Where the fallback lies inside a checkout.
 *
 * @param {string} root
 */
export function fallbackFolder(root) {
  return join(root, '.cache', `electron-${fallbackRelease.version}`);
}

/**
 * The environment in which the `electron` package, electron-vite and Playwright all take this runtime.
 *
 * @param {ElectronRuntime} runtime
 */
export function electronVariables(runtime) {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: runtime.path,
    ELECTRON_EXEC_PATH: runtime.executable,
    // The builds aim at the JavaScript and CSS of this version.
    ELECTRON_MAJOR_VER: String(Number.parseInt(runtime.version, 10)),
  };
}
