import type { Page } from 'playwright';
import { both, look, shape } from '../helpers/callLooks.ts';
import { expect, joinAs, receive, test } from '../helpers/callTest.ts';

test.describe.configure({ timeout: 180_000 });

/** No state may take longer to show, ms: people take silence for a crash. */
const longestSilence = 15_000;

const isIn = (call: Page): Promise<void> =>
  expect(call.getByRole('toolbar', { name: 'Call controls' })).toBeVisible({ timeout: 20_000 });

test('a socket that closes, whenever and however, has a state and a way on', async ({ launchCaller, simulator }) => {
  const { telnyx } = simulator;
  const ana = await launchCaller('Ana');
  const call = await ana.openCall('entrance');
  const alert = call.getByRole('alert');
  const start = call.getByRole('button', { name: 'Join', exact: true });
  const again = call.getByRole('button', { name: 'Try again' });
  for (const at of ['create', 'attach', 'join'] as const) {
    for (const code of [1006, 3999, 4000] as const) {
      telnyx.setFault({ name: 'socketClosed', code, at });
      await start.or(again).click();
      await expect(call.getByRole('status').filter({ hasText: 'Joining' })).toBeHidden({ timeout: longestSilence });
      await expect(alert, `closed with ${code} at ${at}`).toContainText('No connection to the room');
      telnyx.clearFaults();
    }
  }
  await again.click();
  await isIn(call);
  for (const code of [1006, 3999] as const) {
    const joins = telnyx.participants().length;
    telnyx.setFault({ name: 'socketClosed', code }, { times: 1 });
    // "Connection lost" may be gone in a blink.
    await expect.poll(() => telnyx.participants().length, { timeout: longestSilence }).toBe(joins + 1);
    await expect(alert).toBeHidden({ timeout: longestSilence });
    await isIn(call);
    telnyx.clearFaults();
  }
  telnyx.setFault({ name: 'socketClosed', code: 4000 }, { times: 1 });
  await expect(alert).toContainText('The call has ended', { timeout: longestSilence });
  await call.getByRole('button', { name: 'Join again' }).click();
  await joinAs(call, 'Ana');
});

test('media that never flows is said, and so is the way on', async ({ launchCaller, simulator }) => {
  const { telnyx } = simulator;
  telnyx.setFault('noMedia');
  const ana = await launchCaller('Ana');
  const ben = await launchCaller('Ben');
  const anaCall = await ana.openCall('entrance');
  await joinAs(anaCall, 'Ana');
  const alert = anaCall.getByRole('alert');
  const benCall = await ben.openCall('entrance');
  await joinAs(benCall, 'Ben');
  await expect(alert).toContainText('No picture or sound gets through', { timeout: 20_000 });
  await look(anaCall, 'media-stuck', both);
  await shape(ana.foyer, anaCall, 'narrow');
  await look(anaCall, 'media-stuck-narrow');
  await shape(ana.foyer, anaCall, null);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await isIn(anaCall);
  await expect(alert).toContainText('No picture or sound gets through', { timeout: 25_000 });
  telnyx.clearFaults();
  await expect(alert).toBeHidden({ timeout: longestSilence });
  await expect(async () => {
    expect((await receive(anaCall, 'Ben'))?.moved ?? 0).toBeGreaterThan(0);
  }).toPass({ timeout: 20_000 });
});

test('a renewed token that is refused is replaced by a new one', async ({ launchCaller, simulator }) => {
  const { telnyx } = simulator;
  const ana = await launchCaller('Ana');
  const call = await ana.openCall('entrance');
  const alert = call.getByRole('alert');
  telnyx.setFault('refreshedTokenRejected');
  await joinAs(call, 'Ana');
  const minted = (): number =>
    telnyx.tokens().filter(({ kind, isRefreshed }) => kind === 'access' && !isRefreshed).length;
  const before = minted();
  // At two thirds of the token's 40 seconds; the way back takes a blink.
  await expect.poll(minted, { timeout: 45_000 }).toBe(before + 1);
  expect(telnyx.messages().some(({ outcome }) => outcome === 'refused')).toBe(true);
  await expect(alert).toBeHidden({ timeout: longestSilence });
  await isIn(call);
  expect(telnyx.calls()).toHaveLength(1);
});
