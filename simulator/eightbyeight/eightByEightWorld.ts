import { createFaultBoard, type FaultBoard } from '../faultBoard.ts';
import type { SimulationContext } from '../simulationContext.ts';
import type { Account, Agent } from './account.ts';
import type { Endpoint, Fault } from './fault.ts';
import { createRoomStore, type RoomStore } from './roomStore.ts';
import { type ServiceRules, usualRules } from './serviceRules.ts';
import { createTokenStore, type TokenStore, tokenPattern } from './tokenStore.ts';

/** A text message that the service has sent. */
export interface Sms {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** E.164 with its plus. */
  readonly to: string;
  readonly callId: string;
  readonly reference: string;
  readonly guestLink: string;
}

/** All that the simulated service knows, shared by its pages, its API and those who steer it. */
export interface EightByEightWorld extends SimulationContext {
  readonly accounts: Map<string, Account>;
  agents: readonly Agent[];
  readonly rooms: RoomStore;
  readonly tokens: TokenStore;
  sms: readonly Sms[];
  readonly faults: FaultBoard<Fault, Endpoint>;
  rules: ServiceRules;
}

/** How the world starts. */
export interface EightByEightOptions {
  readonly accounts: readonly Account[];
  readonly agents: readonly Agent[];
  readonly rules: Partial<ServiceRules>;
}

/** Builds the world; a later account with an id seen before takes the earlier one's place. */
export function createEightByEightWorld(context: SimulationContext, options: EightByEightOptions): EightByEightWorld {
  return {
    ...context,
    accounts: new Map(options.accounts.map((account) => [account.id, account])),
    agents: options.agents,
    rooms: createRoomStore(),
    tokens: createTokenStore(),
    sms: [],
    faults: createFaultBoard(),
    rules: { ...usualRules, ...options.rules },
  };
}

/** The text with every known API key and every token in it replaced, unknown tokens too: logs may then keep it. */
export function withoutSecrets(world: EightByEightWorld, text: string): string {
  let result = text.replaceAll(tokenPattern, '[token]').replaceAll(/([?&]token=)[^&#]*/gi, '$1[token]');
  for (const { apiKey } of world.accounts.values()) {
    result = result.replaceAll(apiKey, '[secret]').replaceAll(encodeURIComponent(apiKey), '[secret]');
  }
  return result;
}
