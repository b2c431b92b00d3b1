import type { Page } from 'playwright';
import { addDesk } from '../../scripts/demo/connectDesk.ts';
import { connectBoardroom, expect, test } from '../helpers/foyerTest.ts';
import { look, resize } from '../helpers/look.ts';

const sections = ['General', 'Reminders', 'Appearance', 'Join', 'Privacy', 'Services', 'Advanced'] as const;
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
      await sectionList(page).getByRole('button', { name: section }).click();
      await page.mouse.move(0, 0);
      await look(page, `settings-${size}-${section.toLowerCase()}`);
      const back = page.getByRole('button', { name: 'Back to all sections' });
      if (await back.isVisible()) {
        await back.click();
      }
    }
    await page.getByLabel('Search settings').fill('minutes');
    await look(page, `settings-${size}-search`);
    await page.getByLabel('Search settings').fill('nothing like it');
    await look(page, `settings-${size}-search-none`);
  });
}
