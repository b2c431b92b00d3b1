import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { connectBoardroom, expect, test } from '../helpers/foyerTest.ts';

/** What axe finds in both themes; its rules for whole pages of a web site do not apply to a window's dialogs. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    expect(found, `${what}, ${colorScheme}`).toEqual([]);
  }
}

test('axe finds nothing, light or dark, in any state', async ({ launch, simulator }) => {
  const foyer = await launch();
  const page = await foyer.window();
  await page.getByLabel('Client ID').waitFor();
  await expectAccessible(page, 'first run');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByText('Please check the', { exact: false })).toBeVisible();
  await expectAccessible(page, 'first run with problems');

  await connectBoardroom(page);
  await expectAccessible(page, 'agenda');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu').waitFor();
  await expectAccessible(page, 'ways to join');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page, 'keys');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Rooms' }).click();
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page, 'rooms');
  await page.getByRole('button', { name: 'Edit Boardroom 7' }).click();
  await page.getByLabel('Client secret').waitFor();
  await expectAccessible(page, 'edit a room');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('nothing like it');
  await expectAccessible(page, 'search without results');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  for (const fault of ['unavailable', 'unauthorized', 'notFound', 'rateLimited'] as const) {
    simulator.pexip.setFault(fault);
    simulator.pexip.resetCounts();
    await expect(async () => {
      await page.keyboard.press('F5');
      await expect(page.locator('.bar')).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await expectAccessible(page, fault);
    simulator.pexip.clearFaults();
    if (fault !== 'rateLimited') {
      await expect(async () => {
        await page.keyboard.press('F5');
        await expect(page.locator('.bar')).toBeHidden({ timeout: 1_000 });
      }).toPass();
    }
  }
});
