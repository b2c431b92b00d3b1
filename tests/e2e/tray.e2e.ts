import type { Simulator } from '../../simulator/simulator.ts';
import { connectBoardroom, expect, observeOpened, test } from '../helpers/foyerTest.ts';
import type { RunningFoyer } from '../helpers/launchFoyer.ts';
import {
  activateTray,
  pressTrayMenu,
  type TrayItem,
  trayItems,
  trayMenu,
  trayTooltip,
} from '../helpers/statusNotifier.ts';

test.skip(process.platform !== 'linux', 'reads the session bus');

async function itemOf(foyer: RunningFoyer): Promise<TrayItem> {
  await expect.poll(async () => (await trayItems()).length).toBe(1);
  const [item] = await trayItems();
  if (item === undefined) {
    throw new Error(`no tray item of ${foyer.app.process().pid}`);
  }
  return item;
}

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
  const labels = (await trayMenu(item)).map(({ label }) => label);
  expect(labels).toHaveLength(8);
  expect(labels[0]).toMatch(/^Now {2}/);
  expect(labels[1]).toMatch(/^\d{1,2}:\d{2}( [AP]M)? {2}Budget review, second reading$/u);
  expect(labels.slice(5)).toEqual(['Open Foyer', 'Refresh', 'Quit Foyer']);
  const withoutAddress = (await trayMenu(item)).find(({ label }) => label.includes('no video address'));
  expect(withoutAddress?.isEnabled).toBe(false);

  const opened = await observeOpened(foyer.app);
  await pressTrayMenu(item, 'Budget review');
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
  const returned = foyer.app.waitForEvent('window');
  await activateTray(item);
  const page = await returned;
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
