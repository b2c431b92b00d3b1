import type { LoggedRequest } from '../requestLog.ts';
import { type Endpoint, type Fault, type FaultInput, type FaultName, parseFault } from './fault.ts';
import type { ActiveFault } from './faultBoard.ts';
import type { PexipWorld } from './pexipWorld.ts';
import type { Limits } from './rateLimiter.ts';
import {
  type SimulatedClientInput,
  type SimulatedMeeting,
  simulatedClientSchema,
  simulatedMeetingSchema,
} from './simulatedMeeting.ts';

/** Where and how often a fault strikes. */
export interface FaultScope {
  /** `meetings` unless told; a fault for both is set twice. */
  readonly endpoint?: Endpoint | undefined;
  /** One client; every caller unless told. */
  readonly clientId?: string | undefined;
  /** For how many answers it takes part in; until cleared unless told (`tokenRevoked`: once). */
  readonly times?: number | undefined;
}

/** A client without its secret. */
export interface ClientSummary {
  readonly id: string;
  readonly name: string;
  readonly hasMailbox: boolean;
  readonly meetingCount: number;
}

/** Steers the simulated Pexip service. Unknown client ids and misshapen input throw a RangeError. */
export interface PexipControl {
  clients(): readonly ClientSummary[];
  /** Adds a client, in place of an earlier one with the same id. */
  addClient(client: SimulatedClientInput): void;
  meetings(clientId: string): readonly SimulatedMeeting[];
  /** Replaces the whole calendar of a client. */
  setMeetings(clientId: string, meetings: readonly SimulatedMeeting[]): void;
  /** Switches a fault on, in place of one with the same name, endpoint and client. */
  setFault(fault: FaultName | FaultInput, scope?: FaultScope): void;
  /** Switches all faults off, or those of one name. The clock stays as it is. */
  clearFaults(name?: FaultName): void;
  faults(): readonly ActiveFault[];
  /** How far the servers' clock is ahead of the real one, in milliseconds; holds for the whole simulator. */
  setClockOffset(milliseconds: number): void;
  /** Ends the tokens of one client, or all, before their time. */
  revokeTokens(clientId?: string): void;
  /** Life of tokens issued from now on, in seconds. */
  setTokenLifetime(seconds: number): void;
  limits(): Limits;
  /** Changes some limits; calls counted so far stay counted. */
  setLimits(changes: Partial<Limits>): void;
  /** Forgets the calls and clients that the limits have counted. */
  resetCounts(): void;
  /** The requests received so far, oldest first. */
  requests(): readonly LoggedRequest[];
  clearRequests(): void;
}

/** Builds the controls of a world; `service` is its name in the request log. */
export function createPexipControl(world: PexipWorld, service: string): PexipControl {
  return {
    ...clientControl(world),
    setFault: (fault, scope = {}) => world.faults.set(activeFault(fault, scope)),
    clearFaults: (name) => world.faults.clear(name),
    faults: () => world.faults.list(),
    setClockOffset: (milliseconds) => world.clock.setOffset(milliseconds),
    revokeTokens: (clientId) => world.tokens.revoke(clientId),
    setTokenLifetime: (seconds) => {
      world.tokenLifetimeSeconds = seconds;
    },
    limits: () => world.limiter.limits(),
    setLimits: (changes) => world.limiter.setLimits(changes),
    resetCounts: () => world.limiter.reset(),
    requests: () => world.log.list(service),
    clearRequests: () => world.log.clear(service),
  };
}

function clientControl(world: PexipWorld): Pick<PexipControl, 'clients' | 'addClient' | 'meetings' | 'setMeetings'> {
  const find = (clientId: string) => {
    const client = world.clients.get(clientId);
    if (client === undefined) throw new RangeError(`No client with the id ${clientId}`);
    return client;
  };
  return {
    clients: () =>
      [...world.clients.values()].map(({ id, name, hasMailbox, meetings }) => {
        return { id, name, hasMailbox, meetingCount: meetings.length };
      }),
    addClient: (input) => {
      const parsed = simulatedClientSchema.safeParse(input);
      if (!parsed.success) throw new RangeError(`Misshapen client: ${parsed.error.message}`);
      world.clients.set(parsed.data.id, parsed.data);
    },
    meetings: (clientId) => find(clientId).meetings,
    setMeetings: (clientId, meetings) => {
      const parsed = meetings.map((meeting) => simulatedMeetingSchema.safeParse(meeting));
      const broken = parsed.find((each) => !each.success);
      if (broken?.error) throw new RangeError(`Misshapen meeting: ${broken.error.message}`);
      world.clients.set(clientId, { ...find(clientId), meetings: [...meetings] });
    },
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
    endpoint: scope.endpoint ?? 'meetings',
    clientId: scope.clientId ?? null,
    remaining: scope.times ?? defaultTimes(fault),
  };
}

/** Each new token revoked at once would be `unauthorized` by another name, so that one strikes once. */
function defaultTimes(fault: Fault): number | null {
  return fault.name === 'tokenRevoked' ? 1 : null;
}
