import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { attachToPage, type Page } from '../devtools.ts';
import { launchObserved } from '../mainNotes.ts';
import type { Bench } from '../programs.ts';
import type { Result } from '../results.ts';
import { percentile, summarize } from '../statistics.ts';

const presses = 30;
/** The program takes presses in quick succession for one. */
const betweenPresses = 800;
const settleMilliseconds = 4_000;

const place = z.object({ x: z.number(), y: z.number() });

const findJoin = `(() => {
  window.benchPresses ??= [];
  window.benchListener ??= window.addEventListener(
    'click', ({ timeStamp }) => benchPresses.push(performance.timeOrigin + timeStamp), true) ?? true;
  const { left, top, width, height } = document.querySelector('[aria-label="Up next"] button').getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
})()`;

/** From a press on the leading meeting's Join, as the window gets it, to the moment its URL is handed to the system. */
export async function measureJoin(bench: Bench): Promise<readonly Result[]> {
  const run = await launchObserved(bench.foyer);
  try {
    const page = await attachToPage(await run.port);
    await pause(settleMilliseconds);
    for (let press = 0; press < presses; press += 1) {
      await pressOnce(page);
    }
    const pressedAt = z.parse(z.array(z.number()), await page.evaluate('benchPresses'));
    const openedAt = (await run.notes()).filter(({ kind }) => kind === 'opened').map(({ at }) => at);
    if (pressedAt.length !== presses || openedAt.length !== presses) {
      throw new Error(
        `${presses} presses were made, ${pressedAt.length} arrived, ${openedAt.length} opened something.`,
      );
    }
    const delays = openedAt.map((at, index) => at - (pressedAt[index] ?? Number.NaN));
    const slow = summarize([percentile(delays, 95)]);
    const { median, lowest, highest } = summarize(delays);
    const note = `of ${presses} presses; median ${median.toFixed(1)} ms (${lowest.toFixed(1)}–${highest.toFixed(1)})`;
    return [{ what: 'press Join to URL handed over, p95', unit: 'ms', foyer: slow, bar: 50, note }];
  } finally {
    await run.end();
  }
}

async function pressOnce(page: Page): Promise<void> {
  const { x, y } = z.parse(place, await page.evaluate(findJoin));
  const button = { x, y, button: 'left', clickCount: 1 };
  await page.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button });
  await page.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button });
  await pause(betweenPresses);
}
