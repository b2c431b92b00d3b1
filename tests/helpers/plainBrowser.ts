import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { launchElectron } from '../../scripts/desktop/launchElectron.ts';

/** A browser with one page and nothing of Foyer: links of other schemes are given to the desktop, as browsers do. */
export interface PlainBrowser {
  readonly page: Page;
  close(): Promise<void>;
}

const program = join(import.meta.dirname, '..', 'bench', 'blankWindow');

/** Opens one: the window that Foyer is compared with in the benchmark, which does no more than show pages. */
export async function openPlainBrowser(env: Readonly<Record<string, string>>): Promise<PlainBrowser> {
  const profilePath = await mkdtemp(join(tmpdir(), 'foyer-browser-'));
  const { app, close } = await launchElectron({ root: program, profilePath, env });
  return {
    page: await app.firstWindow(),
    close: async () => {
      await close();
      await rm(profilePath, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
