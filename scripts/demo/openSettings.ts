import type { Page } from 'playwright';

/** Opens the settings at a section. */
export async function openSettings(page: Page, section: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: section }).click();
}

/** Opens the settings at the connected services. */
export function openServices(page: Page): Promise<void> {
  return openSettings(page, 'Services');
}
