import { expect, test } from 'vitest';
import { hasSessionBus } from '../../../main/shell/sessionBus.ts';

const exists = (path: string): boolean => path === '/run/user/1000/bus';

test.each([
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' }, true],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:guid=1,path=/run/user/1000/bus' }, true],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' }, false],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/dbus-x,guid=1' }, true],
  [{ XDG_RUNTIME_DIR: '/run/user/1000' }, true],
  [{ XDG_RUNTIME_DIR: '/run/user/1' }, false],
  [{}, false],
])('a Linux with %o has a session bus: %s', (environment, isThere) => {
  expect(hasSessionBus('linux', environment, exists)).toBe(isThere);
});

test('other systems need none', () => {
  expect(hasSessionBus('darwin', {}, exists)).toBe(true);
});
