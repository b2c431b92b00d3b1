import type { ElectronApplication, Page } from 'playwright';
import { officeRoom } from '../../scripts/demo/officeRoom.ts';
import { test as base, connectBoardroom, expect } from './foyerTest.ts';
import type { FoyerOptions, RunningFoyer } from './launchFoyer.ts';
import { type MeetingPages, startMeetingPages } from './meetingPages.ts';

/** Where the pages of the meetings are. */
export const host: string = officeRoom.webAppHost;

/** A page of others in a window, and the agenda that it was opened from. */
export interface OpenedPage {
  readonly foyer: RunningFoyer;
  readonly agenda: Page;
  readonly remote: Page;
}

/** What tests of pages of others are given besides. */
export interface RemoteFixtures {
  readonly pages: MeetingPages;
  /** Starts a program and joins the meeting that leads in a window of Foyer's own. */
  readonly joinInFoyer: (options?: FoyerOptions) => Promise<OpenedPage>;
}

/** The test of e2e with pages of others. */
export const test = base.extend<RemoteFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing is needed.
  pages: async ({}, use) => {
    const pages = await startMeetingPages([host, 'elsewhere.example']);
    await use(pages);
    await pages.close();
  },
  joinInFoyer: async ({ pages, launch }, use) => {
    await use(async (options = {}) => {
      const foyer = await launch({
        ...options,
        args: [...pages.switches(), '--use-fake-device-for-media-stream'],
      });
      const agenda = await foyer.window();
      await connectBoardroom(agenda);
      // A reminder may play its sound in a page of its own meanwhile.
      const opening = foyer.app.waitForEvent('window', (page) => !page.url().startsWith('foyer-app:'));
      await chooseFoyer(agenda);
      const remote = await opening;
      await remote.getByRole('heading', { name: 'The meeting' }).waitFor();
      return { foyer, agenda, remote };
    });
  },
});

export { expect };

/** Takes the way into the meeting that leads in which its page is shown in Foyer. */
export async function chooseFoyer(agenda: Page): Promise<void> {
  await agenda.getByRole('button', { name: 'Other ways to join' }).click();
  await agenda.getByRole('menuitemradio', { name: /^Join in a Foyer window/ }).click();
}

/** Titles of the windows with pages of others. */
export function titlesOf(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(({ BrowserWindow, session }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.webContents.session !== session.defaultSession)
      .map((window) => window.getTitle()),
  );
}

/** From now on questions are answered with the button of this name, and noted. */
export async function answerQuestions(
  app: ElectronApplication,
  button: string,
): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ dialog }, name) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    Object.assign(dialog, {
      showMessageBox: async (_window: unknown, { message, buttons }: Electron.MessageBoxOptions) => {
        asked.push(message);
        return { response: buttons?.indexOf(name) ?? -1, checkboxChecked: false };
      },
    });
  }, button);
  return () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
}

/** Closes the windows with pages of others, as a user would. */
export function closePages(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ BrowserWindow, session }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (window.webContents.session !== session.defaultSession) {
        window.close();
      }
    }
  });
}
