import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { chooseService } from '../../scripts/demo/connectRoom.ts';
import { openServices } from '../../scripts/demo/openSettings.ts';
import { fillInMeetings, demoUser as iris, meetingsName } from '../../scripts/demo/signInToMeetings.ts';
import { attachToProgram, createPrivateDesktop, openToTests } from '../helpers/desktopLinks.ts';
import { connectBoardroom, expect, filesWith, observeOpened, test } from '../helpers/foyerTest.ts';
import { launchFoyer } from '../helpers/launchFoyer.ts';
import { look, resize } from '../helpers/look.ts';
import { startAgain } from '../helpers/startAgain.ts';

const callback = 'app.foyer.desktop:/oauth/joinme';

/** What a person does on the consent page; returns where it sends the browser. */
async function answerPage(address: string, decision: 'allow' | 'deny'): Promise<string> {
  const page = await (await fetch(address)).text();
  expect(page).toContain('Allow Foyer');
  const { origin, pathname, searchParams } = new URL(address);
  const body = new URLSearchParams({ ...Object.fromEntries(searchParams), account: iris, decision });
  const answer = await fetch(`${origin}${pathname}`, { method: 'POST', body, redirect: 'manual' });
  return answer.headers.get('location') ?? '';
}

/** The address that the browser was sent to by the press that follows. */
async function addressAfter(app: ElectronApplication, press: () => Promise<void>): Promise<string> {
  const opened = await observeOpened(app);
  await press();
  await expect.poll(opened).toHaveLength(1);
  return (await opened())[0] ?? '';
}

const begin = (page: Page) => page.getByRole('button', { name: 'Sign in with the browser' });

async function fillInOwnScheme(page: Page): Promise<void> {
  await chooseService(page, 'join.me');
  await page.getByLabel('Name', { exact: true }).fill(meetingsName);
  await page.getByLabel('API key', { exact: true }).fill('foyer-joinme-key');
  await page.getByLabel('API secret', { exact: true }).fill('foyer-joinme-secret');
}

test('signing in through the browser and a port; meetings beside the room’s; starting them; signing out', async ({
  launch,
  simulator,
  profilePath,
}) => {
  const { joinme } = simulator;
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  await openServices(page);
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await fillInMeetings(page);
  await expect(page.getByText('http://127.0.0.1:49217/oauth/joinme')).toBeVisible();
  await look(page, 'sign-in-form');

  // By keyboard alone: begin, copy the address, cancel.
  const first = await addressAfter(foyer.app, () => page.getByLabel('API key', { exact: true }).press('Enter'));
  await expect(page.getByText('Sign in to join.me in your browser', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await look(page, 'sign-in-waiting');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Address copied' })).toBeVisible();
  expect(await foyer.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(first);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The sign-in was cancelled.')).toBeVisible();
  await look(page, 'sign-in-cancelled');
  await expect(fetch('http://127.0.0.1:49217/oauth/joinme')).rejects.toThrow();

  const second = await addressAfter(foyer.app, () => begin(page).click());
  const denied = await answerPage(second, 'deny');
  expect(await (await fetch(denied)).text()).toContain('Not signed in');
  await expect(page.getByText('access was not allowed', { exact: false })).toBeVisible();

  const third = await addressAfter(foyer.app, () => begin(page).click());
  // The answer to an earlier sign-in is none to this one.
  expect((await fetch(denied)).status).toBe(400);
  const back = await answerPage(third, 'allow');
  expect(await (await fetch(back)).text()).toContain('Back to Foyer');
  await expect(page.getByRole('button', { name: `Edit ${meetingsName}` })).toBeVisible();
  await expect(fetch(back)).rejects.toThrow();
  await look(page, 'sign-in-connections');
  await page.getByRole('button', { name: `Edit ${meetingsName}` }).click();
  await expect(page.getByRole('button', { name: 'Sign in again' })).toBeVisible();
  await look(page, 'sign-in-edit');
  await page.keyboard.press('Escape');

  const now = Date.now();
  const name = joinme.meetings(iris).find(({ meetingStart }) => Date.parse(meetingStart) > now)?.meetingName ?? '';
  const row = page
    .getByRole('grid', { name: 'Meetings' })
    .getByRole('row', { name: new RegExp(name) })
    .first();
  await expect(row).toContainText('join.me');
  await look(page, 'sign-in-agenda');
  const presenter = await addressAfter(foyer.app, () => row.getByRole('button', { name: `Join ${name}` }).click());
  expect(presenter).toContain('/StartMeeting.aspx?token=');
  expect(await (await fetch(presenter)).text()).toContain('You are presenting');

  const presentNow = await addressAfter(foyer.app, async () => {
    await page.getByRole('button', { name: 'New join.me meeting' }).click();
    await expect(page.getByText('You can join once', { exact: false })).toBeVisible();
    await look(page, 'sign-in-room');
    await page.getByRole('button', { name: /^Join \d{9}$/ }).click();
  });
  expect((await fetch(presentNow)).status).toBe(200);
  await page.getByRole('button', { name: /^More for \d{9}$/ }).click();
  await expect(page.getByRole('menu')).toContainText('as a viewer');
  await expect(page.getByRole('menu')).not.toContainText('as the presenter');
  await page.keyboard.press('Escape');

  const log = readFileSync(join(profilePath, 'logs', 'main.log'), 'utf8');
  for (const link of [back, presenter, presentNow]) {
    const { searchParams } = new URL(link);
    const secret = searchParams.get('token') ?? searchParams.get('code') ?? '';
    expect(secret).not.toBe('');
    expect(filesWith(profilePath, secret)).toEqual([]);
    expect(foyer.output() + log).not.toContain(secret);
  }
  expect(filesWith(profilePath, 'foyer-joinme-loopback-secret')).toEqual([]);

  await openServices(page);
  await page.getByRole('button', { name: `Remove ${meetingsName}` }).click();
  await page.getByRole('button', { name: 'Remove connection' }).click();
  await expect(page.getByRole('button', { name: `Edit ${meetingsName}` })).toBeHidden();
  await expect
    .poll(() =>
      joinme
        .requests()
        .map(({ url }) => url)
        .some((url) => url.endsWith('/expireaccess')),
    )
    .toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'Meetings' })).not.toContainText('join.me');
});

test('signing in comes back on the own scheme, once; what nobody waits for is told', async ({ launch, simulator }) => {
  const foyer = await launch();
  const page = await foyer.window();
  await fillInOwnScheme(page);
  await expect(page.getByText(callback)).toBeVisible();
  await resize(foyer, 320, 640);
  await look(page, 'sign-in-narrow');
  const address = await addressAfter(foyer.app, () => begin(page).click());
  await startAgain(foyer, [`${callback}?code=c0de&state=of-somebody-else`]);
  await expect(page.getByText('Sign in to join.me in your browser', { exact: false })).toBeVisible();
  const back = await answerPage(address, 'allow');
  expect(back.startsWith(`${callback}?code=`)).toBe(true);
  await startAgain(foyer, [back]);
  await expect(page.getByRole('grid', { name: 'Meetings' })).toBeVisible();
  const asked = simulator.joinme.requests().filter(({ url }) => url.endsWith('/token')).length;
  await startAgain(foyer, [back]);
  await startAgain(foyer, [`${callback}?code=c0de&state=never`]);
  await expect(page.getByText('A sign-in came back that Foyer is not waiting for', { exact: false })).toBeVisible();
  expect(simulator.joinme.requests().filter(({ url }) => url.endsWith('/token'))).toHaveLength(asked);
  await foyer.close();

  // Started anew, it is still signed in, also when the token has ended meanwhile; an old answer does not start it signed in anew.
  simulator.joinme.expireTokens();
  const later = await launch({ args: [back] });
  const window = await later.window();
  await expect(window.getByText('A sign-in came back that Foyer is not waiting for', { exact: false })).toBeVisible();
  await expect
    .poll(() => simulator.joinme.requests().filter(({ url }) => url.endsWith('/token')).length)
    .toBe(asked + 1);
  await expect(window.getByRole('grid', { name: 'Meetings' })).toBeVisible();
});

test('the desktop hands the way back to Foyer: to the one that waits, and to one that it starts for it', async ({
  simulator,
  profilePath,
}) => {
  test.skip(process.platform !== 'linux', 'desktop files are Linux’s');
  const desktop = await createPrivateDesktop();
  const entry = desktop.entry('app.foyer.desktop.development.desktop');
  const foyer = await launchFoyer({ profilePath, endpoints: simulator.endpoints, env: desktop.env });
  let back = '';
  try {
    const page = await foyer.window();
    await connectBoardroom(page);
    await openServices(page);
    await page.getByRole('button', { name: 'Open them with Foyer' }).click();
    await expect(page.getByText('open here, from invites', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Add a connection' }).click();
    await fillInOwnScheme(page);
    back = await answerPage(await addressAfter(foyer.app, () => begin(page).click()), 'allow');
    await desktop.openLink(back);
    await expect(page.getByRole('button', { name: `Edit ${meetingsName}` })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('grid', { name: 'Meetings' })).toContainText('join.me');
  } finally {
    await foyer.close();
  }
  // The browser's page is loaded again later: nobody waits for that.
  const asked = simulator.joinme.requests().filter(({ url }) => url.endsWith('/token')).length;
  await rm(join(profilePath, 'DevToolsActivePort'), { force: true });
  await openToTests(entry);
  await desktop.openLink(back);
  const { page, end } = await attachToProgram(profilePath);
  try {
    await expect(page.getByText('A sign-in came back that Foyer is not waiting for', { exact: false })).toBeVisible();
    expect(simulator.joinme.requests().filter(({ url }) => url.endsWith('/token'))).toHaveLength(asked);
  } finally {
    await end();
    await desktop.remove();
  }
});
