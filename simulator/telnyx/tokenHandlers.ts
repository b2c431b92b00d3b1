import * as z from 'zod/mini';
import { failure, success } from './answer.ts';
import { found, type Handler, isAnswer, objectBody } from './restRequest.ts';
import { coercedInteger, unacceptable } from './roomSettings.ts';
import { stampSeconds } from './stamp.ts';
import type { TelnyxWorld } from './telnyxWorld.ts';
import type { TokenKind } from './tokenStore.ts';

const tokenLifetime = z._default(coercedInteger(10, 3600), 600);

const generateSchema = z.object({
  token_ttl_secs: tokenLifetime,
  refresh_token_ttl_secs: z._default(coercedInteger(60, 86_400), 3600),
});

const refreshSchema = z.object({ token_ttl_secs: tokenLifetime });

/**
 * `POST /rooms/ID/actions/generate_join_client_token`: a token for joining, and one to renew it with. `recort_type` is
 * spelt as in the service's own tutorial. The answer to a lifetime out of range is not documented: 422 here.
 */
export const generateToken: Handler = ({ world, id, body }) => {
  const room = found(id, world.rooms.find);
  if (isAnswer(room)) return room;
  const given = objectBody(body, 'optional');
  if (isAnswer(given)) return given;
  const wanted = generateSchema.safeParse(given);
  if (!wanted.success) return unacceptable(wanted.error);
  const token = issue(world, 'access', id, wanted.data.token_ttl_secs);
  const refresh = issue(world, 'refresh', id, wanted.data.refresh_token_ttl_secs);
  return success(201, {
    data: {
      recort_type: 'client_token',
      token: token.text,
      token_expires_at: token.expiresAt,
      refresh_token: refresh.text,
      refresh_token_expires_at: refresh.expiresAt,
    },
  });
};

/** `POST /rooms/ID/actions/refresh_client_token`: needs no key, the refresh token is the proof; 403 if it does not hold. */
export const refreshToken: Handler = ({ world, id, body }) => {
  const room = found(id, world.rooms.find);
  if (isAnswer(room)) return room;
  const given = objectBody(body, 'required');
  if (isAnswer(given)) return given;
  if (!('refresh_token' in given) || typeof given.refresh_token !== 'string') {
    return failure(422, '10004', 'refresh_token is required', { source: { pointer: '/refresh_token' } });
  }
  const { problem } = world.tokens.judge(given.refresh_token, 'refresh', id);
  if (problem !== null) return failure(403, '10010', `The refresh token is not valid: ${problem}`);
  const wanted = refreshSchema.safeParse(given);
  if (!wanted.success) return unacceptable(wanted.error);
  const token = issue(world, 'access', id, wanted.data.token_ttl_secs, true);
  return success(201, { data: { token: token.text, token_expires_at: token.expiresAt } });
};

function issue(world: TelnyxWorld, kind: TokenKind, roomId: string, wantedSeconds: number, isRefreshed = false) {
  const lifetimeSeconds = kind === 'access' ? Math.min(wantedSeconds, world.longestTokenSeconds) : wantedSeconds;
  const text = world.tokens.issue(kind, roomId, lifetimeSeconds, isRefreshed);
  return { text, expiresAt: stampSeconds(world.clock.now() + lifetimeSeconds * 1000) };
}
