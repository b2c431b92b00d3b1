import type { Page } from 'playwright';

/** What a person types to connect a Pexip room. */
export interface RoomEntries {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly webAppHost: string;
  readonly teamsDomains: string;
  readonly meetDomains: string;
  readonly pexipDomains: string;
}

/** Fills in and sends the form of the first-run screen, finding everything by the names that a person reads. */
export async function connectRoom(page: Page, entries: RoomEntries): Promise<void> {
  await chooseService(page, 'Pexip');
  await page.getByLabel('Room', { exact: true }).fill(entries.name);
  await page.getByLabel('Client ID', { exact: true }).fill(entries.clientId);
  await page.getByLabel('Client secret', { exact: true }).fill(entries.clientSecret);
  await page.getByText('More options').click();
  await page.getByLabel('Web app host').fill(entries.webAppHost);
  await page.getByLabel('Teams domains').fill(entries.teamsDomains);
  await page.getByLabel('Google Meet domains').fill(entries.meetDomains);
  await page.getByLabel('Pexip domains').fill(entries.pexipDomains);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

/** Chooses the service to connect, where there are several. */
export async function chooseService(page: Page, name: string): Promise<void> {
  const choice = page.getByRole('button', { name, exact: true });
  await choice
    .or(page.getByRole('button', { name: 'Connect', exact: true }))
    .first()
    .waitFor();
  if (await choice.isVisible()) {
    await choice.click();
  }
}
