import { Hono } from 'hono';
import * as z from 'zod/mini';
import { readControlBody } from '../controlRequest.ts';
import { addFaultRoutes } from '../faultSwitches.ts';
import type { ServerEnvironment } from '../origin.ts';
import { endpointSchema, faultNames, faultSchema } from './fault.ts';
import type { PexipControl } from './pexipControl.ts';
import { limitsSchema } from './rateLimiter.ts';
import { simulatedClientSchema, simulatedMeetingSchema } from './simulatedMeeting.ts';

const fault = z.union([z.enum(faultNames), faultSchema]);
const meetingsBody = z.strictObject({ meetings: z.array(simulatedMeetingSchema) });
const lifetimeBody = z.strictObject({ seconds: z.int().check(z.nonnegative()) });
const limitsBody = z.partial(limitsSchema);

/** The controls over HTTP, as the table in the simulator's README lists them. */
export function controlRoutes(control: PexipControl): Hono<ServerEnvironment> {
  const routes = new Hono<ServerEnvironment>();
  addClientRoutes(routes, control);
  addFaultRoutes(routes, control, { names: faultNames, fault, endpoint: endpointSchema });
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
