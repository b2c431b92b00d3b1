import type { Clock } from '../clock.ts';
import { type Answer, failure, retryAfterHeaders } from './answer.ts';
import type { FaultName, RetryAfter } from './fault.ts';
import type { TakeFault } from './faultBoard.ts';

type OutageName = Extract<FaultName, 'serverError' | 'badGateway' | 'unavailable' | 'gatewayTimeout'>;

const outages: readonly (readonly [OutageName, number])[] = [
  ['serverError', 500],
  ['badGateway', 502],
  ['unavailable', 503],
  ['gatewayTimeout', 504],
];

/** How the service says that a session is over (seen by third parties, not documented). */
export function alreadyEnded(): Answer {
  return failure(422, '10015', 'No private_ip for room');
}

/** How a missing or wrong key is answered. */
export function unauthorized(): Answer {
  return failure(401, '10009', 'No key found matching the ID', {});
}

/** A call too many; text and code are the platform's. */
export function tooManyRequests(clock: Clock, retryAfter: RetryAfter | null): Answer {
  const headers = retryAfterHeaders(clock, retryAfter);
  return failure(429, '10011', 'You have exceeded the maximum number of allowed requests.', { headers });
}

/** The answer of the first status fault that is on, in place of the endpoint's own; null if none is. */
export function faultyAnswer(take: TakeFault, clock: Clock): Answer | null {
  if (take('unauthorized')) return unauthorized();
  if (take('forbidden')) return failure(403, '10010', 'You do not have permission to perform the requested action.');
  if (take('notFound')) return failure(404, '10005', 'The requested resource or URL could not be found.');
  if (take('invalidJson')) return failure(400, '10023', 'The request body is not valid JSON.');
  const unprocessable = take('unprocessable');
  if (unprocessable) {
    const source = { pointer: '/unique_name' };
    return failure(422, unprocessable.code, 'The request was well-formed but not acceptable.', { source });
  }
  if (take('alreadyEnded')) return alreadyEnded();
  const limited = take('rateLimited');
  if (limited) return tooManyRequests(clock, limited.retryAfter);
  for (const [name, status] of outages) {
    const outage = take(name);
    if (outage) return failure(status, '10007', 'An unexpected error occurred.', retryHeaders(clock, outage));
  }
  return null;
}

function retryHeaders(clock: Clock, { retryAfter }: { readonly retryAfter: RetryAfter | null }) {
  return { headers: retryAfterHeaders(clock, retryAfter) };
}
