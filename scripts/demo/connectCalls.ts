import type { Page } from 'playwright';
import { chooseService } from './connectRoom.ts';

/** What the account of {@link connectCalls} is called. */
export const callsName = 'Our rooms';

/** Connects an account whose rooms are calls in Foyer's own window. */
export async function connectCalls(page: Page, apiKey: string): Promise<void> {
  await chooseService(page, 'Telnyx');
  await page.getByLabel('Name', { exact: true }).fill(callsName);
  await page.getByLabel('API key', { exact: true }).fill(apiKey);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}
