import type { Page } from 'playwright';
import { chooseService } from './connectRoom.ts';

/** What the account of {@link connectCalendar} is called. */
export const calendarName = 'Iris Vega';

/** Subscribes to a calendar by its address: by the form of the first run, or of the dialog when that shows it. */
export async function connectCalendar(page: Page, address: string, name = calendarName): Promise<void> {
  await chooseService(page, 'Calendar');
  await page.getByLabel('Calendar', { exact: true }).fill(name);
  await page.getByLabel('Address', { exact: true }).fill(address);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}
