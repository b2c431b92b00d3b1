import type { Page } from 'playwright';
import { openServices } from './openSettings.ts';

/** Adds a connection to those that are there: `connect` fills in and sends its form, `name` is what it is called then. */
export async function addConnection(page: Page, connect: (page: Page) => Promise<void>, name: string): Promise<void> {
  await openServices(page);
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await connect(page);
  await page.getByRole('button', { name: `Edit ${name}` }).waitFor();
  await page.keyboard.press('Escape');
}
