import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronRuntime, electronVariables } from '../setup/electronRuntime.mjs';
import { projectNode } from '../setup/npmPackages.mjs';
import { excerpt, runCommand } from '../setup/runCommand.mjs';
import { SetupError } from '../setup/setupError.mjs';
import { step } from '../setup/step.mjs';

const sources = ['core', 'main', 'preload', 'renderer', 'assets'];
const configurations = ['electron.vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];

/**
 * Builds the program into `out/` for the Electron that runs here, unless nothing changed since the last time.
 *
 * @param {string} root
 */
export async function buildApp(root) {
  const stampFile = join(root, '.cache', 'build.txt');
  const runtime = electronRuntime(root);
  const before = fingerprint(root, runtime.version);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === `${before} ${outputTime(root)}`) {
    return;
  }
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const env = { ...process.env, ...electronVariables(runtime) };
  const result = await step('Building Foyer', () =>
    runCommand(projectNode(root), [builder, 'build'], { cwd: root, env }),
  );
  if (result.code !== 0) {
    throw new SetupError(`The build failed:\n${excerpt(result)}`);
  }
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stampFile, `${before} ${outputTime(root)}`);
}

/**
 * Changes with every file that a build reads, and with the Electron that it is for.
 *
 * @param {string} root
 * @param {string} version
 */
function fingerprint(root, version) {
  const hash = createHash('sha256').update(version);
  const inFolders = sources
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    );
  for (const name of [...inFolders, ...configurations].sort()) {
    const { size, mtimeMs } = statSync(join(root, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * Tells a build of somebody else's (packaging, `dev`) from the one that was stamped.
 *
 * @param {string} root
 */
function outputTime(root) {
  const main = join(root, 'out', 'main', 'index.js');
  return existsSync(main) ? statSync(main).mtimeMs : 0;
}
