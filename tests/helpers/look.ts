import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from './foyerTest.ts';
import type { RunningFoyer } from './launchFoyer.ts';

const folder = join(import.meta.dirname, '..', '..', 'test-results', 'looks');

/**
 * Takes pictures of a state of the window, to be looked at (test-results/looks), and checks what a machine can tell of it:
 * that nothing runs out of the window's sides, and that axe finds nothing in either theme.
 */
export async function look(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => true));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), animations: 'disabled' });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    expect(found, `axe on ${name}, ${colorScheme}`).toEqual([]);
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name} fits its width`).toBeLessThanOrEqual(0);
}

/** Gives the window's content another size, in its own pixels, and another zoom. */
export function resize(foyer: RunningFoyer, width: number, height: number, zoom = 1): Promise<void> {
  return foyer.app.evaluate(
    ({ BrowserWindow }, size) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(size.width, size.height);
      window?.webContents.setZoomFactor(size.zoom);
    },
    { width, height, zoom },
  );
}
