import { existsSync, statSync } from 'node:fs';
import { chown, cp, mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectNode } from '../setup/npmPackages.mjs';
import { excerpt, runCommand } from '../setup/runCommand.mjs';
import { SetupError } from '../setup/setupError.mjs';
import { makeRunFolder } from './runFolder.mjs';

/** Not needed to run anything. */
const leftBehind = new Set(['.git', 'test-results', '.cache', 'demo.png', 'demo-call.png', 'bench.json']);

const vanished = /: No such file or directory$/;

/**
 * Copies the checkout to where an ordinary user can enter: by hard links if possible (a second even with node_modules),
 * else file by file. Its files stay root's and cannot be changed; its folders are the user's.
 *
 * @param {string} root
 * @param {import('./desktopUser.mjs').DesktopUser} user
 * @returns {Promise<{ folder: string, root: string }>} a folder to be removed afterwards, and the checkout in it
 */
export async function copyCheckout(root, user) {
  const entries = await readdir(root);
  const paths = entries
    .filter((name) => !leftBehind.has(name) && !name.endsWith('.log'))
    .map((name) => join(root, name));
  for (const parent of parents(root)) {
    const folder = await makeRunFolder(parent);
    const copy = join(folder, 'checkout');
    await fill(root, paths, copy, user);
    // Catches what no look at modes can: a parent that cannot be entered, a file system without execution.
    const trial = await runCommand(projectNode(copy), ['--version'], { user });
    if (trial.code === 0) {
      return { folder, root: copy };
    }
    await rm(folder, { recursive: true, force: true });
  }
  throw new SetupError(`There is no folder from which the user ${user.name} could run a copy of this checkout.`);
}

/**
 * @param {string} root
 * @param {readonly string[]} paths
 * @param {string} copy
 * @param {import('./desktopUser.mjs').DesktopUser} user
 */
async function fill(root, paths, copy, user) {
  const owner = `${user.uid}:${user.gid}`;
  const linked = await copyInto(['-al'], root, paths, copy);
  const unreadable = await runCommand('find', [copy, '-type', 'f', '!', '-perm', '-004', '-print', '-quit']);
  if (linked && unreadable.output === '') {
    await run('find', [copy, '-type', 'd', '-exec', 'chown', owner, '{}', '+', '-exec', 'chmod', 'u+rwx', '{}', '+']);
    return;
  }
  await rm(copy, { recursive: true, force: true });
  if (!(await copyInto(['-a'], root, paths, copy))) {
    throw new SetupError(`The checkout could not be copied to ${copy}.`);
  }
  await run('chown', ['-R', '-h', owner, copy]);
}

/**
 * @param {readonly string[]} how
 * @param {string} root
 * @param {readonly string[]} paths
 * @param {string} copy
 * @returns {Promise<boolean>}
 */
async function copyInto(how, root, paths, copy) {
  await mkdir(join(copy, '.cache'), { recursive: true });
  const cache = join(root, '.cache');
  const runtimes = existsSync(cache) ? (await readdir(cache)).filter((name) => /^electron-[\d.]+$/.test(name)) : [];
  const env = { ...process.env, LC_ALL: 'C' };
  const results = await Promise.all([
    runCommand('cp', [...how, '--', ...paths, copy], { env }),
    ...runtimes.map((name) => runCommand('cp', [...how, '--', join(cache, name), join(copy, '.cache')], { env })),
  ]);
  // A file that goes while we copy (an editor's, a build's) was not meant for us.
  return results.every(
    ({ code, errors }) =>
      code === 0 ||
      errors
        .trim()
        .split('\n')
        .every((line) => vanished.test(line)),
  );
}

/**
 * Folders that a copy may go to, those on the checkout's own file system first: hard links reach no further.
 *
 * @param {string} root
 */
function parents(root) {
  const candidates = [...new Set([tmpdir(), '/tmp', '/var/tmp', dirname(root)])].filter((path) => existsSync(path));
  const device = statSync(root).dev;
  return candidates.sort((one, other) => Number(statSync(other).dev === device) - Number(statSync(one).dev === device));
}

/**
 * Copies what a run wrote back into the checkout, as files of whoever owns that.
 *
 * @param {string} copy
 * @param {string} root
 * @param {readonly string[]} results
 */
export async function copyBack(copy, root, results) {
  const { uid, gid } = statSync(root);
  for (const name of results.filter((result) => existsSync(join(copy, result)))) {
    const target = join(root, name);
    await mkdir(dirname(target), { recursive: true });
    await cp(join(copy, name), target, { recursive: true, force: true });
    await run('chown', ['-R', '-h', `${uid}:${gid}`, target]);
  }
}

/**
 * @param {string} path
 * @param {import('./desktopUser.mjs').DesktopUser | undefined} user
 */
export async function ownFolder(path, user) {
  if (user) {
    await chown(path, user.uid, user.gid);
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
async function run(command, args) {
  const result = await runCommand(command, args);
  if (result.code !== 0) {
    throw new SetupError(`\`${command} ${args.join(' ')}\` failed:\n${excerpt(result)}`);
  }
}
