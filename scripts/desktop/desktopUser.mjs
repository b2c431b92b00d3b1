import { excerpt, runCommand } from '../setup/runCommand.mjs';
import { SetupError } from '../setup/setupError.mjs';

/**
 * @typedef {object} DesktopUser
 * @property {string} name
 * @property {number} uid
 * @property {number} gid
 */

const name = 'foyer-desktop';

/**
 * The ordinary user as whom windows are opened when root started us (Electron's sandbox does not work for root), created
 * on first use. Undefined when we are an ordinary user ourselves.
 *
 * @returns {Promise<DesktopUser | undefined>}
 */
export async function desktopUser() {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const existing = await lookUp();
  if (existing) {
    return existing;
  }
  // It owns nothing: every run brings its own home.
  const options = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
  ];
  const result = await runCommand('useradd', [...options, name]);
  const created = await lookUp();
  if (!created) {
    throw new SetupError(
      `Electron does not run as root, and an ordinary user for it could not be created:\n${excerpt(result)}\n` +
        'Run this as an ordinary user instead.',
    );
  }
  return created;
}

/** @returns {Promise<DesktopUser | undefined>} */
async function lookUp() {
  const { code, output } = await runCommand('getent', ['passwd', name]);
  const [, , uid, gid] = output.split(':');
  return code === 0 && uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}
