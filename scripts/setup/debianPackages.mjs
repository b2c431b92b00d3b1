import { existsSync, readFileSync } from 'node:fs';
import { excerpt, runCommand } from './runCommand.mjs';
import { SetupError } from './setupError.mjs';
import { step } from './step.mjs';

/** What Electron itself is linked against. */
const electronLibraries = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libsecret-1-0', 'xdg-utils'];

/** A whole desktop without a screen: display, session bus, keyring, panel, notifications, and the tools that watch them. */
const virtualDesktop = [
  'xvfb',
  'xauth',
  'dbus',
  'dbus-x11',
  'gnome-keyring',
  'libnotify-bin',
  'desktop-file-utils',
  'libglib2.0-bin',
  'xdotool',
  'imagemagick',
  'openbox',
  'dunst',
  'xfce4-panel',
  'unzip',
];

/**
 * Sees to the system's packages on Debian and its family: installs them as root, else returns the one command to run.
 *
 * @param {'real' | 'virtual'} desktop
 * @returns {Promise<string | undefined>} the command, if something is missing and cannot be installed from here
 */
export async function ensureDebianPackages(desktop) {
  if (!isDebianFamily()) {
    return undefined;
  }
  const missing = await missingPackages([...electronLibraries, ...(desktop === 'virtual' ? virtualDesktop : [])]);
  if (missing.length === 0) {
    return undefined;
  }
  if (process.getuid?.() !== 0) {
    return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  }
  await step(`Installing ${missing.length} Debian packages (${missing.join(' ')})`, () => install(missing));
  return undefined;
}

/** @param {readonly string[]} names */
async function install(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Someone else may hold the lock for a while (unattended upgrades, a second set-up).
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  // A single unreachable source makes this fail, though the packages may well be known.
  await runCommand('apt-get', [...wait, '-q', 'update'], { env });
  const known = await Promise.all(names.map(currentName));
  const result = await runCommand('apt-get', [...wait, '-q', 'install', '-y', '--no-install-recommends', ...known], {
    env,
  });
  if (result.code !== 0) {
    throw new SetupError(`apt-get could not install ${known.join(' ')}:\n${excerpt(result)}`);
  }
}

/**
 * Debian 13 and Ubuntu 24.04 renamed some libraries in the move to 64-bit time.
 *
 * @param {string} name
 */
async function currentName(name) {
  const renamed = `${name}t64`;
  const { output } = await runCommand('apt-cache', ['show', renamed]);
  return output.includes(`Package: ${renamed}\n`) ? renamed : name;
}

/** @param {readonly string[]} names */
async function missingPackages(names) {
  const candidates = names.flatMap((name) => [name, `${name}t64`]);
  const { output } = await runCommand('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...candidates]);
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return names.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

function isDebianFamily() {
  return (
    existsSync('/usr/bin/dpkg-query') &&
    /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}
