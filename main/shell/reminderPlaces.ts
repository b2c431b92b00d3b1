import type { WindowBounds } from '../settings/settingsFile.ts';
import type { Screen } from './panelPlace.ts';

/** A screen by the system's id. */
export interface NumberedScreen extends Screen {
  readonly id: number;
}

/** Where a reminder stands on one screen. */
export interface ReminderPlace {
  readonly screenId: number;
  readonly bounds: WindowBounds;
}

/** The small reminder, as its page is laid out. */
export const smallReminder = { width: 388, height: 180 } as const;
/** Room between the small reminder and the edges of the work area. */
const margin = 12;

/**
 * Where reminders go, on every screen: the small one into the top right of the work area, the full one over all of it.
 * Screens that show the same part of the desktop, and those without any extent, count once and not at all.
 */
export function placeReminders(size: 'small' | 'full', screens: readonly NumberedScreen[]): readonly ReminderPlace[] {
  const seen = new Set<string>();
  return screens.flatMap(({ id, bounds, workArea }) => {
    const area = size === 'full' ? bounds : workArea;
    const name = JSON.stringify([bounds.x, bounds.y, bounds.width, bounds.height]);
    if (seen.has(name) || area.width <= 0 || area.height <= 0) {
      return [];
    }
    seen.add(name);
    return [{ screenId: id, bounds: size === 'full' ? { ...pick(area) } : inCorner(area) }];
  });
}

function inCorner(area: WindowBounds): WindowBounds {
  const width = Math.min(smallReminder.width, area.width);
  const height = Math.min(smallReminder.height, area.height);
  return {
    x: area.x + area.width - width - Math.min(margin, area.width - width),
    y: area.y + Math.min(margin, area.height - height),
    width,
    height,
  };
}

function pick({ x, y, width, height }: WindowBounds): WindowBounds {
  return { x, y, width, height };
}
