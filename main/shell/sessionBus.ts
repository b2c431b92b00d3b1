import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

/** A question on the session bus of a Linux desktop; its arguments are texts. */
export interface BusQuestion {
  readonly service: string;
  readonly path: string;
  readonly face: string;
  readonly method: string;
  readonly args?: readonly string[];
}

const patience = 5_000;

/**
 * Asks with the tools that desktops come with; the first one that exists answers, in its own way of writing. Empty when the
 * bus has no answer, null when nobody can be asked.
 */
export async function askSessionBus(question: BusQuestion): Promise<string | null> {
  for (const [tool, options] of spellings(question)) {
    const answer = await ask(tool, options);
    if (answer !== null) {
      return answer;
    }
  }
  return null;
}

/** The same question in the words of each tool. */
function spellings({
  service,
  path,
  face,
  method,
  args = [],
}: BusQuestion): readonly (readonly [string, readonly string[]])[] {
  const member = `${face}.${method}`;
  const signature = args.length === 0 ? [] : ['s'.repeat(args.length)];
  return [
    ['gdbus', ['call', '--session', '--dest', service, '--object-path', path, '--method', member, ...args]],
    ['busctl', ['--user', 'call', service, path, face, method, ...signature, ...args]],
    [
      'dbus-send',
      ['--session', '--print-reply', `--dest=${service}`, path, member, ...args.map((text) => `string:${text}`)],
    ],
  ];
}

async function ask(tool: string, options: readonly string[]): Promise<string | null> {
  try {
    return (await promisify(execFile)(tool, [...options], { timeout: patience })).stdout;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : '';
  }
}

/**
 * Whether there seems to be a session bus: the address that the system gives leads to a socket, or is of a kind that has
 * none. Always so elsewhere than on Linux.
 */
export function hasSessionBus(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean = existsSync,
): boolean {
  if (platform !== 'linux') {
    return true;
  }
  const address = environment['DBUS_SESSION_BUS_ADDRESS'] ?? `unix:path=${environment['XDG_RUNTIME_DIR'] ?? ''}/bus`;
  const path = /unix:(?:[^,;]*,)*path=([^,;]+)/.exec(address)?.[1];
  return path === undefined ? address !== '' : exists(decodeURIComponent(path));
}
