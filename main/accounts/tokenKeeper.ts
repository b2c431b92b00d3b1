import type { RoomFailure, TokenAge, TokenSource } from '../services/service.ts';
import type { Tokens } from '../services/signInFlow.ts';
import type { Secrets } from './vault.ts';

/** What the keeper of an account's tokens works with. */
export interface TokenKeeperParts {
  /** The secrets of the account, tokens included. */
  readonly secrets: Secrets;
  readonly renew: (refreshToken: string) => Promise<Tokens | RoomFailure>;
  readonly signOut: (accessToken: string) => Promise<void>;
  /** Keeps the secrets as they are after a renewal. Whether that worked changes nothing for this run. */
  readonly keep: (secrets: Secrets) => Promise<void>;
  /** The machine's clock in ms since 1970: a token outlives runs. */
  readonly wall: () => number;
}

/** Ms before its end from which a token is taken to be too old: requests take their time, and clocks differ. */
const margin = 60_000;
/** A token that was renewed less than so many ms ago and is refused is not refused for its age. */
const youngFor = 60_000;

const refused: RoomFailure = {
  kind: 'failed',
  status: { kind: 'refused' },
  detail: null,
  retryAfter: null,
  trackingId: null,
};

/** Secrets with the tokens of a sign-in or a renewal among them. */
export function withTokens(secrets: Secrets, tokens: Tokens, now: number): Secrets {
  const { accessToken, refreshToken, lifetime } = tokens;
  return {
    ...secrets,
    accessToken,
    accessSince: new Date(now).toISOString(),
    accessUntil: new Date(now + lifetime).toISOString(),
    ...(refreshToken !== null && { refreshToken }),
  };
}

/** Secrets without what a sign-in gave. */
export function withoutTokens({
  accessToken: _token,
  accessSince: _since,
  accessUntil: _until,
  refreshToken: _refresh,
  ...others
}: Secrets): Secrets {
  return others;
}

/** The tokens of one account: renewed when they are too old or were refused, once for all who ask, and kept at once. */
export class TokenKeeper implements TokenSource {
  readonly #parts: TokenKeeperParts;
  #secrets: Secrets;
  #renewal: Promise<string | RoomFailure> | null = null;
  #renewedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: TokenKeeperParts) {
    this.#parts = parts;
    this.#secrets = parts.secrets;
  }

  /** As they are now. */
  get secrets(): Secrets {
    return this.#secrets;
  }

  /** Of the access token; null without one. */
  get age(): TokenAge | null {
    const { accessToken, accessSince = null, accessUntil = null } = this.#secrets;
    return accessToken === undefined ? null : { since: accessSince, until: accessUntil };
  }

  /** When people have to sign in again, ISO 8601 UTC; null where the tokens are renewed without them, or there are none. */
  get endsAt(): string | null {
    const { accessToken, accessUntil, refreshToken } = this.#secrets;
    return accessToken === undefined || refreshToken !== undefined ? null : (accessUntil ?? null);
  }

  readonly current = async (): Promise<string | RoomFailure> => {
    const { accessToken, accessUntil } = this.#secrets;
    const isOld = Date.parse(accessUntil ?? '') - margin <= this.#parts.wall();
    return accessToken === undefined || isOld ? this.#renewOnce() : accessToken;
  };

  readonly renew = async (old: string): Promise<string | RoomFailure> => {
    const { accessToken } = this.#secrets;
    if (accessToken !== undefined && accessToken !== old) {
      return accessToken;
    }
    const isYoung = Math.abs(this.#parts.wall() - this.#renewedAt) < youngFor;
    return isYoung && this.#renewal === null ? refused : this.#renewOnce();
  };

  /** Has the service forget the access token, if it can be asked; nothing is renewed any more. */
  async signOut(): Promise<void> {
    const { accessToken } = this.#secrets;
    const { refreshToken: _, ...rest } = this.#secrets;
    this.#secrets = rest;
    if (accessToken !== undefined) {
      await this.#parts.signOut(accessToken);
    }
  }

  #renewOnce(): Promise<string | RoomFailure> {
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  async #renew(): Promise<string | RoomFailure> {
    const { refreshToken } = this.#secrets;
    if (refreshToken === undefined) {
      return refused;
    }
    const renewed = await this.#parts.renew(refreshToken);
    if (renewed.kind === 'failed') {
      return renewed;
    }
    const now = this.#parts.wall();
    this.#renewedAt = now;
    this.#secrets = withTokens(this.#secrets, renewed, now);
    // Before it is used: the service may have made the old one worthless.
    await this.#parts.keep(this.#secrets).catch(() => undefined);
    return renewed.accessToken;
  }
}
