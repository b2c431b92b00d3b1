import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import type { RetryAfter } from '../sharedFaults.ts';
import { createSlidingWindow } from '../slidingWindow.ts';
import { type Endpoint, endpointSchema } from './fault.ts';

/**
 * The service's limits. Ten calls a minute for one client and 500 clients behind one address are its published figures
 * (developer.pexip.com, One-Touch Join, introduction); window type, counted calls and `Retry-After` are assumptions.
 */
export const limitsSchema = z.strictObject({
  /** Calls of one client within one window. */
  calls: z.int().check(z.nonnegative()),
  windowMs: z.int().check(z.positive()),
  /** Distinct clients behind one address, for as long as the simulator runs or until the counts are reset. */
  clientsPerAddress: z.int().check(z.nonnegative()),
  /** Calls to which endpoints count. */
  counted: z.array(endpointSchema),
  /** What a refusal says about the time to wait. */
  retryAfter: z.enum(['none', 'seconds', 'httpDate']),
});

/** See {@link limitsSchema}. */
export type Limits = z.infer<typeof limitsSchema>;

/** The limits that the service publishes. */
const publishedLimits: Limits = {
  calls: 10,
  windowMs: 60_000,
  clientsPerAddress: 500,
  counted: ['meetings'],
  retryAfter: 'none',
};

/** A call over the limit, and the header to answer with. */
export interface Refusal {
  readonly retryAfter: RetryAfter | null;
}

/** Counts calls and refuses those over the limit. */
export interface RateLimiter {
  /** Counts one call; null if it is within the limits. */
  check(endpoint: Endpoint, clientId: string, address: string): Refusal | null;
  limits(): Limits;
  /** Changes some limits; calls counted so far stay counted. */
  setLimits(changes: Partial<Limits>): void;
  /** Forgets all calls and clients seen so far. */
  reset(): void;
}

/** Builds a limiter that has seen no calls. */
export function createRateLimiter(clock: Clock, changes: Partial<Limits>): RateLimiter {
  const window = createSlidingWindow();
  const clientsByAddress = new Map<string, Set<string>>();
  let limits: Limits = { ...publishedLimits, ...changes };

  const refuse = (waitMs: number): Refusal =>
    limits.retryAfter === 'none'
      ? { retryAfter: null }
      : { retryAfter: { form: limits.retryAfter, seconds: Math.ceil(waitMs / 1000) } };

  return {
    check: (endpoint, clientId, address) => {
      if (!limits.counted.includes(endpoint)) return null;
      const clients = clientsByAddress.get(address) ?? new Set();
      clientsByAddress.set(address, clients);
      if (!clients.has(clientId) && clients.size >= limits.clientsPerAddress) return refuse(limits.windowMs);
      clients.add(clientId);
      const waitMs = window.admit(clientId, clock.steady(), limits.calls, limits.windowMs);
      return waitMs === 0 ? null : refuse(waitMs);
    },
    limits: () => limits,
    setLimits: (next) => {
      limits = { ...limits, ...next };
    },
    reset: () => {
      window.reset();
      clientsByAddress.clear();
    },
  };
}
