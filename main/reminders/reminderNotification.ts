import type { NotificationConstructorOptions } from 'electron';
import type { ReminderAnswer, ReminderView } from '../../core/model/reminder.ts';
import type { Translate } from '../../core/texts/translator.ts';
import { type AlertText, snoozeLabels } from './alertText.ts';
import type { OnReminderAnswer, ReminderSurface } from './reminderSurface.ts';

/** A notification of the system, as far as it is used. */
export interface SystemNotification {
  on(event: 'show' | 'click', listener: () => void): unknown;
  on(event: 'failed', listener: (event: unknown, error: string) => void): unknown;
  on(event: 'action', listener: (event: { readonly actionIndex: number }) => void): unknown;
  show(): void;
  close(): void;
}

/** What notifying works with. */
export interface ReminderNotificationParts {
  readonly isSupported: () => boolean;
  readonly create: (options: NotificationConstructorOptions) => SystemNotification;
  readonly platform: NodeJS.Platform;
  readonly after: (delay: number, run: () => void) => () => void;
  readonly textOf: (view: ReminderView) => AlertText;
  readonly translate: Translate;
  /** What a press on the notification itself does. */
  readonly click: () => 'card' | 'join';
  readonly onAnswer: OnReminderAnswer;
  /** The system shows no notifications, or not this one. */
  readonly onUnseen: (view: ReminderView, reason: string) => void;
}

interface Button {
  readonly text: string;
  readonly answer: ReminderAnswer;
}

/** A daemon that shows a notification says so within that time (ms). */
const shownWithin = 3_000;

/** Alerts as the system's notifications. Those that are open are referred to: others are collected, and pressing them does nothing. */
export class ReminderNotification implements ReminderSurface {
  readonly #parts: ReminderNotificationParts;
  readonly #shown = new Map<string, { readonly notification: SystemNotification; readonly stopWaiting: () => void }>();

  constructor(parts: ReminderNotificationParts) {
    this.#parts = parts;
  }

  show(view: ReminderView): void {
    const { isSupported, onUnseen } = this.#parts;
    if (!isSupported()) {
      onUnseen(view, 'not supported');
      return;
    }
    try {
      this.#show(view);
    } catch (error) {
      onUnseen(view, String(error));
    }
  }

  withdraw(alertId: string): void {
    const shown = this.#shown.get(alertId);
    this.#shown.delete(alertId);
    shown?.stopWaiting();
    shown?.notification.close();
  }

  #show(view: ReminderView): void {
    const { create, textOf, onAnswer, onUnseen, platform, after } = this.#parts;
    const { alertId } = view;
    const buttons = this.#buttonsOf(view);
    const notification = create({
      ...textOf(view),
      // Foyer has sounds of its own: systems would each play another one, or none.
      silent: true,
      timeoutType: 'never',
      ...(buttons.length > 0 && { actions: buttons.map(({ text }) => ({ type: 'button', text })) }),
    });
    // On Linux nothing says that there is no daemon, other than that nothing says that it was shown.
    const stopWaiting =
      platform === 'linux' ? after(shownWithin, () => onUnseen(view, 'nothing showed it')) : (): void => undefined;
    this.#shown.set(alertId, { notification, stopWaiting });
    notification.on('show', stopWaiting);
    notification.on('failed', (_event, error) => {
      stopWaiting();
      onUnseen(view, error);
    });
    notification.on('click', () => onAnswer(alertId, this.#clickAnswer(view)));
    notification.on('action', ({ actionIndex }) => {
      const button = buttons[actionIndex];
      if (button !== undefined) {
        onAnswer(alertId, button.answer);
      }
    });
    notification.show();
  }

  /** Whoever stops a countdown wants to see what there is instead. */
  #clickAnswer({ kind, canJoin }: ReminderView): ReminderAnswer {
    return { kind: kind !== 'autoJoin' && canJoin && this.#parts.click() === 'join' ? 'join' : 'open' };
  }

  #buttonsOf({ kind, canJoin, snoozes }: ReminderView): readonly Button[] {
    const { translate, platform } = this.#parts;
    if (!hasButtons(platform)) {
      return [];
    }
    if (kind === 'autoJoin') {
      return [{ text: translate('shell:reminders.stop'), answer: { kind: 'stopAutoJoin' } }];
    }
    return [
      ...(canJoin ? [{ text: translate('shell:reminders.join'), answer: { kind: 'join' } } as const] : []),
      ...snoozes.map((until) => ({ text: translate(snoozeLabels[until]), answer: { kind: 'snooze', until } }) as const),
    ];
  }
}

/** Electron offers no buttons on Linux. */
export function hasButtons(platform: NodeJS.Platform): boolean {
  return platform === 'darwin' || platform === 'win32';
}
