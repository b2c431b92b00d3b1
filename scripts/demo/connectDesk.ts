import type { Page } from 'playwright';
import { officeAccount, officeAgents } from '../../simulator/eightbyeight/account.ts';
import { addConnection } from './addConnection.ts';
import { chooseService } from './connectRoom.ts';

/** The agent that {@link connectDesk} connects. */
export const agentLogin = officeAgents[0]?.login ?? '';

/** Connects the support desk, which opens rooms: by the form of the first run, or of the dialog when that shows it. */
export async function connectDesk(page: Page, name = 'Support desk'): Promise<void> {
  await chooseService(page, '8x8');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('API key', { exact: true }).fill(officeAccount.apiKey);
  await page.getByLabel('Agent login', { exact: true }).fill(agentLogin);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

/** Adds the support desk to what is connected already. */
export function addDesk(page: Page): Promise<void> {
  return addConnection(page, connectDesk, 'Support desk');
}
