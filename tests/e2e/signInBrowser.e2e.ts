import { chooseService } from '../../scripts/demo/connectRoom.ts';
import { meetingsName } from '../../scripts/demo/signInToMeetings.ts';
import { createPrivateDesktop } from '../helpers/desktopLinks.ts';
import { expect, filesWith, observeOpened, test } from '../helpers/foyerTest.ts';
import { launchFoyer } from '../helpers/launchFoyer.ts';
import { look } from '../helpers/look.ts';
import { openPlainBrowser } from '../helpers/plainBrowser.ts';

// The whole way: Foyer sends a person to a page, a browser shows it, the person allows access there, and the browser comes
// back, by the desktop or over a port. Nothing in between is played by the test.

for (const [way, isPort, isToken] of [
  ['the own scheme, with a code', false, false],
  ['a port, with a code', true, false],
  ['the own scheme, with a token at once', false, true],
  ['a port, with a token at once', true, true],
] as const) {
  test(`a browser signs in and comes back by ${way}`, async ({ simulator, profilePath }) => {
    test.skip(process.platform !== 'linux', 'the private desktop is Linux’s');
    const desktop = await createPrivateDesktop();
    const foyer = await launchFoyer({ profilePath, endpoints: simulator.endpoints, env: desktop.env });
    const browser = await openPlainBrowser(desktop.env);
    try {
      const page = await foyer.window();
      await chooseService(page, 'join.me');
      await page.getByLabel('Name', { exact: true }).fill(meetingsName);
      await page.getByLabel('API key', { exact: true }).fill(isPort ? 'foyer-joinme-loopback-key' : 'foyer-joinme-key');
      await page.getByText('More options', { exact: true }).click();
      if (isPort) {
        await page.getByLabel('Port to come back to').fill('49217');
        await expect(page.getByText('could not come back', { exact: false })).toBeHidden();
      } else {
        await expect(page.getByText('could not come back', { exact: false })).toBeVisible();
        await look(page, 'sign-in-no-way-back');
        await page.getByRole('button', { name: 'Open them with Foyer' }).click();
        await expect(page.getByText('open here, from invites', { exact: false })).toBeVisible();
      }
      const secret = page.getByLabel(/^API secret/);
      if (isToken) {
        await expect(page.getByText('is good for a day', { exact: false })).toBeVisible();
        await page.getByLabel('Sign in without the API secret', { exact: false }).check();
        await expect(secret).toHaveAccessibleName(/optional/);
        await look(page, 'sign-in-implicit');
      } else {
        await secret.fill(isPort ? 'foyer-joinme-loopback-secret' : 'foyer-joinme-secret');
      }
      const opened = await observeOpened(foyer.app);
      await page.getByRole('button', { name: 'Sign in with the browser' }).click();
      await expect.poll(opened).toHaveLength(1);

      await browser.page.goto((await opened())[0] ?? '');
      await browser.page.getByLabel('Iris Vega', { exact: false }).check();
      await browser.page.getByRole('button', { name: 'Allow' }).click({ noWaitAfter: true });
      await expect(page.getByRole('grid', { name: 'Meetings' })).toContainText('join.me');
      if (isPort) {
        await expect(browser.page.getByRole('heading', { name: 'Back to Foyer' })).toBeVisible();
        expect(browser.page.url()).not.toContain('#');
        expect(browser.page.url()).not.toContain('access_token');
      }
      const flow = isToken ? 'implicit' : 'code';
      expect(simulator.joinme.tokens().map((token) => token.flow)).toEqual(isToken ? [flow] : [flow, flow]);
      expect(filesWith(profilePath, 'foyer-joinme-secret')).toEqual([]);
    } finally {
      await browser.close();
      await foyer.close();
      await desktop.remove();
    }
  });
}
