import { type Context, Hono } from 'hono';
import type { Answer } from '../answer.ts';
import type { LoggedEnvironment } from '../logRequests.ts';
import { success, undocumented } from './answer.ts';
import { clientOfBasic } from './credentials.ts';
import { unauthorized } from './faultyAnswer.ts';
import { type PexipWorld, withoutSecrets } from './pexipWorld.ts';
import { respond } from './respond.ts';
import type { SimulatedClient } from './simulatedMeeting.ts';

/** `POST /oauth/token`: client credentials by HTTP Basic and a form body, answered with a token of limited life. */
export function tokenRoutes(world: PexipWorld): Hono<LoggedEnvironment> {
  return new Hono<LoggedEnvironment>().post('/oauth/token', async (context) => {
    const client = clientOfBasic(world, context.req.header('authorization'));
    const form = await readForm(context);
    if (form !== null) {
      const formFields = [...form.keys()].map((name) => withoutSecrets(world, name));
      world.log.complete(context.get('requestId'), { formFields });
    }
    return respond(world, context, {
      endpoint: 'token',
      clientId: client?.id ?? null,
      answer: () => (client === null ? unauthorized('token') : grant(world, client, form)),
    });
  });
}

async function readForm(context: Context<LoggedEnvironment>): Promise<URLSearchParams | null> {
  const contentType = context.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  const text = await context.req.text();
  return contentType === 'application/x-www-form-urlencoded' ? new URLSearchParams(text) : null;
}

function grant(world: PexipWorld, client: SimulatedClient, form: URLSearchParams | null): Answer {
  if (form === null) return undocumented('invalid_request', 'the body is no form');
  const [grantType, ...others] = form.getAll('grant_type');
  if (grantType === undefined || others.length > 0) {
    return undocumented('invalid_request', 'grant_type must be there once');
  }
  if (grantType !== 'client_credentials') return undocumented('unsupported_grant_type', 'unknown grant_type');
  const lifetime = world.tokenLifetimeSeconds;
  return success({
    access_token: world.tokens.issue(client.id, lifetime),
    token_type: 'bearer',
    expires_in: lifetime,
  });
}
