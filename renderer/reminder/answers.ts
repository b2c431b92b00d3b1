import type { ReminderSnooze, ReminderView } from '../../core/model/reminder.ts';
import { snoozesFor } from '../../core/reminders/reminderMemory.ts';
import type { MessageKey } from '../../core/texts/catalog.ts';
import type { ReminderAskArgument } from '../../preload/reminderChannels.ts';
import { reminderBridge } from './reminderBridge.ts';

/** One answer that can be given. */
export interface Answer {
  readonly label: MessageKey;
  readonly says: ReminderAskArgument<'answerReminder'>;
  /** Its key, as it is shown and as the browser names it; null for one of several of its kind that has none. */
  readonly key: { readonly shown: MessageKey; readonly name: string } | null;
}

/** The answers that an alert has at a time. */
export interface Answers {
  readonly join: Answer | null;
  /** The one that has the key first, then the others, shortest first. */
  readonly snoozes: readonly Answer[];
  /** Takes the alert away, or stops what it announces. */
  readonly dismiss: Answer;
  readonly hide: Answer | null;
}

const snoozeLabels: Readonly<Record<ReminderSnooze, MessageKey>> = {
  minute: 'reminder:snooze.minute',
  fiveMinutes: 'reminder:snooze.fiveMinutes',
  start: 'reminder:snooze.start',
};

const keys = {
  join: { shown: 'reminder:keys.join', name: 'Enter' },
  snooze: { shown: 'reminder:keys.snooze', name: 'S' },
  dismiss: { shown: 'reminder:keys.dismiss', name: 'Escape' },
  hide: { shown: 'reminder:keys.hide', name: 'H' },
} as const;

/** The answers to an alert at `now` (ms since 1970): to put it off to what is over is none. */
export function answersTo({ kind, canJoin, startsAt, endsAt }: ReminderView, now: number): Answers {
  if (kind === 'autoJoin') {
    return {
      join: { label: 'reminder:joinNow', says: { kind: 'join' }, key: keys.join },
      snoozes: [],
      dismiss: { label: 'reminder:stop', says: { kind: 'stopAutoJoin' }, key: keys.dismiss },
      hide: null,
    };
  }
  const snoozes = snoozesFor({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) }, now);
  const first = snoozes.includes('start') ? 'start' : snoozes[0];
  return {
    join: canJoin ? { label: 'reminder:join', says: { kind: 'join' }, key: keys.join } : null,
    snoozes: [...snoozes]
      .toSorted((a, b) => Number(b === first) - Number(a === first))
      .map((until) => ({
        label: snoozeLabels[until],
        says: { kind: 'snooze', until },
        key: until === first ? keys.snooze : null,
      })),
    dismiss: { label: 'reminder:dismiss', says: { kind: 'dismiss' }, key: keys.dismiss },
    hide: { label: 'reminder:hide', says: { kind: 'hide' }, key: keys.hide },
  };
}

/** The answer that a key gives, if any. */
export function answerOf({ join, snoozes, dismiss, hide }: Answers, pressed: string): Answer | undefined {
  return [join, ...snoozes, dismiss, hide]
    .filter((answer) => answer !== null)
    .find(({ key }) => key?.name.toLowerCase() === pressed.toLowerCase());
}

/** Gives an answer; the window goes with it. */
export function give({ says }: Answer): void {
  void reminderBridge.answerReminder(says);
}
