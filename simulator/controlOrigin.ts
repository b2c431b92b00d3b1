import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { Clock } from './clock.ts';
import { readControlBody } from './controlRequest.ts';
import type { ServerEnvironment } from './origin.ts';
import type { RequestLog } from './requestLog.ts';

/** What the control origin steers. */
export interface ControlledSimulation {
  readonly clock: Clock;
  readonly log: RequestLog;
  readonly endpoints: Readonly<Record<string, string>>;
  /** Control routes of each service, mounted under its name. */
  readonly services: Readonly<Record<string, Hono<ServerEnvironment>>>;
}

const clockBody = z.strictObject({ offsetMs: z.number() });

/** The control API: what all services share, and each service's own part. Input it cannot use is answered with 400. */
export function createControlRoutes(simulation: ControlledSimulation): Hono<ServerEnvironment> {
  const { clock, log, endpoints, services } = simulation;
  const routes = new Hono<ServerEnvironment>();
  const showClock = () => ({ offsetMs: clock.offset(), now: new Date(clock.now()).toISOString() });
  routes.get('/', (context) => context.json({ endpoints, services: Object.keys(services) }));
  routes.get('/clock', (context) => context.json(showClock()));
  routes.put('/clock', async (context) => {
    clock.setOffset((await readControlBody(context, clockBody)).offsetMs);
    return context.json(showClock());
  });
  routes.get('/requests', (context) => context.json({ requests: log.list(context.req.query('service')) }));
  routes.delete('/requests', (context) => {
    log.clear(context.req.query('service'));
    return context.body(null, 204);
  });
  for (const [name, serviceRoutes] of Object.entries(services)) routes.route(`/${name}`, serviceRoutes);
  routes.notFound((context) => context.json({ error: 'No such control' }, 404));
  routes.onError((error, context) => {
    if (error instanceof RangeError) return context.json({ error: error.message }, 400);
    throw error;
  });
  return routes;
}
