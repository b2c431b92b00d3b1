import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDesk, agentLogin } from '../../scripts/demo/connectDesk.ts';
import { startFakeProxy } from '../helpers/fakeProxy.ts';
import { connectBoardroom, filesWith, observeOpened } from '../helpers/foyerTest.ts';
import { answerQuestions, chooseFoyer, closePages, expect, host, test, titlesOf } from '../helpers/remoteTest.ts';

const looks = join(import.meta.dirname, '..', '..', 'test-results', 'looks');

test('rooms are met in here when that was chosen: by both, apart from all else, with nothing left behind', async ({
  launch,
  simulator,
  profilePath,
}) => {
  const { eightByEight } = simulator;
  const foyer = await launch();
  const agenda = await foyer.window();
  await connectBoardroom(agenda);
  await addDesk(agenda);
  const opened = await observeOpened(foyer.app);
  await agenda.getByRole('button', { name: 'New 8x8 room', exact: true }).click();
  await expect.poll(() => eightByEight.rooms().length).toBe(1);
  const room = eightByEight.rooms()[0]?.reference;
  await agenda.getByRole('button', { name: `More for ${room}` }).click();
  const agentOpening = foyer.app.waitForEvent('window');
  await agenda.getByRole('menuitemradio', { name: /^Join as the agent, in a Foyer window/ }).click();
  const agent = await agentOpening;
  await expect(agent.getByRole('heading')).toContainText('Waiting for the guest');
  const { searchParams, host: portalHost } = new URL(agent.url());
  const token = searchParams.get('token') ?? '';
  expect(searchParams.get('user')).toBe(agentLogin);
  await expect
    .poll(() => titlesOf(foyer.app))
    .toEqual([`${portalHost} – Waiting for the guest - 8x8 Video Interaction (simulated)`]);
  expect(
    await agent.evaluate(() => ['foyer', 'require', 'process', 'module', 'Buffer'].filter((n) => n in window)),
  ).toEqual([]);

  // The same way again is the same window: its address is good for one.
  await expect(agenda.getByText('Opened as the agent, in a Foyer window').first()).toBeVisible();
  await expect(async () => {
    await agenda.getByRole('button', { name: `Join ${room}` }).click();
    expect(JSON.parse(await readFile(join(profilePath, 'settings.json'), 'utf8'))).toMatchObject({
      preferredWays: { eightbyeight: 'agent-in-foyer' },
    });
  }).toPass();
  expect(await titlesOf(foyer.app)).toHaveLength(1);

  const guestOpening = foyer.app.waitForEvent('window');
  // A press soon after another counts as the same one.
  await expect(async () => {
    await agenda.getByRole('button', { name: `More for ${room}` }).click();
    await agenda.getByRole('menuitemradio', { name: /^Join as the guest, in a Foyer window/ }).click();
    await expect.poll(() => titlesOf(foyer.app), { timeout: 1_000 }).toHaveLength(2);
  }).toPass();
  const guest = await guestOpening;
  await guest.getByLabel('Your name').fill('Mara Lind');
  await mkdir(looks, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await guest.emulateMedia({ colorScheme });
    await guest.screenshot({ path: join(looks, `remote-guest-${colorScheme}.png`) });
  }
  await guest.getByRole('button', { name: 'Join' }).click();
  await expect.poll(() => eightByEight.rooms()[0]?.state).toBe('connected');
  expect(await titlesOf(foyer.app)).toHaveLength(2);
  expect(await opened()).toEqual([]);

  await foyer.close();
  const link = eightByEight.rooms()[0]?.guestLink ?? '';
  const log = await readFile(join(profilePath, 'logs/main.log'), 'utf8');
  for (const secret of [token, new URL(link).pathname]) {
    expect(secret.length).toBeGreaterThan(5);
    expect(foyer.output() + log).not.toContain(secret);
  }
  expect(filesWith(profilePath, token)).toEqual([]);
  expect(filesWith(profilePath, 'Mara Lind')).toEqual([]);
});

test('the title begins with the host, whatever the page calls itself', async ({ joinInFoyer }) => {
  const { foyer, remote } = await joinInFoyer();
  await expect.poll(() => titlesOf(foyer.app)).toEqual([`${host} – Budget review`]);
  await remote.evaluate(() => {
    document.title = '\u202ebank.example – Sign in?token=abc123';
  });
  await expect.poll(() => titlesOf(foyer.app)).toEqual([`${host} – bank.example – Sign in?***`]);
  await remote.evaluate(() => {
    history.replaceState(null, '', '/?token=abc123');
    document.title = '';
  });
  await expect.poll(() => titlesOf(foyer.app)).toEqual([host]);
});

test('a page can say what it likes: its window closes', async ({ joinInFoyer }) => {
  const { foyer, remote } = await joinInFoyer();
  await remote.evaluate(() => {
    window.addEventListener('beforeunload', (event) => event.preventDefault());
  });
  // Chromium asks only where somebody did something.
  await remote.getByRole('heading').click();
  const closed = remote.waitForEvent('close');
  await closePages(foyer.app);
  await closed;
  expect(await titlesOf(foyer.app)).toEqual([]);
});

test('a page that hangs does not hold its window back', async ({ joinInFoyer }) => {
  const { foyer, remote } = await joinInFoyer();
  await remote.evaluate(() => {
    setTimeout(() => {
      for (;;) {
        performance.now();
      }
    });
  });
  const closed = remote.waitForEvent('close');
  await closePages(foyer.app);
  await closed;
});

test('where there is no tray, a meeting goes on without the agenda, and the program ends with it', async ({
  joinInFoyer,
}) => {
  const { foyer, agenda, remote } = await joinInFoyer({
    env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' },
    keyring: 'none',
  });
  const ended = new Promise((resolve) => foyer.app.process().once('exit', resolve));
  await agenda.close();
  await remote.evaluate(() => {
    document.title = 'Still here';
  });
  await expect.poll(() => titlesOf(foyer.app)).toEqual([`${host} – Still here`]);
  await closePages(foyer.app);
  expect(await ended).toBe(0);
});

test('a page that cannot be reached is told, and nobody else is asked for anything', async ({ launch }) => {
  const proxy = await startFakeProxy();
  const foyer = await launch({ args: [`--proxy-server=http://127.0.0.1:${proxy.port}`] });
  const agenda = await foyer.window();
  await connectBoardroom(agenda);
  const asked = await answerQuestions(foyer.app, 'Close');
  await chooseFoyer(agenda);
  await expect.poll(asked).toEqual([`${host} could not be reached`]);
  await expect.poll(() => titlesOf(foyer.app)).toEqual([]);
  expect([...new Set(proxy.asked)]).toEqual([`${host}:443`]);
  await foyer.close();
  await proxy.close();
});

test('a meeting that is elsewhere in truth is told, and taken in the browser', async ({ launch, pages }) => {
  pages.sendElsewhere();
  const foyer = await launch({ args: pages.switches() });
  const agenda = await foyer.window();
  await connectBoardroom(agenda);
  const opened = await observeOpened(foyer.app);
  const asked = await answerQuestions(foyer.app, 'Open in the browser');
  await chooseFoyer(agenda);
  await expect.poll(asked).toEqual([`${host} leads on to elsewhere.example`]);
  await expect.poll(() => titlesOf(foyer.app)).toEqual([]);
  expect(await opened()).toMatchObject([expect.stringContaining(`https://${host}/webapp3/m/`)]);
  expect(pages.requests).toHaveLength(1);
});

test('a certificate that is not good is not passed over, and the browser is offered', async ({ launch, pages }) => {
  const foyer = await launch({ args: pages.switches({ isTrusted: false }) });
  const agenda = await foyer.window();
  await connectBoardroom(agenda);
  const opened = await observeOpened(foyer.app);
  const asked = await answerQuestions(foyer.app, 'Open in the browser');
  await chooseFoyer(agenda);
  await expect.poll(asked).toEqual([`The connection to ${host} is not safe`]);
  await expect.poll(() => titlesOf(foyer.app)).toEqual([]);
  expect(await opened()).toMatchObject([expect.stringContaining(`https://${host}/webapp3/m/`)]);
  expect(pages.requests).toEqual([]);
});

test('a page that crashes can be had again, and Foyer is not said to have crashed', async ({ joinInFoyer }) => {
  const { foyer, remote } = await joinInFoyer();
  const asked = await answerQuestions(foyer.app, 'Try again');
  const crashed = remote.waitForEvent('crash');
  await foyer.app.evaluate(({ BrowserWindow, session }) =>
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.session !== session.defaultSession)
      ?.webContents.forcefullyCrashRenderer(),
  );
  await crashed;
  await expect.poll(asked).toEqual([`The page of ${host} has stopped working`]);
  await expect.poll(() => titlesOf(foyer.app)).toEqual([`${host} – Budget review`]);
});
