import type { ReminderAnswer, ReminderView } from '../../core/model/reminder.ts';

/**
 * Somewhere that alerts are seen: the system's notifications, a window. One alert is shown at a time. A surface only shows
 * and tells; what becomes of an alert is decided by the keeper, which also takes it away from all other surfaces.
 */
export interface ReminderSurface {
  /** Shows an alert in the place of the one before. Must not throw. */
  show(view: ReminderView): void;
  /** Takes an alert away; does nothing when it is not shown any more. Must not throw, and does not count as an answer. */
  withdraw(alertId: string): void;
}

/** How a surface hands an answer over, once for each alert; later ones are ignored. Given to it when it is made. */
export type OnReminderAnswer = (alertId: string, answer: ReminderAnswer) => void;
