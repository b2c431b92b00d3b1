import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from 'playwright';
import { addDesk, agentLogin, connectDesk } from '../../scripts/demo/connectDesk.ts';
import { officeAccount } from '../../simulator/eightbyeight/account.ts';
import { connectBoardroom, expect, filesWith, observeOpened, test } from '../helpers/foyerTest.ts';

const clipboardOf = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ clipboard }) => clipboard.readText());

/** The program's date from now on, and a sign to look at it. */
async function moveClock(app: ElectronApplication, minutes: number): Promise<void> {
  await app.evaluate(({ app: program }, ahead) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + ahead;
    program.emit('browser-window-focus');
  }, minutes * 60_000);
}

test('a room of one’s own: made, texted on joining, met in, run out and made anew', async ({
  launch,
  simulator,
  profilePath,
}) => {
  const { eightByEight } = simulator;
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  await addDesk(page);
  expect(eightByEight.rooms()).toEqual([]);
  const opened = await observeOpened(foyer.app);

  await page.getByRole('button', { name: 'Other new rooms and options' }).click();
  await page.getByRole('menuitem', { name: 'New 8x8 room with options…' }).click();
  await page.getByLabel('Guest’s phone number').fill('12');
  await page.getByLabel('Reference').fill('too_short');
  await page.getByRole('button', { name: 'Open room' }).click();
  await expect(page.getByText('This should be a phone number', { exact: false })).toBeVisible();
  await expect(page.getByText('Use 8 to 20 letters and digits, and nothing else.')).toBeVisible();
  expect(eightByEight.rooms()).toEqual([]);
  await page.getByLabel('Guest’s phone number').fill('+65 9123 0000');
  await page.getByLabel('Reference').fill('');
  await page.getByRole('button', { name: 'Open room' }).click();
  const joining = page.getByRole('button', { name: /^Join [A-Z0-9]{12}$/ });
  await expect(joining).toBeVisible();
  const [room] = eightByEight.rooms();
  expect(room).toMatchObject({ phoneNumber: '+6591230000', state: 'open' });
  const guestLink = room?.guestLink ?? '';
  expect(await clipboardOf(foyer.app)).toBe(guestLink);
  expect(eightByEight.sms()).toEqual([]);
  await expect(page.getByText('The text message with the link leaves when you join.')).toBeVisible();

  await joining.click();
  await expect.poll(opened).toHaveLength(1);
  const portal = new URL((await opened())[0] ?? '');
  expect(portal.origin).toBe(simulator.endpoints.eightByEight);
  expect(portal.searchParams.get('user')).toBe(agentLogin);
  expect(portal.searchParams.get('mode')).toBe('embedded');
  expect(eightByEight.sms()).toEqual([]);
  expect(await (await fetch(portal)).text()).toContain('Waiting for the guest');
  expect(eightByEight.sms()).toMatchObject([{ to: '+6591230000', guestLink }]);
  const enter = () =>
    fetch(guestLink, { method: 'POST', body: new URLSearchParams({ name: 'Mara Lind' }), redirect: 'manual' });
  expect((await enter()).status).toBe(303);
  expect(eightByEight.rooms()).toMatchObject([{ state: 'connected' }]);
  expect((await enter()).status).toBe(409);

  await page.getByRole('button', { name: 'Other new rooms and options' }).click();
  await page.getByRole('menuitem', { name: 'New 8x8 room with options…' }).click();
  await page.getByLabel('Guest’s phone number').fill('+65 9123 0000');
  await page.getByLabel('Reference').fill('Order2026');
  await page.getByRole('button', { name: 'Open room' }).click();
  await expect.poll(() => eightByEight.rooms().length).toBe(2);
  const second = eightByEight.rooms()[1];
  await expect.poll(() => clipboardOf(foyer.app)).toBe(second?.guestLink);
  await expect(page.getByRole('button', { name: `Join ${second?.reference}` })).toBeVisible();
  await moveClock(foyer.app, 15);
  await page.getByRole('button', { name: `Make a new one in place of ${second?.reference}` }).click();
  await expect.poll(() => eightByEight.rooms().length).toBe(3);
  // For the same guest; a reference stands for one room.
  const third = eightByEight.rooms()[2];
  expect(third?.phoneNumber).toBe('+6591230000');
  expect(third?.reference).toMatch(/^[A-Z0-9]{12}$/);
  await expect(page.getByRole('button', { name: `Join ${eightByEight.rooms()[2]?.reference}` })).toBeVisible();

  await foyer.close();
  const log = readFileSync(join(profilePath, 'logs/main.log'), 'utf8');
  for (const secret of [officeAccount.apiKey, portal.searchParams.get('token') ?? '']) {
    expect(filesWith(profilePath, secret)).toEqual([]);
    expect(foyer.output() + log).not.toContain(secret);
  }
  expect(filesWith(profilePath, second?.guestLink ?? '')).toEqual([]);
});

test('a call that is over is told of as the call log has it, and as it was liked', async ({ launch, simulator }) => {
  const { eightByEight } = simulator;
  const foyer = await launch({ env: { LC_ALL: 'de_CH.UTF-8', LANGUAGE: 'en' } });
  const page = await foyer.window();
  await connectDesk(page);
  const opened = await observeOpened(foyer.app);
  await page.getByRole('button', { name: 'Other new rooms and options' }).click();
  await page.getByRole('menuitem', { name: 'New 8x8 room with options…' }).click();
  await page.getByLabel('Guest’s phone number').fill('044 668 18 00');
  await page.getByRole('button', { name: 'Open room' }).click();
  await page.getByRole('button', { name: /^Join (?!with a link)/ }).click();
  await expect.poll(opened).toHaveLength(1);
  const [room] = eightByEight.rooms();
  // Written as people in the system's country write it.
  expect(room?.phoneNumber).toBe('+41446681800');
  await fetch((await opened())[0] ?? '');
  const callId = room?.callId ?? '';
  eightByEight.joinAsGuest(callId, 'Mara Lind');
  eightByEight.setClockOffset(65_000);
  eightByEight.endCall(callId);

  const recent = page.getByText('1 recent room');
  const more = page.getByRole('button', { name: `More for ${room?.reference}` });
  await openMenuUntil(page, more, () => expect(recent).toBeVisible({ timeout: 7_000 }));
  await recent.click();
  await expect(page.getByText(/^Ended after 1:\d\d$/)).toBeVisible();
  eightByEight.noteCall(callId, { agentRating: '5', guestRating: '4' });
  const rated = page.getByText(/^Ended after 1:\d\d\. Ratings: you 5, your guest 4$/);
  await openMenuUntil(page, more, () => expect(rated).toBeVisible({ timeout: 7_000 }));
});

/** Who opens a room's menu wants to know about it: what is new is there soon. */
async function openMenuUntil(page: Page, more: Locator, until: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await more.click();
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    await until();
  }).toPass();
}

test('a lost answer makes no second room, and rooms outlive a restart', async ({ launch, simulator }) => {
  const { eightByEight } = simulator;
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  await addDesk(page);
  const newRoom = page.getByRole('button', { name: 'New 8x8 room', exact: true });
  await newRoom.click();
  await expect.poll(() => eightByEight.rooms().length).toBe(1);
  await expect(newRoom).toBeEnabled();

  // The connection is a kept one by now: where it breaks, Chromium would send the request again by itself.
  for (const fault of ['answerLost', 'connectionCut'] as const) {
    const before = eightByEight.rooms().length;
    eightByEight.setFault(fault);
    await newRoom.click();
    await expect(page.getByText('A room may have been made.', { exact: false })).toBeVisible();
    expect(eightByEight.rooms()).toHaveLength(before + 1);
    eightByEight.clearFaults();
    await page.getByRole('button', { name: 'Leave it' }).click();
  }

  const known = eightByEight.rooms()[0]?.reference;
  foyer.app.process().kill('SIGKILL');
  await foyer.close().catch(() => undefined);
  const again = await launch();
  const pageAgain = await again.window();
  const opened = await observeOpened(again.app);
  await pageAgain.getByRole('button', { name: `Join ${known}` }).click();
  await expect.poll(opened).toHaveLength(1);
  expect(await (await fetch((await opened())[0] ?? '')).text()).toContain('Waiting for the guest');
});
