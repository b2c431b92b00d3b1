import { setTimeout as pause } from 'node:timers/promises';
import { closePage } from '../devtools.ts';
import { launchProgram, type Run } from '../launchProgram.ts';
import { treeLoad, treeMemory } from '../processTree.ts';
import type { Bench } from '../programs.ts';
import type { Result } from '../results.ts';
import { summarize } from '../statistics.ts';

/** Until what is left of starting or closing has gone: garbage, helpers that end by themselves. */
const settleMilliseconds = 15_000;
/** Long enough to hold one request for the agenda, which comes every 60 to 70 seconds. */
const loadSeconds = 70;

interface Memory {
  readonly blank: number;
  /** The blank program once its window is closed: less than that no program on Electron takes. */
  readonly floor: number;
  readonly open: number;
  readonly hidden: number;
}

/** Memory of all processes with the agenda open, and with the window closed and the program in the tray. */
export async function measureMemory(bench: Bench, runs: number): Promise<readonly Result[]> {
  const pairs: Memory[] = [];
  for (let index = 0; index < runs; index += 1) {
    const blank = await whileRunning(bench.blank, async (run) => {
      const open = await treeMemory(run.pid);
      await hide(run);
      return { blank: open, floor: await treeMemory(run.pid) };
    });
    const own = await whileRunning(bench.foyer, async (run) => {
      const open = await treeMemory(run.pid);
      await hide(run);
      return { open, hidden: await treeMemory(run.pid) };
    });
    pairs.push({ ...blank, ...own });
  }
  const line = (what: string, state: 'open' | 'hidden', bar: number): Result => ({
    what: `memory: ${what}`,
    unit: 'MB',
    foyer: summarize(pairs.map((pair) => pair[state])),
    blank: summarize(pairs.map(({ blank }) => blank)),
    ratio: summarize(pairs.map((pair) => pair[state] / pair.blank)),
    bar,
  });
  const floor: Result = {
    what: 'memory: hidden to the tray, beside a blank program without its window',
    unit: 'MB',
    foyer: summarize(pairs.map(({ hidden }) => hidden)),
    blank: summarize(pairs.map((pair) => pair.floor)),
    ratio: summarize(pairs.map((pair) => pair.hidden / pair.floor)),
    note: 'what is left of any program on this Electron; it has no bar, and the bar above lies below it',
  };
  return [line('agenda open', 'open', 1.1), line('hidden to the tray', 'hidden', 0.75), floor];
}

/** Processor time of all processes while nobody does anything. */
export async function measureIdle(bench: Bench, runs: number): Promise<readonly Result[]> {
  const open: number[] = [];
  const hidden: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    await whileRunning(bench.foyer, async (run) => {
      open.push(await treeLoad(run.pid, loadSeconds));
      await hide(run);
      hidden.push(await treeLoad(run.pid, loadSeconds));
    });
  }
  const note = `of one core, over ${loadSeconds} s with a request for the agenda among them`;
  return [
    { what: 'idle CPU: agenda open', unit: '%', foyer: summarize(open), bar: 0.5, note },
    { what: 'idle CPU: hidden to the tray', unit: '%', foyer: summarize(hidden), bar: 0.1, note },
  ];
}

async function whileRunning<Value>(program: Bench['foyer'], measure: (run: Run) => Promise<Value>): Promise<Value> {
  const run = await launchProgram(program);
  try {
    await run.port;
    await pause(settleMilliseconds);
    return await measure(run);
  } finally {
    await run.end();
  }
}

async function hide(run: Run): Promise<void> {
  await closePage(await run.port);
  await pause(settleMilliseconds);
  if (!run.isRunning()) {
    throw new Error('Foyer ended with its window: there is no tray on this desktop to hide to.');
  }
}
