import type { Clock } from '../clock.ts';

/** A desktop that starts Foyer at login may still be starting its panel. */
const longestWait = 20_000;
const lookEvery = 2_000;

/** Waits for somebody to show the tray, as long as a desktop takes to start. Returns whether somebody does. */
export async function awaitTray(lookForHost: () => Promise<boolean>, clock: Clock): Promise<boolean> {
  const until = clock.uptime() + longestWait;
  while (!(await lookForHost())) {
    if (clock.uptime() >= until) {
      return false;
    }
    await new Promise<void>((resolve) => void clock.after(lookEvery, resolve));
  }
  return true;
}
