import { spawn } from 'node:child_process';

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {'inherit' | 'capture'} [output] `capture` keeps standard output and standard error apart and silent.
 * @property {number} [timeoutMilliseconds]
 * @property {{ uid: number, gid: number }} [user] as whom, if not as ourselves
 */

/**
 * Runs a command to its end. A command that cannot be started ends with code 127, one that takes too long with 124.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<{ code: number, output: string, errors: string }>}
 */
export function runCommand(command, args, options = {}) {
  const { cwd, env, output = 'capture', timeoutMilliseconds, user } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      ...(user && { uid: user.uid, gid: user.gid }),
      stdio: output === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const collected = { output: '', errors: '' };
    child.stdout?.setEncoding('utf8').on('data', (text) => (collected.output += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (collected.errors += text));
    let timedOut = false;
    const timer =
      timeoutMilliseconds &&
      setTimeout(() => {
        timedOut = true;
        child.kill('SIGKILL');
      }, timeoutMilliseconds);
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer || undefined);
      resolve({ code: timedOut ? 124 : code, ...collected });
    };
    child.on('error', (error) => {
      collected.errors += error.message;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

/**
 * What a command said, for a message about its failure: of much only the beginning and the end.
 *
 * @param {{ output: string, errors: string }} result
 */
export function excerpt({ output, errors }) {
  const lines = `${output}\n${errors}`.trim().split('\n');
  return (lines.length > 40 ? [...lines.slice(0, 20), '…', ...lines.slice(-20)] : lines).join('\n');
}
