import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { attachToPage, type Page } from '../devtools.ts';
import { exactNow } from '../launchProgram.ts';
import { launchObserved, type ObservedRun } from '../mainNotes.ts';
import type { Bench } from '../programs.ts';
import type { Result } from '../results.ts';
import { percentile, summarize } from '../statistics.ts';

const links = 30;
const link = 'foyer:join/next';
const settleMilliseconds = 4_000;
const betweenLinks = 300;

/** Notes when the next card is on the screen: the frame after the one that it was drawn in. */
const watchForCard = `window.benchCard = new Promise((resolve) => {
  const look = () => {
    if (document.querySelector('dialog[open] .link-press') !== null) {
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())));
    }
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
});
void 0;`;

/** One link; all in ms since the epoch. */
interface Opened {
  readonly startedAt: number;
  readonly shownAt: number;
}

/**
 * From the moment at which the system starts a program for a link, while Foyer runs with its window open, to the card that
 * shows what the link would do. That program is Foyer once more, which hands the link over and goes: what Electron takes to
 * come to its first line is most of it, and told apart.
 */
export async function measureLink({ foyer }: Bench): Promise<readonly Result[]> {
  const run = await launchObserved(foyer);
  try {
    const page = await attachToPage(await run.port);
    await pause(settleMilliseconds);
    const opened: Opened[] = [];
    for (let count = 0; count < links; count += 1) {
      opened.push(await openLink(run, page));
    }
    const beganAt = (await run.notes()).flatMap(({ kind, at }) => (kind === 'began' ? [at] : [])).slice(1);
    const all = opened.map(({ startedAt, shownAt }) => shownAt - startedAt);
    const own = opened.map(({ shownAt }, index) => shownAt - (beganAt[index] ?? Number.NaN));
    return [
      { ...lineOf('link clicked to card shown (warm), p95', all), bar: 400 },
      lineOf('of it after Electron’s own start, p95', own),
    ];
  } finally {
    await run.end();
  }
}

async function openLink(run: ObservedRun, page: Page): Promise<Opened> {
  await page.evaluate(watchForCard);
  const startedAt = exactNow();
  const ended = run.startAgain([link]);
  const shownAt = z.parse(z.number(), await page.evaluate('benchCard'));
  await ended;
  await page.evaluate(`document.querySelector('dialog[open] .link-dismiss').click()`);
  await pause(betweenLinks);
  return { startedAt, shownAt };
}

function lineOf(what: string, delays: readonly number[]): Result {
  const { median, lowest, highest } = summarize(delays);
  const note = `of ${links} links; median ${median.toFixed(0)} ms (${lowest.toFixed(0)}–${highest.toFixed(0)})`;
  return { what, unit: 'ms', foyer: summarize([percentile(delays, 95)]), note };
}
