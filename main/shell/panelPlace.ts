import type { WindowBounds } from '../settings/settingsFile.ts';

/** A point of the desktop, in device-independent pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const size = { width: 420, height: 640 } as const;
/** Room between the panel and the edges of the screen. */
const margin = 8;

/** Where the panel goes: at the edge of the work area that the tray is at, above or below its icon as far as it fits. */
export function placePanel(icon: Point, workArea: WindowBounds): WindowBounds {
  const width = Math.min(size.width, workArea.width - 2 * margin);
  const height = Math.min(size.height, workArea.height - 2 * margin);
  const left = workArea.x + margin;
  const right = workArea.x + workArea.width - margin - width;
  const isAbove = icon.y < workArea.y + workArea.height / 2;
  return {
    x: Math.min(Math.max(Math.round(icon.x - width / 2), left), right),
    y: isAbove ? workArea.y + margin : workArea.y + workArea.height - margin - height,
    width,
    height,
  };
}

/** One screen: all of it, and what panels leave of it. */
export interface Screen {
  readonly bounds: WindowBounds;
  readonly workArea: WindowBounds;
}

/** The icon's middle; null where the system does not say where it is, which Linux does not (Electron, docs/api/tray.md). */
export function iconPoint({ x, y, width, height }: WindowBounds): Point | null {
  return width === 0 || height === 0 ? null : { x: x + width / 2, y: y + height / 2 };
}

/**
 * Where a tray is likely to be: at the right end of the first panel. The pointer, which has just pressed it, would be
 * better, but Electron learns of its moves only over its own windows.
 */
export function likelyTray(
  primary: Screen,
  others: readonly Screen[],
): { readonly point: Point; readonly screen: Screen } {
  const screen = [primary, ...others].find(hasPanel) ?? primary;
  const { bounds, workArea } = screen;
  const isAbove = workArea.y > bounds.y;
  return { screen, point: { x: bounds.x + bounds.width, y: isAbove ? bounds.y : bounds.y + bounds.height } };
}

function hasPanel({ bounds, workArea }: Screen): boolean {
  return workArea.height < bounds.height || workArea.width < bounds.width;
}

/**
 * Whether programs can place windows. Under Wayland they cannot: a panel could come up anywhere. Chromium notes on its
 * command line which of the two it speaks.
 */
export function canPlaceWindows(
  platform: string,
  ozonePlatform: string,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (platform !== 'linux' || ozonePlatform === 'x11') {
    return true;
  }
  return ozonePlatform !== 'wayland' && env['XDG_SESSION_TYPE'] !== 'wayland';
}
