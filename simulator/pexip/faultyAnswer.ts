import { type Answer, retryAfterHeaders } from '../answer.ts';
import type { Clock } from '../clock.ts';
import { type StatusOrder, takeStatusFault } from '../takeStatusFault.ts';
import { failure } from './answer.ts';
import type { Endpoint, TakeFault } from './fault.ts';

const challenges: Readonly<Record<Endpoint, Answer>> = {
  token: failure(401, 'invalid_client', { 'www-authenticate': 'Basic realm="otj"' }),
  meetings: failure(401, 'invalid_token', { 'www-authenticate': 'Bearer error="invalid_token"' }),
};

const codes: Readonly<Record<Exclude<StatusOrder['status'], 401>, string>> = {
  403: 'forbidden',
  404: 'not_found',
  429: 'too_many_requests',
  500: 'server_error',
  503: 'unavailable',
};

/** How an endpoint says 401: RFC 6749 section 5.2 and RFC 6750 section 3, since the service documents no form. */
export function unauthorized(endpoint: Endpoint): Answer {
  return challenges[endpoint];
}

/** The answer of the first status fault that is on, in place of the endpoint's own; null if none is. */
export function faultyAnswer(endpoint: Endpoint, take: TakeFault, clock: Clock): Answer | null {
  const order = takeStatusFault(take);
  if (order === null) return null;
  const { status, retryAfter } = order;
  return status === 401 ? unauthorized(endpoint) : failure(status, codes[status], retryAfterHeaders(clock, retryAfter));
}
