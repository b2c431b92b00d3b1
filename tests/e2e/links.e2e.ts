import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { addDesk } from '../../scripts/demo/connectDesk.ts';
import { openServices, openSettings } from '../../scripts/demo/openSettings.ts';
import { fillInMeetings } from '../../scripts/demo/signInToMeetings.ts';
import { packagedProgram } from '../../scripts/package/packagePaths.ts';
import { attachSwitch, attachToProgram, createPrivateDesktop, openToTests } from '../helpers/desktopLinks.ts';
import { connectBoardroom, expect, observeOpened, test } from '../helpers/foyerTest.ts';
import { launchFoyer, type RunningFoyer } from '../helpers/launchFoyer.ts';
import { startAgain } from '../helpers/startAgain.ts';

const next = 'foyer:join/next';
const cardOf = (page: Page) => page.getByRole('dialog', { name: /^(Join|Open|Nothing|Not) / });
const nextCard = (page: Page) => page.getByRole('dialog', { name: 'Join the next meeting?' });
const pageCount = (foyer: RunningFoyer): Promise<number> =>
  foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test('a link that starts Foyer shows what it would do; the press does it', async ({ launch, profilePath }) => {
  const first = await launch();
  await connectBoardroom(await first.window());
  await first.close();
  const foyer = await launch({ profilePath, args: [next] });
  const opened = await observeOpened(foyer.app);
  const page = await foyer.window();
  const card = nextCard(page);
  await expect(card).toContainText('Budget review, second reading');
  await expect(card).toContainText('Pexip · Boardroom 7');
  await expect(card).toContainText('join.corp.example');
  const join = card.getByRole('button', { name: 'Join', exact: true });
  await expect(join).toBeFocused();
  expect(await opened()).toEqual([]);
  await expect(join).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(card).toBeHidden();
  expect(await opened()).toEqual([expect.stringMatching(/^https:\/\/join\.corp\.example\/webapp3\/m\//)]);
});

test('links to a running Foyer are shown one after the other, and nothing is opened by themselves', async ({
  launch,
}) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  const opened = await observeOpened(foyer.app);
  const alias = 'foyer:join?service=pexip&alias=board@video.corp.example';
  expect(await startAgain(foyer, [alias])).toBe(0);
  const card = page.getByRole('dialog', { name: 'Join this meeting?' });
  await expect(card).toContainText('board@video.corp.example');

  await test.step('two at once: the one after the other', async () => {
    await Promise.all([startAgain(foyer, [next]), startAgain(foyer, ['foyer://new?service=telnyx'])]);
    await expect(card).toContainText('2 more links are waiting');
    await page.keyboard.press('Escape');
    await expect(nextCard(page).or(page.getByRole('dialog', { name: 'Not connected' }))).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('1 more link')).toBeHidden();
    await expect(cardOf(page)).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(cardOf(page)).toHaveCount(0);
  });

  await test.step('two in one start, and what is no link: a quiet word', async () => {
    await startAgain(foyer, [next, alias]);
    await expect(page.getByRole('status').filter({ hasText: 'Several links came at once' })).toBeVisible();
    await startAgain(foyer, ['foyer:join?service=pexip&alias=a%00b']);
    await expect(page.getByRole('status').filter({ hasText: 'cannot be read' })).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(cardOf(page)).toHaveCount(0);
  });

  await test.step('the answer to a sign-in that nobody began', async () => {
    await startAgain(foyer, ['app.foyer.desktop:/oauth/joinme?code=1&state=2']);
    await expect(cardOf(page)).toHaveCount(0);
  });

  await test.step('over an open dialog, which stays as it is', async () => {
    await startAgain(foyer, ['foyer:settings']);
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await expect(settings).toBeVisible();
    await startAgain(foyer, [next]);
    await expect(nextCard(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(nextCard(page)).toBeHidden();
    await expect(settings).toBeVisible();
    await page.keyboard.press('Escape');
  });
  expect(await opened()).toEqual([]);
});

test('“always” opens the next link to the same host, until it is taken back', async ({ launch }) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  const opened = await observeOpened(foyer.app);
  const link = (user: string): string => `foyer:join?service=pexip&alias=${user}@video.corp.example`;
  await startAgain(foyer, [link('one')]);
  const card = page.getByRole('dialog', { name: 'Join this meeting?' });
  await card.getByLabel('Always open Pexip links to video.corp.example without asking').check();
  await card.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(card).toBeHidden();
  await startAgain(foyer, [link('two')]);
  await expect.poll(opened).toEqual([expect.stringContaining('/one@'), expect.stringContaining('/two@')]);
  await expect(card).toBeHidden();

  await openSettings(page, 'Privacy');
  await page.getByRole('button', { name: 'Ask again for Pexip: video.corp.example' }).click();
  await expect(page.getByRole('list', { name: 'Links that open without asking' })).toBeHidden();
  await page.keyboard.press('Escape');
  await startAgain(foyer, [link('three')]);
  await expect(card).toContainText('three@video.corp.example');
  expect(await opened()).toHaveLength(2);
});

test('a link brings back a window that was closed, and one that waits in the tray', async ({ launch, profilePath }) => {
  const foyer = await launch();
  await connectBoardroom(await foyer.window());
  await foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => pageCount(foyer)).toBe(0);
  const returned = foyer.app.waitForEvent('window');
  await startAgain(foyer, [next]);
  const page = await returned;
  await expect(nextCard(page)).toContainText('Budget review');
  await page.keyboard.press('Escape');

  await test.step('as macOS hands one over', async () => {
    await foyer.app.evaluate(({ app }, url) => app.emit('open-url', { preventDefault: () => undefined }, url), next);
    await expect(nextCard(page)).toContainText('Budget review');
  });
  await foyer.close();

  const hidden = await launch({ profilePath, args: ['--hidden'] });
  const shown = hidden.app.waitForEvent('window');
  await startAgain(hidden, [next]);
  await expect(nextCard(await shown)).toContainText('Budget review');
  await hidden.close();

  const late = await launch({ profilePath, args: ['--hidden', next] });
  await expect(nextCard(await late.window())).toContainText('Budget review');
});

test('a link to a room of one’s own, and one to another room', async ({ launch }) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  await addDesk(page);
  await startAgain(foyer, ['foyer:new?service=eightbyeight']);
  const ask = page.getByRole('dialog', { name: 'Open a new room?' });
  await expect(ask).toContainText('8x8');
  await expect(page.getByText('Link copied', { exact: true })).toBeHidden();
  await ask.getByRole('button', { name: 'Open room' }).click();
  await expect(page.getByText('Link copied', { exact: true })).toBeVisible();
  const key = await foyer.app.evaluate(
    async (_electron, path) => {
      const { readFile } = process.getBuiltinModule('node:fs/promises');
      return String(JSON.parse(await readFile(path, 'utf8')).rooms[0].id);
    },
    join(foyer.profilePath, 'rooms.json'),
  );
  const opened = await observeOpened(foyer.app);
  await startAgain(foyer, [`foyer:join?service=eightbyeight&room=${key}`]);
  const card = page.getByRole('dialog', { name: 'Join this room?' });
  expect(await opened()).toEqual([]);
  await card.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(card).toBeHidden();
  expect(await opened()).toHaveLength(1);
  await startAgain(foyer, ['foyer:join?service=eightbyeight&room=of-somebody-else']);
  await expect(page.getByRole('dialog', { name: 'Not open any more' })).toBeVisible();
});

test('a link that comes while somebody signs in leaves the sign-in alone', async ({ launch }) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  await openServices(page);
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await fillInMeetings(page);
  const opened = await observeOpened(foyer.app);
  await page.getByRole('button', { name: 'Sign in with the browser' }).click();
  await expect.poll(opened).toHaveLength(1);
  const waiting = page.getByText('Sign in to join.me in your browser', { exact: false });
  await expect(waiting).toBeVisible();
  await startAgain(foyer, [next]);
  await expect(nextCard(page)).toContainText('Budget review');
  const join = nextCard(page).getByRole('button', { name: 'Join', exact: true });
  await join.click();
  await expect(nextCard(page)).toBeHidden();
  await expect(waiting).toBeVisible();
  expect(await opened()).toEqual([expect.stringContaining('127.0.0.1'), expect.stringContaining('join.corp.example')]);
});

test('before anything is connected, a link says so', async ({ launch }) => {
  const foyer = await launch({ args: [next] });
  const page = await foyer.window();
  const card = page.getByRole('dialog', { name: 'Not connected' });
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Your next meeting, one press away' })).toBeVisible();
  await startAgain(foyer, ['foyer:nowhere']);
  await expect(page.getByRole('status').filter({ hasText: 'does not know what it asks for' })).toBeVisible();
});

test('Foyer is made the one that opens links, is handed one by the desktop, warm and cold, and leaves no trace', async ({
  simulator,
  profilePath,
}) => {
  test.skip(process.platform !== 'linux', 'desktop files are Linux’s');
  const desktop = await createPrivateDesktop();
  const entry = desktop.entry('app.foyer.desktop.development.desktop');
  const foyer = await launchFoyer({ profilePath, endpoints: simulator.endpoints, env: desktop.env });
  try {
    const page = await foyer.window();
    await connectBoardroom(page);
    await openServices(page);
    await expect(page.getByText('No program opens links', { exact: false })).toBeVisible();
    expect(existsSync(entry)).toBe(false);
    await page.getByRole('button', { name: 'Open them with Foyer' }).click();
    await expect(page.getByText('open here, from invites', { exact: false })).toBeVisible();
    await page.keyboard.press('Escape');

    const opened = await observeOpened(foyer.app);
    await desktop.openLink(next);
    await expect(nextCard(page)).toContainText('Budget review');
    expect(await opened()).toEqual([]);
  } finally {
    await foyer.close();
  }
  await rm(join(profilePath, 'DevToolsActivePort'), { force: true });
  await openToTests(entry);
  await desktop.openLink(next);
  const { page, end } = await attachToProgram(profilePath);
  try {
    await expect(nextCard(page)).toContainText('Budget review');
    await page.keyboard.press('Escape');
    await openServices(page);
    await page.getByRole('button', { name: 'Stop opening them' }).click();
    await expect(page.getByText('No program opens links', { exact: false })).toBeVisible();
    expect(existsSync(entry)).toBe(false);
    expect(await readFile(join(desktop.configHome, 'mimeapps.list'), 'utf8')).not.toContain('foyer');
  } finally {
    await end();
    await desktop.remove();
  }
});

test('a packaged Foyer is started by the desktop for a link', async () => {
  test.skip(process.platform !== 'linux', 'desktop files are Linux’s');
  const program = packagedProgram(join(import.meta.dirname, '..', '..'));
  test.skip(!existsSync(program), 'there is no package: npm run package makes one');
  const desktop = await createPrivateDesktop();
  const profilePath = join(desktop.configHome, 'Foyer');
  const entry = desktop.entry('app.foyer.desktop.desktop');
  const child = spawn(program, [attachSwitch], { env: { ...process.env, ...desktop.env }, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const first = await attachToProgram(profilePath);
  await first.page.getByRole('button', { name: 'Open them with Foyer' }).click();
  await expect(first.page.getByText('open here, from invites', { exact: false })).toBeVisible();
  await first.end();
  await ended;
  await openToTests(entry);
  await desktop.openLink(next);
  const { page, end } = await attachToProgram(profilePath);
  try {
    await expect(page.getByRole('dialog', { name: 'Not connected' })).toBeVisible();
  } finally {
    await end();
    await desktop.remove();
  }
});
