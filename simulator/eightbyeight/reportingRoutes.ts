import { type Context, Hono } from 'hono';
import type { Answer } from '../answer.ts';
import type { LoggedEnvironment } from '../logRequests.ts';
import type { Account } from './account.ts';
import { failure, success, undocumented } from './answer.ts';
import { parseCallQuery, selectCalls } from './callQuery.ts';
import { callDetail, callRecord } from './callRecord.ts';
import { type ApiCall, accountOfToken, respondToAccount } from './credentials.ts';
import type { EightByEightWorld } from './eightByEightWorld.ts';
import type { TakeFault } from './fault.ts';
import { drawSnapshot } from './snapshot.ts';
import { spoiledDetail, spoiledList, spoiledRecords } from './spoiledReport.ts';

/** The reporting API: it is defined with GET, its samples say POST, so both work. All of it needs `x-token`. */
export function reportingRoutes(world: EightByEightWorld): Hono<LoggedEnvironment> {
  const respond = (context: Context<LoggedEnvironment>, call: Omit<ApiCall, 'account'>) =>
    respondToAccount(world, context, { ...call, account: accountOfToken(world, context.req.header('x-token')) });
  const routes = new Hono<LoggedEnvironment>();
  routes.on(['GET', 'POST'], '/api/v1/call-logs', (context) => {
    const { searchParams } = new URL(context.req.url);
    const answer: ApiCall['answer'] = (account, take) => listCalls(world, account, searchParams, take);
    return respond(context, { endpoint: 'callLogs', answer });
  });
  routes.on(['GET', 'POST'], '/api/v1/calls/:id', (context) => {
    const answer: ApiCall['answer'] = (account, take) => showCall(world, account, context.req.param('id'), take);
    return respond(context, { endpoint: 'call', answer });
  });
  routes.get('/s3/uploads/snapshots/*', (context) => {
    const answer: ApiCall['answer'] = (account) => showSnapshot(world, account, context.req.path);
    return respond(context, { endpoint: 'snapshot', answer });
  });
  return routes;
}

function listCalls(world: EightByEightWorld, account: Account, parameters: URLSearchParams, take: TakeFault): Answer {
  const query = parseCallQuery(parameters);
  if ('problem' in query) return undocumented(world.clock, query.problem);
  const own = world.rooms.list().filter(({ accountId }) => accountId === account.id);
  const { rooms, prevCursor, nextCursor } = selectCalls(own, query, world.rules.pageSize);
  const records = rooms.map((room) => callRecord(room, world.clock.now()));
  return success(spoiledList({ prevCursor, nextCursor, list: spoiledRecords(records, take) }, take));
}

function showCall(world: EightByEightWorld, account: Account, callId: string, take: TakeFault): Answer {
  const room = world.rooms.withCallId(callId);
  if (room === null || room.accountId !== account.id) return failure(world.clock, 404);
  return success(spoiledDetail(callDetail(room, world.clock.now()), take));
}

function showSnapshot(world: EightByEightWorld, account: Account, path: string): Answer {
  const isKnown = world.rooms.list().some(({ accountId, conversation }) => {
    return accountId === account.id && conversation.some(({ data }) => data === path);
  });
  if (!isKnown) return failure(world.clock, 404);
  return { status: 200, headers: { 'content-type': 'image/png' }, body: drawSnapshot() };
}
