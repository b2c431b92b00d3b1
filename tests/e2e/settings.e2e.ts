import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { addDesk } from '../../scripts/demo/connectDesk.ts';
import { connectBoardroom, expect, test } from '../helpers/foyerTest.ts';
import { look, resize } from '../helpers/look.ts';

const sections = [
  'General',
  'Reminders',
  'Appearance',
  'Join',
  'Shortcuts',
  'Privacy',
  'Services',
  'Advanced',
] as const;
const sectionList = (page: Page) => page.getByRole('navigation', { name: 'Sections' });

for (const [size, width, height] of [
  ['usual', 440, 720],
  ['narrow', 320, 640],
  ['wide', 900, 700],
] as const) {
  test(`the look of every section: ${size}`, async ({ launch }) => {
    test.setTimeout(180_000);
    const foyer = await launch();
    const page = await foyer.window();
    await connectBoardroom(page);
    await addDesk(page);
    await resize(foyer, width, height);
    await page.keyboard.press('Control+Comma');
    await expect(page.getByLabel('Search settings')).toBeFocused();
    await expect(sectionList(page).getByRole('button')).toHaveCount(sections.length);
    await look(page, `settings-${size}`);
    for (const section of sections) {
      await openSection(page, section);
      await page.mouse.move(0, 0);
      await look(page, `settings-${size}-${section.toLowerCase()}`);
    }
    await page.keyboard.press('Control+f');
    await page.getByLabel('Search settings').fill('minutes');
    await look(page, `settings-${size}-search`);
    await page.getByLabel('Search settings').fill('nothing like it');
    await look(page, `settings-${size}-search-none`);
  });
}

test('compact rows, and a second time zone beside every start, from the first picture on', async ({
  launch,
  profilePath,
}) => {
  const first = await launch();
  await connectBoardroom(await first.window());
  await first.close();
  await changeFile(profilePath, { density: 'compact', secondZone: 'Asia/Tokyo', clockFormat: 'twentyFour' });
  const foyer = await launch();
  const page = await foyer.window();
  const rows = page.getByRole('grid', { name: 'Meetings' }).getByRole('row', { name: /in Tokyo/ });
  await expect(rows.first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Up next' })).toContainText(/\d\d:\d\d in Tokyo/);
  const supplier = page.getByRole('row', { name: /Supplier call, North/ });
  expect((await supplier.boundingBox())?.height).toBe(36);
  await page.mouse.move(0, 0);
  await look(page, 'compact-second-zone');
  await supplier.click();
  await resize(foyer, 320, 640);
  await look(page, 'compact-second-zone-narrow');
  await resize(foyer, 440, 720);
  await page.keyboard.press('Control+Comma');
  await openSection(page, 'Appearance');
  await page.getByRole('radio', { name: 'Comfortable' }).check();
  await page.getByRole('radio', { name: '12 hours' }).check();
  await page.keyboard.press('Escape');
  expect((await supplier.boundingBox())?.height).toBe(50);
  await look(page, 'comfortable-second-zone-twelve');
});

/** From the list of sections, or beside it. */
async function openSection(page: Page, section: string): Promise<void> {
  const back = page.getByRole('button', { name: 'Back to all sections' });
  if (await back.isVisible()) {
    await back.click();
  }
  await sectionList(page).getByRole('button', { name: section }).click();
}

/** Puts settings into the file of a profile whose program is not running. */
async function changeFile(profilePath: string, changes: object): Promise<void> {
  const path = join(profilePath, 'settings.json');
  const before = JSON.parse(await readFile(path, 'utf8').catch(() => '{"version":1}'));
  await writeFile(path, JSON.stringify({ ...before, ...changes }));
}
