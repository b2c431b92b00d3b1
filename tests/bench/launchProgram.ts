import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(import.meta.dirname, '..', '..');

/** A program that can be measured: the folder that Electron starts, and what a run of it needs. */
export interface Program {
  readonly name: 'foyer' | 'blank';
  /** Path of Electron itself. */
  readonly executable: string;
  readonly folder: string;
  /** A profile that was used before; every run gets a copy of it. */
  readonly template: string;
  readonly env: Readonly<Record<string, string>>;
}

/** One run of a program. */
export interface Run {
  readonly pid: number;
  /** The folder that it keeps its state in. */
  readonly profile: string;
  /** Just before its process was created, in ms since the epoch. */
  readonly startedAt: number;
  /** The debugging protocol's port, as soon as the program opens it. */
  readonly port: Promise<number>;
  isRunning(): boolean;
  /** Quits it, and removes the copy of the profile. */
  end(): Promise<void>;
}

/** The folders that Electron starts. */
export const programFolders = {
  foyer: root,
  blank: join(import.meta.dirname, 'blankWindow'),
  bareCall: join(import.meta.dirname, 'bareCall'),
} as const;

const quitMilliseconds = 10_000;

/** Milliseconds since the epoch, in fractions: what pages call `performance.timeOrigin + performance.now()`. */
export function exactNow(): number {
  return performance.timeOrigin + performance.now();
}

/** Starts a program on a fresh copy of its profile. */
export async function launchProgram(program: Program, electronArguments: readonly string[] = []): Promise<Run> {
  const profile = await copyProfile(program.template);
  const run = startProgram(program, profile, electronArguments);
  return {
    ...run,
    end: async () => {
      await run.end();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * Starts a program on a profile as it is. Nothing but the debugging port is added, and no debugger is attached: what it
 * costs is the same for all programs.
 */
export function startProgram(
  { executable, folder, env }: Program,
  profile: string,
  electronArguments: readonly string[] = [],
): Run {
  const startedAt = exactNow();
  const child = spawn(
    executable,
    ['--remote-debugging-port=0', `--user-data-dir=${profile}`, ...electronArguments, folder],
    { cwd: root, env: { ...process.env, ...env }, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(child, 'exit');
  const port = readPort(child);
  port.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    profile,
    startedAt,
    port,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    end: async () => {
      child.kill('SIGTERM');
      await Promise.race([ended, pause(quitMilliseconds, undefined, { ref: false })]);
      killGroup(child);
      await ended;
    },
  };
}

/** Copies a profile, without the traces of the program that used it. */
async function copyProfile(template: string): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'foyer-bench-'));
  const isTrace = (path: string): boolean => /^(Singleton|DevToolsActivePort)/.test(basename(path));
  await cp(template, profile, { recursive: true, filter: (path) => !isTrace(path) });
  return profile;
}

/** The port of the debugging protocol, from what the program prints as it opens it. */
export function readPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let printed = '';
    // Read to the end, since the pipe must not fill.
    child.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(printed)?.[1];
      if (port !== undefined) {
        resolve(Number(port));
      }
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The program ended before it opened its port:\n${printed}`)));
  });
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) {
    return;
  }
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended, and its helpers with it.
  }
}
