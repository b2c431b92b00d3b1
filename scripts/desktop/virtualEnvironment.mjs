import { electronRuntime, electronVariables } from '../setup/electronRuntime.mjs';

/** What belongs to the desktop or the account of whoever started us, and must not leak into the virtual one. */
const foreign =
  /^(DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|XDG_.*|DBUS_.*|DESKTOP_SESSION|GNOME_.*|SSH_.*|SUDO_.*|MAIL|npm_.*|INIT_CWD)$/;

/**
 * The environment of a command on a virtual desktop.
 *
 * @param {import('./workplace.mjs').Workplace} workplace
 * @param {import('./desktopUser.mjs').DesktopUser | undefined} user
 * @param {import('./runOnDesktop.mjs').DesktopOptions} options
 * @returns {NodeJS.ProcessEnv}
 */
export function virtualEnvironment(workplace, user, { keyring, env }) {
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return {
    LANG: 'C.UTF-8',
    ...Object.fromEntries(own),
    ...(user && { USER: user.name, LOGNAME: user.name, SHELL: '/bin/sh' }),
    HOME: workplace.home,
    TMPDIR: workplace.temporary,
    XDG_RUNTIME_DIR: workplace.runtime,
    XDG_SESSION_TYPE: 'x11',
    // Electron chooses its keyring by the desktop's name.
    ...(keyring && { XDG_CURRENT_DESKTOP: 'GNOME' }),
    // Assistive technology's bus is not there; asking for it costs GTK programs a second each.
    NO_AT_BRIDGE: '1',
    ...electronVariables(electronRuntime(workplace.root)),
    ...env,
  };
}
