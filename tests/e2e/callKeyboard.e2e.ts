import type { Locator, Page } from 'playwright';
import { expect, test } from '../helpers/callTest.ts';

test.describe.configure({ timeout: 120_000 });

/** Walks with Tab, or another key, until this has the focus. */
async function walkTo(wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await wanted.waitFor();
  for (let steps = 0; steps < 40; steps += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await wanted.page().keyboard.press(key);
  }
  await expect(wanted, 'reached by keyboard').toBeFocused();
}

/** Every press leaves the focus on something, and that something shows it. */
async function showsFocus(page: Page): Promise<void> {
  const ring = await page.evaluate(() => {
    const element = document.activeElement;
    return element === null || element === document.body ? null : getComputedStyle(element).outlineStyle;
  });
  expect(ring, 'a ring around what has the focus').not.toBe('none');
}

test('a whole call is held by keyboard alone', async ({ launchCaller, simulator }) => {
  const { telnyx } = simulator;
  const { foyer, page } = await launchCaller('Ana');
  await walkTo(page.getByRole('button', { name: 'New Telnyx room' }));
  await page.keyboard.press('Enter');
  await expect.poll(() => telnyx.rooms()).toHaveLength(1);
  const opening = foyer.app.waitForEvent('window');
  await walkTo(page.getByRole('button', { name: /^Join (?!with a link)/ }));
  await page.keyboard.press('Enter');
  const call = await opening;
  const { keyboard } = call;
  await call.getByRole('heading', { name: 'Ready to join?' }).waitFor();
  await expect(call.getByRole('button', { name: 'Join', exact: true })).toBeFocused();
  await showsFocus(call);
  await walkTo(call.getByLabel('Your name'), 'Shift+Tab');
  await keyboard.press('Control+a');
  await keyboard.type('Ana');
  await keyboard.press('Enter');
  const bar = call.getByRole('toolbar', { name: 'Call controls' });
  await expect(bar).toBeVisible({ timeout: 20_000 });

  await keyboard.press('m');
  await expect(bar.getByRole('button', { name: 'Unmute' })).toBeVisible();
  await keyboard.press('m');
  await expect(bar.getByRole('button', { name: 'Mute', exact: true })).toBeVisible();
  await keyboard.press('v');
  await expect(bar.getByRole('button', { name: 'Turn camera on' })).toBeVisible();
  await walkTo(call.getByRole('button', { name: 'Turn camera on' }));
  await showsFocus(call);
  await keyboard.press('Space');
  await expect(bar.getByRole('button', { name: 'Turn camera off' })).toBeFocused();

  await walkTo(call.getByRole('button', { name: 'Participants' }));
  await keyboard.press('Enter');
  const people = call.getByRole('complementary', { name: 'Participants' });
  await expect(people).toBeFocused();
  await expect(people.getByRole('listitem')).toHaveText([/You/]);
  await keyboard.press('Escape');
  await expect(people).toBeHidden();
  await expect(bar.getByRole('button', { name: 'Participants' })).toBeFocused();

  await keyboard.press('c');
  await expect(call.getByRole('textbox', { name: 'Message to everybody' })).toBeFocused();
  // Letters are letters here, not keys of the call.
  await keyboard.type('svm: is anybody here?');
  await keyboard.press('Enter');
  await expect(call.getByRole('log')).toContainText('svm: is anybody here?');
  await expect(bar.getByRole('button', { name: 'Mute', exact: true })).toBeVisible();
  await keyboard.press('Escape');
  await expect(call.getByRole('log')).toBeHidden();

  await keyboard.press('s');
  const picker = call.getByRole('dialog', { name: 'Share your screen' });
  await expect(picker).toBeVisible();
  await picker.locator('.source').first().waitFor();
  await walkTo(picker.locator('.source').first());
  await showsFocus(call);
  await keyboard.press('Escape');
  await expect(picker).toBeHidden();
  await expect(bar.getByRole('button', { name: 'Share screen' })).toBeVisible();
  await keyboard.press('?');
  await expect(call.getByRole('dialog', { name: 'Keys' })).toContainText('Messages');
  await keyboard.press('Escape');
  await expect(call.getByRole('dialog')).toBeHidden();

  await walkTo(call.getByRole('button', { name: 'Leave' }));
  const closing = call.waitForEvent('close');
  // The page may be gone before the key is up again.
  await keyboard.press('Enter').catch(() => undefined);
  await closing;
  await expect.poll(() => telnyx.calls()).toEqual([]);
  await expect(page.getByRole('button', { name: /^Join (?!with a link)/ })).toBeVisible();
});
