import { desktopKind } from '../desktop/desktopKind.mjs';
import { ensureDebianPackages } from './debianPackages.mjs';
import { ensureElectronRuntime } from './ensureElectronRuntime.mjs';
import { ensureNpmPackages } from './npmPackages.mjs';

/**
 * Sets up all that the program needs here: npm packages, the system's libraries, an Electron runtime. Repeating it is cheap.
 *
 * @param {string} root the checkout
 * @returns {Promise<{ runtime: import('./electronRuntime.mjs').ElectronRuntime, debianCommand: string | undefined }>}
 * `debianCommand` is what the user has to run for the system packages that are still missing
 */
export async function prepare(root) {
  await ensureNpmPackages(root);
  const debianCommand = await ensureDebianPackages(desktopKind());
  const runtime = await ensureElectronRuntime(root);
  return { runtime, debianCommand };
}
