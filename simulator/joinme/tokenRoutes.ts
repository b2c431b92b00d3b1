import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { Answer } from '../answer.ts';
import type { LoggedEnvironment } from '../logRequests.ts';
import { tokenFailure } from './answer.ts';
import type { Application } from './application.ts';
import type { TakeFault } from './fault.ts';
import { goodAnswer } from './goodAnswer.ts';
import type { JoinmeWorld } from './joinmeWorld.ts';
import { respond } from './respond.ts';
import { readFields, type SentFields } from './sentBody.ts';
import type { Grant } from './tokenStore.ts';

/** The token endpoint: codes and refresh tokens become access tokens. */
export function tokenRoutes(world: JoinmeWorld): Hono<LoggedEnvironment> {
  return new Hono<LoggedEnvironment>().post('/api/public/v1/auth/token', async (context) => {
    const fields = await readFields(world, context);
    return respond(world, context, {
      endpoint: 'token',
      email: fields === null ? null : ownerOf(world, fields),
      answer: (take) => answer(world, fields, take),
    });
  });
}

/** The application that a body's key and secret name; null if they do not fit. */
export function applicationOf(world: JoinmeWorld, fields: SentFields): Application | null {
  const application = world.applications.get(fields.get('client_id') ?? '');
  return application !== undefined && application.secret === fields.get('client_secret') ? application : null;
}

function ownerOf(world: JoinmeWorld, fields: SentFields): string | null {
  const refresh = world.tokens.find(fields.get('refresh_token') ?? '', 'refresh');
  return refresh?.email ?? world.tokens.peekCode(fields.get('code') ?? '')?.email ?? null;
}

function answer(world: JoinmeWorld, fields: SentFields | null, take: TakeFault): Answer {
  if (fields === null)
    return tokenFailure(400, 'invalid_request', 'the body is neither a JSON object of texts nor a form');
  const application = applicationOf(world, fields);
  if (application === null) return tokenFailure(isOauth(world) ? 400 : 401, 'invalid_client', 'form of a bad secret');
  switch (fields.get('grant_type')) {
    case 'authorization_code':
      return redeem(world, application, fields, take);
    case 'refresh_token':
      return refresh(world, application, fields, take);
    default:
      return tokenFailure(400, 'unsupported_grant_type', 'form of a bad grant_type');
  }
}

function redeem(world: JoinmeWorld, application: Application, fields: SentFields, take: TakeFault): Answer {
  const code = world.tokens.redeemCode(fields.get('code') ?? '');
  const isGood =
    code !== null &&
    code.key === application.key &&
    code.redirectUri === fields.get('redirect_uri') &&
    (code.challenge === null || code.challenge === challengeOf(fields.get('code_verifier') ?? ''));
  if (!isGood) return tokenFailure(400, isOauth(world) ? 'invalid_grant' : 'invalid_authorization_code');
  return tokens(
    world,
    code,
    world.tokens.issue({ ...grantOf(code), kind: 'refresh', flow: 'code' }, world.rules.refreshSeconds),
    take,
  );
}

function refresh(world: JoinmeWorld, application: Application, fields: SentFields, take: TakeFault): Answer {
  const text = fields.get('refresh_token') ?? '';
  const token = world.tokens.find(text, 'refresh');
  const isGood = token !== null && token.key === application.key && world.tokens.isLive(token);
  if (!isGood) return tokenFailure(isOauth(world) ? 401 : 400, 'invalid_grant', 'form of a bad refresh token');
  switch (world.rules.refreshTokens) {
    case 'rotate': {
      world.tokens.limit(token, 0);
      const next = world.tokens.issue({ ...grantOf(token), kind: 'refresh', flow: 'code' }, world.rules.refreshSeconds);
      return tokens(world, token, next, take);
    }
    case 'stay':
      return tokens(world, token, text, take);
    case 'omitted':
      return tokens(world, token, null, take);
  }
}

function tokens(world: JoinmeWorld, grant: Grant, refreshToken: string | null, take: TakeFault): Answer {
  const { tokenSeconds } = world.rules;
  return goodAnswer(take, 200, {
    access_token: world.tokens.issue({ ...grantOf(grant), kind: 'access', flow: 'code' }, tokenSeconds),
    token_type: 'bearer',
    expires_in: tokenSeconds,
    ...(refreshToken === null ? {} : { refresh_token: refreshToken }),
    scope: grant.scopes.join(' '),
  });
}

function isOauth(world: JoinmeWorld): boolean {
  return world.rules.tokenErrors === 'oauth';
}

function grantOf({ key, email, scopes }: Grant): Grant {
  return { key, email, scopes };
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
