import type { ReminderSnooze, ReminderView } from '../../core/model/reminder.ts';
import type { MessageKey } from '../../core/texts/catalog.ts';
import type { Translate } from '../../core/texts/translator.ts';
import type { TimeFormat } from '../../core/time/timeFormat.ts';

/** What a notification says. */
export interface AlertText {
  readonly title: string;
  readonly body: string;
}

/** What the words depend on. */
export interface AlertTextParts {
  /** Ms since 1970. */
  readonly now: number;
  readonly format: TimeFormat;
  readonly translate: Translate;
  /** Whether the system shows buttons; where it does not, the text says what a press does. */
  readonly hasButtons: boolean;
}

/** macOS takes 256 bytes in all (Electron's documentation); a title in any script must leave room for the rest. */
const longestTitle = 48;
const longestPlace = 30;

/** The name of each way to put an alert off. */
export const snoozeLabels: Readonly<Record<ReminderSnooze, MessageKey>> = {
  minute: 'shell:reminders.snooze.minute',
  fiveMinutes: 'shell:reminders.snooze.fiveMinutes',
  start: 'shell:reminders.snooze.start',
};

/** The words of an alert. They stand for a while: times are told by the clock, too. */
export function alertText(view: ReminderView, parts: AlertTextParts): AlertText {
  const { title, place } = view;
  const text = describe(view, parts);
  const where = shorten(place, longestPlace);
  return {
    title: shorten(title, longestTitle),
    body: where === '' ? text : parts.translate('shell:reminders.withPlace', { text, place: where }),
  };
}

function describe({ kind, startsAt }: ReminderView, { now, format, translate, hasButtons }: AlertTextParts): string {
  const start = Date.parse(startsAt);
  const time = format.formatTime(start);
  const minutes = Math.round((start - now) / 60_000);
  if (kind === 'autoJoin') {
    return translate(hasButtons ? 'shell:reminders.joining' : 'shell:reminders.joiningPress');
  }
  if (kind === 'nudge') {
    return translate('shell:reminders.follows', { time });
  }
  if (minutes > 0) {
    return translate('shell:reminders.soon', { minutes: String(minutes), time });
  }
  return translate(now - start < 60_000 ? 'shell:reminders.now' : 'shell:reminders.since', { time });
}

function shorten(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : text;
}
