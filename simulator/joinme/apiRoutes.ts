import { Hono } from 'hono';
import type { LoggedEnvironment } from '../logRequests.ts';
import { type Handler, respondToUser } from './apiRequest.ts';
import type { ApiEndpoint } from './fault.ts';
import type { JoinmeWorld } from './joinmeWorld.ts';
import * as meetings from './meetingHandlers.ts';
import { startNow, startScheduled } from './startHandlers.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** The REST API below `/v1`, without its calls for companies (`/presenters`) and one whose path is not known. */
const table: readonly (readonly [Method, string, ApiEndpoint, Handler])[] = [
  ['GET', '/v1/user', 'user', meetings.getUser],
  ['GET', '/v1/meetings', 'listMeetings', meetings.listMeetings],
  ['POST', '/v1/meetings', 'createMeeting', meetings.createMeeting],
  ['POST', '/v1/meetings/start', 'startNow', startNow],
  ['POST', '/v1/meetings/:meetingId/start', 'startScheduled', startScheduled],
  ['GET', '/v1/meetings/:meetingId', 'getMeeting', meetings.getMeeting],
  ['PATCH', '/v1/meetings/:meetingId', 'editMeeting', meetings.editMeeting],
  ['DELETE', '/v1/meetings/:meetingId', 'cancelMeeting', meetings.cancelMeeting],
];

/** The routes of the REST API. */
export function apiRoutes(world: JoinmeWorld): Hono<LoggedEnvironment> {
  const routes = new Hono<LoggedEnvironment>();
  for (const [method, path, endpoint, handler] of table) {
    routes.on(method, path, (context) => respondToUser(world, context, { endpoint, handler }));
  }
  return routes;
}
