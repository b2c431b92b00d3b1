import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';

/** How long a command may take to tidy up after a signal before it is killed. */
const graceMilliseconds = 8_000;
/** So much of what a session's parts complained of is kept for the case that it explains a failure. */
const mostComplaints = 40;
/** @type {readonly NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command with our output, passes signals on to it and returns its exit code (128 + signal if it died of one).
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} options
 * @param {string} options.cwd
 * @param {NodeJS.ProcessEnv} options.env
 * @param {import('./desktopUser.mjs').DesktopUser | undefined} [options.user] as whom, if not as ourselves
 * @param {boolean} [options.isSession] a process group of its own, which hears of our death by its standard input's end;
 * the command in it writes to descriptors 3 and 4; what the session's own parts complain of is shown if it fails
 * @returns {Promise<number>}
 */
export function runCommandThrough(command, args, { cwd, env, user, isSession = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      ...(user && { uid: user.uid, gid: user.gid }),
      detached: isSession,
      stdio: isSession ? ['pipe', 'inherit', 'pipe', 1, 2] : 'inherit',
    });
    /** @type {string[]} */
    const complaints = [];
    if (child.stderr) {
      createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
    }
    const send = (/** @type {NodeJS.Signals} */ signal) => signalTo(child.pid, isSession, signal);
    /** @type {NodeJS.Timeout | undefined} */
    let killer;
    const passOn = (/** @type {NodeJS.Signals} */ signal) => {
      // A terminal already tells its whole foreground group about Ctrl+C; only a group of its own does not hear it.
      if (isSession || signal !== 'SIGINT') {
        send(signal);
      }
      killer ??= setTimeout(() => send('SIGKILL'), graceMilliseconds);
    };
    for (const signal of passedOn) {
      process.on(signal, passOn);
    }
    const finish = () => {
      clearTimeout(killer);
      for (const signal of passedOn) {
        process.off(signal, passOn);
      }
    };
    child.on('error', (error) => {
      finish();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      finish();
      if (code !== 0 && complaints.length > 0) {
        console.error(complaints.slice(-mostComplaints).join('\n'));
      }
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']);
    });
  });
}

/**
 * @param {number | undefined} pid
 * @param {boolean} wholeGroup
 * @param {NodeJS.Signals} signal
 */
function signalTo(pid, wholeGroup, signal) {
  if (pid === undefined) {
    return;
  }
  try {
    process.kill(wholeGroup ? -pid : pid, signal);
  } catch {
    // It has just ended.
  }
}
