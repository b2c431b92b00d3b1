import type { Context } from 'hono';
import { type Answer, jsonAnswer } from '../answer.ts';
import type { LoggedEnvironment } from '../logRequests.ts';
import { respondWithFaults } from '../respondWithFaults.ts';
import { type Endpoint, groupOf, type TakeFault } from './fault.ts';
import { faultyAnswer } from './faultyAnswer.ts';
import type { JoinmeWorld } from './joinmeWorld.ts';

/** Who calls what, and what the endpoint says if nothing goes wrong. */
export interface Call {
  readonly endpoint: Endpoint;
  /** E-mail address of the user, or null if nothing sent names one. */
  readonly email: string | null;
  /** What stands before the endpoint and its faults: a limit of calls. */
  readonly refuse?: () => Answer | null;
  readonly answer: (take: TakeFault) => Answer | Promise<Answer>;
}

/** Answers one call: limits and faults first, then the endpoint itself, whose work may be done and its answer lost. */
export function respond(world: JoinmeWorld, context: Context<LoggedEnvironment>, call: Call): Promise<Response> {
  const { endpoint, email } = call;
  const taken: string[] = [];
  const here = world.faults.takerFor(endpoint, email, taken);
  const inGroup = world.faults.takerFor(groupOf(endpoint), email, taken);
  const take: TakeFault = (name, fits) => here(name, fits) ?? inGroup(name, fits);
  return respondWithFaults(world, context, {
    clientId: email,
    take,
    taken,
    answer: async () => {
      const answer = call.refuse?.() ?? faultyAnswer(take, endpoint, world.clock) ?? (await call.answer(take));
      return take('answerLost') ? 'lost' : withoutErrorCode(answer, take);
    },
  });
}

function withoutErrorCode(answer: Answer, take: TakeFault): Answer {
  if (typeof answer.body !== 'string' || !answer.body.startsWith('{"Message"')) return answer;
  if (!take('errorCodeMissing')) return answer;
  const { Message } = JSON.parse(answer.body);
  return jsonAnswer(answer.status, { Message }, answer.headers);
}
