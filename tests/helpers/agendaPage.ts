import type { ElectronApplication, Page } from 'playwright';
import { expect } from './foyerTest.ts';

/**
 * The page of the agenda, once it is there: in its window or, with `?panel`, beside the tray. Other pages may come and go,
 * such as that of a sound.
 */
export async function agendaPage(app: ElectronApplication, kind: 'window' | 'panel'): Promise<Page> {
  let found: Page | undefined;
  await expect
    .poll(() => {
      found = app.windows().find((page) => {
        const url = URL.parse(page.url());
        return url?.pathname === '/agenda/index.html' && (url.search === '?panel') === (kind === 'panel');
      });
      return found !== undefined;
    })
    .toBe(true);
  if (found === undefined) {
    throw new Error(`no ${kind} with the agenda`);
  }
  return found;
}
