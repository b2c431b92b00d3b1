/**
 * Where windows are to appear: on the desktop of whoever started this, or on one of our own without a screen. Root never
 * runs Electron, and so never uses a real one. `FOYER_DESKTOP=virtual` keeps test windows off the screen.
 *
 * @returns {'real' | 'virtual'}
 */
export function desktopKind() {
  if (process.platform !== 'linux') {
    return 'real';
  }
  const hasScreen = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return hasScreen && process.getuid?.() !== 0 && process.env.FOYER_DESKTOP !== 'virtual' ? 'real' : 'virtual';
}
