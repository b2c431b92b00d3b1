import { describe, expect, test } from 'vitest';
import { commandsByHand } from '../../../main/shortcuts/commandsByHand.ts';
import { askDesktopForKeys, isDecidedByDesktop, leaveMediaKeys } from '../../../main/shortcuts/desktopKeys.ts';

describe('the desktop', () => {
  test.each([
    ['linux', { XDG_SESSION_TYPE: 'wayland' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0', XDG_SESSION_TYPE: 'x11' }, true],
    ['linux', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }, false],
    ['linux', {}, false],
    ['darwin', { XDG_SESSION_TYPE: 'wayland' }, false],
  ] as const)('of %s with %o decides about keys: %s', (platform, environment, isDecided) => {
    expect(isDecidedByDesktop(platform, environment)).toBe(isDecided);
  });

  test.each([
    ['linux', '', 'GlobalShortcutsPortal,GlobalShortcutsPortalPreferredTrigger'],
    ['linux', 'Other,GlobalShortcutsPortal', 'Other,GlobalShortcutsPortal,GlobalShortcutsPortalPreferredTrigger'],
    ['win32', 'Other', undefined],
  ] as const)('is asked on %s beside %o', (platform, enabled, expected) => {
    const switches = new Map<string, string | undefined>();
    askDesktopForKeys(
      { getSwitchValue: () => enabled, appendSwitch: (name, value) => switches.set(name, value) },
      platform,
    );
    expect(switches.get('enable-features')).toBe(expected);
  });
});

test('keys for media are left to others, beside what was switched off already', () => {
  const switches = new Map<string, string | undefined>();
  leaveMediaKeys({ getSwitchValue: () => 'Other', appendSwitch: (name, value) => switches.set(name, value) });
  expect(switches.get('disable-features')).toBe('Other,HardwareMediaKeyHandling,MediaSessionService');
});

describe('a command to bind by hand', () => {
  test('hands a link to whatever opens links', () => {
    expect(commandsByHand(true, ['/opt/Foyer/foyer'])).toEqual({
      joinNext: 'xdg-open foyer:join/next',
      open: 'xdg-open foyer:agenda',
      newRoom: 'xdg-open foyer:new',
    });
  });

  test('starts Foyer where nothing opens them, wherever it lies', () => {
    const commands = commandsByHand(false, ["/home/me/Bob's apps/Foyer.AppImage"]);
    expect(commands?.joinNext).toBe("'/home/me/Bob'\\''s apps/Foyer.AppImage' foyer:join/next");
  });
});
