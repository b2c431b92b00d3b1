import { Hono } from 'hono';
import * as z from 'zod/mini';
import { readControlBody } from '../controlRequest.ts';
import { addFaultRoutes } from '../faultSwitches.ts';
import type { ServerEnvironment } from '../origin.ts';
import { addRulesRoutes } from '../rulesRoutes.ts';
import { accountSchema, agentSchema } from './account.ts';
import type { EightByEightControl } from './eightByEightControl.ts';
import { endpointSchema, faultNames, faultSchema } from './fault.ts';
import { serviceRulesSchema } from './serviceRules.ts';

const fault = z.union([z.enum(faultNames), faultSchema]);
const agentsBody = z.strictObject({ agents: z.array(agentSchema) });
const guestBody = z.strictObject({ name: z.string().check(z.minLength(1)) });
const origin = z.enum(['agent', 'guest']);
const chatBody = z.strictObject({ origin, text: z.string() });
const snapshotBody = z.strictObject({ origin });
const rating = z.optional(z.string().check(z.regex(/^[1-5]$/)));
const notesBody = z.strictObject({
  agentRating: rating,
  guestRating: rating,
  location: z.optional(z.nullable(z.strictObject({ lat: z.number(), long: z.number() }))),
});

/** The controls over HTTP, as the table in the simulator's README lists them. */
export function controlRoutes(control: EightByEightControl): Hono<ServerEnvironment> {
  const routes = new Hono<ServerEnvironment>();
  addDirectoryRoutes(routes, control);
  addRoomRoutes(routes, control);
  addCallRoutes(routes, control);
  addFaultRoutes(routes, control, { names: faultNames, fault, endpoint: endpointSchema });
  routes.delete('/tokens', (context) => {
    control.revokeTokens(context.req.query('accountId'));
    return context.body(null, 204);
  });
  addRulesRoutes(routes, control, serviceRulesSchema);
  return routes;
}

function addDirectoryRoutes(routes: Hono<ServerEnvironment>, control: EightByEightControl): void {
  routes.get('/accounts', (context) => context.json({ accounts: control.accounts() }));
  routes.post('/accounts', async (context) => {
    control.addAccount(await readControlBody(context, accountSchema));
    return context.body(null, 204);
  });
  routes.delete('/accounts/:id', (context) => {
    control.removeAccount(context.req.param('id'));
    return context.body(null, 204);
  });
  routes.get('/agents', (context) => context.json({ agents: control.agents() }));
  routes.put('/agents', async (context) => {
    control.setAgents((await readControlBody(context, agentsBody)).agents);
    return context.body(null, 204);
  });
}

function addRoomRoutes(routes: Hono<ServerEnvironment>, control: EightByEightControl): void {
  routes.get('/rooms', (context) => context.json({ rooms: control.rooms() }));
  routes.delete('/rooms', (context) => {
    control.clearRooms();
    return context.body(null, 204);
  });
  routes.get('/sms', (context) => context.json({ sms: control.sms() }));
}

function addCallRoutes(routes: Hono<ServerEnvironment>, control: EightByEightControl): void {
  routes.post('/calls/:id/guest', async (context) => {
    control.joinAsGuest(context.req.param('id'), (await readControlBody(context, guestBody)).name);
    return context.body(null, 204);
  });
  routes.delete('/calls/:id', (context) => {
    control.endCall(context.req.param('id'));
    return context.body(null, 204);
  });
  routes.patch('/calls/:id', async (context) => {
    control.noteCall(context.req.param('id'), await readControlBody(context, notesBody));
    return context.body(null, 204);
  });
  routes.post('/calls/:id/chat', async (context) => {
    const line = await readControlBody(context, chatBody);
    control.addChat(context.req.param('id'), line.origin, line.text);
    return context.body(null, 204);
  });
  routes.post('/calls/:id/snapshots', async (context) => {
    const body = await readControlBody(context, snapshotBody);
    return context.json({ path: control.addSnapshot(context.req.param('id'), body.origin) });
  });
}
