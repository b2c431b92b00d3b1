import { join } from 'node:path';
import { projectNode } from './npmPackages.mjs';
import { excerpt, runCommand } from './runCommand.mjs';
import { SetupError } from './setupError.mjs';
import { step } from './step.mjs';

const probeMilliseconds = 4_000;
const downloadMilliseconds = 15 * 60_000;
const releases = 'https://github.com/electron/electron/releases';

/**
 * Downloads Electron the official way, unless its host is plainly out of reach.
 *
 * @param {string} root
 * @returns {Promise<string | undefined>} why it could not be had
 */
export async function installOfficialElectron(root) {
  if (!hasDetour() && !(await answers(releases))) {
    return 'The official Electron is out of reach: github.com does not answer.';
  }
  try {
    await step('Downloading Electron', () => download(root));
    return undefined;
  } catch (error) {
    return `The official Electron could not be downloaded: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** @param {string} root */
async function download(root) {
  // The switch makes Node 24 honour HTTPS_PROXY; without that variable it changes nothing.
  const env = { ...process.env, NODE_USE_ENV_PROXY: '1', ELECTRON_OVERRIDE_DIST_PATH: '' };
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  const result = await runCommand(projectNode(root), [installer], { env, timeoutMilliseconds: downloadMilliseconds });
  if (result.code !== 0) {
    throw new SetupError(excerpt(result));
  }
}

/** Whether downloads go through a mirror or a proxy, whose reach a probe of the host itself says nothing about. */
function hasDetour() {
  return ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy'].some(
    (name) => process.env[name],
  );
}

/** @param {string} url */
async function answers(url) {
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(probeMilliseconds) });
    return response.ok;
  } catch {
    return false;
  }
}
