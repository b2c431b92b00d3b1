import type { Page } from 'playwright';
import type { FoyerState } from '../../core/model/foyerState.ts';
import { fromJsonText, type JsonText } from '../../core/model/jsonText.ts';

/** What the agenda window shows, as far as the demo tells. */
export interface ShownAgenda {
  readonly meetingCount: number;
  /** The leading meeting in the window's own words. */
  readonly next: string;
}

/** Waits for the agenda to show meetings; rejects with the window's own words if it does not. */
export async function readAgenda(page: Page): Promise<ShownAgenda> {
  const lead = page.getByRole('region', { name: 'Up next' });
  try {
    await lead.getByRole('heading').waitFor();
    await page.getByRole('grid', { name: 'Meetings' }).waitFor();
  } catch (error) {
    throw new Error(`the window shows no agenda${await explanation(page)}`, { cause: error });
  }
  const subject = await lead.getByRole('heading').textContent();
  const when = await lead.getByRole('paragraph').first().locator('> span').allTextContents();
  // The list draws only the rows in sight; the window knows of all.
  const { agenda } = fromJsonText(await page.evaluate<JsonText<FoyerState>>('window.foyer.getState({})'));
  return { meetingCount: agenda.meetings.length, next: `${subject}, ${when.map((part) => part.trim()).join(' ')}` };
}

async function explanation(page: Page): Promise<string> {
  const said = (await page.getByRole('status').allTextContents()).join(' ').trim();
  return said === '' ? `, but:\n${await page.locator('body').ariaSnapshot()}` : `. It says: ${said}`;
}
