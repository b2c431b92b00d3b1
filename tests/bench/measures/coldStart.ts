import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { attachToPage } from '../devtools.ts';
import { launchProgram, type Program } from '../launchProgram.ts';
import type { Bench } from '../programs.ts';
import { untilQuiet } from '../quiet.ts';
import type { Result } from '../results.ts';
import { summarize } from '../statistics.ts';

/** Long after everything was drawn: only then a debugger is attached, and only to read what the page noted itself. */
const readAfter = 3_000;

const moments = z.object({
  timeOrigin: z.number(),
  firstPaint: z.nullable(z.number()),
  agendaPainted: z.nullable(z.number()),
  programReady: z.nullable(z.number()),
});

/** Chromium notes when the largest text so far came on the screen: the first one in the agenda came with its Join. */
const readMoments = `(async () => {
  const startOf = (name) => performance.getEntriesByName(name)[0]?.startTime ?? null;
  const largest = await new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => resolve([]), 1_000);
  });
  return {
    timeOrigin: performance.timeOrigin,
    firstPaint: startOf('first-contentful-paint'),
    agendaPainted: largest.find(({ element }) => element?.closest('main'))?.startTime ?? null,
    programReady: startOf('program-ready'),
  };
})()`;

/** Ms from the creation of the process. */
interface Start {
  readonly firstPaint: number;
  readonly agendaPainted: number;
  readonly programReady: number;
}

interface Pair {
  readonly foyer: Start;
  readonly blank: Start;
}

/** From the creation of the process to the pictures, in pairs of Foyer and a blank window, taking turns in going first. */
export async function measureColdStart(bench: Bench, runs: number): Promise<readonly Result[]> {
  const pairs: Pair[] = [];
  for (let index = 0; index <= runs; index += 1) {
    const isFoyerFirst = index % 2 === 0;
    const first = await startOnce(isFoyerFirst ? bench.foyer : bench.blank);
    const second = await startOnce(isFoyerFirst ? bench.blank : bench.foyer);
    const pair = isFoyerFirst ? { foyer: first, blank: second } : { foyer: second, blank: first };
    // The first pair only warms up the machine.
    pairs.push(...(index === 0 ? [] : [pair]));
  }
  const line = (what: string, moment: keyof Start, bar: number | undefined): Result => ({
    what: `cold start: ${what}`,
    unit: 'ms',
    foyer: summarize(pairs.map(({ foyer }) => foyer[moment])),
    blank: summarize(pairs.map(({ blank }) => blank.firstPaint)),
    ratio: summarize(pairs.map(({ foyer, blank }) => foyer[moment] / blank.firstPaint)),
    ...(bar !== undefined && { bar }),
  });
  return [
    line('first contentful paint', 'firstPaint', 1.1),
    line('agenda painted with its first Join', 'agendaPainted', 1.2),
    line('program ready, every press answered', 'programReady', undefined),
  ];
}

async function startOnce(program: Program): Promise<Start> {
  await untilQuiet();
  const run = await launchProgram(program);
  try {
    const port = await run.port;
    await pause(readAfter);
    const page = await attachToPage(port);
    const found = z.parse(moments, await page.evaluate(readMoments));
    page.detach();
    const since = (moment: number | null): number => found.timeOrigin + (moment ?? Number.NaN) - run.startedAt;
    if (found.firstPaint === null) {
      throw new Error(`${program.name} drew nothing within ${readAfter} ms.`);
    }
    return {
      firstPaint: since(found.firstPaint),
      agendaPainted: since(found.agendaPainted),
      programReady: since(found.programReady),
    };
  } finally {
    await run.end();
  }
}
