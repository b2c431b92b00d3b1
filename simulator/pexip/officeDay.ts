import { minute, officeDays } from '../officeDays.ts';
import { boardroomBookings } from './boardroomBookings.ts';
import { bookMeeting } from './bookMeeting.ts';
import { libraryBookings } from './libraryBookings.ts';
import type { SimulatedMeeting } from './simulatedMeeting.ts';

/** The calendars of a small office's two rooms. */
export interface OfficeDay {
  readonly boardroom: readonly SimulatedMeeting[];
  readonly library: readonly SimulatedMeeting[];
}

/**
 * A small office's week as seen at `now` (milliseconds since the epoch), in this machine's time zone: a stand-up that
 * ends as the budget review begins, two to seven minutes from now on a five-minute mark, overlaps, a meeting across
 * midnight, a walk-in without video, tomorrow and the days after. Whatever the time of day, hours look like office hours.
 */
export function officeDay(now: number): OfficeDay {
  const mark = Math.ceil((now + 2 * minute) / (5 * minute)) * 5 * minute;
  const days = officeDays(now);
  return {
    boardroom: boardroomBookings(mark, days).map((booking) => bookMeeting('boardroom-7', booking)),
    library: libraryBookings(mark, days).map((booking) => bookMeeting('library', booking)),
  };
}
