import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** What every token looks like: three parts of base64url, the first beginning like any JSON object. */
export const tokenPattern = /eyJ[\w-]+\.[\w-]+\.[\w-]+/g;

/** What a token is good for: joining, or getting a new one for joining. */
export type TokenKind = 'access' | 'refresh';

/** One issued token, without its text. Times are steady ones, in milliseconds since the epoch. */
export interface IssuedToken {
  /** The token's `jti`. */
  readonly id: string;
  readonly kind: TokenKind;
  readonly roomId: string;
  /** Whether it came from a refresh. */
  readonly isRefreshed: boolean;
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly isRevoked: boolean;
}

/** What is wrong with a token that does not open. */
export type TokenProblem = 'unknown' | 'expired' | 'revoked' | 'otherRoom';

/** A token judged: whose it is if it is known, and why it does not open. */
export interface Judgement {
  readonly token: IssuedToken | null;
  readonly problem: TokenProblem | null;
}

/** The client tokens in circulation. */
export interface TokenStore {
  /** Issues a token for a room; `isRefreshed` if it comes from a refresh. Returns its text. */
  issue(kind: TokenKind, roomId: string, lifetimeSeconds: number, isRefreshed: boolean): string;
  /** Whether the token opens that room at this moment. */
  judge(text: string, kind: TokenKind, roomId: string): Judgement;
  /** Ends tokens before their time: those of a room, of a kind, or all. */
  revoke(which: { readonly roomId?: string | undefined; readonly kind?: TokenKind | undefined }): void;
  /** All tokens in the order of issue. */
  list(): readonly IssuedToken[];
}

/** Builds a store without tokens. */
export function createTokenStore(clock: Clock): TokenStore {
  const tokens = new Map<string, IssuedToken>();
  return {
    issue: (kind, roomId, lifetimeSeconds, isRefreshed) => {
      const issuedAt = clock.steady();
      const expiresAt = issuedAt + lifetimeSeconds * 1000;
      const token = { id: randomUUID(), kind, roomId, isRefreshed, issuedAt, expiresAt, isRevoked: false };
      const text = tokenText(token);
      tokens.set(text, token);
      return text;
    },
    judge: (text, kind, roomId) => {
      const token = tokens.get(text) ?? null;
      return { token, problem: problemOf(token, kind, roomId, clock.steady()) };
    },
    revoke: ({ roomId, kind }) => {
      for (const [text, token] of tokens) {
        const isMeant = (roomId ?? token.roomId) === token.roomId && (kind ?? token.kind) === token.kind;
        if (isMeant) tokens.set(text, { ...token, isRevoked: true });
      }
    },
    list: () => [...tokens.values()],
  };
}

function problemOf(token: IssuedToken | null, kind: TokenKind, roomId: string, now: number): TokenProblem | null {
  if (token?.kind !== kind) return 'unknown';
  if (token.isRevoked) return 'revoked';
  if (token.expiresAt <= now) return 'expired';
  return token.roomId === roomId ? null : 'otherRoom';
}

/** Looks like the tokens in the API's examples; the signature is noise, since only this store judges tokens. */
function tokenText({ id, kind, roomId, issuedAt, expiresAt }: IssuedToken): string {
  const issuedSeconds = Math.floor(issuedAt / 1000);
  const issuer = 'telnyx_client_token';
  const grants = [{ actions: ['join'], resources: [`telnyx:video:rooms:${roomId}`], subjects: ['telnyx:users:foyer'] }];
  const claims = {
    aud: issuer,
    exp: Math.floor(expiresAt / 1000),
    grants,
    grants_version: '1.0.0',
    iat: issuedSeconds,
    iss: issuer,
    jti: id,
    nbf: issuedSeconds - 1,
    sub: 'null',
    typ: kind,
  };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signature = randomBytes(64).toString('base64url');
  return `${encode({ alg: 'Ed25519', typ: 'JWT' })}.${encode(claims)}.${signature}`;
}
