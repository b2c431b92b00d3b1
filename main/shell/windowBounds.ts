import type { WindowBounds } from '../settings/settingsFile.ts';

/** A rectangle of the desktop, in device-independent pixels. */
export type Area = WindowBounds;

/** As the window opens for the first time; tall and narrow, like the list it shows. */
export const defaultSize = { width: 420, height: 720 } as const;
export const minimumSize = { width: 320, height: 360 } as const;

/** Beyond these (in both directions, and in size) no screen has a place for a window. */
const farthest = 100_000;
const smallest = 100;

/** So much of a window must lie on a screen for a person to get hold of it. */
const graspable = 64;

/**
 * The bounds in the text of the settings file; null when there are none that make sense. They are wanted before the window
 * is made, when there is no time to load what that file is otherwise read with.
 */
export function parseBounds(settings: string): WindowBounds | null {
  const { x, y, width, height } = fieldsOf(fieldsOf(parseJson(settings))['windowBounds']);
  const isPlace = isWithin(x, -farthest, farthest) && isWithin(y, -farthest, farthest);
  return isPlace && isWithin(width, smallest, farthest) && isWithin(height, smallest, farthest)
    ? { x, y, width, height }
    : null;
}

/** As {@link parseBounds}, the theme: a window must not begin in the other one. */
export function parseTheme(settings: string): 'system' | 'light' | 'dark' {
  const { theme } = fieldsOf(parseJson(settings));
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** The remembered bounds as far as they still make sense on these screens; undefined lets the system place the window. */
export function fitBounds(remembered: WindowBounds | null, screens: readonly Area[]): WindowBounds | undefined {
  const screen = screens.find((area) => remembered !== null && isGraspable(remembered, area));
  if (remembered === null || screen === undefined) {
    return undefined;
  }
  const width = Math.min(Math.max(remembered.width, minimumSize.width), screen.width);
  return {
    // A window that became narrower must not end beside the screen.
    x: Math.max(remembered.x, screen.x + graspable - width),
    y: remembered.y,
    width,
    height: Math.min(Math.max(remembered.height, minimumSize.height), screen.height),
  };
}

/** Whether the top edge, where windows are held, lies on the screen for long enough. */
function isGraspable(bounds: WindowBounds, screen: Area): boolean {
  const overlap = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
  const isTopOnScreen = bounds.y >= screen.y && bounds.y + graspable <= screen.y + screen.height;
  return overlap >= graspable && isTopOnScreen;
}

function isWithin(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && low <= value && value <= high;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
