import { createFaultSwitches, type FaultSwitches } from '../faultSwitches.ts';
import type { LoggedRequest } from '../requestLog.ts';
import { type CallControl, createCallControl } from './callControl.ts';
import { type Fault, type FaultInput, type FaultPlace, parseFault } from './fault.ts';
import { createPeopleControl, type PeopleControl } from './peopleControl.ts';
import type { Limits } from './rateLimiter.ts';
import type { TelnyxWorld } from './telnyxWorld.ts';
import type { IssuedToken, TokenKind } from './tokenStore.ts';

/**
 * Steers the simulated Telnyx service; faults are everywhere unless told, and their `clientId` is a room's id. Unknown ids
 * and misshapen input throw a RangeError.
 */
export interface TelnyxControl extends PeopleControl, CallControl, FaultSwitches<Fault, FaultInput, FaultPlace> {
  /** The key that opens the account. */
  readonly apiKey: string;
  /** All issued tokens, never their text. */
  tokens(): readonly IssuedToken[];
  /** Ends tokens before their time: those of a room, of a kind, or all. */
  revokeTokens(which?: { readonly roomId?: string | undefined; readonly kind?: TokenKind | undefined }): void;
  /** How far the servers' clock is ahead of the real one, in milliseconds; holds for the whole simulator. */
  setClockOffset(milliseconds: number): void;
  limits(): Limits;
  /** Changes some limits; calls counted so far stay counted. */
  setLimits(changes: Partial<Limits>): void;
  resetCounts(): void;
  /** The requests received so far, oldest first. */
  requests(): readonly LoggedRequest[];
  clearRequests(): void;
}

/** Builds the controls of a world; `service` is its name in the request log. */
export function createTelnyxControl(world: TelnyxWorld, service: string): TelnyxControl {
  return {
    apiKey: world.apiKey,
    ...createPeopleControl(world),
    ...createCallControl(world),
    ...createFaultSwitches(world.faults, {
      parse: parseFault,
      defaultEndpoint: 'everywhere',
      defaultTimes: () => null,
    }),
    tokens: () => world.tokens.list(),
    revokeTokens: (which = {}) => world.tokens.revoke(which),
    setClockOffset: (milliseconds) => world.clock.setOffset(milliseconds),
    limits: () => world.limiter.limits(),
    setLimits: (changes) => world.limiter.setLimits(changes),
    resetCounts: () => world.limiter.reset(),
    requests: () => world.log.list(service),
    clearRequests: () => world.log.clear(service),
  };
}
