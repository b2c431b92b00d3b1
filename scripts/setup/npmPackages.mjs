import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmClient } from './npmClient.mjs';
import { excerpt } from './runCommand.mjs';
import { SetupError } from './setupError.mjs';
import { step } from './step.mjs';

/**
 * Installs exactly what the lock file names, unless node_modules already fits it.
 *
 * @param {string} root
 */
export async function ensureNpmPackages(root) {
  if (packagesFit(root) && existsSync(projectNode(root))) {
    return;
  }
  if (process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules'))) {
    throw new SetupError('The dependencies changed. Windows cannot replace the Node that runs now: run `npm ci` once.');
  }
  const result = await step('Installing npm packages, Node 24 among them', () =>
    // The level tells why it failed even under `npm run -s`, and leaves out what it thinks of the system's Node.
    npmClient(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root }),
  );
  if (result.code !== 0) {
    throw new SetupError(`npm ci failed:\n${excerpt(result)}\nIs the npm registry in reach?`);
  }
  if (!existsSync(projectNode(root))) {
    throw new SetupError(
      'The `node` package has no binary: allow install scripts (npm config set ignore-scripts false).',
    );
  }
}

/**
 * The Node (24) that runs everything after the set-up.
 *
 * @param {string} root
 */
export function projectNode(root) {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * Whether every package in the lock file is installed in that version; other platforms' optional ones may be absent.
 *
 * @param {string} root
 */
function packagesFit(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, entry]) => {
    const found = installed[path];
    return (
      path === '' || (found ? found.version === entry.version && found.integrity === entry.integrity : entry.optional)
    );
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>}
 */
function readPackages(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {};
}
