import { runCommand } from './runCommand.mjs';

/**
 * Runs the npm client that started this script, or else the one on the path.
 *
 * @param {readonly string[]} args
 * @param {import('./runCommand.mjs').CommandOptions} [options]
 */
export function npmClient(args, options) {
  const client = process.env.npm_execpath;
  if (client && /\.c?js$/.test(client)) {
    // npm's own Node: ours lies in node_modules, which `npm ci` deletes.
    return runCommand(process.env.npm_node_execpath ?? process.execPath, [client, ...args], options);
  }
  return process.platform === 'win32'
    ? runCommand('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
    : runCommand('npm', args, options);
}
