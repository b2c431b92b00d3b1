import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectNode } from '../setup/npmPackages.mjs';
import { copyBack, copyCheckout, ownFolder } from './checkoutCopy.mjs';
import { makeRunFolder } from './runFolder.mjs';

const sessionScript = fileURLToPath(import.meta.resolve('./session.mjs'));

/**
 * @typedef {object} Workplace everything one run on a virtual desktop reads and writes, in one folder that goes with it
 * @property {string} root the checkout as the run's user sees it
 * @property {string} node
 * @property {string} session the script that starts the desktop's parts
 * @property {string} home
 * @property {string} runtime for XDG_RUNTIME_DIR
 * @property {string} temporary
 * @property {(results: readonly string[]) => Promise<void>} takeBack copies results into the checkout
 * @property {() => Promise<void>} remove
 */

/**
 * Makes the place for one run: for an ordinary user the checkout itself with a fresh home; for root's stand-in also a copy
 * of the checkout, because that one may lie where only root can enter, and must not be written to by anyone else.
 *
 * @param {string} root
 * @param {import('./desktopUser.mjs').DesktopUser | undefined} user
 * @returns {Promise<Workplace>}
 */
export async function makeWorkplace(root, user) {
  const copy = user && (await copyCheckout(root, user));
  const folder = copy?.folder ?? (await makeRunFolder(tmpdir()));
  const seen = copy?.root ?? root;
  const [home, runtime, temporary] = await Promise.all(
    ['home', 'runtime', 'tmp'].map(async (name) => {
      const path = join(folder, name);
      await mkdir(path, { mode: 0o700 });
      await ownFolder(path, user);
      return path;
    }),
  );
  return {
    root: seen,
    node: projectNode(seen),
    session: join(seen, relative(root, sessionScript)),
    home: String(home),
    runtime: String(runtime),
    temporary: String(temporary),
    takeBack: async (results) => {
      if (copy) {
        await copyBack(copy.root, root, results);
      }
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}
