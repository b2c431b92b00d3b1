import { createFaultSwitches, type FaultSwitches } from '../faultSwitches.ts';
import type { LoggedRequest } from '../requestLog.ts';
import { type AccountInput, type Agent, accountSchema, agentSchema } from './account.ts';
import type { EightByEightWorld, Sms } from './eightByEightWorld.ts';
import { type Endpoint, type Fault, type FaultInput, parseFault } from './fault.ts';
import { joinAsGuest } from './guestRoutes.ts';
import { endRoom, type Room, type RoomState, stateOf, talkSeconds } from './room.ts';
import { type ServiceRules, serviceRulesSchema } from './serviceRules.ts';
import { snapshotPath } from './snapshot.ts';

/** An account without its key. */
export interface AccountSummary {
  readonly id: string;
  readonly isEnabled: boolean;
}

/** A room without its token. Times are milliseconds since the epoch. */
export interface RoomSummary {
  readonly callId: string;
  readonly accountId: string;
  readonly reference: string;
  readonly phoneNumber: string | null;
  readonly guestLink: string;
  readonly state: RoomState;
  /** Name of who sits there. */
  readonly agent: string | null;
  readonly guest: string | null;
  readonly createdAt: number;
  readonly finishedAt: number | null;
  readonly talkSeconds: number;
}

/** What can be noted about a call; what is left out stays. */
export interface CallNotes {
  readonly agentRating?: string | undefined;
  readonly guestRating?: string | undefined;
  readonly location?: { readonly lat: number; readonly long: number } | null | undefined;
}

/**
 * Steers the simulated Video Interaction service; faults sit on `tokens` unless told. Unknown ids and misshapen input
 * throw a RangeError.
 */
export interface EightByEightControl extends FaultSwitches<Fault, FaultInput, Endpoint> {
  accounts(): readonly AccountSummary[];
  /** Adds an account, in place of an earlier one with the same id. */
  addAccount(account: AccountInput): void;
  /** Takes an account and with it its API key and tokens away, as if the key had been deleted. */
  removeAccount(accountId: string): void;
  agents(): readonly Agent[];
  /** Replaces the whole directory of agents. */
  setAgents(agents: readonly Agent[]): void;
  /** Every room ever made, oldest first: its length tells what a lost answer left behind. */
  rooms(): readonly RoomSummary[];
  /** Forgets all rooms and all text messages. */
  clearRooms(): void;
  /** The text messages sent so far, oldest first. */
  sms(): readonly Sms[];
  /** Lets a guest in without a browser; refused like any other third person. */
  joinAsGuest(callId: string, name: string): void;
  /** Ends a call for both. */
  endCall(callId: string): void;
  noteCall(callId: string, notes: CallNotes): void;
  /** Adds a line to the conversation. */
  addChat(callId: string, origin: 'agent' | 'guest', text: string): void;
  /** Adds a snapshot to the conversation and returns its path. */
  addSnapshot(callId: string, origin: 'agent' | 'guest'): string;
  /** Ends the tokens of one account, or all, before their time. */
  revokeTokens(accountId?: string): void;
  rules(): ServiceRules;
  /** Changes some rules, for rooms and tokens made from now on; the life of a room holds for all at once. */
  setRules(changes: Partial<ServiceRules>): void;
  /** How far the servers' clock is ahead of the real one, in milliseconds: rooms, tokens and calls go by it. */
  setClockOffset(milliseconds: number): void;
  /** The requests received so far, oldest first; what the pages ask among themselves is none of them. */
  requests(): readonly LoggedRequest[];
  clearRequests(): void;
}

/** Builds the controls of a world; `service` is its name in the request log. */
export function createEightByEightControl(world: EightByEightWorld, service: string): EightByEightControl {
  return {
    ...createFaultSwitches(world.faults, { parse: parseFault, defaultEndpoint: 'tokens', defaultTimes: () => null }),
    ...directoryControl(world),
    ...callControl(world),
    revokeTokens: (accountId) => world.tokens.revoke(accountId),
    rules: () => world.rules,
    setRules: (changes) => {
      const parsed = serviceRulesSchema.safeParse({ ...world.rules, ...changes });
      if (!parsed.success) throw new RangeError(`Misshapen rules: ${parsed.error.message}`);
      world.rules = parsed.data;
    },
    setClockOffset: (milliseconds) => world.clock.setOffset(milliseconds),
    requests: () => world.log.list(service),
    clearRequests: () => world.log.clear(service),
  };
}

type DirectoryControl = Pick<EightByEightControl, 'accounts' | 'addAccount' | 'removeAccount' | 'agents' | 'setAgents'>;

function directoryControl(world: EightByEightWorld): DirectoryControl {
  return {
    accounts: () => [...world.accounts.values()].map(({ id, isEnabled }) => ({ id, isEnabled })),
    addAccount: (input) => {
      const parsed = accountSchema.safeParse(input);
      if (!parsed.success) throw new RangeError(`Misshapen account: ${parsed.error.message}`);
      world.accounts.set(parsed.data.id, parsed.data);
    },
    removeAccount: (accountId) => {
      if (!world.accounts.delete(accountId)) throw new RangeError(`No account with the id ${accountId}`);
      world.tokens.revoke(accountId);
    },
    agents: () => world.agents,
    setAgents: (agents) => {
      if (agents.some((agent) => !agentSchema.safeParse(agent).success)) throw new RangeError('Misshapen agent');
      world.agents = [...agents];
    },
  };
}

type CallControl = Pick<
  EightByEightControl,
  'rooms' | 'clearRooms' | 'sms' | 'joinAsGuest' | 'endCall' | 'noteCall' | 'addChat' | 'addSnapshot'
>;

function callControl(world: EightByEightWorld): CallControl {
  const find = (callId: string): Room => {
    const room = world.rooms.withCallId(callId);
    if (room === null) throw new RangeError(`No call with the id ${callId}`);
    return room;
  };
  return {
    rooms: () => world.rooms.list().map((room) => summarize(world, room)),
    clearRooms: () => {
      world.rooms.clear();
      world.tokens.revoke();
      world.sms = [];
    },
    sms: () => world.sms,
    joinAsGuest: (callId, name) => void joinAsGuest(world, find(callId), name),
    endCall: (callId) => endRoom(find(callId), world.clock.now()),
    noteCall: (callId, { agentRating, guestRating, location }) => {
      const room = find(callId);
      if (agentRating !== undefined) room.agentRating = agentRating;
      if (guestRating !== undefined) room.guestRating = guestRating;
      if (location !== undefined) room.location = location;
    },
    addChat: (callId, origin, text) => {
      find(callId).conversation.push({ origin, timestamp: world.clock.now(), data: text });
    },
    addSnapshot: (callId, origin) => {
      const timestamp = world.clock.now();
      const data = snapshotPath(timestamp);
      find(callId).conversation.push({ origin, timestamp, data });
      return data;
    },
  };
}

function summarize(world: EightByEightWorld, room: Room): RoomSummary {
  const { callId, accountId, reference, phoneNumber, guestLink, agent, guest, createdAt, finishedAt } = room;
  const now = world.clock.now();
  return {
    callId,
    accountId,
    reference,
    phoneNumber,
    guestLink,
    state: stateOf(room, now, world.rules.roomSeconds),
    agent: agent?.name ?? null,
    guest: guest?.name ?? null,
    createdAt,
    finishedAt,
    talkSeconds: talkSeconds(room, now),
  };
}
