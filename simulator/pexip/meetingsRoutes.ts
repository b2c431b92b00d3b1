import { Hono } from 'hono';
import type { Answer } from '../answer.ts';
import type { LoggedEnvironment } from '../logRequests.ts';
import { failure, success, undocumented } from './answer.ts';
import { clientOfBearer } from './credentials.ts';
import type { TakeFault } from './fault.ts';
import { unauthorized } from './faultyAnswer.ts';
import { meetingList } from './meetingList.ts';
import { parseMeetingQuery } from './meetingQuery.ts';
import type { PexipWorld } from './pexipWorld.ts';
import { respond } from './respond.ts';
import type { SimulatedClient } from './simulatedMeeting.ts';

/** `GET /v1/meetings`: the calendar of the client whose token is shown. */
export function meetingsRoutes(world: PexipWorld): Hono<LoggedEnvironment> {
  return new Hono<LoggedEnvironment>().get('/v1/meetings', (context) => {
    const client = clientOfBearer(world, context.req.header('authorization'));
    const { searchParams } = new URL(context.req.url);
    return respond(world, context, {
      endpoint: 'meetings',
      clientId: client?.id ?? null,
      answer: (take) => listMeetings(world, client, searchParams, take),
    });
  });
}

function listMeetings(
  world: PexipWorld,
  client: SimulatedClient | null,
  searchParams: URLSearchParams,
  take: TakeFault,
): Answer {
  if (client === null) return unauthorized('meetings');
  if (take('tokenRevoked')) {
    world.tokens.revoke(client.id);
    return unauthorized('meetings');
  }
  if (!client.hasMailbox) return failure(404, 'not_found');
  const query = parseMeetingQuery(searchParams);
  if ('problem' in query) return undocumented('invalid_request', query.problem);
  return success(meetingList(client.meetings, query, world.clock.now(), take));
}
