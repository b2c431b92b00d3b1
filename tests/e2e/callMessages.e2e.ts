import type { Page } from 'playwright';
import { both, look, shape } from '../helpers/callLooks.ts';
import { expect, joinAs, test } from '../helpers/callTest.ts';

test.describe.configure({ timeout: 180_000 });

const messagesOf = (call: Page) => call.getByRole('log', { name: 'Messages in this call' });
const fieldOf = (call: Page) => call.getByRole('textbox', { name: 'Message to everybody' });

test('messages reach the others at once, are counted, and outlast a lost connection', async ({
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

  await anaCall.keyboard.press('c');
  await expect(messagesOf(anaCall)).toContainText('No messages yet');
  await expect(fieldOf(anaCall)).toBeFocused();
  await look(anaCall, 'messages-empty');
  const first = 'Minutes: https://example.org/minutes <b>{{name}}</b> $t(call:stage.you)';
  await anaCall.keyboard.type(first);
  await anaCall.keyboard.press('Shift+Enter');
  await anaCall.keyboard.type('second line');
  await anaCall.keyboard.press('Enter');
  await expect(fieldOf(anaCall)).toHaveValue('');
  await expect(messagesOf(anaCall)).toContainText(first);
  await expect(messagesOf(anaCall)).toContainText(/You\s*\d/);

  // Closed, the other's messages are said and counted.
  await expect(benCall.getByRole('status').filter({ hasText: `Ana: ${first}` })).toBeVisible();
  const unread = benCall.getByRole('button', { name: 'Messages, 1 unread' });
  await expect(unread).toBeVisible();
  await look(benCall, 'messages-unread');
  await unread.click();
  await expect(messagesOf(benCall)).toContainText(`${first}\nsecond line`);
  await expect(messagesOf(benCall).getByRole('link')).toHaveCount(0);
  await expect(messagesOf(benCall).getByText('Ana')).toBeVisible();
  await expect(benCall.getByRole('button', { name: 'Messages', exact: true })).toBeVisible();
  await fieldOf(benCall).fill('Thanks, on it.');
  await benCall.keyboard.press('Enter');
  await expect(messagesOf(anaCall).getByText('Thanks, on it.')).toHaveCount(1);
  await expect(messagesOf(benCall).getByText('Thanks, on it.')).toHaveCount(1);

  await fieldOf(anaCall).fill('x'.repeat(2_004));
  await expect(anaCall.getByText('4 characters too many. A message can have 2000.')).toBeVisible();
  await anaCall.keyboard.press('Enter');
  await expect(fieldOf(anaCall)).toHaveValue(/x{2004}/u);
  await look(anaCall, 'messages-too-long', both);
  await fieldOf(anaCall).fill('');

  telnyx.cutNetwork(4);
  await expect(anaCall.getByRole('alert')).toContainText('Connection lost');
  await fieldOf(anaCall).fill('Written while away');
  await anaCall.keyboard.press('Enter');
  await expect(messagesOf(anaCall)).toContainText('Not sent.');
  await expect(anaCall.getByRole('alert')).toBeHidden({ timeout: 25_000 });
  await expect(benCall.getByRole('alert')).toBeHidden({ timeout: 25_000 });
  await expect(messagesOf(anaCall)).toContainText('Thanks, on it.');
  await expect(messagesOf(anaCall)).toContainText('while you were away is not here');
  await look(anaCall, 'messages');
  await messagesOf(anaCall).getByRole('button', { name: 'Send again' }).click();
  await expect(messagesOf(benCall)).toContainText('Written while away');
  await expect(messagesOf(anaCall).getByText('Not sent.')).toBeHidden();
  await shape(ana.foyer, anaCall, 'narrow');
  await look(anaCall, 'messages-narrow');
  await shape(ana.foyer, anaCall, 'zoomed');
  await look(anaCall, 'messages-zoomed', ['dark'], ana.foyer);

  await fieldOf(anaCall).focus();
  await anaCall.keyboard.press('Escape');
  await expect(messagesOf(anaCall)).toBeHidden();
  // A call that has ended takes its messages along.
  telnyx.endSession(telnyx.sessions().find(({ endedAt }) => endedAt === null)?.id ?? '');
  await expect(benCall.getByRole('alert')).toContainText('The call has ended');
  await benCall.getByRole('button', { name: 'Join again' }).click();
  await joinAs(benCall, 'Ben');
  await benCall.keyboard.press('c');
  await expect(messagesOf(benCall)).toContainText('No messages yet');
  for (const { foyer } of [ana, ben]) {
    expect(foyer.output()).not.toContain('on it');
  }
});

test('a room without messages is joined without them', async ({ launchCaller, simulator }) => {
  const { telnyx } = simulator;
  const ana = await launchCaller('Ana');
  const call = await ana.openCall('entrance');
  telnyx.setFault('noMessages');
  await joinAs(call, 'Ana');
  await expect(call.getByRole('button', { name: 'Participants' })).toBeVisible();
  await expect(call.getByRole('button', { name: /^Messages/ })).toHaveCount(0);
  await call.keyboard.press('c');
  await expect(messagesOf(call)).toHaveCount(0);
  telnyx.clearFaults();
  telnyx.setFault({ name: 'noMessages', as: 'silent' });
  const joins = telnyx.participants().length;
  telnyx.closeSockets(1006);
  // "Connection lost" may be gone in a blink.
  await expect.poll(() => telnyx.participants().length, { timeout: 20_000 }).toBe(joins + 1);
  await expect(call.getByRole('alert')).toBeHidden({ timeout: 20_000 });
  await expect(call.getByRole('button', { name: /^Messages/ })).toHaveCount(0);
  await expect.poll(() => telnyx.calls().length).toBe(1);
});
