import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** What every token looks like. */
export const tokenPattern = /sim-[0-9a-f]{32}/g;

/** The access tokens in circulation. A client may hold several live ones. */
export interface TokenStore {
  /** Issues a token that lives `lifetimeSeconds`. */
  issue(clientId: string, lifetimeSeconds: number): string;
  /** Whose live token this is; null if it was never issued, has expired or was revoked. */
  holder(token: string): string | null;
  /** Ends the tokens of one client, or all of them. */
  revoke(clientId?: string): void;
}

/** Builds a store without tokens. */
export function createTokenStore(clock: Clock): TokenStore {
  const tokens = new Map<string, { readonly clientId: string; readonly expiresAt: number }>();
  return {
    issue: (clientId, lifetimeSeconds) => {
      const now = clock.steady();
      for (const [token, { expiresAt }] of tokens) if (expiresAt <= now) tokens.delete(token);
      const token = `sim-${randomBytes(16).toString('hex')}`;
      tokens.set(token, { clientId, expiresAt: now + lifetimeSeconds * 1000 });
      return token;
    },
    holder: (token) => {
      const issued = tokens.get(token);
      return issued !== undefined && issued.expiresAt > clock.steady() ? issued.clientId : null;
    },
    revoke: (clientId) => {
      for (const [token, issued] of tokens) {
        if (clientId === undefined || issued.clientId === clientId) tokens.delete(token);
      }
    },
  };
}
