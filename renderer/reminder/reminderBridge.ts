import type { ReminderBridge } from '../../preload/reminderBridge.ts';

declare global {
  interface Window {
    /** The only door of this window to the rest of the program. */
    readonly foyerReminder: ReminderBridge;
  }
}

/** The bridge to main. */
export const reminderBridge: ReminderBridge = window.foyerReminder;
