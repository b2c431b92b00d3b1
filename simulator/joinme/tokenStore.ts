import { randomInt } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** What a user allowed an application. */
export interface Grant {
  /** The application's key. */
  readonly key: string;
  readonly email: string;
  readonly scopes: readonly string[];
}

/** A code, with what it must be redeemed with. */
export interface IssuedCode extends Grant {
  readonly redirectUri: string;
  /** An S256 code challenge, or null. */
  readonly challenge: string | null;
  readonly expiresAt: number;
}

/** One token, without its text. Times are steady ones, in milliseconds since the epoch. */
export interface IssuedToken extends Grant {
  readonly id: number;
  readonly kind: 'access' | 'refresh';
  readonly flow: 'code' | 'implicit';
  readonly issuedAt: number;
  /** From then on it is of no use; null has no end. */
  expiresAt: number | null;
}

/** A token before it is issued. */
export type NewToken = Pick<IssuedToken, 'kind' | 'flow'> & Grant;

/** The codes and tokens in circulation. */
export interface TokenStore {
  issueCode(code: Omit<IssuedCode, 'expiresAt'>, lifetimeSeconds: number): string;
  /** Looks at a code without using it. */
  peekCode(text: string): IssuedCode | null;
  /** Uses a code up; null if it is unknown, used or expired. */
  redeemCode(text: string): IssuedCode | null;
  /** Issues a token and returns its text; null seconds have no end. */
  issue(token: NewToken, lifetimeSeconds: number | null): string;
  /** A token of that kind, whether it is over or not. */
  find(text: string, kind: IssuedToken['kind']): IssuedToken | null;
  isLive(token: IssuedToken): boolean;
  /** Seconds that a token has left; Infinity if it has no end. */
  secondsLeft(token: IssuedToken): number;
  /** Lets a token live so many seconds from now, fewer or more than before. */
  limit(token: IssuedToken, seconds: number): void;
  /** All tokens in the order of issue. */
  list(): readonly IssuedToken[];
  /** The text with every token and code ever issued replaced. */
  withoutTokens(text: string): string;
}

/** Builds a store without tokens. */
export function createTokenStore(clock: Clock): TokenStore {
  const codes = new Map<string, IssuedCode>();
  const tokens = new Map<string, IssuedToken>();
  const texts = new Set<string>();
  const newText = (): string => {
    const text = randomText();
    texts.add(text);
    return text;
  };
  const after = (seconds: number) => clock.steady() + seconds * 1000;
  return {
    issueCode: (code, lifetimeSeconds) => {
      const text = newText();
      codes.set(text, { ...code, expiresAt: after(lifetimeSeconds) });
      return text;
    },
    peekCode: (text) => codes.get(text) ?? null,
    redeemCode: (text) => {
      const code = codes.get(text) ?? null;
      codes.delete(text);
      return code !== null && code.expiresAt > clock.steady() ? code : null;
    },
    issue: ({ kind, flow, key, email, scopes }, lifetimeSeconds) => {
      const text = newText();
      const expiresAt = lifetimeSeconds === null ? null : after(lifetimeSeconds);
      const id = tokens.size + 1;
      tokens.set(text, { kind, flow, key, email, scopes, id, issuedAt: clock.steady(), expiresAt });
      return text;
    },
    find: (text, kind) => {
      const token = tokens.get(text);
      return token?.kind === kind ? token : null;
    },
    isLive: ({ expiresAt }) => expiresAt === null || expiresAt > clock.steady(),
    secondsLeft: ({ expiresAt }) =>
      expiresAt === null ? Number.POSITIVE_INFINITY : (expiresAt - clock.steady()) / 1000,
    limit: (token, seconds) => {
      token.expiresAt = after(seconds);
    },
    list: () => [...tokens.values()],
    withoutTokens: (text) => text.replaceAll(tokenPattern, (word) => (texts.has(word) ? '[token]' : word)),
  };
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
const length = 24;
const tokenPattern = new RegExp(`[a-z0-9]{${length}}`, 'g');

/** Codes were seen to have this shape; a client took anything over 30 characters for an error, so tokens were short. */
function randomText(): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
