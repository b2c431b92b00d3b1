import { type Answer, jsonAnswer, retryAfterHeaders } from '../answer.ts';
import type { Clock } from '../clock.ts';
import { takeStatusFault } from '../takeStatusFault.ts';
import { failure } from './answer.ts';
import type { TakeFault } from './fault.ts';

/** The answer of the first status fault that is on, in place of the endpoint's own; null if none is. */
export function faultyAnswer(take: TakeFault, clock: Clock): Answer | null {
  const order = takeStatusFault(take);
  if (order !== null) {
    return failure(clock, order.status, { headers: retryAfterHeaders(clock, order.retryAfter) });
  }
  if (take('badRequest')) return failure(clock, 400);
  return take('unprocessable', ({ onlyRefused }) => !onlyRefused) ? failure(clock, 422) : null;
}

/** An error answer with the faults that change errors worked into it; a good answer as it is. */
export function spoiledError(answer: Answer, take: TakeFault, clock: Clock): Answer {
  if (answer.status < 400) return answer;
  const isRefused = answer.status === 400 && take('unprocessable') !== undefined;
  const changed = isRefused ? { ...failure(clock, 422), body: answer.body } : answer;
  if (!take('otherErrors')) return changed;
  return jsonAnswer(changed.status, { error: { reason: 'Something else', details: [] } }, changed.headers);
}
