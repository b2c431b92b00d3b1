import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { launchProgram, type Program, type Run } from './launchProgram.ts';

const note = z.discriminatedUnion('kind', [
  /** Electron has come to the first line of a program. */
  z.object({ kind: z.literal('began'), at: z.number() }),
  z.object({ kind: z.literal('opened'), at: z.number(), url: z.string() }),
  z.object({ kind: z.literal('stoodStill'), at: z.number(), milliseconds: z.number() }),
]);

/** Something that happened in the main process; `at` in ms since the epoch. */
export type MainNote = z.infer<typeof note>;

/** A run with an observer in its main process. */
export interface ObservedRun extends Run {
  /** All that was noted since the start. */
  notes(): Promise<readonly MainNote[]>;
  /** Starts the program again on the same profile, as a system does; resolves when that run has given way to this one. */
  startAgain(args: readonly string[]): Promise<void>;
}

/** Starts a program so that its event loop is watched and nothing is really opened; both from outside of its own code. */
export async function launchObserved(program: Program): Promise<ObservedRun> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-notes-'));
  const file = join(folder, 'notes.jsonl');
  const observer = join(import.meta.dirname, 'observeMain.cjs');
  const env = { ...program.env, FOYER_BENCH_NOTES: file };
  const run = await launchProgram({ ...program, env }, ['-r', observer]);
  return {
    ...run,
    startAgain: async (args) => {
      const given = ['-r', observer, `--user-data-dir=${run.profile}`, program.folder, ...args];
      await once(spawn(program.executable, given, { env: { ...process.env, ...env }, stdio: 'ignore' }), 'exit');
    },
    notes: async () => {
      const text = await readFile(file, 'utf8').catch(() => '');
      const lines = text.split('\n').filter((line) => line !== '');
      return lines.map((line) => z.parse(note, JSON.parse(line)));
    },
    end: async () => {
      await run.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
