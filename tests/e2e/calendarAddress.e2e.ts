import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { addConnection } from '../../scripts/demo/addConnection.ts';
import { calendarName, connectCalendar } from '../../scripts/demo/connectCalendar.ts';
import { chooseService } from '../../scripts/demo/connectRoom.ts';
import { openServices } from '../../scripts/demo/openSettings.ts';
import { officeToken } from '../../simulator/webcal/officeCalendar.ts';
import { calendarPath } from '../../simulator/webcal/webcalWorld.ts';
import { connectBoardroom, expect, filesWith, observeOpened, test } from '../helpers/foyerTest.ts';
import { look } from '../helpers/look.ts';

async function openForm(page: Page): Promise<void> {
  await openServices(page);
  await page.getByRole('button', { name: 'Add a connection' }).click();
}

test('a calendar’s meetings stand beside those of a room, are joined, and leave its address nowhere', async ({
  simulator,
  launch,
  profilePath,
}) => {
  const address = `${simulator.endpoints.webcal}${calendarPath(officeToken)}`;
  const first = await launch();
  const page = await first.window();
  await connectBoardroom(page);
  await openForm(page);
  await look(page, 'calendar-choice');
  await page.keyboard.press('Escape');
  await addConnection(page, (form) => connectCalendar(form, address), calendarName);

  const meetings = page.getByRole('grid', { name: 'Meetings' });
  await expect(page.getByRole('region', { name: 'Up next' })).toContainText('Budget review, second reading');
  await expect(meetings).toContainText('Talk with the new neighbours');
  await expect(meetings).toContainText('Product council');
  await expect(page.getByText('Workshop that was called off')).toBeHidden();
  await look(page, 'calendar-agenda');

  const opened = await observeOpened(first.app);
  await page.getByRole('button', { name: 'Join Talk with the new neighbours' }).click();
  await expect.poll(opened).toEqual(['https://meet.google.com/abc-defg-hij']);
  const council = page.getByRole('row', { name: /Product council/ }).first();
  await council.hover();
  await council.getByRole('button', { name: 'More for Product council' }).click();
  await look(page, 'calendar-ways');
  await page.getByRole('menuitemradio', { name: /corp-example\.webex\.com/ }).click();
  await expect.poll(opened).toContain('https://corp-example.webex.com/meet/tessa.hale');

  await openServices(page);
  await expect(page.getByText(`Calendar · ${new URL(address).host} · Secret`, { exact: false })).toBeVisible();
  await look(page, 'calendar-connections');
  await page.keyboard.press('Escape');
  expect(simulator.webcal.requests().map(({ status }) => status)).toEqual([200]);
  await first.close();
  expect(filesWith(profilePath, officeToken)).toEqual([]);
  expect(first.output()).not.toContain(officeToken);

  const second = await launch();
  const again = await second.window();
  await expect(again.getByRole('grid', { name: 'Meetings' })).toContainText('Talk with the new neighbours');
  // The address came back out of the keyring.
  await expect.poll(() => simulator.webcal.requests().length).toBe(2);
  await second.close();
  expect(filesWith(profilePath, officeToken)).toEqual([]);
});

test('what is wrong with an address is said where it is entered, and above the agenda', async ({
  simulator,
  launch,
  profilePath,
}) => {
  const address = `${simulator.endpoints.webcal}${calendarPath(officeToken)}`;
  const foyer = await launch();
  const page = await foyer.window();
  await chooseService(page, 'Calendar');
  await page.getByLabel('Calendar', { exact: true }).fill('Mine');
  const field = page.getByLabel('Address', { exact: true });
  const press = page.getByRole('button', { name: 'Test connection' });
  const outcome = page.getByRole('status').filter({ hasText: /./ });

  await field.fill('http://calendars.example/mine.ics');
  await press.click();
  await expect(page.getByText('Use the one that begins with https', { exact: false })).toBeVisible();
  await look(page, 'calendar-address-refused');

  await field.fill(address);
  for (const [fault, said] of [
    ['unauthorized', 'wants a sign-in'],
    ['gone', 'no calendar at this address'],
    [{ name: 'redirected', to: 'page' }, 'a web page at this address'],
    [{ name: 'redirected', to: 'http' }, 'one without encryption'],
    [{ name: 'redirected', to: 'itself' }, 'from one to another without end'],
    ['cutFile', 'did not come to its end'],
    ['hugeFile', 'too large for Foyer'],
  ] as const) {
    simulator.webcal.clearFaults();
    simulator.webcal.setFault(fault);
    await press.click();
    await expect(outcome).toContainText(said);
  }
  await look(page, 'calendar-too-large');
  simulator.webcal.clearFaults();
  simulator.webcal.setFault({ name: 'redirected', to: 'moved', status: 301 });
  await press.click();
  await expect(outcome).toContainText('It works.');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Meetings' })).toContainText('Product council');
  await foyer.close();

  simulator.webcal.clearFaults();
  simulator.webcal.setFault('gone');
  const later = await launch();
  const again = await later.window();
  await expect(again.getByRole('status').filter({ hasText: 'no calendar at this address' })).toBeVisible();
  await expect(again.getByRole('grid', { name: 'Meetings' })).toContainText('Product council');
  await look(again, 'calendar-gone');
  await later.close();
  expect(filesWith(profilePath, officeToken)).toEqual([]);
});

test('a server that pours without end is left in the middle of it', async ({ simulator, launch }) => {
  let sent = 0;
  let isLeft = false;
  const pour = (response: ServerResponse): void => {
    while (!response.destroyed && sent < 500_000_000 && response.write('a'.repeat(65_536))) {
      sent += 65_536;
    }
  };
  const server = createServer((_request, response) => {
    response
      .on('drain', () => pour(response))
      .on('close', () => {
        isLeft = true;
      });
    pour(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const webcal = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const foyer = await launch({ endpoints: { ...simulator.endpoints, webcal } });
    const page = await foyer.window();
    await connectCalendar(page, `${webcal}/calendar.ics`);
    await expect(page.getByRole('status').filter({ hasText: 'too large for Foyer' })).toBeVisible();
    await expect.poll(() => isLeft).toBe(true);
    expect(sent).toBeLessThan(60_000_000);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
