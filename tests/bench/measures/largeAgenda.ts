import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { attachToPage, type Page } from '../devtools.ts';
import { exactNow } from '../launchProgram.ts';
import { launchObserved, type ObservedRun } from '../mainNotes.ts';
import type { Bench } from '../programs.ts';
import type { Result } from '../results.ts';
import { percentile, summarize } from '../statistics.ts';

const meetingCount = 10_000;
const settleMilliseconds = 5_000;
const typed = 'project review 42';
const wheelTurns = 240;
const wheelStep = 180;

/** A stretch of the run, in ms since the epoch. */
interface Phase {
  readonly name: 'start' | 'refresh' | 'search' | 'scroll';
  readonly from: number;
  readonly to: number;
}

const longTasks = z.array(z.object({ at: z.number(), milliseconds: z.number() }));

// The tasks of the start are in the browser's own buffer.
const watchTasks = `
  window.benchTasks = [];
  new PerformanceObserver((list) => benchTasks.push(...list.getEntries().map(({ startTime, duration }) => (
    { at: performance.timeOrigin + startTime, milliseconds: duration }
  )))).observe({ type: 'longtask', buffered: true });
`;

const watchFrames = `
  window.benchFrames = [];
  const frame = (time) => { benchFrames.push(time); window.benchFrame = requestAnimationFrame(frame); };
  window.benchFrame = requestAnimationFrame(frame);
`;

/** An agenda of 10,000 meetings: start, refresh, search, scroll; how long each process stands still, and the frames. */
export async function measureLargeAgenda(bench: Bench, runs: number): Promise<readonly Result[]> {
  const program = await bench.foyerWith(meetingCount);
  const measured: Measured[] = [];
  for (let index = 0; index < runs; index += 1) {
    const run = await launchObserved(program);
    try {
      measured.push(await exerciseAgenda(run));
    } finally {
      await run.end();
    }
  }
  return [...taskLines(measured), ...frameLines(measured)];
}

interface Measured {
  readonly phases: readonly Phase[];
  readonly renderer: z.infer<typeof longTasks>;
  readonly main: z.infer<typeof longTasks>;
  readonly frames: readonly number[];
}

async function exerciseAgenda(run: ObservedRun): Promise<Measured> {
  const port = await run.port;
  await pause(settleMilliseconds);
  const page = await attachToPage(port);
  await page.evaluate(watchTasks);
  const phases: Phase[] = [{ name: 'start', from: run.startedAt, to: exactNow() }];
  const during = async (name: Phase['name'], use: () => Promise<void>): Promise<void> => {
    const from = exactNow();
    await use();
    phases.push({ name, from, to: exactNow() });
  };
  await during('refresh', async () => {
    await page.evaluate('window.foyer.refresh({}).then(() => true)');
    await pause(settleMilliseconds);
  });
  await during('search', () => search(page));
  let frames: readonly number[] = [];
  await during('scroll', async () => {
    frames = await scroll(page);
  });
  const renderer = z.parse(longTasks, await page.evaluate('benchTasks'));
  const notes = await run.notes();
  const main = notes.flatMap((note) => (note.kind === 'stoodStill' ? [note] : []));
  return { phases, renderer, main, frames };
}

async function search(page: Page): Promise<void> {
  await pressKey(page, '/');
  for (const letter of typed) {
    await pressKey(page, letter);
  }
  await pause(1_000);
  await pressKey(page, 'Escape');
  await pressKey(page, 'Escape');
  await pause(1_000);
}

async function pressKey(page: Page, key: string): Promise<void> {
  const text = key.length === 1 ? { text: key } : {};
  await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key, ...text });
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
  await pause(80);
}

/** Turns the wheel as fast as frames come; returns how long each frame took. */
async function scroll(page: Page): Promise<readonly number[]> {
  await page.evaluate(watchFrames);
  for (let turn = 0; turn < wheelTurns; turn += 1) {
    const deltaY = turn < wheelTurns * 0.75 ? wheelStep : -wheelStep;
    await page.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 200, y: 500, deltaX: 0, deltaY });
  }
  const times = z.parse(z.array(z.number()), await page.evaluate('cancelAnimationFrame(benchFrame), benchFrames'));
  return times.slice(1).map((time, index) => time - (times[index] ?? time));
}

function taskLines(measured: readonly Measured[]): readonly Result[] {
  return (['renderer', 'main'] as const).flatMap((where) =>
    (['start', 'refresh', 'search', 'scroll'] as const).map((name): Result => {
      const longest = measured.map(({ phases, [where]: tasks }) => {
        const phase = phases.find((one) => one.name === name);
        const inPhase = tasks.filter(({ at }) => phase !== undefined && phase.from <= at && at <= phase.to);
        return Math.max(0, ...inPhase.map(({ milliseconds }) => milliseconds));
      });
      return {
        what: `10,000 meetings: longest ${where} task, ${name}`,
        unit: 'ms',
        foyer: summarize(longest),
        bar: 50,
      };
    }),
  );
}

function frameLines(measured: readonly Measured[]): readonly Result[] {
  const slow = measured.map(({ frames }) => (frames.filter((frame) => frame > 20).length / frames.length) * 100);
  const usual = measured.map(({ frames }) => percentile(frames, 95));
  const note = 'drawn by the processor where the machine has no graphics card';
  return [
    { what: '10,000 meetings: frame while scrolling, p95', unit: 'ms', foyer: summarize(usual), bar: 17, note },
    { what: '10,000 meetings: frames over 20 ms', unit: '%', foyer: summarize(slow) },
  ];
}
