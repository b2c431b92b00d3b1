import type { Meeting } from '../../core/model/meeting.ts';
import { meetingKey } from '../../core/model/meeting.ts';

/** A meeting for tests of pure rules: what is not said about it is ordinary. */
export function buildMeeting(id: string, start: string, minutes: number, other: Partial<Meeting> = {}): Meeting {
  const startInstant = new Date(start).toISOString();
  const accountId = other.accountId ?? 'boardroom';
  return {
    key: meetingKey(accountId, id, startInstant),
    accountId,
    serviceMeetingId: id,
    subject: `Meeting ${id}`,
    organizerName: 'Iris Vega',
    organizerEmail: 'iris@example.com',
    start: startInstant,
    end: new Date(Date.parse(startInstant) + minutes * 60_000).toISOString(),
    address: `${id}@video.example.com`,
    badge: null,
    ...other,
  };
}
