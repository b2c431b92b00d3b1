import { afterEach, expect, test, vi } from 'vitest';
import { awaitTray } from '../../../main/shell/awaitTray.ts';
import { startFakeTime } from '../../helpers/fakeTime.ts';

afterEach(() => vi.useRealTimers());

test.each([
  ['is there', 0, true],
  ['comes while the desktop starts', 9_000, true],
  ['never comes', Number.POSITIVE_INFINITY, false],
])('a panel that %s', async (_name, after, expected) => {
  const time = startFakeTime();
  const start = time.clock.uptime();
  const found = awaitTray(async () => time.clock.uptime() - start >= after, time.clock);
  await time.advance(30_000);
  expect(await found).toBe(expected);
  expect(vi.getTimerCount()).toBe(0);
});
