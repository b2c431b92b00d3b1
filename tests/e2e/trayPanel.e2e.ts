import type { ElectronApplication, Page } from 'playwright';
import { agendaPage } from '../helpers/agendaPage.ts';
import { connectBoardroom, expect, test } from '../helpers/foyerTest.ts';
import type { RunningFoyer } from '../helpers/launchFoyer.ts';
import { look } from '../helpers/look.ts';
import { activateTray, findTrayItem, pressTrayMenu, type TrayItem } from '../helpers/statusNotifier.ts';

interface Foyer {
  readonly foyer: {
    readonly changeSetting: (change: { readonly key: string; readonly json: string }) => Promise<string>;
  };
}

test.skip(process.platform !== 'linux', 'presses the icon over the session bus');

const windowCount = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

const boundsOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow, screen }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { window: window?.getBounds(), area: screen.getPrimaryDisplay().workArea };
  });

/** A program with an agenda, whose window is closed. */
async function waitInTray(foyer: RunningFoyer): Promise<TrayItem> {
  await connectBoardroom(await foyer.window());
  let item: TrayItem | null = null;
  await expect.poll(async () => (item = await findTrayItem(foyer.app.process().pid ?? 0))).not.toBeNull();
  await foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => windowCount(foyer.app)).toBe(0);
  if (item === null) {
    throw new Error('no tray item');
  }
  return item;
}

/** Presses the icon, and waits until the panel is drawn, listens and has the focus. */
async function openPanel({ app }: RunningFoyer, item: TrayItem): Promise<Page> {
  await activateTray(item);
  const page = await agendaPage(app, 'panel');
  await page.getByRole('grid', { name: 'Meetings' }).waitFor();
  await page.waitForFunction(() => performance.getEntriesByName('program-ready').length > 0);
  await expect.poll(() => hasFocus(app, 'panel')).toBe(true);
  return page;
}

/** Playwright has every page believe that it has the focus; windows know better. */
const hasFocus = (app: ElectronApplication, which: 'panel' | 'other'): Promise<boolean> =>
  app.evaluate(
    ({ BrowserWindow }, isPanel) =>
      BrowserWindow.getFocusedWindow()?.webContents.getURL().includes('?panel') === isPanel,
    which === 'panel',
  );

/** Has the focus go to something else on the desktop. */
async function lookElsewhere(app: ElectronApplication): Promise<void> {
  await app.evaluate(async ({ BrowserWindow }) => {
    const other = new BrowserWindow({ width: 200, height: 200, x: 0, y: 0 });
    Object.assign(globalThis, { other });
    other.focus();
  });
  await expect.poll(() => hasFocus(app, 'other')).toBe(true);
}

const closeOther = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => (globalThis as unknown as { other: Electron.BrowserWindow }).other.destroy());

test('a press on the icon brings the agenda as a panel, and another one takes it away', async ({ launch }) => {
  const foyer = await launch();
  const item = await waitInTray(foyer);
  const page = await openPanel(foyer, item);
  await expect(page.getByRole('region', { name: 'Up next' })).toContainText('Budget review, second reading');
  const { window, area } = await boundsOf(foyer.app);
  expect(window?.width).toBe(420);
  // At the right end of the panel above, where the desktop of the tests has its tray.
  expect(window).toMatchObject({ x: area.x + area.width - 8 - 420, y: area.y + 8 });
  expect((window?.y ?? 0) + (window?.height ?? 0)).toBeLessThanOrEqual(area.y + area.height);
  await look(page, 'tray-panel');
  await activateTray(item);
  await expect.poll(() => windowCount(foyer.app)).toBe(0);
  await openPanel(foyer, item);
});

test('the panel closes on Escape, and leaves the place of the window alone', async ({ launch }) => {
  const foyer = await launch();
  const first = await foyer.window();
  await first.getByRole('heading', { name: 'Your next meeting' }).waitFor();
  const before = (await boundsOf(foyer.app)).window;
  const item = await waitInTray(foyer);
  const page = await openPanel(foyer, item);
  // It clears the search first, then closes it, and the panel last.
  await page.keyboard.press('Control+f');
  await page.keyboard.type('budget');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await page.keyboard.press('Escape').catch(() => undefined);
  await expect.poll(() => windowCount(foyer.app)).toBe(0);
  await pressTrayMenu(item, 'Open Foyer');
  await agendaPage(foyer.app, 'window');
  expect((await boundsOf(foyer.app)).window).toMatchObject({ width: before?.width, height: before?.height });
});

test('the panel closes when somebody looks elsewhere, but not while a dialog is open', async ({ launch }) => {
  const foyer = await launch();
  const item = await waitInTray(foyer);
  const page = await openPanel(foyer, item);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await lookElsewhere(foyer.app);
  expect(await windowCount(foyer.app)).toBe(2);
  await closeOther(foyer.app);
  await activateTray(item);
  await foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
  await expect.poll(() => hasFocus(foyer.app, 'panel')).toBe(true);
  await activateTray(item);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await lookElsewhere(foyer.app);
  await expect.poll(() => windowCount(foyer.app)).toBe(1);
});

test('the panel gives way to the window, and the window stays when it is there', async ({ launch }) => {
  const foyer = await launch();
  const item = await waitInTray(foyer);
  await openPanel(foyer, item);
  await pressTrayMenu(item, 'Open Foyer');
  const page = await agendaPage(foyer.app, 'window');
  await page.getByRole('grid', { name: 'Meetings' }).waitFor();
  await expect.poll(() => windowCount(foyer.app)).toBe(1);
  await activateTray(item);
  await activateTray(item);
  expect(await windowCount(foyer.app)).toBe(1);
  expect(page.isClosed()).toBe(false);
});

test('a press on the icon opens the window where the user wants it so', async ({ launch }) => {
  const foyer = await launch();
  const first = await foyer.window();
  await connectBoardroom(first);
  await first.evaluate(() => (window as unknown as Foyer).foyer.changeSetting({ key: 'trayClick', json: '"window"' }));
  let item: TrayItem | null = null;
  await expect.poll(async () => (item = await findTrayItem(foyer.app.process().pid ?? 0))).not.toBeNull();
  await foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => windowCount(foyer.app)).toBe(0);
  await activateTray(item as unknown as TrayItem);
  await agendaPage(foyer.app, 'window');
});
