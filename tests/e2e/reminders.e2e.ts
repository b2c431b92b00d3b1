import { connectBoardroom, expect, observeOpened, test } from '../helpers/foyerTest.ts';
import type { RunningFoyer } from '../helpers/launchFoyer.ts';
import { look } from '../helpers/look.ts';
import {
  clearNotifications,
  type NotificationBus,
  openNotifications,
  pressNotification,
  type SentNotification,
  watchNotifications,
} from '../helpers/notificationBus.ts';
import { planMeetings } from '../helpers/planMeetings.ts';

test.skip(process.platform !== 'linux', 'reads the session bus');

let bus: NotificationBus;

test.beforeEach(async () => {
  await clearNotifications();
  bus = await watchNotifications();
});

test.afterEach(async () => {
  await bus.close();
});

/** What becomes of each page that plays a sound, in order. */
async function watchSounds(foyer: RunningFoyer): Promise<() => Promise<readonly string[]>> {
  await foyer.app.evaluate(({ app }) => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    app.on('web-contents-created', (_event, contents) => {
      contents.on('media-started-playing', () => {
        const sound = contents.getURL();
        heard.push(`started ${sound}`);
        contents.once('destroyed', () => heard.push(`gone ${sound}`));
      });
    });
  });
  return () => foyer.app.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}

/** Alerts alone: a program that is left without a window says once where it is. */
const alerts = (): readonly SentNotification[] => bus.sent().filter(({ summary }) => summary !== 'Foyer is still here');
const titles = (): readonly string[] => alerts().map(({ summary }) => summary);

const closeWindow = async (foyer: RunningFoyer): Promise<void> => {
  await foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
};

const kill = async (foyer: RunningFoyer): Promise<void> => {
  const ended = new Promise((resolve) => foyer.app.process().once('exit', resolve));
  foyer.app.process().kill('SIGKILL');
  await ended;
};

test('a notification calls to the next meeting, a press on it leads there, and a killed program does not call twice', async ({
  launch,
  profilePath,
  simulator,
}) => {
  test.setTimeout(150_000);
  const first = await launch({ profilePath });
  const sounds = await watchSounds(first);
  planMeetings(simulator, [
    { title: 'Design review', startsIn: 75 },
    { title: 'Sprint planning', startsIn: 120 },
  ]);
  await connectBoardroom(await first.window());
  await closeWindow(first);
  await expect.poll(alerts, { timeout: 30_000 }).toHaveLength(1);
  expect(alerts()[0]).toEqual({
    summary: 'Design review',
    body: expect.stringMatching(/^In 1 min, at \d{1,2}:\d{2}.* · Boardroom 7$/),
    actions: expect.arrayContaining(['default']),
  });
  await expect
    .poll(sounds, { timeout: 20_000 })
    .toEqual(['started foyer-app://app/chime.wav', 'gone foyer-app://app/chime.wav']);

  const returned = first.app.waitForEvent('window');
  await pressNotification();
  const page = await returned;
  await expect(page.getByRole('region', { name: 'Up next' })).toContainText('Design review');
  await expect(page.getByRole('button', { name: 'Join Design review', exact: true })).toBeFocused();
  await expect.poll(openNotifications).toBeLessThan(2);

  await kill(first);
  const second = await launch({ profilePath });
  await expect((await second.window()).getByRole('region', { name: 'Up next' })).toContainText('Design review');
  await expect.poll(titles, { timeout: 60_000 }).toEqual(['Design review', 'Sprint planning']);
});

test('a press joins where people want it so, and who has joined is not called any more', async ({
  launch,
  simulator,
}) => {
  test.setTimeout(120_000);
  planMeetings(simulator, [
    { title: 'Design review', startsIn: 50 },
    { title: 'Sprint planning', startsIn: 55 },
  ]);
  const foyer = await launch();
  const opened = await observeOpened(foyer.app);
  const page = await foyer.window();
  await page.evaluate(`window.foyer.changeSetting({ key: 'reminderClick', json: '"join"' })`);
  await page.evaluate(`window.foyer.changeSetting({ key: 'reminderLeads', json: '[2,0]' })`);
  await connectBoardroom(page);
  // Both are due at once: one after the other.
  await expect.poll(titles).toEqual(['Design review']);
  await pressNotification();
  await expect.poll(opened).toHaveLength(1);
  await expect.poll(titles, { timeout: 60_000 }).toEqual(['Design review', 'Sprint planning', 'Sprint planning']);
  expect(alerts().at(-1)?.body).toMatch(/^Starts now, at /);
});

test('a hidden meeting is quiet and comes back when it is moved, and one that is marked so is joined by itself', async ({
  launch,
  simulator,
}) => {
  test.setTimeout(120_000);
  planMeetings(simulator, [
    { title: 'Budget review', startsIn: 80 },
    { title: 'Design review', startsIn: 85 },
  ]);
  const foyer = await launch();
  const opened = await observeOpened(foyer.app);
  const page = await foyer.window();
  await connectBoardroom(page);
  const lead = page.getByRole('region', { name: 'Up next' });
  await lead.getByRole('button', { name: 'Other ways to join' }).click();
  await look(page, 'reminders-menu');
  await page.getByRole('menuitem', { name: 'Hide this meeting' }).click();
  await expect(lead).toContainText('Design review');
  await expect(page.getByRole('row', { name: /Budget review/ })).toContainText('Hidden');
  await lead.getByRole('button', { name: 'Other ways to join' }).click();
  await page.getByRole('menuitem', { name: 'Join automatically', exact: true }).click();
  await look(page, 'reminders-hidden');
  await expect
    .poll(() => alerts().map(({ summary, body }) => `${summary}: ${body}`), { timeout: 110_000 })
    .toEqual([
      expect.stringMatching(/^Design review: In 1 min/),
      expect.stringMatching(/^Design review: Foyer joins in 10 seconds\. Press here to stop it/),
    ]);
  await expect.poll(opened, { timeout: 20_000 }).toHaveLength(1);
  await expect.poll(openNotifications).toBe(0);

  planMeetings(simulator, [{ title: 'Budget review', startsIn: 30 }]);
  await page.keyboard.press('F5');
  await expect.poll(() => alerts().at(-1)?.summary).toBe('Budget review');
});
