import type { ElectronApplication, Page } from 'playwright';
import { expect } from './foyerTest.ts';

/** What the system knows of one window of a reminder. */
export interface ReminderWindowFacts {
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly isVisible: boolean;
  readonly isFocused: boolean;
  readonly isOnTop: boolean;
}

interface Screen {
  readonly id: number;
  readonly x: number;
  readonly width: number;
}

/** Waits for so many reminders, all of them shown and taking answers, and gives their pages. */
export async function reminderPages(app: ElectronApplication, count: number): Promise<readonly [Page, ...Page[]]> {
  const find = (): readonly Page[] =>
    app.windows().filter((page) => URL.parse(page.url())?.pathname === '/reminder/index.html');
  await expect.poll(() => find().length, { timeout: 60_000 }).toBe(count);
  const [first, ...others] = find();
  if (first === undefined) {
    throw new Error('no reminder');
  }
  for (const page of [first, ...others]) {
    await page.locator('[data-guarded="false"]').waitFor();
  }
  return [first, ...others];
}

/** The one reminder there is. */
export async function reminderPage(app: ElectronApplication): Promise<Page> {
  return (await reminderPages(app, 1))[0];
}

/** Waits until no reminder is left, nor any process of one. */
export async function noReminder(app: ElectronApplication): Promise<void> {
  await expect
    .poll(
      () =>
        app.evaluate(({ webContents, app: program }) => {
          const contents = webContents.getAllWebContents();
          const processes = new Set(contents.map((each) => each.getOSProcessId()));
          return {
            pages: contents.filter((each) => each.getURL().includes('/reminder/')).length,
            strayProcesses: program.getAppMetrics().filter(({ type, pid }) => type === 'Tab' && !processes.has(pid))
              .length,
          };
        }),
      { timeout: 20_000 },
    )
    .toEqual({ pages: 0, strayProcesses: 0 });
}

/** The windows of reminders, from left to right. */
export function reminderWindows(app: ElectronApplication): Promise<readonly ReminderWindowFacts[]> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.webContents.getURL().includes('/reminder/'))
      .map((window) => ({
        bounds: window.getBounds(),
        isVisible: window.isVisible(),
        isFocused: window.isFocused(),
        isOnTop: window.isAlwaysOnTop(),
      }))
      .toSorted((a, b) => a.bounds.x - b.bounds.x),
  );
}

/** Has the program take parts of the one screen for screens of their own, and tells it that they changed. */
export async function setScreens(app: ElectronApplication, screens: readonly Screen[]): Promise<void> {
  await app.evaluate(({ screen }, parts) => {
    const whole = screen.getPrimaryDisplay();
    screen.getAllDisplays = () =>
      parts.map(({ id, x, width }) => ({
        ...whole,
        id: id === 0 ? whole.id : id,
        bounds: { x, y: 0, width, height: 800 },
        workArea: { x, y: 30, width, height: 770 },
      }));
    screen.emit('display-metrics-changed');
  }, screens);
}
