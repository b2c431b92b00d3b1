import type { ReminderView } from '../../core/model/reminder.ts';
import type { AlertMoment } from '../../core/reminders/alertMoment.ts';
import { countdownTo } from '../../core/time/countdown.ts';
import { durationOf } from '../../core/time/duration.ts';
import { text } from './texts.ts';

const minute = 60_000;
const hour = 60 * minute;

/** When it starts, in one line: "In 2 min", "Started 1 min ago". */
export function whenLine(kind: ReminderView['kind'], moment: AlertMoment): string {
  return text(`reminder:when.${kind}.${moment.kind}`, { length: lengthText(moment) });
}

/** The same in two: "Starts in", and what is written large below it, with seconds. */
export function whenFigure(
  kind: ReminderView['kind'],
  moment: AlertMoment,
): { readonly above: string; readonly figure: string } {
  const length = moment.kind === 'ahead' && kind !== 'autoJoin' ? clockText(moment.left) : lengthText(moment);
  return {
    above: text(`reminder:above.${kind}.${moment.kind}`),
    figure: text(`reminder:figure.${moment.kind}`, { length }),
  };
}

function lengthText(moment: AlertMoment): string {
  if (moment.kind === 'now') {
    return '';
  }
  const passed = moment.kind === 'since' ? Math.floor(moment.passed / minute) * minute : 0;
  const { unit, ...pieces } = moment.kind === 'ahead' ? countdownTo(moment.left, 0) : durationOf(passed);
  if (unit === 'days' || unit === 'daysAndHours') {
    return text('reminder:length.days', { count: 'days' in pieces ? pieces.days : 0 });
  }
  return text(`reminder:length.${unit}`, pieces);
}

/** "1:42"; from an hour on, the words. */
function clockText(left: number): string {
  const seconds = Math.ceil(left / 1_000);
  if (left >= hour) {
    return lengthText({ kind: 'ahead', left });
  }
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
