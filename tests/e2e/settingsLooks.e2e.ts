import type { ElectronApplication, Page } from 'playwright';
import { addDesk } from '../../scripts/demo/connectDesk.ts';
import { connectBoardroom, expect, test } from '../helpers/foyerTest.ts';
import { look, resize } from '../helpers/look.ts';
import { openSection, readSettings, sectionList, settingSections as sections } from '../helpers/settingsTest.ts';

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

test('what an organization decided is locked and says so', async ({ launch }) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  await addDesk(page);
  await pretendPolicy(foyer.app, page);
  await page.keyboard.press('Control+Comma');
  for (const section of ['General', 'Reminders', 'Appearance', 'Join', 'Shortcuts', 'Privacy', 'Your organization']) {
    await openSection(page, section);
    await page.mouse.move(0, 0);
    await look(page, `settings-policy-${section.toLowerCase().replaceAll(' ', '-')}`);
  }
  await expect(page.getByText('/etc/foyer/policy.json')).toBeVisible();
  await expect(page.getByText('theWeather: there is no such setting.')).toBeVisible();
  await openSection(page, 'General');
  const locked = page.getByRole('switch', { name: 'Stay in the tray when the window closes' });
  await expect(locked).toHaveAccessibleDescription(/Set by your organization/);
  await locked.focus();
  await page.keyboard.press('Space');
  await expect(locked).toBeChecked();
  await resize(foyer, 900, 700);
  await openSection(page, 'Your organization');
  await look(page, 'settings-policy-wide');
});

/** From now on the page of settings is told of a policy, as an administrator would write one. */
async function pretendPolicy(app: ElectronApplication, page: Page): Promise<void> {
  const settings = (await readSettings(page)).map((setting, index) => {
    const presetAccounts = [{ serviceId: 'pexip', name: 'Boardroom', fields: { node: 'join.corp.example' } }];
    const values: Record<string, unknown> = { presetAccounts, disabledFeatures: ['autoJoin'] };
    const { key } = setting;
    return { ...setting, value: values[key] ?? setting.value, origin: index % 3 === 2 ? 'recommended' : 'forced' };
  });
  const told = {
    settings,
    ways: [{ serviceId: 'pexip', ways: [{ id: 'web', label: 'services:pexip.ways.web' }] }],
    policy: {
      places: ['/etc/foyer/policy.json'],
      problems: [
        { place: '/etc/foyer/policy.json', key: 'theWeather', reason: 'unknownKey' },
        { place: '/etc/foyer/policy.json', key: 'logLevel', reason: 'invalidValue' },
      ],
    },
  };
  await app.evaluate(({ ipcMain }, answer) => {
    ipcMain.removeHandler('getSettings');
    ipcMain.handle('getSettings', () => answer);
  }, told);
}
