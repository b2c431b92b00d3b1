import { Notification } from 'electron';

/** Something to say in passing. */
export interface BriefText {
  readonly title: string;
  readonly body: string;
}

const mostKept = 5;

/** Shows notifications that need no answer. */
export class BriefNotifications {
  /** Those that are not referred to are collected, and with them what a press on them does. */
  #kept: readonly Notification[] = [];

  /** False where the system shows none. */
  show({ title, body }: BriefText, onClick: () => void): boolean {
    if (!Notification.isSupported()) {
      return false;
    }
    const notification = new Notification({ title, body });
    notification.on('click', onClick);
    this.#kept = [notification, ...this.#kept].slice(0, mostKept);
    notification.show();
    return true;
  }
}
