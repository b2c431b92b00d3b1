import { retryAfterHeaders } from '../answer.ts';
import type { Clock } from '../clock.ts';
import type { RetryAfter } from '../sharedFaults.ts';
import { type StatusOrder, takeStatusFault } from '../takeStatusFault.ts';
import { type Answer, failure } from './answer.ts';
import type { TakeFault } from './takeFault.ts';

/** How the service says that a session is over (seen by third parties, not documented). */
export function alreadyEnded(): Answer {
  return failure(422, '10015', 'No private_ip for room');
}

/** How a missing or wrong key is answered. */
export function unauthorized(): Answer {
  return failure(401, '10009', 'No key found matching the ID');
}

/** A call too many; text and code are the platform's. */
export function tooManyRequests(clock: Clock, retryAfter: RetryAfter | null): Answer {
  const headers = retryAfterHeaders(clock, retryAfter);
  return failure(429, '10011', 'You have exceeded the maximum number of allowed requests.', { headers });
}

/** The answer of the first status fault that is on, in place of the endpoint's own; null if none is. */
export function faultyAnswer(take: TakeFault, clock: Clock): Answer | null {
  const order = takeStatusFault(take);
  if (order) return ordered(order, clock);
  if (take('invalidJson')) return failure(400, '10023', 'The request body is not valid JSON.');
  const unprocessable = take('unprocessable');
  if (unprocessable) {
    const source = { pointer: '/unique_name' };
    return failure(422, unprocessable.code, 'The request was well-formed but not acceptable.', { source });
  }
  if (take('alreadyEnded')) return alreadyEnded();
  if (take('badGateway')) return unexpected(502);
  return take('gatewayTimeout') ? unexpected(504) : null;
}

function ordered({ status, retryAfter }: StatusOrder, clock: Clock): Answer {
  switch (status) {
    case 401:
      return unauthorized();
    case 403:
      return failure(403, '10010', 'You do not have permission to perform the requested action.');
    case 404:
      return failure(404, '10005', 'The requested resource or URL could not be found.');
    case 429:
      return tooManyRequests(clock, retryAfter);
    default:
      return unexpected(status, retryAfterHeaders(clock, retryAfter));
  }
}

function unexpected(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return failure(status, '10007', 'An unexpected error occurred.', { headers });
}
