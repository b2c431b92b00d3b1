import type { Clock } from './clock.ts';
import type { RetryAfter } from './sharedFaults.ts';

/** What an endpoint decided to say, before faults get at its bytes. */
export interface Answer {
  readonly status: number;
  /** Names in lower case; `content-type` is among them if there is a body. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

/** An answer whose body is JSON. */
export function jsonAnswer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** The `Retry-After` header, or none. */
export function retryAfterHeaders(clock: Clock, retryAfter: RetryAfter | null): Readonly<Record<string, string>> {
  if (retryAfter === null) return {};
  const { form, seconds } = retryAfter;
  const date = new Date(clock.now() + seconds * 1000).toUTCString();
  return { 'retry-after': form === 'seconds' ? String(seconds) : date };
}
