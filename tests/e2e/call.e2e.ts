import type { Page } from 'playwright';
import { expect, joinAs, type Received, receive, test } from '../helpers/callTest.ts';
import { filesWith } from '../helpers/foyerTest.ts';

test.describe.configure({ timeout: 240_000 });

/** The picture with this name arrives, is decoded, and moves. */
async function seesMoving(call: Page, name: string): Promise<void> {
  let before: Received | null = null;
  await expect(async () => {
    before = await receive(call, name);
    expect(before?.moved, `${name} moves`).toBeGreaterThan(0);
  }).toPass({ timeout: 20_000 });
  await expect(async () => {
    const after = await receive(call, name);
    expect(after?.decoded ?? 0).toBeGreaterThan((before?.decoded ?? 0) + 5);
    expect(after?.frames ?? 0).toBeGreaterThan((before?.frames ?? 0) + 5);
  }).toPass({ timeout: 20_000 });
}

/** Sound that is no silence goes on coming. `name` is that of any picture. */
async function hears(call: Page, name: string): Promise<void> {
  const start = (await receive(call, name))?.energy ?? 0;
  await expect(async () => {
    expect((await receive(call, name))?.energy ?? 0).toBeGreaterThan(start + 0.005);
  }).toPass({ timeout: 15_000 });
}

test('two people meet: picture, sound, mute, screen, a renewed token, a cut network, and a clean leave', async ({
  launchCaller,
  simulator,
}) => {
  const { telnyx } = simulator;
  const ana = await launchCaller('Ana');
  const ben = await launchCaller('Ben');
  const anaCall = await ana.openCall('entrance');
  await joinAs(anaCall, 'Ana');
  const benCall = await ben.openCall('entrance');
  await joinAs(benCall, 'Ben');
  const joinedAt = Date.now();
  expect(telnyx.rooms()).toHaveLength(1);
  const [room] = telnyx.rooms();
  await seesMoving(benCall, 'Ana');
  await seesMoving(anaCall, 'Ben');

  // The equal beeps of two fake microphones would cancel each other out as echoes: one at a time.
  await benCall.keyboard.press('m');
  const bensTile = anaCall
    .getByRole('list', { name: 'People in the call' })
    .getByRole('listitem')
    .filter({ hasText: 'Ben' });
  await expect(bensTile.getByRole('img', { name: 'muted' })).toBeVisible();
  await hears(benCall, 'Ana');
  await anaCall.getByRole('button', { name: 'Mute', exact: true }).click();
  await benCall.keyboard.press('m');
  await expect(bensTile.getByRole('img', { name: 'muted' })).toBeHidden();
  await hears(anaCall, 'Ben');
  await anaCall.getByRole('button', { name: 'Unmute' }).click();

  await benCall.keyboard.press('v');
  await expect(
    anaCall.getByRole('list', { name: 'People in the call' }).locator('video[aria-label="Ben"]'),
  ).toBeHidden();
  await benCall.keyboard.press('v');
  await seesMoving(anaCall, 'Ben');

  await anaCall.getByRole('button', { name: 'Share screen' }).click();
  await anaCall
    .getByRole('dialog')
    .getByRole('button')
    .filter({ hasText: /screen/i })
    .first()
    .click();
  await expect(benCall.locator('video[aria-label="Ana’s screen"]')).toBeVisible({ timeout: 15_000 });
  await expect(async () => {
    expect((await receive(benCall, 'Ana’s screen'))?.width ?? 0).toBeGreaterThan(300);
  }).toPass({ timeout: 30_000 });
  await anaCall.getByRole('button', { name: 'Stop sharing' }).click();
  await expect(benCall.locator('video[aria-label="Ana’s screen"]')).toBeHidden();

  // The tokens that let both in end after 40 s; the service refuses what comes with an ended one.
  await expect(async () => {
    expect(telnyx.tokens().filter(({ isRefreshed }) => isRefreshed).length).toBeGreaterThanOrEqual(2);
    expect(Date.now() - joinedAt).toBeGreaterThan(46_000);
  }).toPass({ timeout: 60_000 });
  await seesMoving(benCall, 'Ana');
  await seesMoving(anaCall, 'Ben');
  expect(telnyx.sessions(room?.id)).toHaveLength(1);

  telnyx.cutNetwork(10);
  await expect(anaCall.getByRole('alert')).toContainText('Connection lost', { timeout: 5_000 });
  await expect(benCall.getByRole('alert')).toContainText('Connection lost', { timeout: 5_000 });
  await expect(anaCall.getByRole('alert')).toBeHidden({ timeout: 25_000 });
  await expect(benCall.getByRole('alert')).toBeHidden({ timeout: 25_000 });
  await seesMoving(benCall, 'Ana');
  await seesMoving(anaCall, 'Ben');

  const closing = anaCall.waitForEvent('close');
  // The page may be gone before the click is over.
  await anaCall
    .getByRole('button', { name: 'Leave' })
    .click()
    .catch(() => undefined);
  await closing;
  await expect(benCall.getByRole('list', { name: 'People in the call' }).getByRole('listitem')).toHaveCount(1);
  // The other one closes the window.
  await ben.foyer.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (window.getTitle().startsWith('entrance')) window.close();
    }
  });
  await expect.poll(() => telnyx.calls()).toEqual([]);
  expect(telnyx.sessions(room?.id).filter(({ endedAt }) => endedAt === null)).toEqual([]);
  expect(telnyx.participants().filter(({ leftAt }) => leftAt === null)).toEqual([]);
  for (const { foyer } of [ana, ben]) {
    await expect.poll(() => foyer.app.windows().length).toBe(1);
    expect(foyer.output()).not.toContain('eyJ');
    expect(filesWith(foyer.profilePath, telnyx.apiKey)).toEqual([]);
    expect(filesWith(foyer.profilePath, 'eyJ')).toEqual([]);
  }
});
