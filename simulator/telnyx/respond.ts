import type { Context } from 'hono';
import { jsonAnswer, type Answer as PlainAnswer } from '../answer.ts';
import type { LoggedEnvironment } from '../logRequests.ts';
import { respondWithFaults } from '../respondWithFaults.ts';
import type { Answer } from './answer.ts';
import { answerBody } from './answerBody.ts';
import { costOf, type Endpoint, isSessionAction } from './endpoint.ts';
import { faultyAnswer, tooManyRequests, unauthorized } from './faultyAnswer.ts';
import { type Handler, type RestRequest, readJson } from './restRequest.ts';
import { takerFor } from './takeFault.ts';
import type { TelnyxWorld } from './telnyxWorld.ts';

/** One endpoint at work: its name and what it answers if nothing goes wrong. */
export interface RestCall {
  readonly endpoint: Endpoint;
  readonly handler: Handler;
}

/** Answers one call: key, limits, status faults, and the endpoint itself; faults of connection and body around it. */
export async function respond(
  world: TelnyxWorld,
  context: Context<LoggedEnvironment>,
  { endpoint, handler }: RestCall,
): Promise<Response> {
  const taken: string[] = [];
  const id = context.req.param('id') ?? '';
  const take = takerFor(world.faults, endpoint, context.req.path.includes('/rooms/') ? id : null, taken);
  const { searchParams: query } = new URL(context.req.url);
  const request = { world, endpoint, id, query, body: await readJson(context), take };
  const isAccount = hasKey(world, context);
  return respondWithFaults(world, context, {
    clientId: isAccount ? 'account' : null,
    take,
    taken,
    answer: () => {
      const answer = decide(request, handler, isAccount);
      return take('answerLost') ? 'lost' : plain(request, answer);
    },
  });
}

function decide(request: RestRequest, handler: Handler, isAccount: boolean): Answer {
  const { world, endpoint, take } = request;
  const needsKey = endpoint !== 'refreshToken' && !(isSessionAction(endpoint) && take('actionsNeedNoKey'));
  if (needsKey && !isAccount) return unauthorized();
  const count = world.limiter.count(costOf(endpoint));
  const { retryAfter } = world.limiter.limits();
  const form = retryAfter === 'none' ? null : { form: retryAfter, seconds: count.resetSeconds };
  const answer = count.isOver
    ? tooManyRequests(world.clock, form)
    : (faultyAnswer(take, world.clock) ?? handler(request));
  const limitHeaders = {
    'x-ratelimit-limit': String(count.limit),
    'x-ratelimit-remaining': String(answer.status === 429 ? 0 : count.remaining),
    'x-ratelimit-reset': String(count.resetSeconds),
  };
  return { ...answer, headers: { ...answer.headers, ...limitHeaders } };
}

function hasKey(world: TelnyxWorld, context: Context<LoggedEnvironment>): boolean {
  const key = /^Bearer +(\S+) *$/i.exec(context.req.header('authorization') ?? '')?.[1];
  return key === world.apiKey;
}

function plain({ endpoint, take }: RestRequest, answer: Answer): PlainAnswer {
  const { status, headers } = answer;
  const body = answerBody(endpoint, answer, take);
  return body === null ? { status, headers, body } : jsonAnswer(status, body, headers);
}
