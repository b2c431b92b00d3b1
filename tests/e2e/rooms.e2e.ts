import { readdirSync } from 'node:fs';
import { chooseService } from '../../scripts/demo/connectRoom.ts';
import { openServices } from '../../scripts/demo/openSettings.ts';
import { connectBoardroom, expect, filesWith, test } from '../helpers/foyerTest.ts';

test('several rooms share one agenda; each is added, renamed and removed on its own', async ({
  launch,
  simulator,
  profilePath,
}) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  await openServices(page);

  await page.getByRole('button', { name: 'Add a connection' }).click();
  await chooseService(page, 'Pexip');
  await page.getByLabel('Room', { exact: true }).fill('Boardroom again');
  await page.getByLabel('Client ID').fill('boardroom-7');
  await page.getByLabel('Client secret').fill('boardroom-7-secret');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByText('already connected as “Boardroom 7”', { exact: false })).toBeVisible();
  await page.getByLabel('Room', { exact: true }).fill('Library');
  await page.getByLabel('Client ID').fill('library');
  await page.getByLabel('Client secret').fill('library-secret');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Edit Library' })).toBeVisible();

  // A new name is nobody's business but ours.
  const asked = simulator.pexip.requests().filter(({ clientId }) => clientId === 'library').length;
  await page.getByRole('button', { name: 'Edit Library' }).click();
  await page.getByLabel('Room', { exact: true }).fill('Quiet library');
  simulator.pexip.setFault('unavailable', { clientId: 'library' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Edit Quiet library' })).toBeVisible();
  expect(asked).toBe(2);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toContainText('Boardroom 7 and Quiet library');
  await expect(page.getByRole('region', { name: 'Up next' })).toContainText('Boardroom 7');

  expect(readdirSync(profilePath).filter((name) => name.startsWith('secret-'))).toHaveLength(2);
  await openServices(page);
  await page.getByRole('button', { name: 'Remove Quiet library' }).click();
  await page.getByRole('button', { name: 'Remove connection' }).click();
  await expect(page.getByRole('button', { name: 'Edit Quiet library' })).toBeHidden();
  expect(readdirSync(profilePath).filter((name) => name.startsWith('secret-'))).toHaveLength(1);
  await foyer.close();
  expect(filesWith(profilePath, 'Quiet library')).toEqual([]);
});

test('times are written as the system writes them', async ({ launch }) => {
  const foyer = await launch({ env: { LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'en' } });
  const page = await foyer.window();
  await connectBoardroom(page);
  await expect(page.getByRole('region', { name: 'Up next' })).toContainText(/\d\d:\d\d – \d\d:\d\d/);
  await expect(page.getByRole('region', { name: 'Up next' })).not.toContainText(/[AP]M/);
  await expect(page.getByRole('banner')).toContainText(
    /(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag), \d/,
  );
});

test('a secret that the service replaced is told, and entering the new one mends it', async ({ launch, simulator }) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  const meetings = simulator.pexip.meetings('boardroom-7');
  simulator.pexip.addClient({
    id: 'boardroom-7',
    secret: 'rotated',
    name: 'Boardroom 7',
    hasMailbox: true,
    meetings: [...meetings],
  });
  simulator.pexip.revokeTokens();
  const status = page.getByRole('status').filter({ hasText: 'no longer accepts the credentials' });
  await expect(async () => {
    await page.keyboard.press('F5');
    await expect(status).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await status.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Client secret').fill('rotated');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(status).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Up next' })).toContainText('Budget review');
});
