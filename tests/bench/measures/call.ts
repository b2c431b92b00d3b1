import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { type CallPrograms, openBare, openFoyer, prepareCalls } from '../callPrograms.ts';
import { attachToPage, closePage, type Page } from '../devtools.ts';
import { launchProgram, type Run } from '../launchProgram.ts';
import { treeLoad } from '../processTree.ts';
import type { Bench } from '../programs.ts';
import { untilQuiet } from '../quiet.ts';
import type { Result } from '../results.ts';
import { summarize } from '../statistics.ts';

const callPage = 'call/index.html';
/** Until a program has nothing left to do for its start. */
const settleMilliseconds = 6_000;
const loadSeconds = 20;
/** How long a picture may take to arrive, in steps. */
const pictureSteps = 60;
const pictureStep = 500;

const painted = z.object({ timeOrigin: z.number(), at: z.nullable(z.number()) });
const readFirstPaint = `({
  timeOrigin: performance.timeOrigin,
  at: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
})`;

/** Chromium notes when the largest text so far came on the screen: the lobby's title came with its Join. */
const readLobbyPaint = `(async () => {
  const largest = await new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => resolve([]), 1_000);
  });
  const at = largest.find(({ element }) => element?.closest('main'))?.startTime ?? null;
  return { timeOrigin: performance.timeOrigin, at };
})()`;

/** What one program came to. */
interface Taken {
  /** Ms from the wish to the first picture of its window. */
  readonly opened: number;
  /** Percent of one core in a call of two; null where it cannot be told. */
  readonly load: number | null;
  /** Width of the other's picture. */
  readonly width: number;
}

/** The call window: how long it takes to open, and what a call of two in 720p costs. Each beside a bare program. */
export async function measureCall(bench: Bench, runs: number): Promise<readonly Result[]> {
  const programs = await prepareCalls(bench);
  try {
    const foyer: Taken[] = [];
    const bare: Taken[] = [];
    for (let index = 0; index < runs; index += 1) {
      const turns = [
        async () => foyer.push(await takeFoyer(programs)),
        async () => bare.push(await takeBare(programs)),
      ];
      for (const turn of index % 2 === 0 ? turns : turns.toReversed()) {
        await turn();
      }
    }
    return summarizeCalls(foyer, bare);
  } finally {
    await programs.close();
  }
}

function summarizeCalls(foyer: readonly Taken[], bare: readonly Taken[]): readonly Result[] {
  const ratios = (amountOf: (taken: Taken) => number) =>
    summarize(foyer.map((each, index) => amountOf(each) / amountOf(bare[index] ?? each)));
  const opening: Result = {
    what: 'call window opens to lobby',
    unit: 'ms',
    foyer: summarize(foyer.map(({ opened }) => opened)),
    blank: summarize(bare.map(({ opened }) => opened)),
    ratio: ratios(({ opened }) => opened),
    bar: 1.3,
    note: 'from the wish to the lobby with its Join, in a program that runs; beside the first picture of a blank second window',
  };
  const loadOf = ({ load }: Taken): number => load ?? Number.NaN;
  const [width = 0, bareWidth = 0] = [foyer, bare].map(([first]) => first?.width ?? 0);
  const load: Result = {
    what: 'two-party call at 720p: CPU',
    unit: '%',
    foyer: summarize(foyer.map(loadOf)),
    blank: summarize(bare.map(loadOf)),
    ratio: ratios(loadOf),
    bar: 1.15,
    note: `of one core, over ${loadSeconds} s; beside a bare page with the same SDK. Pictures came ${width} and ${bareWidth} wide`,
  };
  return process.platform === 'linux' ? [opening, load] : [opening];
}

async function takeFoyer(programs: CallPrograms): Promise<Taken> {
  return take(programs, programs.foyer, async (port) => {
    const askedAt = await openFoyer(port, programs.roomKey);
    await pause(settleMilliseconds);
    const call = await attachToPage(port, callPage);
    const opened = await paintOf(call, readLobbyPaint, askedAt);
    await call.evaluate(`document.querySelector('button[type="submit"]').click()`);
    return { opened, call, picture: '.tile video:not([data-mirrored="true"])' };
  });
}

async function takeBare(programs: CallPrograms): Promise<Taken> {
  return take(programs, programs.bare, async (port) => {
    const askedAt = await openBare(port, 'blank.html');
    await pause(settleMilliseconds);
    const blank = await attachToPage(port, 'blank.html');
    const opened = await paintOf(blank, readFirstPaint, askedAt);
    blank.detach();
    await closePage(port, 'blank.html');
    return { opened, call: await enterBare(programs, port, 'Bare'), picture: '#other' };
  });
}

interface Opened {
  readonly opened: number;
  readonly call: Page;
  /** Selects the other's picture. */
  readonly picture: string;
}

/** Starts a program and has it open its window; then somebody else is in the call, always the same bare one. */
async function take(
  programs: CallPrograms,
  program: CallPrograms['foyer'],
  open: (port: number) => Promise<Opened>,
): Promise<Taken> {
  await untilQuiet();
  const run = await launchProgram(program, programs.switches);
  let other: Run | null = null;
  try {
    const port = await run.port;
    await pause(settleMilliseconds);
    const { opened, call, picture } = await open(port);
    other = await launchProgram(programs.bare, programs.switches);
    const otherCall = await enterBare(programs, await other.port, 'Other');
    const width = await untilSeen(call, picture);
    await untilSeen(otherCall, '#other');
    call.detach();
    await pause(settleMilliseconds);
    const load = process.platform === 'linux' ? await treeLoad(run.pid, loadSeconds) : null;
    if (programs.peopleCount() !== 2) {
      throw new Error(`${programs.peopleCount()} people were in the call in place of two.`);
    }
    return { opened, load, width };
  } finally {
    await other?.end();
    await run.end();
  }
}

async function enterBare(programs: CallPrograms, port: number, name: string): Promise<Page> {
  await openBare(port, 'call.html');
  const call = await attachToPage(port, 'call.html');
  await call.evaluate(`enterCall(${JSON.stringify(await programs.entry(name))})`);
  return call;
}

async function paintOf(page: Page, expression: string, askedAt: number): Promise<number> {
  const { timeOrigin, at } = z.parse(painted, await page.evaluate(expression));
  return timeOrigin + (at ?? Number.NaN) - askedAt;
}

/** Waits until a picture has frames; gives its width. */
async function untilSeen(page: Page, selector: string): Promise<number> {
  for (let step = 0; step < pictureSteps; step += 1) {
    const width = await page.evaluate(`document.querySelector(${JSON.stringify(selector)})?.videoWidth ?? 0`);
    if (typeof width === 'number' && width > 0) {
      return width;
    }
    await pause(pictureStep);
  }
  throw new Error('No picture of the other came.');
}
