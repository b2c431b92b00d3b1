import { connectBoardroom, expect, test } from '../helpers/foyerTest.ts';
import { look } from '../helpers/look.ts';
import { changeFile } from '../helpers/settingsTest.ts';
import { findTrayItem, trayMenu, trayTooltip } from '../helpers/statusNotifier.ts';

test.skip(process.platform !== 'linux', 'reads the session bus');

test('hidden titles are in no window, menu or tooltip, and Alt shows them for a moment', async ({
  launch,
  profilePath,
}) => {
  const first = await launch();
  await connectBoardroom(await first.window());
  await first.close();
  await changeFile(profilePath, { hideTitles: 'always' });
  const foyer = await launch();
  const page = await foyer.window();
  const upNext = page.getByRole('region', { name: 'Up next' });
  await expect(upNext.getByRole('heading', { name: 'Meeting', exact: true })).toBeVisible();
  expect(await page.locator('body').innerHTML()).not.toMatch(/Budget review|Supplier call|Walk-in/);
  await look(page, 'hidden-titles');

  await page.keyboard.down('Alt');
  await expect(upNext).toContainText('Budget review, second reading');
  await page.keyboard.up('Alt');
  await expect(upNext).not.toContainText('Budget review');

  await expect
    .poll(async () => (await findTrayItem(foyer.app.process().pid ?? 0)) !== null, { timeout: 15_000 })
    .toBe(true);
  const item = await findTrayItem(foyer.app.process().pid ?? 0);
  if (item === null) {
    throw new Error('no tray item');
  }
  await expect.poll(() => trayTooltip(item)).toContain('Meeting');
  const labels = (await trayMenu(item)).map(({ label }) => label).join('\n');
  expect(labels).not.toMatch(/Budget review|Supplier call|Walk-in/);
  expect(labels).toContain('Meeting');
});
