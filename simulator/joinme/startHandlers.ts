import type { Answer } from '../answer.ts';
import type { ApiRequest, Handler } from './apiRequest.ts';
import { goodAnswer } from './goodAnswer.ts';
import { type JoinmeWorld, linkBase } from './joinmeWorld.ts';
import { isTrue, readScheduledStart, readStart } from './meetingBody.ts';
import { refusePersonalUrl, withMeeting } from './meetingHandlers.ts';
import { hasAudio, placeOf, presentConference, viewerLink } from './presentMeeting.ts';
import type { NewRun } from './runStore.ts';

/** `POST /meetings/start`: a meeting at once, at a new code or at the personal URL. */
export const startNow: Handler = (request) => {
  const order = readStart(request);
  if ('status' in order) return order;
  const { world, user } = request;
  const isAtPersonalUrl = isTrue(order.startWithPersonalUrl);
  const refusal = refusePersonalUrl(request, isAtPersonalUrl);
  if (refusal !== null) return refusal;
  const place = placeOf(user, { isAtPersonalUrl }, world.meetings.newCode());
  const name = `${user.fullName}'s meeting`;
  return start(request, { email: user.email, meetingId: null, name, place }, order.webhooks !== undefined);
};

/** `POST /meetings/ID/start`: where, is kept in the meeting. A second start gives a new presenter link. */
export const startScheduled: Handler = (request) =>
  withMeeting(request, (meeting) => {
    const order = readScheduledStart(request);
    if ('status' in order) return order;
    const { email } = request.user;
    const place = placeOf(request.user, meeting, meeting.code);
    return start(request, { email, meetingId: meeting.id, name: meeting.name, place }, order.webhooks !== undefined);
  });

function start({ world, user, take }: ApiRequest, newRun: NewRun, hasWebhooks: boolean): Answer {
  const run = world.runs.begin(newRun);
  return goodAnswer(take, 201, {
    presenterLink: presenterLink(world, world.runs.issuePresenterToken(run, world.rules.presenterSeconds)),
    viewerLink: viewerLink(world, run.place),
    ...(hasAudio(world, user) ? { audioConference: presentConference(world, user) } : {}),
    // Its layout is not known; nobody is called back.
    ...(hasWebhooks ? { webhooksStatus: {} } : {}),
  });
}

function presenterLink(world: JoinmeWorld, token: string): string {
  return `${linkBase(world)}/API/Public/StartMeeting.aspx?token=${token}`;
}
