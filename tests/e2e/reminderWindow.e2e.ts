import { agendaPage } from '../helpers/agendaPage.ts';
import { connectBoardroom, expect, test } from '../helpers/foyerTest.ts';
import type { RunningFoyer } from '../helpers/launchFoyer.ts';
import { changeSetting, launchReminding, type RemindingWindow } from '../helpers/launchReminding.ts';
import { look } from '../helpers/look.ts';
import { planMeetings } from '../helpers/planMeetings.ts';
import { pressKeys } from '../helpers/realKeys.ts';
import { noReminder, reminderPage, reminderPages, reminderWindows, setScreens } from '../helpers/reminderPages.ts';

test.skip(process.platform !== 'linux', 'presses keys through the X server');

/** As a person's own zoom would: all reminders share it. */
const zoom = ({ app }: RunningFoyer, factor: number): Promise<void> =>
  app.evaluate(({ webContents }, wanted) => {
    for (const contents of webContents.getAllWebContents().filter((each) => each.getURL().includes('/reminder/'))) {
      contents.setZoomFactor(wanted);
    }
  }, factor);

const review = { title: 'Budget review, second reading of what the new entrance hall may cost', startsIn: 150 };
const screens = [
  { id: 0, x: 0, width: 640 },
  { id: 7, x: 640, width: 640 },
] as const;

test('the small one stands on every screen and takes no focus, and Join on one of them is the answer on all', async ({
  launch,
  simulator,
}) => {
  const { foyer, agenda, opened } = await launchReminding({ launch, simulator }, 'small', [review]);
  await setScreens(foyer.app, screens);
  await connectBoardroom(agenda);
  const pages = await reminderPages(foyer.app, 2);
  const [page] = pages;
  await expect(page.getByRole('alertdialog', { name: review.title })).toContainText(/In [23] min/);
  const windows = await reminderWindows(foyer.app);
  expect(windows).toEqual([
    { bounds: { x: 240, y: 42, width: 388, height: 180 }, isVisible: true, isFocused: false, isOnTop: true },
    { bounds: { x: 880, y: 42, width: 388, height: 180 }, isVisible: true, isFocused: false, isOnTop: true },
  ]);
  const spoken = await Promise.all(pages.map((each) => each.getByRole('alert').count()));
  expect(spoken.toSorted()).toEqual([0, 1]);
  await look(page, 'reminder-small');
  await page.getByRole('button', { name: 'Other times to snooze' }).click();
  await look(page, 'reminder-small-menu');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await zoom(foyer, 2);
  await look(page, 'reminder-small-zoomed');
  await zoom(foyer, 1);

  await setScreens(foyer.app, [{ id: 0, x: 0, width: 1_280 }]);
  const left = await reminderPage(foyer.app);
  await expect.poll(() => reminderWindows(foyer.app)).toMatchObject([{ bounds: { x: 880 } }]);
  await setScreens(foyer.app, screens);
  await reminderPages(foyer.app, 2);
  await left.getByRole('button', { name: 'Join', exact: true }).click();
  await noReminder(foyer.app);
  await expect.poll(opened).toHaveLength(1);
});

test('the small one is answered by keyboard alone, once it is given the focus', async ({ launch, simulator }) => {
  test.setTimeout(120_000);
  const { foyer, agenda } = await launchReminding({ launch, simulator }, 'small', [
    { title: 'Stand-up', startsIn: 45 },
  ]);
  await connectBoardroom(agenda);
  await reminderPage(foyer.app);
  const focus = async (): Promise<void> => {
    await foyer.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().includes('/reminder/'))
        ?.focus(),
    );
    await expect.poll(() => reminderWindows(foyer.app)).toMatchObject([{ isFocused: true }]);
  };
  await focus();
  await pressKeys('s');
  await noReminder(foyer.app);
  const again = await reminderPage(foyer.app);
  await expect(again.getByRole('timer')).toHaveText('Starts now');
  await expect(again.getByRole('button', { name: 'Snooze 1 min' })).toBeVisible();
  await expect(again.getByRole('button', { name: 'Snooze until start' })).toHaveCount(0);
  await focus();
  await pressKeys('h');
  await noReminder(foyer.app);
  await expect(agenda.getByRole('row', { name: /Stand-up/ })).toContainText('Hidden');
});

test('the full one covers every screen, counts the seconds, and has the focus on one of them', async ({
  launch,
  simulator,
}) => {
  test.setTimeout(120_000);
  const { foyer, agenda, opened } = await launchReminding({ launch, simulator }, 'full', [
    review,
    { title: 'Sprint planning', startsIn: 400, isElsewhere: true },
  ]);
  await connectBoardroom(agenda);
  const page = await reminderPage(foyer.app);
  const whole = await foyer.app.evaluate(({ screen }) => screen.getPrimaryDisplay().bounds);
  await expect
    .poll(() => reminderWindows(foyer.app))
    .toEqual([{ bounds: whole, isVisible: true, isFocused: true, isOnTop: true }]);
  const timer = page.getByRole('timer');
  await expect(timer).toHaveText(/^Starts in \d:\d\d$/);
  const before = await timer.textContent();
  await expect(timer).not.toHaveText(before ?? '');
  await look(page, 'reminder-full');
  await zoom(foyer, 2);
  await look(page, 'reminder-full-zoomed');
  await pressKeys('Escape');
  await noReminder(foyer.app);

  // The next one waits for its turn.
  const next = await reminderPage(foyer.app);
  await expect(next.getByRole('heading', { name: 'Sprint planning' })).toBeVisible();
  await expect(next.getByRole('button', { name: 'Join' })).toHaveCount(0);
  await look(next, 'reminder-full-no-address');
  await pressKeys('Tab');
  await expect(next.getByRole('button', { name: 'Snooze until start' })).toBeFocused();
  for (const name of ['Snooze 1 min', 'Snooze 5 min', 'Dismiss', 'Hide this meeting']) {
    await pressKeys('Tab');
    await expect(next.getByRole('button', { name })).toBeFocused();
  }
  await pressKeys('shift+Tab');
  await pressKeys('Return');
  await noReminder(foyer.app);
  expect(await opened()).toEqual([]);
});

test('a meeting that is moved or joined elsewhere takes its reminder along, and titles hide as the settings do', async ({
  launch,
  simulator,
}) => {
  test.setTimeout(180_000);
  // Near enough that who joins is there for good.
  const soon = { title: 'Budget review', startsIn: 115 };
  const { foyer, agenda, opened } = await launchReminding({ launch, simulator }, 'small', [soon]);
  await connectBoardroom(agenda);
  const page = await reminderPage(foyer.app);
  await expect(page.getByRole('heading')).toHaveText(soon.title);
  await changeSetting(agenda, 'hideTitles', 'always');
  await expect(page.getByRole('heading')).not.toHaveText(soon.title);
  await changeSetting(agenda, 'hideTitles', 'never');
  await expect(page.getByRole('heading')).toHaveText(soon.title);
  planMeetings(simulator, [{ ...soon, startsIn: 7_200 }]);
  await expect(async () => {
    await agenda.keyboard.press('F5');
    await noReminder(foyer.app);
  }).toPass({ timeout: 60_000 });

  planMeetings(simulator, [soon]);
  await expect(async () => {
    await agenda.keyboard.press('F5');
    await expect.poll(() => reminderWindows(foyer.app)).toHaveLength(1);
  }).toPass({ timeout: 60_000 });
  await changeSetting(agenda, 'reminderWindow', 'off');
  await noReminder(foyer.app);
  await changeSetting(agenda, 'reminderWindow', 'full');
  await reminderPage(foyer.app);
  await agenda
    .getByRole('region', { name: 'Up next' })
    .getByRole('button', { name: `Join ${soon.title}`, exact: true })
    .click();
  await noReminder(foyer.app);
  await expect.poll(opened).toHaveLength(1);
});

test('a meeting that is joined by itself counts down in both sizes, and can be stopped', async ({
  launch,
  simulator,
}) => {
  test.setTimeout(120_000);
  const { foyer, agenda, opened } = await launchReminding({ launch, simulator }, 'full', [
    { title: 'Stand-up', startsIn: 40 },
    { title: 'Sprint planning', startsIn: 75 },
  ]);
  await changeSetting(agenda, 'reminderLeads', [0]);
  await connectBoardroom(agenda);
  for (const title of ['Stand-up', 'Sprint planning']) {
    await agenda
      .getByRole('row', { name: new RegExp(title) })
      .first()
      .waitFor();
  }
  await agenda.evaluate(async () => {
    const { foyer: bridge } = window as unknown as RemindingWindow;
    for (const { key } of JSON.parse(await bridge.getState({})).agenda.meetings.slice(0, 2)) {
      await bridge.setAutoJoin({ meetingKey: key, which: 'once' });
    }
  });
  const page = await reminderPage(foyer.app);
  await expect(page.getByRole('timer')).toHaveText(/^Foyer joins in \d+ s$/);
  await look(page, 'reminder-full-countdown');
  await page.getByRole('button', { name: 'Do not join' }).click();
  await noReminder(foyer.app);
  await changeSetting(agenda, 'reminderWindow', 'small');
  // That it starts is still said.
  await (await reminderPage(foyer.app)).getByRole('button', { name: 'Dismiss' }).click();
  await noReminder(foyer.app);
  const small = await reminderPage(foyer.app);
  await look(small, 'reminder-small-countdown');
  expect(await opened()).toEqual([]);
  await noReminder(foyer.app);
  await expect.poll(opened).toHaveLength(1);
});

test('whoever is in a meeting is told of the one that follows, in words of its own', async ({ launch, simulator }) => {
  const { foyer, agenda } = await launchReminding({ launch, simulator }, 'small', [
    { title: 'Stand-up', startsIn: -3_480 },
    { title: 'Sprint planning', startsIn: 120 },
  ]);
  await changeSetting(agenda, 'reminderLeads', [0]);
  await connectBoardroom(agenda);
  await agenda
    .getByRole('button', { name: /(Join|Rejoin) Stand-up/ })
    .first()
    .click();
  const page = await reminderPage(foyer.app);
  await expect(page.getByRole('timer')).toHaveText(/^Next one in (2 min|1 min|\d+ s)$/);
  await expect(page.getByRole('alertdialog')).toContainText('Right after the meeting you are in');
  await look(page, 'reminder-small-nudge');
});

test('a program without its window shows them, and stays when they are gone', async ({
  launch,
  simulator,
  profilePath,
}) => {
  test.setTimeout(90_000);
  const { foyer, agenda } = await launchReminding({ launch, simulator }, 'small', []);
  await connectBoardroom(agenda);
  await changeSetting(agenda, 'keepInTray', false);
  await changeSetting(agenda, 'language', 'de');
  await foyer.close();
  planMeetings(simulator, [review]);
  const { app } = await launch({ profilePath, args: ['--hidden'] });
  const page = await reminderPage(app);
  // The longest words there are.
  await look(page, 'reminder-small-german');
  await page.getByRole('button', { name: 'Schließen' }).click();
  await noReminder(app);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
  await app.evaluate(({ app: program }) => program.emit('second-instance', {}, [], '/', null));
  await agendaPage(app, 'window');
});

test('where there is no tray, a reminder does not hold the program back once its window is closed', async ({
  launch,
  simulator,
}) => {
  const { foyer, agenda } = await launchReminding({ launch, simulator }, 'small', [review], {
    env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' },
    keyring: 'none',
  });
  await connectBoardroom(agenda);
  await reminderPage(foyer.app);
  const ended = new Promise((resolve) => foyer.app.process().once('exit', resolve));
  await agenda.close();
  expect(await ended).toBe(0);
});
