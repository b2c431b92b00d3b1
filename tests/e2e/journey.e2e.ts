import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectRoom } from '../../scripts/demo/connectRoom.ts';
import { officeRoom } from '../../scripts/demo/officeRoom.ts';
import { openServices } from '../../scripts/demo/openSettings.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { connectBoardroom, expect, filesWith, observeOpened, test } from '../helpers/foyerTest.ts';

test('from the first run into a meeting, through an outage and a restart, with a keyring', async ({
  simulator,
  launch,
  profilePath,
}) => {
  const first = await launch();
  const page = await first.window();
  await expect(page.getByRole('heading', { name: 'Your next meeting, one press away' })).toBeVisible();

  await connectRoom(page, { ...officeRoom, clientSecret: 'not-the-secret' });
  await expect(page.getByText('Pexip does not accept these credentials', { exact: false })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Meetings' })).toBeHidden();

  await page.getByLabel('Client secret').fill(officeRoom.clientSecret);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  const upNext = page.getByRole('region', { name: 'Up next' });
  await expect(upNext).toContainText('Budget review, second reading');
  await expect(upNext).toContainText('Teams');

  const opened = await observeOpened(first.app);
  await upNext.getByRole('button', { name: 'Join Budget review, second reading' }).click();
  await expect(upNext).toContainText('Opened in the browser');
  expect(await opened()).toEqual([
    expect.stringMatching(/^https:\/\/join\.corp\.example\/webapp3\/m\/\d+@video\.corp\.example$/),
  ]);

  const { endpoints } = simulator;
  await simulator.close();
  const status = page.getByRole('status').filter({ hasText: 'can’t be reached' });
  // A list of this very moment is not asked for again, so the first press may find nothing to do.
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(status).toContainText('Showing', { timeout: 1_000 });
  }).toPass();
  await expect(upNext).toContainText('Budget review, second reading');
  await first.close();

  const second = await launch();
  const again = await second.window();
  await expect(again.getByRole('region', { name: 'Up next' })).toContainText('Budget review, second reading');
  await expect(again.getByRole('status').filter({ hasText: 'can’t be reached' })).toBeVisible();

  const portOf = (url: string) => Number(new URL(url).port);
  const ports = { pexipAuth: portOf(endpoints.pexipAuth), pexipApi: portOf(endpoints.pexipApi) };
  const returned = await startSimulator({ ports });
  try {
    const [briefing, ...others] = returned.pexip
      .meetings('boardroom-7')
      .filter(({ subject }) => subject.startsWith('Supplier'));
    expect(others).toEqual([]);
    const changed = returned.pexip
      .meetings('boardroom-7')
      .map((meeting) => (meeting.id === briefing?.id ? { ...meeting, subject: 'Supplier call, South' } : meeting));
    returned.pexip.setMeetings('boardroom-7', changed);
    await again.getByRole('button', { name: 'Try now' }).click();
    await expect(again.getByText('Supplier call, South', { exact: true })).toBeVisible();
    await expect(again.getByRole('status').filter({ hasText: 'can’t be reached' })).toBeHidden();
  } finally {
    await returned.close();
  }

  await second.close();
  expect(filesWith(profilePath, officeRoom.clientSecret)).toEqual([]);
  expect(filesWith(profilePath, `${officeRoom.clientId}:${officeRoom.clientSecret}`)).toEqual([]);
  expect(filesWith(profilePath, 'Bearer ')).toEqual([]);
  expect(first.output() + second.output()).not.toContain(officeRoom.clientSecret);
  for (const file of ['accounts.json', 'agenda.json', 'calls.json']) {
    expect(statSync(join(profilePath, file)).mode & 0o777).toBe(0o600);
  }
});

test('without a keyring, secrets stay in memory until the user decides otherwise', async ({ launch, profilePath }) => {
  const first = await launch({ keyring: 'none' });
  const page = await first.window();
  await connectBoardroom(page);
  await expect(page.getByText('Secrets are kept until you quit Foyer.')).toBeVisible();
  await first.close();
  expect(filesWith(profilePath, officeRoom.clientSecret)).toEqual([]);

  const second = await launch({ keyring: 'none' });
  const again = await second.window();
  await expect(again.getByRole('status').filter({ hasText: 'The stored secret could not be read.' })).toBeVisible();
  await expect(again.getByRole('region', { name: 'Up next' })).toContainText('Budget review, second reading');
  await again.getByRole('button', { name: 'Connect again' }).click();
  await again.getByLabel('Client secret').fill(officeRoom.clientSecret);
  await again.getByRole('button', { name: 'Save' }).click();
  await again.getByRole('button', { name: 'Store secrets unprotected' }).click();
  await expect(again.getByText('Secrets are stored on disk without protection', { exact: false })).toBeVisible();
  await second.close();

  const third = await launch({ keyring: 'none' });
  const kept = await third.window();
  await openServices(kept);
  await expect(kept.getByText('Secret stored without protection')).toBeVisible();
  await expect(kept.getByText('Up to date', { exact: false })).toBeVisible();
});

test('a damaged secret asks to connect again and loses nothing', async ({ launch, profilePath }) => {
  const first = await launch();
  await connectBoardroom(await first.window());
  await first.close();
  const [record = ''] = readdirSync(profilePath).filter((name) => name.startsWith('secret-'));
  writeFileSync(join(profilePath, record), '{"version":1,"backend":"gnome_libsecret","ciphertext":"djExAAAA"}');

  const second = await launch();
  const page = await second.window();
  await expect(page.getByRole('status').filter({ hasText: 'The stored secret could not be read.' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Up next' })).toContainText('Budget review, second reading');
  expect(readdirSync(profilePath)).toContain(record);
});

test('damaged profile files are set aside with a note, and the program goes on', async ({ launch, profilePath }) => {
  const first = await launch();
  await connectBoardroom(await first.window());
  await first.close();
  writeFileSync(join(profilePath, 'settings.json'), '{"version":1,"wasTold');

  const second = await launch();
  const page = await second.window();
  const notice = page.getByText('settings.json could not be read as it was', { exact: false });
  await expect(notice).toBeVisible();
  await expect(page.getByRole('region', { name: 'Up next' })).toContainText('Budget review, second reading');
  expect(readdirSync(profilePath).filter((name) => name.startsWith('settings.damaged-'))).toHaveLength(1);
});
