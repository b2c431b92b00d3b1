import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from './foyerTest.ts';
import type { RunningFoyer } from './launchFoyer.ts';

/** Both themes. */
export const both = ['light', 'dark'] as const;

const folder = join(import.meta.dirname, '..', '..', 'test-results', 'looks');

/** Takes a picture of the call window in these themes, has axe look at it, and sees that nothing is wider than it. `zoomed` is whose it is. */
export async function look(
  page: Page,
  name: string,
  schemes: readonly ('light' | 'dark')[] = ['dark'],
  zoomed?: RunningFoyer,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const path = join(folder, `call-${name}-${colorScheme}.png`);
    if (zoomed === undefined) {
      await page.screenshot({ path, animations: 'disabled' });
    } else {
      await writeFile(path, await capture(zoomed, page));
    }
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    expect(found, `axe on ${name}, ${colorScheme}`).toEqual([]);
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name} fits its width`).toBeLessThanOrEqual(0);
}

/** The window as small as it gets, and text twice as large; `null` is as it opens. */
export type WindowShape = 'narrow' | 'zoomed' | null;

/** What the window really shows: pictures that the driver takes of a zoomed page show a corner of it. */
async function capture({ app }: RunningFoyer, page: Page): Promise<Buffer> {
  // What was changed last must be on the screen.
  await page.evaluate(async () => {
    for (let frames = 0; frames < 8; frames += 1) {
      await new Promise(requestAnimationFrame);
    }
  });
  const captured = await app.evaluate(
    async ({ BrowserWindow }, name) => {
      const window = BrowserWindow.getAllWindows().find((each) => each.webContents.getTitle() === name);
      return (await window?.webContents.capturePage())?.toPNG().toString('base64') ?? '';
    },
    await page.title(),
  );
  return Buffer.from(captured, 'base64');
}

/** Gives the call window that shape. */
export async function shape({ app }: RunningFoyer, page: Page, wanted: WindowShape): Promise<void> {
  const title = await page.title();
  await app.evaluate(
    ({ BrowserWindow }, { name, kind }) => {
      const window = BrowserWindow.getAllWindows().find((each) => each.webContents.getTitle() === name);
      const [width = 0, height = 0] = kind === 'narrow' ? (window?.getMinimumSize() ?? []) : [960, 640];
      window?.setContentSize(width, height);
      window?.webContents.setZoomFactor(kind === 'zoomed' ? 2 : 1);
    },
    { name: title, kind: wanted },
  );
  const width = { narrow: 360, zoomed: 480 };
  await expect
    .poll(() => page.evaluate(() => window.innerWidth))
    .toBeLessThanOrEqual(wanted === null ? 960 : width[wanted]);
}

/** {@link look} in both themes as it opens, and in every other shape. */
export async function lookAround(foyer: RunningFoyer, page: Page, name: string): Promise<void> {
  await look(page, name, both);
  for (const kind of ['narrow', 'zoomed'] as const) {
    await shape(foyer, page, kind);
    await look(page, `${name}-${kind}`, both, kind === 'zoomed' ? foyer : undefined);
  }
  await shape(foyer, page, null);
}
