import { setTimeout as delay } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { LoggedEnvironment } from '../logRequests.ts';
import { type Answer, failure, retryAfterHeaders } from './answer.ts';
import type { Endpoint } from './fault.ts';
import type { TakeFault } from './faultBoard.ts';
import { faultyAnswer } from './faultyAnswer.ts';
import type { PexipWorld } from './pexipWorld.ts';

/** Who calls what, and what the endpoint says if nothing goes wrong. */
export interface Call {
  readonly endpoint: Endpoint;
  /** Null if the credentials name no known client. */
  readonly clientId: string | null;
  readonly answer: (take: TakeFault) => Answer | Promise<Answer>;
}

/** Answers one call: limits first, then faults, then the endpoint itself. */
export async function respond(world: PexipWorld, context: Context<LoggedEnvironment>, call: Call): Promise<Response> {
  const taken = world.faults.takerFor(call.endpoint, call.clientId);
  const names: string[] = [];
  const take: TakeFault = (name, fits) => {
    const fault = taken(name, fits);
    if (fault !== undefined) names.push(name);
    return fault;
  };
  try {
    return await answerWithFaults(world, context, call, take);
  } finally {
    world.log.complete(context.get('requestId'), { clientId: call.clientId, faults: names });
  }
}

async function answerWithFaults(
  world: PexipWorld,
  context: Context<LoggedEnvironment>,
  call: Call,
  take: TakeFault,
): Promise<Response> {
  const latency = take('latency');
  if (latency && !(await waits(latency.milliseconds, world.closing))) return RESPONSE_ALREADY_SENT;
  if (take('connectionReset')) {
    context.env.incoming.socket.resetAndDestroy();
    return RESPONSE_ALREADY_SENT;
  }
  if (take('hang')) return RESPONSE_ALREADY_SENT;
  const answer =
    refusedByLimits(world, context, call) ??
    faultyAnswer(call.endpoint, take, world.clock) ??
    (await call.answer(take));
  return send(context, answer, take);
}

/** Waits; false if the simulator closed meanwhile. */
function waits(milliseconds: number, closing: AbortSignal): Promise<boolean> {
  return delay(milliseconds, true, { signal: closing }).catch(() => false);
}

function refusedByLimits(world: PexipWorld, context: Context<LoggedEnvironment>, call: Call): Answer | null {
  if (call.clientId === null) return null;
  const address = context.env.incoming.socket.remoteAddress ?? '';
  const refusal = world.limiter.check(call.endpoint, call.clientId, address);
  if (refusal === null) return null;
  return failure(429, 'too_many_requests', retryAfterHeaders(world.clock, refusal.retryAfter));
}

function send(context: Context<LoggedEnvironment>, answer: Answer, take: TakeFault): Response {
  const json = JSON.stringify(answer.body);
  const headers = new Headers({ ...answer.headers, 'content-type': 'application/json' });
  if (take('connectionCut')) {
    const { outgoing } = context.env;
    outgoing.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(json) });
    outgoing.write(json.slice(0, json.length / 2), () => outgoing.destroy());
    return RESPONSE_ALREADY_SENT;
  }
  const body = spoiledBody(answer.status, json, headers, take);
  return new Response(body, { status: answer.status, headers });
}

function spoiledBody(status: number, json: string, headers: Headers, take: TakeFault): string | null {
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
  return take('truncatedJson') ? json.slice(0, json.length / 2) : json;
}
