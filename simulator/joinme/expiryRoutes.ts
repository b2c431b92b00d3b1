import { Hono } from 'hono';
import type { Answer } from '../answer.ts';
import type { LoggedEnvironment } from '../logRequests.ts';
import type { TakeFault } from './fault.ts';
import { expiryFailed } from './faultyAnswer.ts';
import { goodAnswer } from './goodAnswer.ts';
import type { JoinmeWorld } from './joinmeWorld.ts';
import { noticePage } from './page.ts';
import { respond } from './respond.ts';
import { readFields } from './sentBody.ts';
import { applicationOf } from './tokenRoutes.ts';
import type { IssuedToken } from './tokenStore.ts';

/** `expireaccess`, which ends an access token, and `renewauthorization`, where a browser renews one (2015 sample). */
export function expiryRoutes(world: JoinmeWorld): Hono<LoggedEnvironment> {
  const base = '/api/public/v1/auth';
  return new Hono<LoggedEnvironment>()
    .post(`${base}/expireaccess`, async (context) => {
      const fields = await readFields(world, context);
      const application = fields === null ? null : applicationOf(world, fields);
      const token = world.tokens.find(fields?.get('access_token') ?? '', 'access');
      const isOwn = token !== null && token.key === application?.key;
      return respond(world, context, {
        endpoint: 'expire',
        email: token?.email ?? null,
        answer: (take) => expire(world, isOwn ? token : null, take),
      });
    })
    .get(`${base}/renewauthorization`, (context) => {
      const parameters = new URL(context.req.url).searchParams;
      const token = world.tokens.find(parameters.get('access_token') ?? '', 'access');
      const isOwn = token !== null && token.key === parameters.get('client_id');
      return respond(world, context, {
        endpoint: 'renew',
        email: token?.email ?? null,
        answer: () => renew(world, isOwn ? token : null),
      });
    });
}

/** The refresh token stays good: the page tells to refresh afterwards. */
function expire(world: JoinmeWorld, token: IssuedToken | null, take: TakeFault): Answer {
  if (token === null || !world.tokens.isLive(token)) return expiryFailed(world.rules.expiryFailureStatus);
  world.tokens.limit(token, Math.min(world.rules.expireDelaySeconds, world.tokens.secondsLeft(token)));
  return goodAnswer(take, 200, { success: true, message: 'Access Token Expired' });
}

/** The same token lives on; the callback gets no new one, only this parameter (seen in clients). */
function renew(world: JoinmeWorld, token: IssuedToken | null): Answer {
  const application = token === null ? undefined : world.applications.get(token.key);
  if (token === null || application === undefined) {
    const explanation = 'The access token or the API key is not known.';
    return noticePage(400, 'This request cannot be accepted', explanation, 'form of a refused renewal');
  }
  world.tokens.limit(token, world.rules.tokenSeconds);
  const separator = application.callbackUrl.includes('?') ? '&' : '?';
  const location = `${application.callbackUrl}${separator}isAuthorizationRenewed=true`;
  return { status: 302, headers: { location, 'cache-control': 'no-store', 'x-frame-options': 'DENY' }, body: null };
}
