import { Hono } from 'hono';
import type { LoggedEnvironment } from '../logRequests.ts';
import type { Endpoint } from './endpoint.ts';
import { respond } from './respond.ts';
import type { Handler } from './restRequest.ts';
import * as rooms from './roomHandlers.ts';
import * as sessions from './sessionHandlers.ts';
import type { TelnyxWorld } from './telnyxWorld.ts';
import * as tokens from './tokenHandlers.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** The REST API as its OpenAPI text lists it, below `/v2`; recordings and compositions are left out. */
const table: readonly (readonly [Method, string, Endpoint, Handler])[] = [
  ['GET', '/rooms', 'listRooms', rooms.listRooms],
  ['POST', '/rooms', 'createRoom', rooms.createRoom],
  ['GET', '/rooms/:id', 'getRoom', rooms.getRoom],
  ['PATCH', '/rooms/:id', 'updateRoom', rooms.updateRoom],
  ['DELETE', '/rooms/:id', 'deleteRoom', rooms.deleteRoom],
  ['GET', '/rooms/:id/sessions', 'listRoomSessions', sessions.listRoomSessions],
  ['POST', '/rooms/:id/actions/generate_join_client_token', 'generateToken', tokens.generateToken],
  ['POST', '/rooms/:id/actions/refresh_client_token', 'refreshToken', tokens.refreshToken],
  ['GET', '/room_sessions', 'listSessions', sessions.listSessions],
  ['GET', '/room_sessions/:id', 'getSession', sessions.getSession],
  ['GET', '/room_sessions/:id/participants', 'listSessionParticipants', sessions.listSessionParticipants],
  ['POST', '/room_sessions/:id/actions/end', 'endSession', sessions.endSession],
  ['POST', '/room_sessions/:id/actions/mute', 'muteParticipants', sessions.muteParticipants],
  ['POST', '/room_sessions/:id/actions/unmute', 'unmuteParticipants', sessions.unmuteParticipants],
  ['POST', '/room_sessions/:id/actions/kick', 'kickParticipants', sessions.kickParticipants],
  ['GET', '/room_participants', 'listParticipants', sessions.listParticipants],
  ['GET', '/room_participants/:id', 'getParticipant', sessions.getParticipant],
];

/** The routes of the REST API. */
export function restRoutes(world: TelnyxWorld): Hono<LoggedEnvironment> {
  const routes = new Hono<LoggedEnvironment>();
  for (const [method, path, endpoint, handler] of table) {
    routes.on(method, path, (context) => respond(world, context, { endpoint, handler }));
  }
  return routes;
}
