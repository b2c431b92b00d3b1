import { randomBytes } from 'node:crypto';
import type { Room, Seat } from './room.ts';

/** What every token looks like: three base64url parts, as the published sample. */
export const tokenPattern = /eyJ[\w-]+\.[\w-]+\.[\w-]+/g;

/** A token that was given out. */
export interface IssuedToken {
  readonly token: string;
  readonly accountId: string;
  /** Null for one that only signs an agent in. */
  readonly room: Room | null;
  readonly expiresAt: number;
  /** The agent who signed in with it last. */
  seat: Seat | null;
}

/** The tokens in circulation, dead ones too. */
export interface TokenStore {
  issue(accountId: string, room: Room | null, expiresAt: number): IssuedToken;
  /** Null if it was never given out. */
  find(token: string): IssuedToken | null;
  /** Ends all tokens, or those of one account, as if they had never been. */
  revoke(accountId?: string): void;
}

/** Builds a store without tokens. */
export function createTokenStore(): TokenStore {
  const tokens = new Map<string, IssuedToken>();
  return {
    issue: (accountId, room, expiresAt) => {
      const parts = [{ alg: 'HS256' }, { sub: 'simulated', jti: randomBytes(9).toString('hex') }].map((part) =>
        Buffer.from(JSON.stringify(part)).toString('base64url'),
      );
      const token = [...parts, randomBytes(32).toString('base64url')].join('.');
      const issued: IssuedToken = { token, accountId, room, expiresAt, seat: null };
      tokens.set(token, issued);
      return issued;
    },
    find: (token) => tokens.get(token) ?? null,
    revoke: (accountId) => {
      for (const [token, issued] of tokens) {
        if (accountId === undefined || issued.accountId === accountId) tokens.delete(token);
      }
    },
  };
}
