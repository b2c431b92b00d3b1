import type { Context } from 'hono';
import type { Answer } from '../answer.ts';
import type { LoggedEnvironment } from '../logRequests.ts';
import { respondWithFaults } from '../respondWithFaults.ts';
import type { EightByEightWorld } from './eightByEightWorld.ts';
import type { Endpoint, TakeFault } from './fault.ts';
import { faultyAnswer, spoiledError } from './faultyAnswer.ts';

/** Who calls what, and what the endpoint says if nothing goes wrong. */
export interface Call {
  readonly endpoint: Endpoint;
  /** Id of the account, or null if the credentials name none. */
  readonly clientId: string | null;
  readonly answer: (take: TakeFault) => Answer | Promise<Answer>;
}

/** Answers one call: faults first, then the endpoint itself, whose work may be done and its answer lost all the same. */
export function respond(world: EightByEightWorld, context: Context<LoggedEnvironment>, call: Call): Promise<Response> {
  const { endpoint, clientId } = call;
  const taken: string[] = [];
  const take: TakeFault = world.faults.takerFor(endpoint, clientId, taken);
  return respondWithFaults(world, context, {
    clientId,
    take,
    taken,
    answer: async () => {
      const answer = faultyAnswer(take, world.clock) ?? (await call.answer(take));
      return take('answerLost') ? 'lost' : spoiledError(answer, take, world.clock);
    },
  });
}
