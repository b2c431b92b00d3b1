import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { ElectronApplication, Page } from 'playwright';
import { connectRoom } from '../../scripts/demo/connectRoom.ts';
import { officeRoom } from '../../scripts/demo/officeRoom.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { type FoyerOptions, launchFoyer, type RunningFoyer } from './launchFoyer.ts';

/** What every e2e test is given. */
export interface FoyerFixtures {
  readonly simulator: Simulator;
  /** An empty folder for a profile, shared by all programs that the test starts. */
  readonly profilePath: string;
  /** Starts the program against the simulator; it is ended with the test. */
  readonly launch: (options?: FoyerOptions) => Promise<RunningFoyer>;
}

/** Playwright's test with a simulator and a launcher. */
export const test = base.extend<FoyerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing is needed.
  simulator: async ({}, use) => {
    const simulator = await startSimulator();
    await use(simulator);
    await simulator.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing is needed.
  profilePath: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'foyer-profile-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  launch: async ({ simulator, profilePath }, use) => {
    const running: RunningFoyer[] = [];
    await use(async (options = {}) => {
      const foyer = await launchFoyer({ profilePath, endpoints: simulator.endpoints, ...options });
      running.push(foyer);
      return foyer;
    });
    for (const foyer of running) {
      await foyer.close();
    }
  },
});

export { expect };

/** Connects the boardroom by the first-run form and waits for its agenda. */
export async function connectBoardroom(page: Page): Promise<void> {
  await connectRoom(page, officeRoom);
  await expect(page.getByRole('grid', { name: 'Meetings' })).toBeVisible();
}

/** From now on nothing is opened: what the program hands to the system is noted instead. */
export async function observeOpened(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  return () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
}

/** From now on no dialog asks where a file shall go: the answer is given here, null for "Cancel". Tells what was asked. */
export async function answerSaveDialog(
  app: ElectronApplication,
  filePath: string | null,
): Promise<() => Promise<readonly { readonly defaultPath?: string }[]>> {
  await app.evaluate(({ dialog }, path) => {
    const asked: object[] = [];
    Object.assign(globalThis, { asked });
    dialog.showSaveDialog = async (...given: readonly object[]) => {
      asked.push(given.at(-1) ?? {});
      return { canceled: path === null, filePath: path ?? '' };
    };
  }, filePath);
  return () => app.evaluate(() => (globalThis as unknown as { asked: { defaultPath?: string }[] }).asked);
}

/** The files below a folder that hold a text, as it is or in base64; Chromium's binary stores included. */
export function filesWith(folder: string, text: string): readonly string[] {
  const forms = [text, Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1)];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const content = readFileSync(path);
      return forms.some((form) => content.includes(form) || content.includes(Buffer.from(form, 'utf16le')));
    });
}
