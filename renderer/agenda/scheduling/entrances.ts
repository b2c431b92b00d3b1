import type { Meeting } from '../../../core/model/meeting.ts';

// What they lead to is not fetched before it is wanted.

/** See `openSchedule`; null is left to Foyer. */
export async function enterSchedule(accountId: string | null): Promise<void> {
  const { openSchedule, openScheduleByKey } = await import('./scheduleActions.ts');
  if (accountId === null) {
    openScheduleByKey();
  } else {
    openSchedule(accountId);
  }
}

/** See `openMeeting`. */
export async function enterMeeting(meeting: Meeting, isAskedToCancel: boolean): Promise<void> {
  const { openMeeting } = await import('./scheduleActions.ts');
  openMeeting(meeting.accountId, meeting.serviceMeetingId, meeting, { isAskedToCancel });
}
