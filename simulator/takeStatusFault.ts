import type { FaultTaker } from './faultBoard.ts';
import type { RetryAfter, StatusFault } from './sharedFaults.ts';

/** What a status fault asks for. */
export interface StatusOrder {
  readonly status: 401 | 403 | 404 | 429 | 500 | 503;
  readonly retryAfter: RetryAfter | null;
}

/** The first status fault that is on; null if none is. */
export function takeStatusFault(take: FaultTaker<StatusFault>): StatusOrder | null {
  if (take('unauthorized')) return { status: 401, retryAfter: null };
  if (take('forbidden')) return { status: 403, retryAfter: null };
  if (take('notFound')) return { status: 404, retryAfter: null };
  const limited = take('rateLimited');
  if (limited) return { status: 429, retryAfter: limited.retryAfter };
  const broken = take('serverError');
  if (broken) return { status: 500, retryAfter: broken.retryAfter };
  const down = take('unavailable');
  return down ? { status: 503, retryAfter: down.retryAfter } : null;
}
