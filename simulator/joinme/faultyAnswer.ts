import { type Answer, jsonAnswer, retryAfterHeaders } from '../answer.ts';
import type { Clock } from '../clock.ts';
import { type StatusOrder, takeStatusFault } from '../takeStatusFault.ts';
import {
  challenge,
  exitPoint,
  failure,
  invalidRequest,
  notFound,
  proxyFailure,
  tokenFailure,
  tokenServerError,
} from './answer.ts';
import type { Endpoint, TakeFault } from './fault.ts';

/** The answer of the first status fault that is on, in place of the endpoint's own; null if none is. */
export function faultyAnswer(take: TakeFault, endpoint: Endpoint, clock: Clock): Answer | null {
  const order = takeStatusFault(take);
  if (order !== null) return ordered(order, endpoint, clock);
  const stale = take('staleToken');
  if (stale) return staleToken(stale.status);
  if (take('accountInactive')) return accountInactive();
  const throttled = take('throttled');
  if (throttled) {
    const headers = retryAfterHeaders(clock, throttled.retryAfter);
    return proxyFailure(
      403,
      throttled.as === 'rate' ? 'ERR_403_DEVELOPER_OVER_RATE' : 'ERR_403_DEVELOPER_OVER_QPS',
      headers,
    );
  }
  if (!take('badRequest')) return null;
  return endpoint === 'token' ? tokenFailure(400, 'invalid_request', 'told to') : invalidRequest('told to');
}

/** A token whose time is over, as the vendor's sample knows it. */
export function staleToken(status: 401 | 403): Answer {
  return failure(status, 'stale_token', 'The access token has expired.');
}

/** A token that is none, as the FAQ shows it. */
export function accountInactive(): Answer {
  return proxyFailure(403, 'ERR_403_DEVELOPER_INACTIVE', challenge('invalid_token'));
}

/** The answer of an expiry that did not work; its status is not documented. */
export function expiryFailed(status: number): Answer {
  return jsonAnswer(status, { success: false, message: 'Expire Access Failed' });
}

function ordered({ status, retryAfter }: StatusOrder, endpoint: Endpoint, clock: Clock): Answer {
  const headers = retryAfterHeaders(clock, retryAfter);
  if (endpoint === 'expire') return withHeaders(expiryFailed(status), headers);
  if (endpoint === 'token') return orderedByToken(status, headers);
  switch (status) {
    case 401:
      return failure(401, 'invalid_token', 'The access token is not valid.');
    case 403:
      return failure(403, 'access_denied', 'Access is denied.', { choice: 'form of a 403' });
    case 404:
      return notFound('What was asked for');
    case 429:
      return failure(429, 'too_many_requests', 'Too many requests.', { choice: 'form of a 429', headers });
    case 500:
      return exitPoint(headers);
    case 503:
      return failure(503, 'server_error', 'The service is not available.', { choice: 'form of a 503', headers });
  }
}

function orderedByToken(status: StatusOrder['status'], headers: Readonly<Record<string, string>>): Answer {
  if (status >= 500) return { ...tokenServerError(headers), status };
  const error = status === 401 ? 'invalid_client' : 'invalid_request';
  return withHeaders(tokenFailure(status, error, `form of a ${status}`), headers);
}

function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}
