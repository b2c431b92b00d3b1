import { createFaultBoard, type FaultBoard } from '../faultBoard.ts';
import type { SimulationContext } from '../simulationContext.ts';
import { type CallRegistry, createCallRegistry } from './calls/callRegistry.ts';
import type { Certificate } from './calls/certificate.ts';
import { createMessageLog, type MessageLog } from './calls/messageLog.ts';
import { createOutage, type Outage } from './calls/outage.ts';
import type { Fault, FaultPlace } from './fault.ts';
import { createRateLimiter, type Limits, type RateLimiter } from './rateLimiter.ts';
import { createRoomStore, type RoomStore } from './roomStore.ts';
import { createSessionStore, type SessionStore } from './sessionStore.ts';
import { createTokenStore, type TokenStore, tokenPattern } from './tokenStore.ts';

/** All that the simulated service knows, shared by its two servers and by those who steer it. */
export interface TelnyxWorld extends SimulationContext {
  /** The only key that opens the account. */
  readonly apiKey: string;
  readonly longestTokenSeconds: number;
  readonly rooms: RoomStore;
  readonly sessions: SessionStore;
  readonly tokens: TokenStore;
  readonly limiter: RateLimiter;
  readonly faults: FaultBoard<Fault, FaultPlace>;
  readonly calls: CallRegistry;
  readonly messages: MessageLog;
  readonly outage: Outage;
  /** What the signalling shows its clients. */
  readonly certificate: Certificate;
}

/** How the world starts. */
export interface TelnyxOptions {
  readonly apiKey: string;
  readonly limits: Partial<Limits>;
  /** Join tokens live no longer than this, whatever is asked for; as long as the API allows unless told. */
  readonly longestTokenSeconds?: number;
}

/** A key of the shape that real ones have. */
export const defaultApiKey = `KEY${'5EED'.repeat(8)}_foyerSimulatorTelnyx01`;

const keyPattern = /KEY[0-9A-Fa-f]{32}_\w{22}/g;

/** Builds the world: an account without rooms. */
export function createTelnyxWorld(
  context: SimulationContext,
  options: TelnyxOptions,
  certificate: Certificate,
): TelnyxWorld {
  return {
    ...context,
    apiKey: options.apiKey,
    longestTokenSeconds: options.longestTokenSeconds ?? 3600,
    rooms: createRoomStore(context.clock),
    sessions: createSessionStore(context.clock),
    tokens: createTokenStore(context.clock),
    limiter: createRateLimiter(context.clock, options.limits),
    faults: createFaultBoard(),
    calls: createCallRegistry(),
    messages: createMessageLog(),
    outage: createOutage(context.clock),
    certificate,
  };
}

/** The text with the key, with all that looks like a key, and with every token replaced: logs may then keep it. */
export function withoutSecrets(world: TelnyxWorld, text: string): string {
  return text
    .replaceAll(world.apiKey, '[secret]')
    .replaceAll(keyPattern, '[secret]')
    .replaceAll(tokenPattern, '[token]');
}
