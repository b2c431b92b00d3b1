import type { ElectronApplication, Page } from 'playwright';
import { chooseService } from './connectRoom.ts';

/** The person whose meetings are shown, known to the simulator. */
export const demoUser = 'iris.vega@corp.example';

/** What the account of {@link fillInMeetings} is called. */
export const meetingsName = 'My meetings';

/** Fills in the form for scheduled meetings, with the key whose sign-in comes back to a port of this machine. */
export async function fillInMeetings(page: Page): Promise<void> {
  await chooseService(page, 'join.me');
  await page.getByLabel('Name', { exact: true }).fill(meetingsName);
  await page.getByLabel('API key', { exact: true }).fill('foyer-joinme-loopback-key');
  await page.getByLabel('API secret', { exact: true }).fill('foyer-joinme-loopback-secret');
  await page.getByText('More options').click();
  await page.getByLabel('Port to come back to').fill('49217');
}

/** Signs in as a browser would in which the service knows the person already: it goes where the page sends it. */
export async function signInToMeetings(app: ElectronApplication, page: Page): Promise<void> {
  await app.evaluate(({ shell }) => {
    const { openExternal } = shell;
    shell.openExternal = async (url) => {
      shell.openExternal = openExternal;
      void fetch(url);
    };
  });
  await fillInMeetings(page);
  await page.getByRole('button', { name: 'Sign in with the browser' }).click();
}
