import { createFaultBoard, type FaultBoard } from '../faultBoard.ts';
import type { SimulationContext } from '../simulationContext.ts';
import type { Endpoint, Fault } from './fault.ts';
import { createRateLimiter, type Limits, type RateLimiter } from './rateLimiter.ts';
import type { SimulatedClient } from './simulatedMeeting.ts';
import { createTokenStore, type TokenStore, tokenPattern } from './tokenStore.ts';

/** All that the simulated service knows, shared by its two servers and by those who steer it. */
export interface PexipWorld extends SimulationContext {
  readonly clients: Map<string, SimulatedClient>;
  readonly tokens: TokenStore;
  readonly limiter: RateLimiter;
  readonly faults: FaultBoard<Fault, Endpoint>;
  /** Life of tokens issued from now on, in seconds. */
  tokenLifetimeSeconds: number;
}

/** How the world starts. */
export interface PexipOptions {
  readonly clients: readonly SimulatedClient[];
  readonly tokenLifetimeSeconds: number;
  readonly limits: Partial<Limits>;
}

/** Builds the world; a later client with an id seen before takes the earlier one's place. */
export function createPexipWorld(context: SimulationContext, options: PexipOptions): PexipWorld {
  return {
    ...context,
    clients: new Map(options.clients.map((client) => [client.id, client])),
    tokens: createTokenStore(context.clock),
    limiter: createRateLimiter(context.clock, options.limits),
    faults: createFaultBoard(),
    tokenLifetimeSeconds: options.tokenLifetimeSeconds,
  };
}

/** The text with every known client secret and every token in it replaced: logs may then keep it. */
export function withoutSecrets(world: PexipWorld, text: string): string {
  let result = text.replaceAll(tokenPattern, '[token]');
  for (const { secret } of world.clients.values()) {
    result = result.replaceAll(secret, '[secret]').replaceAll(encodeURIComponent(secret), '[secret]');
  }
  return result;
}
