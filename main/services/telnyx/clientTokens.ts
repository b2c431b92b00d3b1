import * as z from 'zod/mini';
import type { CallPass } from '../callPass.ts';
import type { RoomFailure } from '../service.ts';
import { type ApiAnswer, type TelnyxApi, toFailure, unreadable } from './telnyxApi.ts';

// Every call carries its token as text in each message, so that a short life is worth a renewal now and then. The
// refresh token covers a long meeting; after it a new pair is minted.
const tokenSeconds = clamp(600, 10, 3_600);
const refreshSeconds = clamp(14_400, 60, 86_400);

const token = z.string().check(z.minLength(1), z.maxLength(8_000));
const expiry = z.catch(z.nullish(z.string()), null);
const renewed = z.object({ data: z.object({ token, token_expires_at: expiry }) });
const pair = z.object({
  data: z.object({
    token,
    token_expires_at: expiry,
    refresh_token: z.catch(z.nullish(token), null),
    refresh_token_expires_at: expiry,
  }),
});

/** Client tokens of a room: `generate_join_client_token` and `refresh_client_token` of the OpenAPI text. */
export class ClientTokens {
  readonly #api: TelnyxApi;
  readonly #actions: string;

  constructor(api: TelnyxApi, roomId: string) {
    this.#api = api;
    this.#actions = `/rooms/${roomId}/actions`;
  }

  readonly mintPass = async (): Promise<CallPass | RoomFailure> => {
    const answer = await this.#api.call({
      method: 'POST',
      cost: 'medium',
      path: `${this.#actions}/generate_join_client_token`,
      body: { token_ttl_secs: tokenSeconds, refresh_token_ttl_secs: refreshSeconds },
    });
    if (answer.kind === 'bad') {
      return toFailure(answer);
    }
    const parsed = z.safeParse(pair, answer.body);
    if (!parsed.success) {
      return unreadable;
    }
    const { data } = parsed.data;
    return {
      ...pass(answer, data.token, data.token_expires_at),
      renewal: data.refresh_token
        ? { secret: data.refresh_token, lifetime: lifetime(answer, data.refresh_token_expires_at, refreshSeconds) }
        : null,
    };
  };

  readonly renewPass = async (renewal: NonNullable<CallPass['renewal']>): Promise<CallPass | RoomFailure> => {
    const answer = await this.#api.call({
      method: 'POST',
      cost: 'light',
      path: `${this.#actions}/refresh_client_token`,
      body: { refresh_token: renewal.secret, token_ttl_secs: tokenSeconds },
    });
    if (answer.kind === 'bad') {
      return toFailure(answer);
    }
    const parsed = z.safeParse(renewed, answer.body);
    if (!parsed.success) {
      return unreadable;
    }
    const { data } = parsed.data;
    return { ...pass(answer, data.token, data.token_expires_at), renewal };
  };
}

function pass(answer: ApiAnswer, text: string, expiresAt: string | null | undefined): Omit<CallPass, 'renewal'> {
  return { kind: 'pass', token: text, lifetime: lifetime(answer, expiresAt, tokenSeconds) };
}

/** Ms from the answer to the expiry by the service's own clock; what was asked for when it does not tell. */
function lifetime({ serviceTime }: ApiAnswer, expiresAt: string | null | undefined, askedFor: number): number {
  const told = Date.parse(expiresAt ?? '') - (serviceTime ?? Number.NaN);
  return Number.isNaN(told) ? askedFor * 1_000 : Math.max(0, Math.min(told, askedFor * 1_000));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
