import type { AgendaEntry } from '../../core/agendaView/agendaEntry.ts';
import type { Overlap } from '../../core/agendaView/overlaps.ts';
import type { MeetingChange } from '../../core/model/foyerState.ts';
import type { Meeting } from '../../core/model/meeting.ts';
import type { RemindersSlice } from '../../core/model/reminder.ts';
import { joinsByItself } from '../../core/reminders/reminderMemory.ts';
import type { TimeFormat } from '../../core/time/timeFormat.ts';
import { text } from '../common/texts.ts';
import { instantText } from './instantText.ts';
import type { TitleOf } from './titles.ts';

/** Who invited: the name, else the address. */
export function organizerText(meeting: Meeting): string {
  return meeting.organizerName.trim() || meeting.organizerEmail.trim();
}

/** "overlaps Budget review and 2 more". */
export function overlapText({ other, count }: Overlap, titleOf: TitleOf): string {
  const subject = titleOf(other.meeting);
  return count === 1
    ? text('agenda:meeting.overlaps', { subject })
    : text('agenda:meeting.overlapsMore', { subject, count: count - 1 });
}

/** What was decided about a meeting: "Hidden", "joins by itself", or nothing. */
export function reminderText(meeting: Meeting, reminders: RemindersSlice): string {
  if (reminders.hiddenKeys.includes(meeting.key)) {
    return text('agenda:reminders.isHidden');
  }
  return joinsByItself(meeting, reminders) === 'never' ? '' : text('agenda:reminders.joinsByItself');
}

/** "moved from 10:00", or nothing for a meeting that was not moved. */
export function movedText(
  meetingKey: string,
  changes: readonly MeetingChange[],
  now: number,
  format: TimeFormat,
): string {
  const change = changes.find((candidate) => candidate.kind === 'moved' && candidate.key === meetingKey);
  return change === undefined ? '' : text('agenda:meeting.movedFrom', { time: instantText(change.from, now, format) });
}

/** "until Wed 01:00" for a meeting that ends on another day than it starts. */
export function endText({ startsAt, endsAt }: AgendaEntry, format: TimeFormat): string {
  // An end at midnight sharp belongs to the day before it.
  return format.formatDay(startsAt) === format.formatDay(endsAt - 1)
    ? ''
    : text('agenda:meeting.endsOn', { day: format.formatWeekday(endsAt), time: format.formatTime(endsAt) });
}
