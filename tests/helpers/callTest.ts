import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { simulatedCallSwitches } from '../../scripts/desktop/simulatedCalls.ts';
import { test as base, expect } from './foyerTest.ts';
import { launchFoyer, type RunningFoyer } from './launchFoyer.ts';

export interface CallFixtures {
  readonly launchCaller: (name: string) => Promise<RunningFoyer>;
}

export const test = base.extend<CallFixtures>({
  launchCaller: async ({ simulator }, use) => {
    const running: RunningFoyer[] = [];
    await use(async (name) => {
      const foyer = await launchFoyer({
        profilePath: await mkdtemp(join(tmpdir(), `foyer-${name}-`)),
        endpoints: { ...simulator.endpoints, telnyxApi: simulator.telnyxEndpoints.telnyxApi },
        args: simulatedCallSwitches(simulator),
      });
      running.push(foyer);
      return foyer;
    });
    for (const foyer of running) {
      await foyer.close();
      await rm(foyer.profilePath, { recursive: true, force: true, maxRetries: 5 });
    }
  },
});

export { expect };

/** Connects the simulated account by the first-run form. */
export async function connectTelnyx(page: Page, apiKey: string): Promise<void> {
  await page.getByRole('button', { name: 'Telnyx', exact: true }).click();
  await page.getByLabel('Name', { exact: true }).fill('Our rooms');
  await page.getByLabel('API key').fill(apiKey);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

