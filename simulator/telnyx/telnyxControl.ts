import type { LoggedRequest } from '../requestLog.ts';
import { type CallControl, createCallControl } from './callControl.ts';
import { type FaultInput, type FaultName, type FaultPlace, parseFault } from './fault.ts';
import type { ActiveFault } from './faultBoard.ts';
import { createPeopleControl, type PeopleControl } from './peopleControl.ts';
import type { Limits } from './rateLimiter.ts';
import type { TelnyxWorld } from './telnyxWorld.ts';
import type { IssuedToken, TokenKind } from './tokenStore.ts';

/** Where and how often a fault strikes. */
export interface FaultScope {
  /** One call of the REST API; wherever the fault can act unless told. */
  readonly endpoint?: FaultPlace | undefined;
  /** One room; all, and calls that name none, unless told. */
  readonly roomId?: string | undefined;
  /** For how many answers it takes part in; until cleared unless told. */
  readonly times?: number | undefined;
}

/** Steers the simulated Telnyx service. Unknown ids and misshapen input throw a RangeError. */
export interface TelnyxControl extends PeopleControl, CallControl {
  /** The key that opens the account. */
  readonly apiKey: string;
  /** All issued tokens, never their text. */
  tokens(): readonly IssuedToken[];
  /** Ends tokens before their time: those of a room, of a kind, or all. */
  revokeTokens(which?: { readonly roomId?: string | undefined; readonly kind?: TokenKind | undefined }): void;
  /** Switches a fault on, in place of one with the same name, endpoint and room. */
  setFault(fault: FaultName | FaultInput, scope?: FaultScope): void;
  /** Switches all faults off, or those of one name. The clock stays as it is. */
  clearFaults(name?: FaultName): void;
  faults(): readonly ActiveFault[];
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
    tokens: () => world.tokens.list(),
    revokeTokens: (which = {}) => world.tokens.revoke(which),
    setFault: (fault, scope = {}) => world.faults.set(activeFault(fault, scope)),
    clearFaults: (name) => world.faults.clear(name),
    faults: () => world.faults.list(),
    setClockOffset: (milliseconds) => world.clock.setOffset(milliseconds),
    limits: () => world.limiter.limits(),
    setLimits: (changes) => world.limiter.setLimits(changes),
    resetCounts: () => world.limiter.reset(),
    requests: () => world.log.list(service),
    clearRequests: () => world.log.clear(service),
  };
}

function activeFault(input: FaultName | FaultInput, scope: FaultScope): ActiveFault {
  const fault = parseFault(input);
  if (fault === null) throw new RangeError(`No such fault: ${JSON.stringify(input)}`);
  if (scope.times !== undefined && !(Number.isInteger(scope.times) && scope.times > 0)) {
    throw new RangeError('times must be a positive integer');
  }
  return {
    fault,
    endpoint: scope.endpoint ?? null,
    roomId: scope.roomId ?? null,
    remaining: scope.times ?? null,
  };
}
