import { setTimeout as delay } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { LoggedEnvironment } from '../logRequests.ts';
import type { Answer } from './answer.ts';
import { answerBody } from './answerBody.ts';
import { costOf, type Endpoint, isSessionAction } from './endpoint.ts';
import type { TakeFault } from './faultBoard.ts';
import { faultyAnswer, tooManyRequests, unauthorized } from './faultyAnswer.ts';
import { type Handler, type RestRequest, readJson } from './restRequest.ts';
import type { TelnyxWorld } from './telnyxWorld.ts';

/** One endpoint at work: its name and what it answers if nothing goes wrong. */
export interface RestCall {
  readonly endpoint: Endpoint;
  readonly handler: Handler;
}

/** Answers one call: connection faults first, then key, limits, status faults, and the endpoint itself. */
export async function respond(
  world: TelnyxWorld,
  context: Context<LoggedEnvironment>,
  call: RestCall,
): Promise<Response> {
  const names: string[] = [];
  const id = context.req.param('id') ?? '';
  const roomId = context.req.path.includes('/rooms/') ? id : null;
  const take = world.faults.takerFor(call.endpoint, roomId, (name) => names.push(name));
  const { searchParams: query } = new URL(context.req.url);
  const body = await readJson(context);
  const request = { world, endpoint: call.endpoint, id, query, body, take };
  try {
    return await answerWithFaults(context, request, call.handler);
  } finally {
    const clientId = hasKey(world, context) ? 'account' : null;
    world.log.complete(context.get('requestId'), { clientId, faults: names });
  }
}

async function answerWithFaults(
  context: Context<LoggedEnvironment>,
  request: RestRequest,
  handler: Handler,
): Promise<Response> {
  const { world, endpoint, take } = request;
  const latency = take('latency');
  if (latency && !(await waits(latency.milliseconds, world.closing))) return RESPONSE_ALREADY_SENT;
  if (take('connectionReset')) return reset(context);
  if (take('hang')) return RESPONSE_ALREADY_SENT;
  const needsKey = endpoint !== 'refreshToken' && !(isSessionAction(endpoint) && take('actionsNeedNoKey'));
  if (needsKey && !hasKey(world, context)) return send(context, request, unauthorized());
  const count = world.limiter.count(costOf(endpoint));
  const { retryAfter } = world.limiter.limits();
  const form = retryAfter === 'none' ? null : { form: retryAfter, seconds: count.resetSeconds };
  const answer = count.isOver
    ? tooManyRequests(world.clock, form)
    : (faultyAnswer(take, world.clock) ?? handler(request));
  if (take('answerLost')) return reset(context);
  const limitHeaders = {
    'x-ratelimit-limit': String(count.limit),
    'x-ratelimit-remaining': String(answer.status === 429 ? 0 : count.remaining),
    'x-ratelimit-reset': String(count.resetSeconds),
  };
  return send(context, request, { ...answer, headers: { ...answer.headers, ...limitHeaders } });
}

function hasKey(world: TelnyxWorld, context: Context<LoggedEnvironment>): boolean {
  const key = /^Bearer +(\S+) *$/i.exec(context.req.header('authorization') ?? '')?.[1];
  return key === world.apiKey;
}

/** Waits; false if the simulator closed meanwhile. */
function waits(milliseconds: number, closing: AbortSignal): Promise<boolean> {
  return delay(milliseconds, true, { signal: closing }).catch(() => false);
}

function reset(context: Context<LoggedEnvironment>): Response {
  context.env.incoming.socket.resetAndDestroy();
  return RESPONSE_ALREADY_SENT;
}

function send(context: Context<LoggedEnvironment>, { endpoint, take }: RestRequest, answer: Answer): Response {
  const headers = new Headers(answer.headers);
  const body = answerBody(endpoint, answer, take);
  const text = body === null ? null : JSON.stringify(body);
  if (text !== null) headers.set('content-type', 'application/json');
  if (text !== null && take('connectionCut')) return cut(context, answer, text);
  return new Response(spoiled(answer.status, text, headers, take), { status: answer.status, headers });
}

function cut(context: Context<LoggedEnvironment>, answer: Answer, text: string): Response {
  const { outgoing } = context.env;
  const headers = { ...answer.headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  outgoing.writeHead(answer.status, headers);
  outgoing.write(text.slice(0, text.length / 2), () => outgoing.destroy());
  return RESPONSE_ALREADY_SENT;
}

function spoiled(status: number, text: string | null, headers: Headers, take: TakeFault): string | null {
  if (text === null) return null;
  const hasStatus = (fault: { readonly onlyStatus: number | null }) =>
    fault.onlyStatus === null || fault.onlyStatus === status;
  if (take('emptyBody', hasStatus)) {
    headers.delete('content-type');
    return null;
  }
  if (take('htmlBody', hasStatus)) {
    headers.set('content-type', 'text/html; charset=utf-8');
    return `<!doctype html><html><head><title>${status}</title></head><body><h1>Proxy</h1></body></html>`;
  }
  return take('truncatedJson') ? text.slice(0, text.length / 2) : text;
}
