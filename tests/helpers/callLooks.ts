import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from './foyerTest.ts';
import type { RunningFoyer } from './launchFoyer.ts';

/** Both themes. */
export const both = ['light', 'dark'] as const;

const folder = join(import.meta.dirname, '..', '..', 'test-results', 'looks');

/** Takes a picture of the call window in these themes, has axe look at it, and sees that nothing is wider than it. */
export async function look(page: Page, name: string, schemes: readonly ('light' | 'dark')[] = ['dark']): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: join(folder, `call-${name}-${colorScheme}.png`), animations: 'disabled' });
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
