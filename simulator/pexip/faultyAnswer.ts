import type { Clock } from '../clock.ts';
import { type Answer, failure, retryAfterHeaders } from './answer.ts';
import type { Endpoint } from './fault.ts';
import type { TakeFault } from './faultBoard.ts';

const challenges: Readonly<Record<Endpoint, Answer>> = {
  token: failure(401, 'invalid_client', { 'www-authenticate': 'Basic realm="otj"' }),
  meetings: failure(401, 'invalid_token', { 'www-authenticate': 'Bearer error="invalid_token"' }),
};

/** How an endpoint says 401: RFC 6749 section 5.2 and RFC 6750 section 3, since the service documents no form. */
export function unauthorized(endpoint: Endpoint): Answer {
  return challenges[endpoint];
}

/** The answer of the first status fault that is on, in place of the endpoint's own; null if none is. */
export function faultyAnswer(endpoint: Endpoint, take: TakeFault, clock: Clock): Answer | null {
  if (take('unauthorized')) return unauthorized(endpoint);
  if (take('forbidden')) return failure(403, 'forbidden');
  if (take('notFound')) return failure(404, 'not_found');
  const limited = take('rateLimited');
  if (limited) return failure(429, 'too_many_requests', retryAfterHeaders(clock, limited.retryAfter));
  const broken = take('serverError');
  if (broken) return failure(500, 'server_error', retryAfterHeaders(clock, broken.retryAfter));
  const down = take('unavailable');
  if (down) return failure(503, 'unavailable', retryAfterHeaders(clock, down.retryAfter));
  return null;
}
