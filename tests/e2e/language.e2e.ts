import type { Page } from 'playwright';
import { addDesk } from '../../scripts/demo/connectDesk.ts';
import { connectBoardroom, expect, test } from '../helpers/foyerTest.ts';
import type { RunningFoyer } from '../helpers/launchFoyer.ts';
import { look, resize } from '../helpers/look.ts';
import { changeFile } from '../helpers/settingsTest.ts';
import { findTrayItem, trayMenu } from '../helpers/statusNotifier.ts';

const sections = [
  'Allgemein',
  'Erinnerungen',
  'Darstellung',
  'Beitreten',
  'Kurzbefehle',
  'Privatsphäre',
  'Dienste',
  'Erweitert',
] as const;

const german = { LANG: 'de_DE.UTF-8', LANGUAGE: undefined } as const;

for (const [size, width, height] of [
  ['usual', 440, 720],
  ['narrow', 320, 640],
] as const) {
  test(`the look of German: ${size}`, async ({ launch }) => {
    test.setTimeout(180_000);
    const foyer = await launch();
    const page = await foyer.window();
    await connectBoardroom(page);
    await addDesk(page);
    await resize(foyer, width, height);
    await speakGerman(page);
    await page.mouse.move(0, 0);
    await look(page, `german-${size}-agenda`);
    await page.getByRole('button', { name: 'Neuer 8x8-Raum', exact: true }).click();
    await expect(page.getByText('Der Raum ist offen', { exact: false }).first()).toBeVisible();
    await look(page, `german-${size}-room`);
    await page.getByRole('button', { name: 'Anders beitreten' }).click();
    await page.getByRole('menu').waitFor();
    await look(page, `german-${size}-ways`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await look(page, `german-${size}-keys`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+l');
    await page.getByLabel('Link zur Besprechung').waitFor();
    await look(page, `german-${size}-link`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Comma');
    await page.getByLabel('Einstellungen suchen').waitFor();
    for (const section of sections) {
      await openSection(page, section);
      await page.mouse.move(0, 0);
      await look(page, `german-${size}-settings-${section.toLowerCase()}`);
    }
    await openSection(page, 'Dienste');
    await page.getByRole('button', { name: 'Verbindung hinzufügen' }).click();
    await page.getByRole('button', { name: 'join.me', exact: true }).click();
    await page.getByText('Weitere Optionen').click();
    await page.getByRole('button', { name: 'Mit dem Browser anmelden' }).click();
    await expect(page.getByText('Bitte prüfen Sie die', { exact: false })).toBeVisible();
    await look(page, `german-${size}-connect`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await showHealth(page);
    await look(page, `german-${size}-health`);
  });
}

test('a first start speaks what the system prefers of the languages there are, and fetches no other', async ({
  launch,
}) => {
  const foyer = await launch({ env: german });
  const page = await foyer.window();
  await expect(page.getByRole('heading', { name: 'Mit einem Klick in Ihre nächste Besprechung' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  expect(await textsOnReload(page)).toEqual([expect.stringMatching(/texts-de/)]);
  await page.getByRole('button', { name: 'Pexip', exact: true }).click();
  await expect(page.getByLabel('Raum', { exact: true })).toBeVisible();
  await look(page, 'german-first-run');
  await foyer.close();
  const french = await launch({ env: { LANG: 'C.UTF-8', LANGUAGE: 'fr:en:de' } });
  const second = await french.window();
  await expect(second.getByRole('heading', { name: 'Your next meeting, one press away' })).toBeVisible();
  expect(await textsOnReload(second)).toEqual([]);
  await expect(second.locator('html')).toHaveAttribute('lang', 'en');
});

test('German by setting is there from the start, in the tray and in the window, and English without it', async ({
  launch,
  profilePath,
}) => {
  const first = await launch();
  await connectBoardroom(await first.window());
  await first.close();
  await changeFile(profilePath, { language: 'de' });
  const second = await launch();
  const page = await second.window();
  await expect(page.getByRole('region', { name: 'Als Nächstes' })).toContainText('Budget review, second reading');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect.poll(() => trayLabels(second)).toContain('Foyer beenden');
  await second.close();
  await changeFile(profilePath, { language: 'en' });
  const third = await launch({ env: german });
  await expect((await third.window()).getByRole('region', { name: 'Up next' })).toBeVisible();
  await expect.poll(() => trayLabels(third)).toContain('Quit Foyer');
});

test('another language holds at once: by keyboard, with what is open and typed left as it is', async ({ launch }) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  await page.keyboard.press('Control+Comma');
  await page.keyboard.type('language');
  const languages = page.getByRole('radiogroup', { name: 'Language' });
  await expect(languages).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(languages.getByRole('radio', { name: 'System' })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Deutsch' })).toBeFocused();
  await expect(page.getByRole('radio', { name: 'Deutsch' })).toBeChecked();
  await expect(page.getByLabel('Einstellungen suchen')).toHaveValue('language');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect.poll(() => trayLabels(foyer)).toContain('Foyer beenden');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'English' })).toBeFocused();
  await expect.poll(() => trayLabels(foyer)).toContain('Quit Foyer');
});

/** Chooses German, without the way there. */
async function speakGerman(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { foyer } = window as unknown as { readonly foyer: { changeSetting(change: object): Promise<unknown> } };
    return foyer.changeSetting({ key: 'language', json: '"de"' });
  });
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
}

async function openSection(page: Page, section: string): Promise<void> {
  const back = page.getByRole('button', { name: 'Zurück zu allen Bereichen' });
  const list = page.getByRole('navigation', { name: 'Bereiche' });
  await list.or(back).first().waitFor();
  if (await back.isVisible()) {
    await back.click();
  }
  await list.getByRole('button', { name: section }).click();
}

async function showHealth(page: Page): Promise<void> {
  await page.keyboard.press('Control+Comma');
  await openSection(page, 'Erweitert');
  await page.getByRole('button', { name: 'Zustand öffnen' }).click();
  await page.getByRole('heading', { name: 'Dieser Computer' }).waitFor();
}

/** The files of texts in other languages than English that a window fetches from its beginning on. */
async function textsOnReload(page: Page): Promise<readonly string[]> {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await page.getByRole('heading').first().waitFor();
  expect(asked).toContainEqual(expect.stringContaining('agenda-'));
  return asked.filter((url) => url.includes('/texts-'));
}

async function trayLabels({ app }: RunningFoyer): Promise<readonly string[]> {
  const item = await findTrayItem(app.process().pid ?? 0);
  return item === null ? [] : (await trayMenu(item)).map(({ label }) => label);
}
