import type { App } from 'electron';

const hiddenSwitch = 'hidden';

/** Has Foyer start without a window. */
export const hiddenArgument = `--${hiddenSwitch}`;

/** Whether this run begins without a window: it was asked to, or macOS, which hands no arguments on, started it at login. */
export function startsHidden(
  app: Pick<App, 'commandLine' | 'getLoginItemSettings'>,
  platform: NodeJS.Platform,
): boolean {
  return (
    app.commandLine.hasSwitch(hiddenSwitch) || (platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin)
  );
}
