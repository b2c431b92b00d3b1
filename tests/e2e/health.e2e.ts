import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { officeRoom } from '../../scripts/demo/officeRoom.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { connectBoardroom, expect, test } from '../helpers/foyerTest.ts';
import type { RunningFoyer } from '../helpers/launchFoyer.ts';
import { look, resize } from '../helpers/look.ts';
import { shownNotifications } from '../helpers/shownNotifications.ts';

/** A window whose room is refused from now on. */
async function refusedRoom(foyer: RunningFoyer, simulator: Simulator): Promise<Page> {
  const page = await foyer.window();
  await connectBoardroom(page);
  simulator.pexip.setFault('unauthorized');
  const bar = page.getByRole('status').filter({ hasText: 'no longer accepts the credentials' });
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(bar).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return page;
}

/** The id that the service's support would be told. */
function lastTrackingId({ pexip }: Simulator): string {
  return Object.values(pexip.requests().at(-1)?.trackingIds ?? {})[0] ?? 'there was no request';
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(target).toBeFocused({ timeout: 200 });
  }).toPass();
}

async function openHealth(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await tabTo(page, settings.getByRole('button', { name: 'Advanced' }));
  await page.keyboard.press('Enter');
  await tabTo(page, settings.getByRole('button', { name: 'Open the health page…' }));
  await page.keyboard.press('Enter');
  return shownHealth(page);
}

async function shownHealth(page: Page): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: 'Health' });
  await expect(dialog.getByRole('region', { name: 'Versions' })).toBeVisible();
  return dialog;
}

const lineOf = (dialog: Locator, name: string): Locator =>
  dialog.getByRole('listitem').filter({ has: dialog.page().getByRole('heading', { name, exact: true }) });

test('by keyboard: what is wrong with a room, and the way to mend it', async ({ launch, simulator }) => {
  const foyer = await launch();
  const page = await refusedRoom(foyer, simulator);
  await resize(foyer, 320, 640);
  await look(page, 'health-bar-narrow');
  await resize(foyer, 480, 720);
  const dialog = await openHealth(page);
  const room = lineOf(dialog, 'Boardroom 7');
  await expect(room).toContainText('Pexip does not accept the credentials.');
  await expect(room).toContainText(lastTrackingId(simulator));
  await expect(dialog).toContainText(/do(es)? not work/);
  await look(page, 'health');
  await dialog.getByRole('button', { name: 'Copy diagnostics…' }).scrollIntoViewIfNeeded();
  await look(page, 'health-end');
  await resize(foyer, 320, 640);
  await dialog.getByRole('heading', { name: 'Boardroom 7' }).scrollIntoViewIfNeeded();
  await look(page, 'health-narrow');
  await resize(foyer, 480, 720);

  simulator.pexip.clearFaults();
  await tabTo(page, room.getByRole('button', { name: 'Edit Boardroom 7' }));
  await page.keyboard.press('Enter');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByLabel('Client secret').fill(officeRoom.clientSecret);
  await settings.getByRole('button', { name: 'Save' }).click();
  await settings.getByRole('button', { name: 'Health' }).click();
  await expect(room).toContainText('Pexip answers.');
  await expect(room).toContainText('Last problem');
  await look(page, 'health-good-again');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a test alert is shown by the desktop, links are taken, and the log is where it says', async ({
  launch,
  profilePath,
}) => {
  test.skip(process.platform !== 'linux', 'asks the notification daemon of a Linux desktop');
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  const dialog = await openHealth(page);
  const alerts = lineOf(dialog, 'Notifications');
  await expect(alerts).toContainText('dunst');
  await tabTo(page, alerts.getByRole('button', { name: 'Send a test alert' }));
  await page.keyboard.press('Enter');
  await expect(alerts).toContainText('The test alert was sent.');
  await expect(alerts).toContainText('Last test');
  await expect.poll(shownNotifications).toContain('Test alert: This is how Foyer tells you of your next meeting.');
  await expect(lineOf(dialog, 'Keyring')).toContainText('gnome_libsecret');
  await expect(lineOf(dialog, 'Tray')).toContainText('Foyer’s icon is shown in the tray.');

  const links = lineOf(dialog, 'Links');
  await tabTo(page, links.getByRole('button', { name: 'Open them with Foyer' }));
  await page.keyboard.press('Enter');
  await expect(links).toContainText('Links to Foyer (foyer: and app.foyer.desktop:) open here.');
  await expect(links.getByRole('heading', { name: 'Links' })).toBeFocused();

  await foyer.app.evaluate(({ shell }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    shell.openPath = async (path) => {
      shown.push(path);
      return '';
    };
  });
  await lineOf(dialog, 'Logs').getByRole('button', { name: 'Show logs' }).click();
  await expect
    .poll(() => foyer.app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown))
    .toEqual([join(profilePath, 'logs')]);
  expect(statSync(join(profilePath, 'logs', 'main.log')).mode & 0o777).toBe(0o600);
});

test('diagnostics are read before they are copied, and tell no secret', async ({ launch, simulator, profilePath }) => {
  const foyer = await launch();
  const page = await refusedRoom(foyer, simulator);
  await page.getByRole('button', { name: 'Details' }).click();
  const dialog = await shownHealth(page);
  await tabTo(page, dialog.getByRole('button', { name: 'Copy diagnostics…' }));
  await page.keyboard.press('Enter');
  const diagnostics = page.getByRole('dialog', { name: 'Diagnostics' });
  const field = diagnostics.getByRole('textbox', { name: 'Text of the diagnostics' });
  await expect(field).toBeFocused();
  const text = await field.inputValue();
  await look(page, 'diagnostics');
  await tabTo(page, diagnostics.getByRole('button', { name: 'Copy', exact: true }));
  await page.keyboard.press('Enter');
  await expect(diagnostics.getByRole('status')).toHaveText('Copied');
  expect(await foyer.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(text);

  expect(text).toContain('Pexip does not accept the credentials.');
  expect(text).toContain(lastTrackingId(simulator));
  expect(text).toContain('Electron: ');
  const log = readFileSync(join(profilePath, 'logs', 'main.log'), 'utf8');
  expect(log).toMatch(/GET 127\.0\.0\.1:\d+ answered 401 in \d+ ms, tracking id [\da-f-]{36}/);
  for (const secret of [officeRoom.clientSecret, 'Bearer ', 'Basic ', '@video.corp.example']) {
    expect(text).not.toContain(secret);
    expect(log).not.toContain(secret);
  }
  expect(text).not.toContain(homedir());

  await page.keyboard.press('Shift+Tab');
  await diagnostics.getByRole('button', { name: 'Back to health' }).click();
  await expect(page.getByRole('dialog', { name: 'Health' })).toBeVisible();
});

test('it opens from outside of the window, too, and before anything is connected', async ({ launch }) => {
  const foyer = await launch();
  const page = await foyer.window();
  await page.getByRole('button', { name: 'Pexip', exact: true }).waitFor();
  await foyer.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('commanded', 'openHealth'),
  );
  const dialog = page.getByRole('dialog', { name: 'Health' });
  await expect(dialog).toContainText('Nothing is connected yet.');
  await look(page, 'health-first-run');
});
