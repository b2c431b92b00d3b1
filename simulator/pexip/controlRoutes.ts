import { Hono } from 'hono';
import * as z from 'zod/mini';
import { readControlBody } from '../controlRequest.ts';
import type { ServerEnvironment } from '../origin.ts';
import { endpointSchema, faultNames, faultSchema } from './fault.ts';
import type { PexipControl } from './pexipControl.ts';
import { limitsSchema } from './rateLimiter.ts';
import { simulatedClientSchema, simulatedMeetingSchema } from './simulatedMeeting.ts';

const faultBody = z.strictObject({
  fault: z.union([z.enum(faultNames), faultSchema]),
  endpoint: z.optional(endpointSchema),
  clientId: z.optional(z.string()),
  times: z.optional(z.int().check(z.positive())),
});
const meetingsBody = z.strictObject({ meetings: z.array(simulatedMeetingSchema) });
const lifetimeBody = z.strictObject({ seconds: z.int().check(z.nonnegative()) });
const limitsBody = z.partial(limitsSchema);

/** The controls over HTTP, as the table in the simulator's README lists them. */
export function controlRoutes(control: PexipControl): Hono<ServerEnvironment> {
  const routes = new Hono<ServerEnvironment>();
  addClientRoutes(routes, control);
  addFaultRoutes(routes, control);
  routes.delete('/tokens', (context) => {
    control.revokeTokens(context.req.query('clientId'));
    return context.body(null, 204);
  });
  routes.put('/token-lifetime', async (context) => {
    control.setTokenLifetime((await readControlBody(context, lifetimeBody)).seconds);
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

function addClientRoutes(routes: Hono<ServerEnvironment>, control: PexipControl): void {
  routes.get('/clients', (context) => context.json({ clients: control.clients() }));
  routes.post('/clients', async (context) => {
    control.addClient(await readControlBody(context, simulatedClientSchema));
    return context.body(null, 204);
  });
  routes.get('/clients/:id/meetings', (context) => {
    return context.json({ meetings: control.meetings(context.req.param('id')) });
  });
  routes.put('/clients/:id/meetings', async (context) => {
    const { meetings } = await readControlBody(context, meetingsBody);
    control.setMeetings(context.req.param('id'), meetings);
    return context.body(null, 204);
  });
}

function addFaultRoutes(routes: Hono<ServerEnvironment>, control: PexipControl): void {
  routes.get('/faults', (context) => context.json({ faults: control.faults(), names: faultNames }));
  routes.post('/faults', async (context) => {
    const { fault, ...scope } = await readControlBody(context, faultBody);
    control.setFault(fault, scope);
    return context.json({ faults: control.faults() });
  });
  routes.delete('/faults', (context) => {
    control.clearFaults();
    return context.body(null, 204);
  });
  routes.delete('/faults/:name', (context) => {
    const name = faultNames.find((each) => each === context.req.param('name'));
    if (name === undefined) return context.json({ error: 'No such fault' }, 404);
    control.clearFaults(name);
    return context.body(null, 204);
  });
}
