// Runs inside a fresh session bus and display: starts the parts of a desktop that were asked for, then the command, and
// ends them all when the command ends, when a signal comes, or when whoever started us is gone (standard input closes).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { runCommand } from '../setup/runCommand.mjs';
import { endStrayProcesses, sessionMark } from './strayProcesses.mjs';

/** @type {{ keyring: boolean, panel: boolean, notifications: boolean, command: [string, ...string[]] }} */
const { keyring, panel, notifications, command } = JSON.parse(process.argv[2] ?? '');

// Tells what is started from here from the display and the bus, which end by themselves after us.
const innerMark = `${process.env[sessionMark]}/inner`;
process.env[sessionMark] = innerMark;

/** @type {import('node:child_process').ChildProcess[]} */
const parts = [];

if (panel) {
  startPart('openbox', []);
  startPart('xfce4-panel', ['--disable-wm-check']);
}
if (notifications) {
  startPart('dunst', []);
}
if (keyring) {
  // An empty password, given on standard input, creates and unlocks the keyring that programs store into.
  startPart('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], '\n');
}
if (panel) {
  await awaitName('org.kde.StatusNotifierWatcher');
}
if (notifications) {
  await awaitName('org.freedesktop.Notifications');
}
if (keyring) {
  // The bus starts a second, locked keyring if the first one cannot be talked to yet.
  await awaitFile(join(process.env.XDG_RUNTIME_DIR ?? '', 'keyring', 'control'));
  await awaitName('org.freedesktop.secrets');
}

const [program, ...args] = command;
// Standard error carries the chatter of the bus and its services: the command's own output goes past it.
const child = spawn(program, args, { stdio: ['ignore', 3, 4] });
const end = () => child.kill('SIGTERM');
process.on('SIGTERM', end).on('SIGINT', end).on('SIGHUP', end);
process.stdin.on('end', endAlone).on('error', endAlone).resume();

child.on('error', (error) => {
  console.error(error.message);
  void finish(127);
});
child.on('exit', (code, signal) => finish(code ?? (signal === 'SIGTERM' ? 143 : 1)));

/** @param {number} code */
async function finish(code) {
  const ended = parts.filter(isRunning).map((part) => once(part, 'exit'));
  for (const part of parts.reverse()) {
    part.kill('SIGTERM');
  }
  await Promise.race([Promise.all(ended), setTimeout(2_000)]);
  process.exit(code);
}

/** Whoever started us was killed, and will not look after what is left. */
async function endAlone() {
  end();
  await endStrayProcesses(innerMark);
  await finish(1);
}

/** @param {import('node:child_process').ChildProcess} part */
function isRunning(part) {
  return part.pid !== undefined && part.exitCode === null && part.signalCode === null;
}

/**
 * @param {string} name
 * @param {readonly string[]} options
 * @param {string} [input]
 */
function startPart(name, options, input) {
  // What these say about missing system services is of no use to the reader of a test's output.
  const part = spawn(name, options, { stdio: ['pipe', 'ignore', 'ignore'] });
  part.on('error', (error) => console.error(`The desktop has no ${name}: ${error.message}`));
  part.stdin.on('error', () => undefined).end(input);
  parts.push(part);
}

/** @param {string} path */
async function awaitFile(path) {
  for (let tries = 100; tries > 0 && !existsSync(path); tries -= 1) {
    await setTimeout(50);
  }
}

/** @param {string} busName */
async function awaitName(busName) {
  const { code } = await runCommand('gdbus', ['wait', '--session', '--timeout', '15', '--activate', busName, busName]);
  if (code !== 0) {
    console.error(`${busName} did not appear on the session bus.`);
  }
}
