import { Hono } from 'hono';
import * as z from 'zod/mini';
import { readControlBody } from '../controlRequest.ts';
import { addFaultRoutes } from '../faultSwitches.ts';
import type { ServerEnvironment } from '../origin.ts';
import { addRulesRoutes } from '../rulesRoutes.ts';
import { applicationSchema } from './application.ts';
import { faultNames, faultPlaceSchema, faultSchema } from './fault.ts';
import type { JoinmeControl } from './joinmeControl.ts';
import { plannedMeetingSchema } from './meetingStore.ts';
import { serviceRulesSchema } from './serviceRules.ts';
import { userSchema } from './user.ts';

const fault = z.union([z.enum(faultNames), faultSchema]);
const meetingsBody = z.strictObject({ meetings: z.array(plannedMeetingSchema) });
const tokensBody = z.strictObject({ email: z.string(), key: z.string(), scopes: z.optional(z.array(z.string())) });

/** The controls over HTTP, as the table in the simulator's README lists them. */
export function controlRoutes(control: JoinmeControl): Hono<ServerEnvironment> {
  const routes = new Hono<ServerEnvironment>();
  addDirectoryRoutes(routes, control);
  addTokenRoutes(routes, control);
  addFaultRoutes(routes, control, { names: faultNames, fault, endpoint: faultPlaceSchema });
  routes.get('/runs', (context) => context.json({ runs: control.runs() }));
  routes.delete('/runs/:id', (context) => {
    control.endRun(Number(context.req.param('id')));
    return context.body(null, 204);
  });
  routes.delete('/counts', (context) => {
    control.resetCounts();
    return context.body(null, 204);
  });
  addRulesRoutes(routes, control, serviceRulesSchema);
  return routes;
}

function addDirectoryRoutes(routes: Hono<ServerEnvironment>, control: JoinmeControl): void {
  routes.get('/applications', (context) => context.json({ applications: control.applications() }));
  routes.post('/applications', async (context) => {
    control.addApplication(await readControlBody(context, applicationSchema));
    return context.body(null, 204);
  });
  routes.get('/users', (context) => context.json({ users: control.users() }));
  routes.post('/users', async (context) => {
    control.addUser(await readControlBody(context, userSchema));
    return context.body(null, 204);
  });
  routes.get('/users/:email/meetings', (context) => {
    return context.json({ meetings: control.meetings(context.req.param('email')) });
  });
  routes.put('/users/:email/meetings', async (context) => {
    const { meetings } = await readControlBody(context, meetingsBody);
    control.setMeetings(context.req.param('email'), meetings);
    return context.body(null, 204);
  });
}

function addTokenRoutes(routes: Hono<ServerEnvironment>, control: JoinmeControl): void {
  routes.get('/tokens', (context) => context.json({ tokens: control.tokens() }));
  routes.post('/tokens', async (context) => {
    const { email, key, scopes } = await readControlBody(context, tokensBody);
    return context.json(control.issueTokens(email, key, scopes));
  });
  routes.delete('/tokens', (context) => {
    const email = context.req.query('email');
    if (context.req.query('kind') === 'access') control.expireTokens(email);
    else control.revokeTokens(email);
    return context.body(null, 204);
  });
}
