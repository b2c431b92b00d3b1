import type { Context } from 'hono';
import { type Answer, retryAfterHeaders } from '../answer.ts';
import type { LoggedEnvironment } from '../logRequests.ts';
import { respondWithFaults } from '../respondWithFaults.ts';
import { failure } from './answer.ts';
import type { Endpoint, TakeFault } from './fault.ts';
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
export function respond(world: PexipWorld, context: Context<LoggedEnvironment>, call: Call): Promise<Response> {
  const { endpoint, clientId } = call;
  const taken: string[] = [];
  const take: TakeFault = world.faults.takerFor(endpoint, clientId, taken);
  return respondWithFaults(world, context, {
    clientId,
    take,
    taken,
    answer: () =>
      refusedByLimits(world, context, call) ?? faultyAnswer(endpoint, take, world.clock) ?? call.answer(take),
  });
}

function refusedByLimits(world: PexipWorld, context: Context<LoggedEnvironment>, call: Call): Answer | null {
  if (call.clientId === null) return null;
  const address = context.env.incoming.socket.remoteAddress ?? '';
  const refusal = world.limiter.check(call.endpoint, call.clientId, address);
  if (refusal === null) return null;
  return failure(429, 'too_many_requests', retryAfterHeaders(world.clock, refusal.retryAfter));
}
