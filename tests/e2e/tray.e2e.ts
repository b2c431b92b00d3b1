import { addDesk } from '../../scripts/demo/connectDesk.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { agendaPage } from '../helpers/agendaPage.ts';
import { connectBoardroom, expect, observeOpened, test } from '../helpers/foyerTest.ts';
import type { RunningFoyer } from '../helpers/launchFoyer.ts';
import { shownNotifications } from '../helpers/shownNotifications.ts';
import {
  activateTray,
  findTrayItem,
  pressTrayMenu,
  type TrayItem,
  trayIcon,
  trayMenu,
  trayTooltip,
} from '../helpers/statusNotifier.ts';

test.skip(process.platform !== 'linux', 'reads the session bus');

async function itemOf({ app }: RunningFoyer): Promise<TrayItem> {
  let item: TrayItem | null = null;
  await expect.poll(async () => (item = await findTrayItem(app.process().pid ?? 0))).not.toBeNull();
  if (item === null) {
    throw new Error('no tray item');
  }
  return item;
}

const labelsOf = async (item: TrayItem): Promise<readonly string[]> => (await trayMenu(item)).map(({ label }) => label);

const closeWindow = async (foyer: RunningFoyer): Promise<void> => {
  await foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => windowCount(foyer)).toBe(0);
};

const windowCount = (foyer: RunningFoyer): Promise<number> =>
  foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

/** Has the meeting without an address come among the next five, whatever the time of day. */
function bringWalkInForward({ pexip }: Simulator): void {
  const meetings = pexip.meetings('boardroom-7');
  const supplier = meetings.find(({ subject }) => subject.startsWith('Supplier call'));
  pexip.setMeetings(
    'boardroom-7',
    meetings.map((meeting) =>
      meeting.subject.startsWith('Walk-in') && supplier !== undefined
        ? { ...meeting, startTime: supplier.startTime, endTime: supplier.endTime }
        : meeting,
    ),
  );
}

test('the tray shows the next meetings, joins them, and brings the window back', async ({ launch, simulator }) => {
  bringWalkInForward(simulator);
  const foyer = await launch();
  await connectBoardroom(await foyer.window());
  const item = await itemOf(foyer);
  await expect.poll(() => trayTooltip(item)).toContain('Budget review, second reading at');
  const labels = await labelsOf(item);
  expect(labels.slice(0, 2)).toEqual(['Join next: Budget review, second reading', 'Now']);
  expect(labels[2]).toMatch(/^until \d{1,2}:\d{2}( [AP]M)? {2}\S/u);
  expect(
    labels.filter((label) => /^\d{1,2}:\d{2}( [AP]M)? {2}Budget review, second reading$/u.test(label)),
  ).toHaveLength(1);
  expect(labels).toEqual(expect.arrayContaining(['Tomorrow', 'Join with the link on the clipboard']));
  expect(labels.slice(-5)).toEqual(['Open Foyer', 'Refresh', 'Settings…', 'Health…', 'Quit Foyer']);
  expect(labels).not.toContain('');
  const withoutAddress = (await trayMenu(item)).find(({ label }) => label.includes('no video address'));
  expect(withoutAddress?.isEnabled).toBe(false);

  const opened = await observeOpened(foyer.app);
  await pressTrayMenu(item, 'Join next: Budget review');
  await expect.poll(opened).toEqual([expect.stringContaining('https://join.corp.example/webapp3/m/')]);

  await foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => windowCount(foyer)).toBe(0);
  await activateTray(item);
  await expect.poll(() => windowCount(foyer)).toBe(1);
  await foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => windowCount(foyer)).toBe(0);
  await pressTrayMenu(item, 'Open Foyer');
  await expect.poll(() => windowCount(foyer)).toBe(1);

  const ended = new Promise((resolve) => foyer.app.process().once('exit', resolve));
  await pressTrayMenu(item, 'Quit Foyer').catch(() => undefined);
  expect(await ended).toBe(0);
});

test('a window that returns shows the agenda where it was, and the program asks no service twice for it', async ({
  launch,
  simulator,
}) => {
  const foyer = await launch();
  await connectBoardroom(await foyer.window());
  const item = await itemOf(foyer);
  await foyer.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 130, y: 90, width: 500, height: 600 }),
  );
  await expect
    .poll(() => foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds().width))
    .toBe(500);
  const bounds = await foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  const asked = simulator.pexip.requests().length;
  await foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => windowCount(foyer)).toBe(0);
  await pressTrayMenu(item, 'Open Foyer');
  const page = await agendaPage(foyer.app, 'window');
  await expect(page.getByRole('region', { name: 'Up next' })).toContainText('Budget review, second reading');
  const after = await foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  expect({ width: after?.width, height: after?.height }).toEqual({ width: bounds?.width, height: bounds?.height });
  expect(simulator.pexip.requests()).toHaveLength(asked);
});

for (const moment of ['at once', 'once it has drawn']) {
  test(`where there is no tray to come back from, closing the window ${moment} ends the program`, async ({
    launch,
  }) => {
    // A session bus of nobody: no panel, no watcher.
    const foyer = await launch({ env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' }, keyring: 'none' });
    const page = await foyer.window();
    const ended = new Promise((resolve) => foyer.app.process().once('exit', resolve));
    if (moment !== 'at once') {
      await page.getByRole('heading', { name: 'Your next meeting' }).waitFor();
    }
    await foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await ended).toBe(0);
  });
}

test('started hidden, it waits in the tray without a window', async ({ launch, profilePath }) => {
  const first = await launch();
  await connectBoardroom(await first.window());
  await first.close();
  const hidden = await launch({ profilePath, args: ['--hidden'] });
  const item = await itemOf(hidden);
  await expect.poll(() => trayTooltip(item)).toContain('Budget review, second reading');
  expect(await windowCount(hidden)).toBe(0);
});

/** Has one meeting alone, so many minutes from now. */
function haveMeetingIn(minutes: number, { pexip }: Simulator): number {
  const [meeting] = pexip.meetings('boardroom-7').filter(({ alias }) => alias);
  if (meeting === undefined) {
    throw new Error('the office has no meeting to be joined');
  }
  const startsAt = Math.floor(Date.now() / 1_000) * 1_000 + minutes * 60_000;
  const at = (instant: number): string => new Date(instant).toISOString().replace('.000Z', 'Z');
  const times = { startTime: at(startsAt), endTime: at(startsAt + 30 * 60_000) };
  pexip.setMeetings('boardroom-7', [{ ...meeting, subject: 'The only one', ...times }]);
  return startsAt;
}

/** Sets the program's date to so many minutes before an instant, and has it look. */
async function setClockBefore(instant: number, minutes: number, { app }: RunningFoyer): Promise<void> {
  await app.evaluate(
    ({ nativeTheme }, wanted) => {
      const ahead = wanted - Date.now();
      const now = Date.now.bind(Date);
      Date.now = () => now() + ahead;
      nativeTheme.emit('updated');
    },
    instant - minutes * 60_000,
  );
}

/** Waits until the icon is another one than any of these. */
async function otherIcon(item: TrayItem, ...before: readonly string[]): Promise<string> {
  let icon = '';
  await expect
    .poll(
      async () => {
        icon = await trayIcon(item);
        return icon !== '' && !before.includes(icon);
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  return icon;
}

test('the icon says that a meeting runs, and how many minutes there are to the next one', async ({
  launch,
  simulator,
}) => {
  const startsAt = haveMeetingIn(120, simulator);
  const foyer = await launch();
  await connectBoardroom(await foyer.window());
  const item = await itemOf(foyer);
  await expect.poll(() => trayTooltip(item)).toContain('The only one at');
  const idle = await otherIcon(item);
  await setClockBefore(startsAt, 12.9, foyer);
  const thirteen = await otherIcon(item, idle);
  await expect.poll(() => labelsOf(item)).toContain('Soon');
  await setClockBefore(startsAt, 3.9, foyer);
  const four = await otherIcon(item, idle, thirteen);
  await setClockBefore(startsAt, -5, foyer);
  await otherIcon(item, idle, thirteen, four);
  await expect.poll(() => labelsOf(item)).toContain('Now');
});

test('the minutes count down by themselves, and the menu is not built anew for it', async ({ launch, simulator }) => {
  const startsAt = haveMeetingIn(120, simulator);
  const foyer = await launch();
  await connectBoardroom(await foyer.window());
  const item = await itemOf(foyer);
  await expect.poll(() => trayTooltip(item)).toContain('The only one at');
  // The next minute is near.
  await setClockBefore(startsAt, 5.05, foyer);
  await expect.poll(() => labelsOf(item)).toContain('Soon');
  const six = await otherIcon(item);
  const ids = (await trayMenu(item)).map(({ id }) => id);
  await otherIcon(item, six);
  expect((await trayMenu(item)).map(({ id }) => id)).toEqual(ids);
});

test('a room is opened, handed on and joined from the tray; what fails is said in the window', async ({
  launch,
  simulator,
}) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  await addDesk(page);
  const item = await itemOf(foyer);
  await expect.poll(() => labelsOf(item)).toContain('New 8x8 room');
  await closeWindow(foyer);

  await pressTrayMenu(item, 'New 8x8 room');
  await expect.poll(() => simulator.eightByEight.rooms()).toHaveLength(1);
  const link = simulator.eightByEight.rooms()[0]?.guestLink ?? '';
  await expect.poll(() => foyer.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(link);
  await expect.poll(shownNotifications).toContainEqual(expect.stringMatching(/^Your room is open: The link of /));
  expect(await windowCount(foyer)).toBe(0);

  await foyer.app.evaluate(({ clipboard }) => clipboard.writeText(''));
  await pressTrayMenu(item, 'Copy the link of');
  await expect.poll(() => foyer.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(link);
  const opened = await observeOpened(foyer.app);
  const rooms = (await labelsOf(item)).filter((label) => /^Join [A-Z0-9]{12}$/.test(label));
  await pressTrayMenu(item, rooms[0] ?? 'no room');
  await expect.poll(opened).toHaveLength(1);

  simulator.eightByEight.setFault('unavailable');
  await pressTrayMenu(item, 'New 8x8 room');
  await expect(
    (await agendaPage(foyer.app, 'window')).getByText('8x8 has a problem of its own (error 503).', { exact: false }),
  ).toBeVisible();
});

test('a link on the clipboard is offered in the window', async ({ launch }) => {
  const foyer = await launch();
  await connectBoardroom(await foyer.window());
  const item = await itemOf(foyer);
  await closeWindow(foyer);
  await foyer.app.evaluate(({ clipboard }) => clipboard.writeText('Come to https://meet.google.com/abc-defg-hij'));
  await pressTrayMenu(item, 'Join with the link on the clipboard');
  await expect((await agendaPage(foyer.app, 'window')).getByRole('dialog')).toContainText('meet.google.com');
});

test('reminders are stopped for an hour, and come again when that is taken back', async ({ launch }) => {
  const foyer = await launch();
  await connectBoardroom(await foyer.window());
  const item = await itemOf(foyer);
  await pressTrayMenu(item, 'For an hour');
  await expect.poll(() => labelsOf(item)).toContainEqual(expect.stringMatching(/^No reminders until \d/));
  await pressTrayMenu(item, 'Remind me again');
  await expect.poll(() => labelsOf(item)).toContain('No reminders');
});
