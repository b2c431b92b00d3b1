import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** The environment variable by which all processes of one session are known, daemons that left its process group too. */
export const sessionMark = 'FOYER_DESKTOP_SESSION';

const patienceMilliseconds = 3_000;

/**
 * Ends what is left of a session: asks first, kills after a few seconds.
 *
 * @param {string} mark the beginning of what the variable holds
 */
export async function endStrayProcesses(mark) {
  const deadline = Date.now() + patienceMilliseconds;
  let strays = processesMarked(mark);
  signalAll(strays, 'SIGTERM');
  while (strays.length > 0) {
    await setTimeout(50);
    strays = processesMarked(mark);
    if (Date.now() > deadline) {
      signalAll(strays, 'SIGKILL');
    }
  }
}

/**
 * @param {readonly number[]} pids
 * @param {NodeJS.Signals} signal
 */
function signalAll(pids, signal) {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has just ended.
    }
  }
}

/**
 * @param {string} mark
 * @returns {number[]}
 */
function processesMarked(mark) {
  const entry = `${sessionMark}=${mark}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter(
      (name) =>
        isAlive(name) &&
        readProcessFile(name, 'environ')
          .split('\0')
          .some((variable) => variable.startsWith(entry)),
    )
    .map(Number);
}

/** @param {string} pid */
function isAlive(pid) {
  return !/^State:\s+[ZX]/m.test(readProcessFile(pid, 'status'));
}

/**
 * @param {string} pid
 * @param {string} file
 */
function readProcessFile(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It has ended, or is somebody else's.
    return '';
  }
}
