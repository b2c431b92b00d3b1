import type { Line, RoomPhase } from '../../../core/model/room.ts';
import type { HostedRoom } from '../service.ts';
import type { LoggedCall, Ratings } from './parseAnswers.ts';

/**
 * What is known of a room without asking. The text message with the guest's link leaves when the agent signs in with the
 * room's token, not when the room is made (Video Interaction API, `POST /tokens`).
 */
export function describeRoom({ details }: Pick<HostedRoom, 'details'>, phase: RoomPhase): Line | null {
  const isTexted = details['isTexted'] === 'true';
  return phase === 'open' && isTexted ? { message: 'services:eightbyeight.notes.textsOnJoin', values: {} } : null;
}

/** What the call log says of a call that is over. */
export function describeCall({ duration, wasConnected }: LoggedCall, { agent, guest }: Ratings): Line {
  if (!wasConnected) {
    return { message: 'services:eightbyeight.notes.endedWithoutTalk', values: {} };
  }
  const values = { duration: durationText(duration), agent: agent ?? '–', guest: guest ?? '–' };
  return agent === null && guest === null
    ? { message: 'services:eightbyeight.notes.ended', values: { duration: values.duration } }
    : { message: 'services:eightbyeight.notes.rated', values };
}

/** "5:52", which needs no words. */
function durationText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}
