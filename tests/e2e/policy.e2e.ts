import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDesk } from '../../scripts/demo/connectDesk.ts';
import { officeRoom } from '../../scripts/demo/officeRoom.ts';
import { expect, test } from '../helpers/foyerTest.ts';
import { look } from '../helpers/look.ts';
import { openSection, readSettings, sectionList } from '../helpers/settingsTest.ts';

const policy = {
  forced: {
    theme: 'dark',
    keepInTray: false,
    disabledFeatures: ['newRooms', 'invites', 'links', 'remotePages'],
    presetAccounts: [
      { serviceId: 'pexip', name: officeRoom.name, fields: { node: officeRoom.webAppHost } },
      { serviceId: 'pexip', name: 'Never shown', fields: { clientSecret: 'a-secret-in-a-policy' } },
    ],
    sorcery: true,
  },
  recommended: { density: 'compact', reminderLeads: 'soon' },
};

test('an organization presets services, locks and suggests settings, and switches features off', async ({
  launch,
  profilePath,
}) => {
  const file = join(await mkdtemp(join(tmpdir(), 'foyer-policy-e2e-')), 'policy.json');
  await writeFile(file, JSON.stringify(policy));
  const foyer = await launch({ env: { FOYER_POLICY: file } });
  const page = await foyer.window();

  const presets = page.getByRole('region', { name: 'From your organization' });
  await expect(presets.getByRole('button')).toHaveCount(1);
  await look(page, 'policy-first-run');
  await presets.getByRole('button', { name: officeRoom.name }).click();
  await expect(page.getByLabel('Room', { exact: true })).toHaveValue(officeRoom.name);
  await expect(page.getByLabel('Web app host')).toHaveValue(officeRoom.webAppHost);
  await page.getByLabel('Client ID', { exact: true }).fill(officeRoom.clientId);
  await page.getByLabel('Client secret', { exact: true }).fill(officeRoom.clientSecret);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Meetings' })).toBeVisible();

  expect(await foyer.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  const originOf = new Map((await readSettings(page)).map(({ key, origin }) => [key, origin]));
  expect(
    ['theme', 'keepInTray', 'density', 'reminderLeads', 'clockFormat'].map((key) => originOf.get(key as 'theme')),
  ).toEqual(['forced', 'forced', 'recommended', 'default', 'default']);
  await addDesk(page);
  await expect(page.getByRole('button', { name: /^New/ })).toHaveCount(0);

  await page.keyboard.press('Control+Comma');
  await openSection(page, 'Appearance');
  await expect(page.getByRole('group', { name: 'Theme' }).or(page.getByLabel('Theme')).first()).toBeVisible();
  await expect(page.getByText('Set by your organization').first()).toBeVisible();
  await look(page, 'policy-appearance');
  await page.getByRole('button', { name: 'Back to all sections' }).click();
  await sectionList(page).getByRole('button', { name: 'Your organization' }).click();
  await expect(page.getByText(file).first()).toBeVisible();
  for (const entry of ['sorcery', 'reminderLeads', 'presetAccounts']) {
    await expect(page.getByText(entry, { exact: false }).first()).toBeVisible();
  }
  await look(page, 'policy-organization');
  const saved = await readFile(join(profilePath, 'settings.json'), 'utf8').catch(() => '');
  expect(saved).not.toContain('dark');
});
