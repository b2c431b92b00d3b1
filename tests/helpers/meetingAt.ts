import type { Meeting } from '../../core/model/meeting.ts';
import { buildMeeting } from './fakeMeetings.ts';

/** A meeting that begins at an instant and lasts so many minutes; its id is in its subject and its address. */
export function meetingAt(id: string, start: string, minutes: number, other: Partial<Meeting> = {}): Meeting {
  const startsAt = Date.parse(start);
  return buildMeeting({
    serviceMeetingId: id,
    subject: `Meeting ${id}`,
    start: new Date(startsAt).toISOString(),
    end: new Date(startsAt + minutes * 60_000).toISOString(),
    address: `${id}@video.example.com`,
    badge: null,
    ...other,
  });
}
