import fc from 'fast-check';
import { type Meeting, meetingKey } from '../../core/model/meeting.ts';

/** An instant so many minutes after the morning that tests begin at. */
export function at(minutes: number): string {
  return new Date(Date.parse('2026-04-14T08:00:00.000Z') + minutes * 60_000).toISOString();
}

/** A meeting of half an hour; what matters to a test is passed in. */
export function buildMeeting(parts: Partial<Omit<Meeting, 'key'>> & { readonly minutes?: number } = {}): Meeting {
  const { minutes = 60, ...given } = parts;
  const meeting = {
    accountId: 'room-1',
    serviceMeetingId: 'meeting-1',
    subject: 'Budget review',
    organizerName: 'Iris Vega',
    organizerEmail: 'iris.vega@corp.example',
    start: at(minutes),
    end: at(minutes + 30),
    address: '112233445@video.corp.example',
    badge: 'Teams',
    ...given,
  };
  return { ...meeting, key: meetingKey(meeting.accountId, meeting.serviceMeetingId, meeting.start) };
}

/** Lists of one account: few ids and few starts, so that series, moves and repetitions are common. */
export function arbitraryList(accountId = 'room-1'): fc.Arbitrary<readonly Meeting[]> {
  const meeting = fc
    .record({ id: fc.integer({ min: 1, max: 5 }), start: fc.integer({ min: -6, max: 12 }), length: fc.nat({ max: 6 }) })
    .map(({ id, start, length }) =>
      buildMeeting({
        accountId,
        serviceMeetingId: `meeting-${id}`,
        start: at(start * 30),
        end: at((start + length) * 30),
      }),
    );
  return fc.uniqueArray(meeting, { selector: ({ key }) => key, maxLength: 15 });
}
