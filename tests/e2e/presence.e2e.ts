import type { AgendaBridge } from '../../preload/agendaBridge.ts';
import { connectBoardroom, expect, test } from '../helpers/foyerTest.ts';

test('a date that was set is told to the window, and the agenda is asked for after a sleep', async ({
  launch,
  simulator,
}) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  await page.evaluate(() => {
    const { foyer: bridge } = globalThis as unknown as { foyer: AgendaBridge };
    bridge.onClockJumped(() => Object.assign(globalThis, { hasJumped: true }));
  });
  const hasJumped = (): Promise<boolean> => page.evaluate(() => 'hasJumped' in globalThis);
  await foyer.app.evaluate(({ app }) => app.emit('browser-window-focus', {}, null));
  expect(await hasJumped()).toBe(false);
  await foyer.app.evaluate(({ app }) => {
    const read = Date.now;
    Date.now = () => read() + 3_600_000;
    app.emit('browser-window-focus', {}, null);
  });
  await expect.poll(hasJumped).toBe(true);

  const asked = simulator.pexip.requests().length;
  await foyer.app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
  });
  // What was good a moment ago is asked for again a third of a minute after it was.
  await expect.poll(() => simulator.pexip.requests().length, { timeout: 35_000 }).toBeGreaterThan(asked);
});
