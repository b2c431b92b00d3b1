import { type CallSummary, summarizeCalls } from './calls/callSummary.ts';
import type { CloseCode } from './calls/closeSocket.ts';
import { type CallScope, closeSockets, cutNetwork, refuseCalls } from './calls/disturb.ts';
import type { LoggedMessage } from './calls/messageLog.ts';
import type { TelnyxWorld } from './telnyxWorld.ts';

/** Steers running calls. What strikes at once is here; what waits for the next message is a fault. */
export interface CallControl {
  /** PEM of the certificate that the signalling shows, and the hash of its key for Chromium's allow list. */
  readonly certificate: string;
  readonly publicKeyHash: string;
  /** Who is connected, with which media connections, and how many packets went through each. */
  calls(): readonly CallSummary[];
  /** The messages received in calls so far, oldest first: no tokens, no content. */
  messages(): readonly LoggedMessage[];
  clearMessages(): void;
  /** Closes sockets with that code; 1006 breaks the connection. */
  closeSockets(code: CloseCode, scope?: CallScope): void;
  /** Sends a refuse frame that answers no message. */
  refuseCalls(status: 401 | 403 | 503, scope?: CallScope): void;
  /**
   * Breaks sockets and media, and lets nobody into the room (all rooms without a scope) for so long. With a participant
   * only they are cut off; the others stay.
   */
  cutNetwork(seconds: number, scope?: CallScope): void;
}

/** Builds this part of the controls. */
export function createCallControl(world: TelnyxWorld): CallControl {
  return {
    certificate: world.certificate.certificate,
    publicKeyHash: world.certificate.publicKeyHash,
    calls: () => summarizeCalls(world.calls),
    messages: () => world.messages.list(),
    clearMessages: () => world.messages.clear(),
    closeSockets: (code, scope = {}) => closeSockets(world, code, scope),
    refuseCalls: (status, scope = {}) => refuseCalls(world, status, scope),
    cutNetwork: (seconds, scope = {}) => cutNetwork(world, seconds, scope),
  };
}
