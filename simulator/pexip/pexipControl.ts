import { createFaultSwitches, type FaultSwitches } from '../faultSwitches.ts';
import type { LoggedRequest } from '../requestLog.ts';
import { type Endpoint, type Fault, type FaultInput, parseFault } from './fault.ts';
import type { PexipWorld } from './pexipWorld.ts';
import type { Limits } from './rateLimiter.ts';
import {
  type SimulatedClientInput,
  type SimulatedMeeting,
  simulatedClientSchema,
  simulatedMeetingSchema,
} from './simulatedMeeting.ts';

/** A client without its secret. */
export interface ClientSummary {
  readonly id: string;
  readonly name: string;
  readonly hasMailbox: boolean;
  readonly meetingCount: number;
}

/** Steers the simulated Pexip service; faults sit on `meetings` unless told. Unknown client ids and misshapen input throw a RangeError. */
export interface PexipControl extends FaultSwitches<Fault, FaultInput, Endpoint> {
  clients(): readonly ClientSummary[];
  /** Adds a client, in place of an earlier one with the same id. */
  addClient(client: SimulatedClientInput): void;
  meetings(clientId: string): readonly SimulatedMeeting[];
  /** Replaces the whole calendar of a client. */
  setMeetings(clientId: string, meetings: readonly SimulatedMeeting[]): void;
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
    ...createFaultSwitches(world.faults, { parse: parseFault, defaultEndpoint: 'meetings', defaultTimes }),
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

/** Each new token revoked at once would be `unauthorized` by another name, so that one strikes once. */
function defaultTimes(fault: Fault): number | null {
  return fault.name === 'tokenRevoked' ? 1 : null;
}
