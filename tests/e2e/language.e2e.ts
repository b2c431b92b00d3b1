import type { Page } from 'playwright';
import { addDesk } from '../../scripts/demo/connectDesk.ts';
import { demoUser, signInToMeetings } from '../../scripts/demo/signInToMeetings.ts';
import { connectBoardroom, expect, test } from '../helpers/foyerTest.ts';
import type { RunningFoyer } from '../helpers/launchFoyer.ts';
import { changeSetting, launchReminding } from '../helpers/launchReminding.ts';
import { look, resize } from '../helpers/look.ts';
import { reminderPage } from '../helpers/reminderPages.ts';
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
    await changeSetting(page, 'language', 'de');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
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
  await expect(page.getByLabel('Search settings')).toBeFocused();
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

test('windows that remind speak German', async ({ launch, simulator }) => {
  const { foyer, agenda } = await launchReminding({ launch, simulator }, 'small', [
    { title: 'Design review', startsIn: 300 },
    { title: 'Sprint planning', startsIn: 400 },
    { title: 'Budget review', startsIn: 500 },
  ]);
  await connectBoardroom(agenda);
  const first = await reminderPage(foyer.app);
  await changeSetting(agenda, 'language', 'de');
  const gone = first.waitForEvent('close');
  await first.getByRole('button', { name: 'Dismiss' }).click();
  await gone;
  const small = await reminderPage(foyer.app);
  await expect(small.getByRole('timer')).toHaveText(/^In \d min$/);
  await expect(small.locator('html')).toHaveAttribute('lang', 'de');
  await look(small, 'german-reminder-small');
  await small.getByRole('button', { name: 'Andere Zeiten zum Erinnern' }).click();
  await look(small, 'german-reminder-small-menu');
  await small.keyboard.press('Escape');
  const closed = small.waitForEvent('close');
  await changeSetting(agenda, 'reminderWindow', 'full');
  await closed;
  const full = await reminderPage(foyer.app);
  await expect(full.getByRole('timer')).toHaveText(/^Beginnt in \d:\d\d$/);
  await look(full, 'german-reminder-full');
});

test('scheduling speaks German', async ({ launch, simulator }) => {
  simulator.joinme.setRules({ autoConsent: demoUser });
  const foyer = await launch();
  const page = await foyer.window();
  await signInToMeetings(foyer.app, page);
  await page.getByRole('button', { name: 'New join.me meeting', exact: true }).waitFor();
  await changeSetting(page, 'language', 'de');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.keyboard.press('Control+Shift+N');
  await page.getByRole('dialog', { name: 'join.me-Besprechung planen' }).waitFor();
  await look(page, 'german-schedule');
  await resize(foyer, 320, 640);
  await look(page, 'german-schedule-narrow');
});

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
