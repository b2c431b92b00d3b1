import { roomAlias } from './aliases.ts';
import { bookMeeting } from './bookMeeting.ts';
import type { SimulatedMeeting } from './simulatedMeeting.ts';

/**
 * Meetings across changes of summer time in 2026, to be looked at in the zone that they name: Berlin's clocks jump from
 * 02:00 to 03:00 on 29 March and back from 03:00 to 02:00 on 25 October, New York's from 02:00 to 03:00 on 8 March.
 */
export function daylightSavingMeetings(): readonly SimulatedMeeting[] {
  const book = (key: string, subject: string, start: string, minutes: number) =>
    bookMeeting('daylight-saving', {
      key,
      subject,
      organizer: 'Nils Aro',
      start: Date.parse(start),
      minutes,
      alias: roomAlias('night-shift'),
    });
  return [
    book('new-york', 'Night shift, New York, an hour is skipped', '2026-03-08T06:30:00Z', 60),
    book('berlin-spring', 'Night shift, Berlin, an hour is skipped', '2026-03-29T00:30:00Z', 60),
    book('berlin-autumn', 'Night shift, Berlin, an hour comes twice', '2026-10-25T00:30:00Z', 60),
  ];
}
