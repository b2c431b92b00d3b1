import { bookMeeting } from '../../simulator/pexip/bookMeeting.ts';
import type { Simulator } from '../../simulator/simulator.ts';

/** One meeting of an hour. */
export interface PlannedMeeting {
  readonly title: string;
  /** Seconds from now. */
  readonly startsIn: number;
  /** No video address. */
  readonly isElsewhere?: boolean;
}

/** Makes these the room's only meetings, and one tomorrow. */
export function planMeetings({ pexip }: Simulator, meetings: readonly PlannedMeeting[]): void {
  const tomorrow: PlannedMeeting = { title: 'Tomorrow’s stand-up', startsIn: 86_400 };
  pexip.setMeetings(
    'boardroom-7',
    [...meetings, tomorrow].map(({ title, startsIn, isElsewhere }) =>
      bookMeeting('boardroom-7', {
        key: title,
        subject: title,
        organizer: 'Iris Vega',
        start: Date.now() + startsIn * 1_000,
        minutes: 60,
        ...(isElsewhere !== true && { alias: '112233445@video.corp.example' }),
      }),
    ),
  );
}
