import { Hono } from 'hono';
import * as z from 'zod/mini';
import { readControlBody } from '../controlRequest.ts';
import { addFaultRoutes } from '../faultSwitches.ts';
import type { ServerEnvironment } from '../origin.ts';
import { faultNames, faultPlaceSchema, faultSchema } from './fault.ts';
import { limitsSchema } from './rateLimiter.ts';
import type { TelnyxControl } from './telnyxControl.ts';

const limitsBody = z.partial(limitsSchema);
const personBody = z.strictObject({ context: z.string() });
const scopeFields = { roomId: z.optional(z.string()), participantId: z.optional(z.string()) };
const closeBody = z.strictObject({
  code: z.union([z.literal(1000), z.literal(1006), z.literal(3999), z.literal(4000)]),
  ...scopeFields,
});
const refuseBody = z.strictObject({
  status: z.union([z.literal(401), z.literal(403), z.literal(503)]),
  ...scopeFields,
});
const cutBody = z.strictObject({ seconds: z.number().check(z.nonnegative()), ...scopeFields });
const mutedBody = z.strictObject({ isMuted: z.boolean() });

/** The controls over HTTP, as the table in the simulator's README lists them. */
export function controlRoutes(control: TelnyxControl): Hono<ServerEnvironment> {
  const routes = new Hono<ServerEnvironment>();
  routes.get('/api-key', (context) => context.json({ apiKey: control.apiKey }));
  addRoomRoutes(routes, control);
  addPeopleRoutes(routes, control);
  addCallRoutes(routes, control);
  addFaultRoutes(routes, control, {
    names: faultNames,
    fault: z.union([z.enum(faultNames), faultSchema]),
    endpoint: faultPlaceSchema,
  });
  routes.get('/tokens', (context) => context.json({ tokens: control.tokens() }));
  routes.delete('/tokens', (context) => {
    const kind = z.optional(z.enum(['access', 'refresh'])).safeParse(context.req.query('kind'));
    if (!kind.success) throw new RangeError('kind must be access or refresh');
    control.revokeTokens({ roomId: context.req.query('roomId'), kind: kind.data });
    return context.body(null, 204);
  });
  routes.get('/limits', (context) => context.json(control.limits()));
  routes.patch('/limits', async (context) => {
    const changes = Object.entries(await readControlBody(context, limitsBody));
    control.setLimits(Object.fromEntries(changes.filter(([, value]) => value !== undefined)));
    return context.json(control.limits());
  });
  routes.delete('/limits/counts', (context) => {
    control.resetCounts();
    return context.body(null, 204);
  });
  return routes;
}

function addRoomRoutes(routes: Hono<ServerEnvironment>, control: TelnyxControl): void {
  routes.get('/rooms', (context) => context.json({ rooms: control.rooms() }));
  routes.post('/rooms', async (context) => {
    return context.json(control.addRoom(await readControlBody(context, z.looseObject({}))));
  });
  routes.delete('/rooms/:id', (context) => {
    control.deleteRoom(context.req.param('id'));
    return context.body(null, 204);
  });
  routes.post('/rooms/:id/participants', async (context) => {
    const { context: said } = await readControlBody(context, personBody);
    return context.json(control.addParticipant(context.req.param('id'), said));
  });
}

function addPeopleRoutes(routes: Hono<ServerEnvironment>, control: TelnyxControl): void {
  routes.get('/sessions', (context) => context.json({ sessions: control.sessions(context.req.query('roomId')) }));
  routes.delete('/sessions/:id', (context) => {
    control.endSession(context.req.param('id'));
    return context.body(null, 204);
  });
  routes.get('/participants', (context) => {
    return context.json({ participants: control.participants(context.req.query('sessionId')) });
  });
  routes.delete('/participants/:id', (context) => {
    const id = context.req.param('id');
    if (context.req.query('as') === 'leave') control.removeParticipant(id);
    else control.kick(id);
    return context.body(null, 204);
  });
  routes.put('/participants/:id/muted', async (context) => {
    const { isMuted } = await readControlBody(context, mutedBody);
    control.setMuted(context.req.param('id'), isMuted);
    return context.body(null, 204);
  });
}

function addCallRoutes(routes: Hono<ServerEnvironment>, control: TelnyxControl): void {
  const { certificate, publicKeyHash } = control;
  routes.get('/certificate', (context) => context.json({ certificate, publicKeyHash }));
  routes.get('/calls', (context) => context.json({ calls: control.calls() }));
  routes.get('/messages', (context) => context.json({ messages: control.messages() }));
  routes.delete('/messages', (context) => {
    control.clearMessages();
    return context.body(null, 204);
  });
  routes.post('/calls/close', async (context) => {
    const { code, ...scope } = await readControlBody(context, closeBody);
    control.closeSockets(code, scope);
    return context.body(null, 204);
  });
  routes.post('/calls/refuse', async (context) => {
    const { status, ...scope } = await readControlBody(context, refuseBody);
    control.refuseCalls(status, scope);
    return context.body(null, 204);
  });
  routes.post('/calls/cut', async (context) => {
    const { seconds, ...scope } = await readControlBody(context, cutBody);
    control.cutNetwork(seconds, scope);
    return context.body(null, 204);
  });
}
