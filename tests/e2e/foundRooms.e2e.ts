import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { callsName, connectCalls } from '../../scripts/demo/connectCalls.ts';
import { simulatedCallSwitches } from '../../scripts/desktop/simulatedCalls.ts';
import { expect, test } from '../helpers/foyerTest.ts';

const folder = join(import.meta.dirname, '..', '..', 'test-results', 'looks');

async function look(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), animations: 'disabled' });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    expect(found, `axe on ${name}, ${colorScheme}`).toEqual([]);
  }
}

const named = (username: string): string => JSON.stringify({ id: username, username });

test.use({
  launch: async ({ launch, simulator }, use) => {
    const endpoints = { ...simulator.endpoints, telnyxApi: simulator.telnyxEndpoints.telnyxApi };
    await use((options = {}) => launch({ endpoints, ...options }));
  },
});

test('rooms that are at the service are found, kept, joined and ended, by keyboard alone', async ({
  launch,
  simulator,
}) => {
  const { telnyx } = simulator;
  const hall = telnyx.addRoom({ unique_name: 'Town hall' });
  telnyx.addRoom({ unique_name: 'Old workshop' });
  telnyx.addParticipant(hall.id, named('Ana Lind'));
  telnyx.addParticipant(hall.id, named('Ben'));
  const ben = telnyx.addParticipant(hall.id, 'somebody');
  const foyer = await launch();
  const page = await foyer.window();
  await connectCalls(page, telnyx.apiKey);
  const asked = (): number => telnyx.requests().filter(({ method }) => method === 'GET').length;
  const more = page.getByRole('button', { name: 'Other new rooms and options' });
  await more.waitFor();
  const before = asked();

  await more.press('Enter');
  await expect(page.getByRole('menu', { name: 'New room' })).toBeVisible();
  expect(asked()).toBe(before);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Rooms' });
  const list = dialog.getByRole('list', { name: `Rooms at ${callsName}` });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(dialog.locator('summary')).toBeFocused();
  await expect(list.getByRole('listitem').filter({ hasText: 'Town hall' })).toContainText(
    '3 in the room: Ana Lind, Ben, and 1 other',
  );
  await look(page, 'found-rooms');

  // The one that nobody is in is ended, after a question.
  await dialog.getByRole('button', { name: 'End Old workshop' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Keep open' })).toBeFocused();
  await expect(dialog.getByText('End it for good?')).toBeVisible();
  expect(telnyx.rooms()).toHaveLength(2);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'End room' })).toBeHidden();
  await dialog.getByRole('button', { name: 'End Old workshop' }).press('Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  expect(telnyx.rooms()).toHaveLength(1);
  await expect(dialog.locator('summary')).toBeFocused();

  // Where somebody is, the question says so.
  await dialog.getByRole('button', { name: 'End Town hall' }).press('Enter');
  await expect(dialog.getByText('End it for 3 people?')).toBeVisible();
  await look(page, 'found-rooms-question');
  await dialog.getByRole('button', { name: 'Keep open' }).press('Enter');

  await dialog.getByRole('button', { name: 'Keep Town hall among the open rooms' }).press('Enter');
  const open = dialog.getByRole('list', { name: 'Open rooms' });
  await expect(open.getByRole('button', { name: 'Join Town hall' })).toBeFocused();
  await expect(dialog.locator('.found-state', { hasText: 'No other rooms there.' })).toBeVisible();
  await expect(open).toContainText('3 in the room');

  // Its menu says who is in it, and follows.
  await page.keyboard.press('.');
  const menu = page.getByRole('menu', { name: /^Actions for Town hall\. 3 in the room: Ana Lind, Ben, and 1 other/ });
  await expect(menu).toBeVisible();
  await look(page, 'room-menu-people');
  telnyx.removeParticipant(ben.id);
  await page.keyboard.press('Escape');
  await expect(async () => {
    await page.keyboard.press('.');
    const seen = page.getByRole('menu', { name: /2 in the room: Ana Lind and Ben$/ });
    await expect(seen).toBeVisible({ timeout: 7_000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('list', { name: 'Open rooms' }).getByRole('listitem')).toHaveCount(1);
});

test('a room that was found is joined with one press, and is one of Foyer’s from then on', async ({
  launch,
  simulator,
}) => {
  const { telnyx } = simulator;
  const { id } = telnyx.addRoom({ unique_name: 'Town hall' });
  for (let index = 0; index < 60; index += 1) {
    telnyx.addRoom({ unique_name: `newer-${index}` });
  }
  const foyer = await launch({ args: simulatedCallSwitches(simulator) });
  const page = await foyer.window();
  await connectCalls(page, telnyx.apiKey);
  await foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(320, 640));
  await page.getByRole('button', { name: 'Other new rooms and options' }).click();
  await page.getByRole('menuitem', { name: `Rooms at ${callsName}…` }).click();
  const dialog = page.getByRole('dialog', { name: 'Rooms' });
  const list = dialog.getByRole('list', { name: `Rooms at ${callsName}` });
  await expect(list.getByRole('listitem')).toHaveCount(50);
  await look(page, 'found-rooms-narrow');
  await dialog.getByRole('button', { name: 'Show 11 more' }).press('Enter');
  await expect(list.getByRole('listitem')).toHaveCount(61);
  await expect(
    list
      .getByRole('listitem')
      .nth(50)
      .getByRole('button', { name: /^Join / }),
  ).toBeFocused();
  await dialog.getByRole('textbox', { name: 'Find by name or by who is in it' }).fill('hall TOWN');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  const opening = foyer.app.waitForEvent('window');
  await list.getByRole('button', { name: 'Join Town hall' }).click();
  await (await opening).getByRole('heading', { name: 'Ready to join?' }).waitFor();
  await expect(dialog.getByRole('list', { name: 'Open rooms' }).getByRole('listitem')).toHaveCount(1);
  await expect(dialog.locator('.found-state', { hasText: 'No room fits that.' })).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Find by name or by who is in it' }).fill('');
  await expect(list.getByRole('listitem')).toHaveCount(60);
  expect(telnyx.tokens().every(({ roomId }) => roomId === id)).toBe(true);
});

test('a search that does not work says why, and what can be done', async ({ launch, simulator }) => {
  const { telnyx } = simulator;
  const foyer = await launch();
  const page = await foyer.window();
  await connectCalls(page, telnyx.apiKey);
  const more = page.getByRole('button', { name: 'Other new rooms and options' });
  const dialog = page.getByRole('dialog', { name: 'Rooms' });
  async function find(): Promise<void> {
    await more.click();
    await page.getByRole('menuitem', { name: `Rooms at ${callsName}…` }).click();
  }
  await more.waitFor();

  telnyx.setFault({ name: 'latency', milliseconds: 3_000 }, { endpoint: 'listRooms' });
  await find();
  await expect(dialog.locator('.found-state', { hasText: 'Looking for rooms…' })).toBeVisible();
  await look(page, 'found-rooms-looking');
  await expect(dialog.locator('.found-state', { hasText: 'No other rooms there.' })).toBeVisible();
  await look(page, 'found-rooms-none');
  telnyx.clearFaults();

  telnyx.setFault('unavailable', { endpoint: 'listRooms' });
  await dialog.getByRole('button', { name: 'Look again' }).press('Enter');
  await expect(dialog.locator('summary')).toBeFocused();
  await expect(dialog.locator('.bar')).toContainText('has a problem of its own (error 503)');
  telnyx.clearFaults();
  telnyx.addRoom({ unique_name: 'Town hall' });
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog.getByRole('button', { name: 'Join Town hall' })).toBeVisible();

  await page.keyboard.press('Escape');
  telnyx.setFault('unauthorized', { endpoint: 'listRooms' });
  await find();
  await expect(dialog.locator('.bar')).toContainText('no longer accepts the credentials');
  await look(page, 'found-rooms-refused');
  await dialog.getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByLabel('API key', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  telnyx.clearFaults();

  // Last: the pause is kept to.
  await find();
  await expect(dialog.getByRole('button', { name: 'Join Town hall' })).toBeVisible();
  telnyx.setFault({ name: 'rateLimited', retryAfter: { form: 'seconds', seconds: 120 } }, { endpoint: 'listRooms' });
  await dialog.getByRole('button', { name: 'Look again' }).click();
  await expect(dialog.locator('.bar')).toContainText('asks for a pause. Try again at');
  await expect(dialog.getByRole('button', { name: 'Try again' })).toBeHidden();
  await look(page, 'found-rooms-limited');
});
