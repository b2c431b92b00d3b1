import type { CommandLine } from 'electron';

/**
 * On Wayland, Chromium asks the desktop for keys (the GlobalShortcuts portal). The first feature stands for that, the
 * second one for proposing which keys; Electron has them on by itself only since electron/electron#52221.
 */
const portalFeatures = ['GlobalShortcutsPortal', 'GlobalShortcutsPortalPreferredTrigger'];

/** Media keys belong to whoever plays music: neither a call nor a reminder's sound is anything to be paused by them. */
const mediaKeyFeatures = ['HardwareMediaKeyHandling', 'MediaSessionService'];

type Switches = Pick<CommandLine, 'getSwitchValue' | 'appendSwitch'>;

/** Must run before Electron is ready. What was enabled already stays so: of two such switches Chromium sees the last. */
export function askDesktopForKeys(commandLine: Switches, platform: NodeJS.Platform): void {
  if (platform === 'linux') {
    addFeatures(commandLine, 'enable-features', portalFeatures);
  }
}

/** As {@link askDesktopForKeys}, before Electron is ready: leaves the keys for media to others. */
export function leaveMediaKeys(commandLine: Switches): void {
  addFeatures(commandLine, 'disable-features', mediaKeyFeatures);
}

function addFeatures(commandLine: Switches, name: string, features: readonly string[]): void {
  const before = commandLine.getSwitchValue(name).split(',');
  const all = new Set([...before.filter((feature) => feature !== ''), ...features]);
  commandLine.appendSwitch(name, [...all].join(','));
}

/**
 * Whether the desktop decides by itself which keys reach a program, and when: Wayland's do. What Electron says of a
 * registration is then worth little: yes before anybody was asked (electron/electron#52218), and yes for keys that only
 * come while a program of X11 is in front.
 */
export function isDecidedByDesktop(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const isWayland = environment['XDG_SESSION_TYPE'] === 'wayland' || (environment['WAYLAND_DISPLAY'] ?? '') !== '';
  return platform === 'linux' && isWayland;
}
