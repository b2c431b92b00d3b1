import { text } from 'node:stream/consumers';
import type { Context } from 'hono';
import { type Answer, retryAfterHeaders } from '../answer.ts';
import type { LoggedEnvironment } from '../logRequests.ts';
import { challenge, failure, invalidRequest, proxyFailure } from './answer.ts';
import type { ApiEndpoint, TakeFault } from './fault.ts';
import { accountInactive, staleToken } from './faultyAnswer.ts';
import { type JoinmeWorld, userOf } from './joinmeWorld.ts';
import { respond } from './respond.ts';
import { parseJson } from './sentBody.ts';
import type { IssuedToken } from './tokenStore.ts';
import type { User } from './user.ts';

/** A call of the REST API by somebody who may make it. */
export interface ApiRequest {
  readonly world: JoinmeWorld;
  readonly user: User;
  /** The meeting in the path; NaN if there is none. */
  readonly meetingId: number;
  /** `endDate`, wherever it was sent: query, header or body. */
  readonly endDate: string | null;
  /** The JSON body as an object, `{}` if there is none. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly take: TakeFault;
}

/** Says what an endpoint answers if nothing goes wrong. */
export type Handler = (request: ApiRequest) => Answer;

/** Answers one call of the API: proxy and its limits, faults, token, scope, and the endpoint itself. */
export async function respondToUser(
  world: JoinmeWorld,
  context: Context<LoggedEnvironment>,
  { endpoint, handler }: { readonly endpoint: ApiEndpoint; readonly handler: Handler },
): Promise<Response> {
  const bearer = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  const token = bearer === undefined ? null : world.tokens.find(bearer, 'access');
  const body = await readBody(context);
  const meetingId = Number(/^\d{1,15}$/.exec(context.req.param('meetingId') ?? '')?.[0] ?? 'none');
  return respond(world, context, {
    endpoint,
    email: token?.email ?? null,
    refuse: () => (token === null ? null : throttle(world, token)),
    answer: (take) => {
      if (token !== null && take('tokenEnded')) world.tokens.limit(token, 0);
      const user = admit(world, token, endpoint);
      if ('status' in user) return user;
      if (world.rules.needsContentType && !isJson(context)) {
        return invalidRequest('Content-Type must be application/json');
      }
      if (body === null) return invalidRequest('the body is no JSON object');
      return handler({ world, user, meetingId, endDate: endDateOf(context, body), body, take });
    },
  });
}

/** The user behind a token that is good for the call; else the answer that refuses it. */
function admit(world: JoinmeWorld, token: IssuedToken | null, endpoint: ApiEndpoint): User | Answer {
  const user = token === null ? null : userOf(world, token.email);
  if (token === null || user === null || !world.tokens.isLive(token)) return badToken(world, token);
  return isAllowed(world, token, endpoint) ? user : scopeMissing(world);
}

/** The pages send a body with GET, too; hono leaves it in the socket. */
async function readBody(context: Context<LoggedEnvironment>): Promise<Readonly<Record<string, unknown>> | null> {
  const sent = context.req.method === 'GET' ? await text(context.env.incoming) : await context.req.text();
  if (sent.trim() === '') return {};
  const body = parseJson(sent);
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : null;
}

function isJson(context: Context<LoggedEnvironment>): boolean {
  return context.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json';
}

function endDateOf(context: Context<LoggedEnvironment>, body: Readonly<Record<string, unknown>>): string | null {
  const inBody = body['endDate'];
  return context.req.query('endDate') ?? context.req.header('enddate') ?? (typeof inBody === 'string' ? inBody : null);
}

/** Counts by application, as the proxy does; a refused call is not counted. */
function throttle(world: JoinmeWorld, { key }: IssuedToken): Answer | null {
  const { callsPerSecond, callsPerDay, throttleStatus, retryAfter: form } = world.rules;
  const now = world.clock.steady();
  const limits = [
    { window: world.callsPerSecond, calls: callsPerSecond, length: 1000, code: 'ERR_403_DEVELOPER_OVER_QPS' },
    { window: world.callsPerDay, calls: callsPerDay, length: 86_400_000, code: 'ERR_403_DEVELOPER_OVER_RATE' },
  ] as const;
  for (const { window, calls, length, code } of limits) {
    const wait = calls === null ? 0 : window.admit(key, now, calls, length);
    if (wait === 0) continue;
    const retryAfter = form === 'none' ? null : { form, seconds: Math.ceil(wait / 1000) };
    return proxyFailure(throttleStatus, code, retryAfterHeaders(world.clock, retryAfter));
  }
  return null;
}

/** 401 and 403 both mean that a token is no good (hello.js, FAQ); which comes when is not published. */
function badToken(world: JoinmeWorld, token: IssuedToken | null): Answer {
  const isKnown = token !== null;
  if (world.rules.badTokens === 'proxy' || (world.rules.badTokens === 'apart' && !isKnown)) return accountInactive();
  return isKnown ? staleToken(401) : failure(401, 'invalid_token', 'The access token is not valid.');
}

/** Which call needs which scope is only published by the scopes' names. */
function isAllowed(world: JoinmeWorld, { scopes }: IssuedToken, endpoint: ApiEndpoint): boolean {
  if (world.rules.scopes === 'unchecked') return true;
  if (endpoint === 'user') return scopes.includes('user_info');
  return scopes.includes(endpoint.startsWith('start') ? 'start_meeting' : 'scheduler');
}

function scopeMissing(world: JoinmeWorld): Answer {
  if (world.rules.scopes === 'proxy')
    return proxyFailure(403, 'ERR_403_NOT_AUTHORIZED', challenge('insufficient_scope'));
  const choice = 'form of a refused scope';
  return failure(403, 'insufficient_scope', 'The scope of the access token does not allow this.', { choice });
}
