import { formatInstant } from './instant.ts';
import { type JoinmeWorld, linkBase } from './joinmeWorld.ts';
import type { Meeting, MeetingSettings } from './meetingStore.ts';
import { isFree, type User } from './user.ts';

/** Last part of a viewer link: the personal name if it is asked for and there is one, else the code. */
export function placeOf(
  user: User,
  { isAtPersonalUrl }: Pick<MeetingSettings, 'isAtPersonalUrl'>,
  code: string,
): string {
  return isAtPersonalUrl && user.personalUrl !== null && !isFree(user) ? user.personalUrl : code;
}

/** The viewer link to a place. */
export function viewerLink(world: JoinmeWorld, place: string): string {
  return `${linkBase(world)}/${place}`;
}

/** Whether a user has an audio conference: free ones lack its settings (published); that theirs lack it too is a guess. */
export function hasAudio(world: JoinmeWorld, user: User): boolean {
  return !isFree(user) || world.rules.freeUsersHaveAudio;
}

/** A user's audio conference as the API shows it. */
export function presentConference(world: JoinmeWorld, { conferenceId, organizerCode }: User): object {
  const conferenceCallNumbersUrl = `${linkBase(world)}/api/public/intphone.aspx?conferenceId=${conferenceId}`;
  return { conferenceId, conferenceCallNumbersUrl, organizerCode };
}

/** What an element of the list shows. */
export function presentListed({ id, name, start, end, isAtPersonalUrl }: Meeting): Readonly<Record<string, unknown>> {
  return {
    meetingId: id,
    meetingName: name,
    meetingStart: formatInstant(start),
    meetingEnd: formatInstant(end),
    startWithPersonalUrl: isAtPersonalUrl,
  };
}

/** What a meeting shows that is fetched by itself. */
export function presentFull(world: JoinmeWorld, user: User, meeting: Meeting): Readonly<Record<string, unknown>> {
  return {
    ...presentListed(meeting),
    participants: meeting.participants,
    ...(hasAudio(world, user) ? { conferenceId: user.conferenceId } : {}),
    viewerLink: viewerLink(world, placeOf(user, meeting, meeting.code)),
  };
}
