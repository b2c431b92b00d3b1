import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Context, Hono } from 'hono';
import { type Answer, retryAfterHeaders } from '../answer.ts';
import type { LoggedEnvironment } from '../logRequests.ts';
import { respondWithFaults } from '../respondWithFaults.ts';
import { takeStatusFault } from '../takeStatusFault.ts';
import type { Endpoint, Fault, TakeFault } from './fault.ts';
import { calendarText } from './officeCalendar.ts';
import type { WebcalWorld } from './webcalWorld.ts';

/** `GET /calendars/TOKEN/basic.ics`, the same below `/moved`, and the page that people sign in on. */
export function calendarRoutes(world: WebcalWorld): Hono<LoggedEnvironment> {
  const serve = (endpoint: Endpoint) => (context: Context<LoggedEnvironment>) => {
    const token = context.req.param('token') ?? '';
    const taken: string[] = [];
    const take: TakeFault = world.faults.takerFor(endpoint, token, taken);
    const clientId = world.calendars.has(token) ? token : null;
    return respondWithFaults(world, context, {
      // The token is the secret; the log shows that it was a known one.
      clientId: clientId === null ? null : 'calendar',
      take,
      taken,
      answer: () => faultyAnswer(world, context, token, take) ?? serveCalendar(world, context, token, take),
    });
  };
  return new Hono<LoggedEnvironment>()
    .get('/calendars/:token/basic.ics', serve('calendar'))
    .get('/moved/:token/basic.ics', serve('moved'))
    .get('/sign-in', (context) => context.html('<!doctype html><html lang="en"><title>Sign in</title></html>'));
}

function faultyAnswer(
  world: WebcalWorld,
  context: Context<LoggedEnvironment>,
  token: string,
  take: TakeFault,
): Answer | null {
  const order = takeStatusFault(take);
  if (order !== null) {
    const challenge = order.status === 401 ? { 'www-authenticate': 'Basic realm="Calendars"' } : {};
    return plain(order.status, { ...challenge, ...retryAfterHeaders(world.clock, order.retryAfter) });
  }
  if (take('gone')) return plain(410);
  const redirected = take('redirected');
  if (redirected) {
    const location = locationOf(redirected, token, new URL(context.req.url).pathname);
    return { status: redirected.status, headers: { location }, body: null };
  }
  return take('notModified') ? { status: 304, headers: {}, body: null } : null;
}

function locationOf({ to }: Extract<Fault, { name: 'redirected' }>, token: string, itself: string): string {
  switch (to) {
    case 'moved':
      return `/moved/${token}/basic.ics`;
    case 'itself':
      return itself;
    case 'page':
      return '/sign-in';
    case 'http':
      return 'http://calendars.example/plain.ics';
    case 'mail':
      return 'mailto:iris.vega@corp.example';
  }
}

function serveCalendar(
  world: WebcalWorld,
  context: Context<LoggedEnvironment>,
  token: string,
  take: TakeFault,
): Answer {
  const calendar = world.calendars.get(token);
  if (calendar === undefined) return plain(404);
  const { validators, compresses } = world.rules;
  const etag = `"${createHash('sha256').update(calendar.text).digest('hex').slice(0, 24)}"`;
  const lastModified = new Date(calendar.changedAt).toUTCString();
  const headers = {
    ...(['both', 'etag'].includes(validators) && { etag }),
    ...(['both', 'lastModified'].includes(validators) && { 'last-modified': lastModified }),
  };
  if (isUnchanged(context, headers)) return { status: 304, headers, body: null };
  const text = spoiled(calendar.text, take);
  const isZipped = compresses && /\bgzip\b/.test(context.req.header('accept-encoding') ?? '');
  const body = isZipped ? new Uint8Array(gzipSync(text, { level: 1 })) : text;
  const encoding = isZipped ? { 'content-encoding': 'gzip' } : {};
  return { status: 200, headers: { ...headers, ...encoding, 'content-type': 'text/calendar; charset=utf-8' }, body };
}

/** The tag goes before the date (RFC 9110 section 13.2.2). */
function isUnchanged(
  context: Context<LoggedEnvironment>,
  headers: { readonly etag?: string; readonly 'last-modified'?: string },
): boolean {
  const known = context.req.header('if-none-match');
  if (known !== undefined && headers.etag !== undefined) return known === headers.etag;
  const since = Date.parse(context.req.header('if-modified-since') ?? '');
  return Date.parse(headers['last-modified'] ?? '') <= since;
}

function spoiled(text: string, take: TakeFault): string {
  const huge = take('hugeFile');
  if (huge) {
    const filler = `X-FILLER:${'a'.repeat(1_000)}`;
    return calendarText(Array.from({ length: huge.megabytes * 1_000 }, () => filler));
  }
  return take('cutFile') ? text.slice(0, text.length / 2) : text;
}

function plain(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { ...headers, 'content-type': 'text/plain' }, body: `${status}\n` };
}
