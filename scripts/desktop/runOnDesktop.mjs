import { randomUUID } from 'node:crypto';
import { electronRuntime, electronVariables } from '../setup/electronRuntime.mjs';
import { projectNode } from '../setup/npmPackages.mjs';
import { desktopKind } from './desktopKind.mjs';
import { desktopUser } from './desktopUser.mjs';
import { runCommandThrough } from './runCommandThrough.mjs';
import { endStrayProcesses, sessionMark } from './strayProcesses.mjs';
import { virtualEnvironment } from './virtualEnvironment.mjs';
import { makeWorkplace } from './workplace.mjs';

/**
 * @typedef {object} DesktopOptions
 * @property {string} root the checkout, in which the command runs
 * @property {boolean} [keyring] an unlocked keyring (virtual desktops only, as the next two)
 * @property {boolean} [panel] a window manager and a panel that shows tray items
 * @property {boolean} [notifications] a notification daemon
 * @property {NodeJS.ProcessEnv} [env] more environment for the command
 * @property {readonly string[]} [results] files and folders of the checkout that the command writes
 */

/**
 * Runs a command where it can open windows: on the user's own desktop if there is one, else on a virtual one, as an
 * ordinary user. Nothing that it started outlives it.
 *
 * @param {string} command a program; `node` is the project's own
 * @param {readonly string[]} args
 * @param {DesktopOptions} options
 * @returns {Promise<number>} the exit code
 */
export async function runOnDesktop(command, args, options) {
  const { root } = options;
  if (desktopKind() === 'real') {
    const env = { ...process.env, ...electronVariables(electronRuntime(root)), ...options.env };
    return runCommandThrough(command === 'node' ? projectNode(root) : command, args, { cwd: root, env });
  }
  const user = await desktopUser();
  const workplace = await makeWorkplace(root, user);
  const mark = randomUUID();
  try {
    const env = { ...virtualEnvironment(workplace, user, options), [sessionMark]: mark };
    const { keyring = false, panel = false, notifications = false } = options;
    const session = JSON.stringify({
      keyring,
      panel,
      notifications,
      command: [command === 'node' ? workplace.node : command, ...args],
    });
    const [program, ...rest] = desktopCommand(workplace.node, workplace.session, session);
    return await runCommandThrough(program, rest, { cwd: workplace.root, env, user, isSession: true });
  } finally {
    await endStrayProcesses(mark);
    await workplace.takeBack(options.results ?? []);
    await workplace.remove();
  }
}

/**
 * @param {string} node
 * @param {string} sessionScript
 * @param {string} session
 * @returns {[string, ...string[]]}
 */
function desktopCommand(node, sessionScript, session) {
  const screen = '-screen 0 1280x800x24 -nolisten tcp';
  // The display comes first: what the bus starts by itself needs to know it.
  return ['xvfb-run', '-a', '-s', screen, 'dbus-run-session', '--', node, sessionScript, session];
}
