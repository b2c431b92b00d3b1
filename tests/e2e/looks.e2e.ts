import type { Page } from 'playwright';
import { addDesk, connectDesk } from '../../scripts/demo/connectDesk.ts';
import { chooseService } from '../../scripts/demo/connectRoom.ts';
import { officeRoom } from '../../scripts/demo/officeRoom.ts';
import { openServices } from '../../scripts/demo/openSettings.ts';
import { officeDay } from '../../simulator/pexip/officeDay.ts';
import { connectBoardroom, expect, observeOpened, test } from '../helpers/foyerTest.ts';
import { look, resize } from '../helpers/look.ts';
import { startAgain } from '../helpers/startAgain.ts';

// Every state of the window as pictures, to be looked at, and what a machine can tell of them.

async function press(page: Page, key: string, until: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await until();
  }).toPass();
}

test('the first run', async ({ launch }) => {
  const foyer = await launch();
  const page = await foyer.window();
  await page.getByRole('button', { name: 'Pexip', exact: true }).waitFor();
  await look(page, 'first-run-choice');
  await chooseService(page, 'Pexip');
  await page.getByLabel('Client ID').waitFor();
  await look(page, 'first-run');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByText('Please check the', { exact: false })).toBeVisible();
  await look(page, 'first-run-problems');
  await page.getByLabel('Room', { exact: true }).fill(officeRoom.name);
  await page.getByLabel('Client ID').fill(officeRoom.clientId);
  await page.getByLabel('Client secret').fill('wrong');
  await page.getByText('More options').click();
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('does not accept these credentials', { exact: false })).toBeVisible();
  await look(page, 'first-run-refused');
  await resize(foyer, 320, 640);
  await look(page, 'first-run-narrow');
});

test('the agenda and what opens over it', async ({ launch }) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  await page.mouse.move(0, 0);
  await look(page, 'agenda');
  await page.keyboard.press('ArrowDown');
  await look(page, 'agenda-selected');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu').waitFor();
  await look(page, 'ways');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await look(page, 'keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('vega');
  await look(page, 'search');
  await page.keyboard.type(' not there');
  await look(page, 'search-none');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await openServices(page);
  await page.getByRole('dialog').waitFor();
  await look(page, 'rooms');
  await page.getByRole('button', { name: 'Remove Boardroom 7' }).click();
  await look(page, 'rooms-remove');
  await page.getByRole('button', { name: 'Keep' }).click();
  await page.getByRole('button', { name: 'Edit Boardroom 7' }).click();
  await look(page, 'rooms-edit');
  await page.keyboard.press('Escape');
  await resize(foyer, 320, 640);
  await look(page, 'agenda-narrow');
  await resize(foyer, 900, 700);
  await look(page, 'agenda-wide');
  await resize(foyer, 640, 720, 2);
  await look(page, 'agenda-zoomed');
});

for (const fault of [
  'unavailable',
  'connectionReset',
  'htmlBody',
  'unauthorized',
  'notFound',
  'rateLimited',
] as const) {
  test(`trouble: ${fault}`, async ({ launch, simulator }) => {
    const page = await (await launch()).window();
    await connectBoardroom(page);
    simulator.pexip.setFault(fault);
    await press(page, 'F5', () => expect(page.locator('.bar')).toBeVisible({ timeout: 1_000 }));
    await expect(page.getByRole('region', { name: 'Up next' })).toContainText('Budget review, second reading');
    await look(page, `trouble-${fault}`);
  });
}

test('a meeting moved, one cancelled, and a clock that is wrong', async ({ launch, simulator }) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  const meetings = simulator.pexip.meetings('boardroom-7');
  const later = (time: string) => new Date(Date.parse(time) + 900_000).toISOString();
  simulator.pexip.setMeetings(
    'boardroom-7',
    meetings
      .filter(({ subject }) => !subject.startsWith('Design critique'))
      .map((meeting) =>
        meeting.subject === 'Supplier call, North'
          ? { ...meeting, startTime: later(meeting.startTime), endTime: later(meeting.endTime) }
          : meeting,
      ),
  );
  await press(page, 'F5', () => expect(page.getByText('Cancelled', { exact: false })).toBeVisible({ timeout: 1_000 }));
  await expect(page.getByRole('row', { name: /Supplier call, North/ })).toContainText('moved from');
  await look(page, 'changes');
  simulator.pexip.setClockOffset(-600_000);
  await press(page, 'F5', () => expect(page.getByText('clock is', { exact: false })).toBeVisible({ timeout: 1_000 }));
  await look(page, 'clock-skew');
});

test('nothing today, and nothing at all', async ({ launch, simulator }) => {
  const tomorrow = officeDay(Date.now() + 86_400_000);
  simulator.pexip.setMeetings('boardroom-7', tomorrow.boardroom.slice(1));
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  await look(page, 'free-today');
  simulator.pexip.setMeetings('boardroom-7', []);
  const nothing = page.getByText('No meetings in the next 7 days', { exact: false });
  await press(page, 'F5', () => expect(nothing.first()).toBeVisible({ timeout: 1_000 }));
  await look(page, 'empty');
});

test('without a keyring', async ({ launch }) => {
  const foyer = await launch({ keyring: 'none' });
  const page = await foyer.window();
  await connectBoardroom(page);
  await look(page, 'memory-only');
  await openServices(page);
  await look(page, 'memory-only-rooms');
});

test('rooms below the agenda', async ({ launch, simulator }) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  await addDesk(page);
  const newRoom = page.getByRole('button', { name: 'New 8x8 room', exact: true });
  const more = page.getByRole('button', { name: 'Other new rooms and options' });
  await newRoom.waitFor();
  await page.mouse.move(0, 0);
  await look(page, 'own-rooms-none');
  await more.click();
  await page.getByRole('menu').waitFor();
  await look(page, 'own-rooms-new-menu');
  await page.getByRole('menuitem', { name: 'New 8x8 room with options…' }).click();
  await look(page, 'own-rooms-options');
  await page.getByLabel('Guest’s phone number').fill('12');
  await page.getByRole('button', { name: 'Open room' }).click();
  await expect(page.getByText('This should be a phone number', { exact: false })).toBeVisible();
  await look(page, 'own-rooms-options-problem');
  await page.getByLabel('Guest’s phone number').fill('+65 9123 0000');
  await page.getByRole('button', { name: 'Open room' }).click();
  await expect(page.getByRole('list', { name: 'Open rooms' }).getByRole('listitem')).toHaveCount(1);
  await look(page, 'own-rooms-one');
  await page.keyboard.press('Control+n');
  const cards = page.getByRole('list', { name: 'Open rooms' }).getByRole('listitem');
  await expect.poll(() => simulator.eightByEight.rooms().length).toBe(2);
  await expect(cards.first().getByRole('button', { name: /^Join / })).toBeFocused();
  await look(page, 'own-rooms-two');
  await page.keyboard.press('.');
  await page.getByRole('menu', { name: /^Actions for / }).waitFor();
  await look(page, 'own-rooms-menu');
  await page.keyboard.press('Escape');
  await newRoom.click();
  await page.getByRole('button', { name: /^\d more$/ }).click();
  await page.getByRole('dialog', { name: 'Rooms' }).waitFor();
  await look(page, 'own-rooms-all');
  await page.keyboard.press('Escape');
  await resize(foyer, 320, 640);
  await look(page, 'own-rooms-narrow');
  await resize(foyer, 900, 700);
  await look(page, 'own-rooms-wide');
  await resize(foyer, 640, 720, 2);
  await look(page, 'own-rooms-zoomed');
});

for (const fault of ['answerLost', 'unauthorized', 'unavailable', 'rateLimited', 'badRequest'] as const) {
  test(`no room: ${fault}`, async ({ launch, simulator }) => {
    const page = await (await launch()).window();
    await connectBoardroom(page);
    await addDesk(page);
    simulator.eightByEight.setFault(fault);
    await page.getByRole('button', { name: 'New 8x8 room', exact: true }).click();
    await expect(page.locator('.creation-trouble .bar')).toBeVisible();
    await look(page, `no-room-${fault}`);
  });
}

test('rooms alone', async ({ launch }) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectDesk(page);
  const newRoom = page.getByRole('button', { name: 'New 8x8 room', exact: true });
  await newRoom.waitFor();
  await look(page, 'rooms-alone');
  await newRoom.click();
  await expect(page.getByText('Link copied', { exact: true })).toBeVisible();
  await look(page, 'rooms-alone-one');
  await resize(foyer, 320, 640);
  await look(page, 'rooms-alone-narrow');
  await openServices(page);
  await look(page, 'rooms-alone-connections');
});

test('links', async ({ launch }) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  const opened = await observeOpened(foyer.app);
  const card = page.getByRole('dialog');
  await startAgain(foyer, ['foyer:join/next']);
  await expect(card.getByRole('button', { name: 'Join', exact: true })).toBeEnabled();
  await look(page, 'link-next');
  await page.keyboard.press('Escape');
  await startAgain(foyer, [`foyer:join?service=pexip&alias=board@${'very-long-name.'.repeat(6)}example`]);
  await startAgain(foyer, ['foyer:join?service=telnyx&room=gone']);
  await expect(card).toContainText('1 more link');
  await look(page, 'link-address');
  await resize(foyer, 320, 640);
  await look(page, 'link-address-narrow');
  await resize(foyer, 440, 720);
  await card.getByRole('checkbox').check();
  await card.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(card).toContainText('not among your open rooms');
  await look(page, 'link-gone');
  await page.keyboard.press('Escape');
  expect(await opened()).toHaveLength(1);
  await startAgain(foyer, ['foyer:join?service=pexip']);
  await expect(page.getByRole('status').filter({ hasText: 'not followed' })).toBeVisible();
  await look(page, 'link-refused');
  await startAgain(foyer, ['foyer:settings']);
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
});
