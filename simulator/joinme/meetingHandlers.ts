import type { Answer } from '../answer.ts';
import { invalidRequest, notFound } from './answer.ts';
import type { ApiRequest, Handler } from './apiRequest.ts';
import { goodAnswer } from './goodAnswer.ts';
import { parseInstant } from './instant.ts';
import { readMeeting } from './meetingBody.ts';
import type { Meeting } from './meetingStore.ts';
import { hasAudio, presentConference, presentFull, presentListed } from './presentMeeting.ts';
import { isFree } from './user.ts';

/** `GET /user`: 201, as its page says. */
export const getUser: Handler = ({ world, user, take }) => {
  const { email, fullName, language, numberOfMeetingsHosted, personalUrl, registrationDate, subscriptionType } = user;
  return goodAnswer(take, 201, {
    email,
    fullName,
    language,
    numberOfMeetingsHosted,
    ...(personalUrl === null || isFree(user) ? {} : { personalUrl }),
    registrationDate,
    subscriptionType,
    ...(hasAudio(world, user) ? { conferenceSettings: presentConference(world, user) } : {}),
  });
};

/** `GET /meetings`: the upcoming ones, up to `endDate` if it is sent. */
export const listMeetings: Handler = ({ world, user, endDate, take }) => {
  const last = endDate === null || world.rules.endDate === 'ignored' ? Number.POSITIVE_INFINITY : parseInstant(endDate);
  if (last === null) return invalidRequest('endDate is no ISO 8601 time');
  const now = world.clock.now();
  const isUpcoming = ({ start, end }: Meeting) => (world.rules.upcoming === 'untilEnd' ? end : start) > now;
  const meetings = world.meetings
    .listOf(user.email)
    .filter((meeting) => isUpcoming(meeting) && meeting.start <= last)
    .map((meeting) => {
      return world.rules.listElements === 'full' ? presentFull(world, user, meeting) : presentListed(meeting);
    });
  return goodAnswer(take, 200, { meetings });
};

/** `GET /meetings/ID`. */
export const getMeeting: Handler = (request) => withMeeting(request, (meeting) => shown(request, 200, meeting));

/** `POST /meetings`; nobody is written to. */
export const createMeeting: Handler = (request) => {
  const settings = readMeeting(request, null);
  if ('status' in settings) return settings;
  const refusal = refusePersonalUrl(request, settings.isAtPersonalUrl);
  return refusal ?? shown(request, 201, request.world.meetings.add(request.user.email, settings));
};

/** `PATCH /meetings/ID`: what is missing or null stays. */
export const editMeeting: Handler = (request) =>
  withMeeting(request, (meeting) => {
    const settings = readMeeting(request, meeting);
    if ('status' in settings) return settings;
    const refusal = refusePersonalUrl(request, settings.isAtPersonalUrl);
    if (refusal !== null) return refusal;
    const changed = { ...meeting, ...settings };
    request.world.meetings.replace(changed);
    return shown(request, 200, changed);
  });

/** `DELETE /meetings/ID`: also ends it if it runs. */
export const cancelMeeting: Handler = (request) =>
  withMeeting(request, (meeting) => {
    const { world, take } = request;
    world.meetings.remove(meeting.id);
    for (const run of world.runs.list()) if (run.meetingId === meeting.id) world.runs.end(run);
    return goodAnswer(take, 204);
  });

/** Goes on with the meeting that the path names, if the user has it. */
export function withMeeting({ world, user, meetingId }: ApiRequest, go: (meeting: Meeting) => Answer): Answer {
  const meeting = world.meetings.find(user.email, meetingId);
  return meeting === null ? notFound('The meeting') : go(meeting);
}

/** The refusal of a personal URL that the user does not have; null if there is nothing to refuse. */
export function refusePersonalUrl({ world, user }: ApiRequest, isAsked: boolean): Answer | null {
  const hasOne = user.personalUrl !== null && !isFree(user);
  if (!isAsked || hasOne || world.rules.missingPersonalUrl === 'code') return null;
  return invalidRequest('the user has no personal URL');
}

function shown({ world, user, take }: ApiRequest, status: 200 | 201, meeting: Meeting): Answer {
  return goodAnswer(take, status, presentFull(world, user, meeting));
}
