import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { closePage } from '../devtools.ts';
import { launchProgram } from '../launchProgram.ts';
import { rendererCount, treeLoad, treeMemory } from '../processTree.ts';
import type { Bench } from '../programs.ts';
import type { Result } from '../results.ts';
import { summarize } from '../statistics.ts';

const settleMilliseconds = 20_000;
const restSeconds = 600;
/** When (ms from the start of the measure) the two meetings begin that are reminded of meanwhile. */
const starts = [300_000, 540_000];
/** A reminder comes a minute before its meeting, unless one chose otherwise. */
const lead = 60_000;
const looks = 20;

const shown = z.object({ at: z.number(), title: z.string() });

/** Ten minutes in the tray with 50 meetings and two reminders among them: what it costs, and whether they are on time. */
export async function measureRest(bench: Bench): Promise<readonly Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-alerts-'));
  const file = join(folder, 'alerts.jsonl');
  const observer = join(import.meta.dirname, '..', 'observeAlerts.cjs');
  const meetingStarts = starts.map((start) => Date.now() + start);
  const program = await bench.foyerWithStarts(meetingStarts);
  const run = await launchProgram({ ...program, env: { ...program.env, FOYER_BENCH_NOTES: file } }, ['-r', observer]);
  try {
    await closePage(await run.port);
    await pause(settleMilliseconds);
    let renderers = 0;
    const watch = async (): Promise<void> => {
      for (let look = 0; look < looks; look += 1) {
        await pause((restSeconds * 1_000) / looks);
        renderers = Math.max(renderers, await rendererCount(run.pid));
      }
    };
    const [load] = await Promise.all([treeLoad(run.pid, restSeconds), watch()]);
    const memory = await treeMemory(run.pid);
    const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
    const alerts = lines.map((line) => z.parse(shown, JSON.parse(line)).at);
    const late = meetingStarts.map((start) => Math.min(...alerts.map((at) => Math.abs(at - (start - lead)))) / 1_000);
    const note = `over ${restSeconds} s, with a request a minute and ${starts.length} reminders with their sound`;
    return [
      { what: 'ten minutes in the tray: CPU', unit: '%', foyer: summarize([load]), bar: 0.1, note },
      { what: 'ten minutes in the tray: reminders late by', unit: 's', foyer: summarize(late), bar: 1 },
      { what: 'ten minutes in the tray: renderer processes', unit: 'times', foyer: summarize([renderers]), bar: 0 },
      { what: 'ten minutes in the tray: memory', unit: 'MB', foyer: summarize([memory]) },
    ];
  } finally {
    await run.end();
    await rm(folder, { recursive: true, force: true });
  }
}
