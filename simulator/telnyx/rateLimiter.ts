import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import type { Cost } from './endpoint.ts';

const calls = z.int().check(z.nonnegative());

/**
 * Calls within one window by what they cost. The service publishes the headers and the three classes, but no numbers
 * (developers.telnyx.com, "Rate limiting"): numbers and window are the simulator's choice.
 */
export const limitsSchema = z.strictObject({
  light: calls,
  medium: calls,
  heavy: calls,
  windowMs: z.int().check(z.positive()),
  /** What a refusal says about the time to wait, beside `x-ratelimit-reset`. */
  retryAfter: z.enum(['none', 'seconds', 'httpDate']),
});

/** See {@link limitsSchema}. */
export type Limits = z.infer<typeof limitsSchema>;

const defaultLimits: Limits = { light: 600, medium: 300, heavy: 60, windowMs: 60_000, retryAfter: 'none' };

/** One counted call: whether it was one too many, and what is left. */
export interface Count {
  readonly isOver: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Whole seconds until the window starts anew. */
  readonly resetSeconds: number;
}

/** Counts calls in fixed windows, one per class. */
export interface RateLimiter {
  count(cost: Cost): Count;
  limits(): Limits;
  /** Changes some limits; calls counted so far stay counted. */
  setLimits(changes: Partial<Limits>): void;
  /** Forgets all calls. */
  reset(): void;
}

/** Builds a limiter that has seen no calls. */
export function createRateLimiter(clock: Clock, changes: Partial<Limits>): RateLimiter {
  const windows = new Map<Cost, { readonly startedAt: number; used: number }>();
  let limits: Limits = { ...defaultLimits, ...changes };

  const currentWindow = (cost: Cost) => {
    const now = clock.steady();
    const found = windows.get(cost);
    if (found !== undefined && now - found.startedAt < limits.windowMs) return found;
    const fresh = { startedAt: now, used: 0 };
    windows.set(cost, fresh);
    return fresh;
  };

  return {
    count: (cost) => {
      const window = currentWindow(cost);
      const limit = limits[cost];
      const isOver = window.used >= limit;
      if (!isOver) window.used += 1;
      const resetSeconds = Math.ceil((window.startedAt + limits.windowMs - clock.steady()) / 1000);
      return { isOver, limit, remaining: Math.max(0, limit - window.used), resetSeconds };
    },
    limits: () => limits,
    setLimits: (next) => {
      limits = { ...limits, ...next };
    },
    reset: () => windows.clear(),
  };
}
