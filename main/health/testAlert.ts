import type { Notification as SystemNotification } from 'electron';
import type { TestAlert } from '../../core/model/health.ts';
import type { Clock } from '../clock.ts';

/** What a test alert takes. */
export interface TestAlertParts {
  readonly Notification: typeof SystemNotification;
  readonly clock: Clock;
  readonly title: string;
  readonly body: string;
}

/** Systems answer at once, or after their user was asked, or never. */
const patience = 10_000;

/** Shows a notification for real, and waits for what the system says of it. */
export function sendTestAlert({ Notification, clock, title, body }: TestAlertParts): Promise<TestAlert> {
  if (!Notification.isSupported()) {
    return Promise.resolve({ kind: 'unsupported' });
  }
  return new Promise((resolve) => {
    const notification = new Notification({ title, body });
    const cancel = clock.after(patience, () => resolve({ kind: 'unanswered' }));
    notification.once('show', () => {
      cancel();
      resolve({ kind: 'sent' });
    });
    notification.once('failed', (_event, reason) => {
      cancel();
      resolve({ kind: 'failed', reason });
    });
    notification.show();
  });
}
