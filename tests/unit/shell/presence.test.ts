import { afterEach, expect, test, vi } from 'vitest';
import type { Presence } from '../../../core/agenda/pollPlan.ts';
import { type PowerSource, PresenceWatch } from '../../../main/shell/presence.ts';
import { startFakeTime } from '../../helpers/fakeTime.ts';

afterEach(() => vi.useRealTimers());

function startWatch(isOnBattery = false) {
  const time = startFakeTime();
  const handlers = new Map<string, () => void>();
  const changes: Partial<Presence>[] = [];
  const network = { isOnline: true };
  const watch = new PresenceWatch({ isOnline: () => network.isOnline }, time.clock);
  watch.onChange((change) => changes.push(change));
  const power = { on: (event: string, handler: () => void) => handlers.set(event, handler) };
  watch.watch({ ...power, isOnBatteryPower: () => isOnBattery } as unknown as PowerSource);
  return { time, network, watch, changes, tell: (event: string): void => handlers.get(event)?.() };
}

test('sleep, lock and power are followed', () => {
  const { watch, changes, tell } = startWatch();
  for (const event of ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'on-battery', 'on-ac']) {
    tell(event);
  }
  expect(changes).toEqual([
    { isAsleep: true },
    { isAsleep: false },
    { isAway: true },
    { isAway: false, isAsleep: false },
    { isOnBattery: true },
    { isOnBattery: false },
  ]);
  expect(watch.presence).toEqual({ isOnline: true, isAsleep: false, isAway: false, isOnBattery: false });
});

test('a machine that starts on its battery is known to', () => {
  expect(startWatch(true).watch.presence.isOnBattery).toBe(true);
});

test('a sleep that only the clocks tell of counts as one', () => {
  const { watch, changes } = startWatch();
  watch.noteSleep();
  expect(changes).toEqual([{ isAsleep: true }, { isAsleep: false }]);
});

test('a lost network is looked for until it is back, and listeners can stop', async () => {
  const { time, network, watch, changes } = startWatch();
  network.isOnline = false;
  watch.checkNetwork();
  watch.checkNetwork();
  await time.advance(30_000);
  network.isOnline = true;
  await time.advance(15_000);
  await time.advance(600_000);
  expect(changes.map(({ isOnline }) => isOnline)).toEqual([false, false, false, false, true]);
  const stop = watch.onChange((change) => changes.push(change));
  stop();
  watch.checkNetwork();
  expect(changes).toHaveLength(6);
});
