import type { Clock } from '../clock.ts';
import type { RetryAfter } from './fault.ts';

/** What an endpoint decided to say, before faults get at its bytes. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** To be sent as JSON. */
  readonly body: unknown;
}

/** A JSON answer with status 200. */
export function success(body: unknown): Answer {
  return { status: 200, headers: {}, body };
}

/**
 * An error answer. Bodies of errors are not documented by the service, `{"error": code}` is the simulator's choice.
 */
export function failure(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: { error: code } };
}

/** A 400 which the service does not document; the header `x-simulator-choice` says so and why it came. */
export function undocumented(code: string, reason: string): Answer {
  return failure(400, code, { 'x-simulator-choice': reason });
}

/** The `Retry-After` header, or none. */
export function retryAfterHeaders(clock: Clock, retryAfter: RetryAfter | null): Readonly<Record<string, string>> {
  if (retryAfter === null) return {};
  const { form, seconds } = retryAfter;
  const date = new Date(clock.now() + seconds * 1000).toUTCString();
  return { 'retry-after': form === 'seconds' ? String(seconds) : date };
}
