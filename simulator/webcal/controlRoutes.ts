import { Hono } from 'hono';
import * as z from 'zod/mini';
import { readControlBody } from '../controlRequest.ts';
import { addFaultRoutes } from '../faultSwitches.ts';
import type { ServerEnvironment } from '../origin.ts';
import { addRulesRoutes } from '../rulesRoutes.ts';
import { endpointSchema, faultNames, faultSchema } from './fault.ts';
import type { WebcalControl } from './webcalControl.ts';
import { serverRulesSchema } from './webcalWorld.ts';

const fault = z.union([z.enum(faultNames), faultSchema]);
const calendarBody = z.strictObject({ text: z.string() });

/** The controls over HTTP, as the table in the simulator's README lists them. */
export function controlRoutes(control: WebcalControl): Hono<ServerEnvironment> {
  const routes = new Hono<ServerEnvironment>();
  routes.get('/calendars', (context) => context.json({ calendars: control.calendars() }));
  routes.put('/calendars/:token', async (context) => {
    control.setCalendar(context.req.param('token'), (await readControlBody(context, calendarBody)).text);
    return context.body(null, 204);
  });
  routes.delete('/calendars/:token', (context) => {
    control.removeCalendar(context.req.param('token'));
    return context.body(null, 204);
  });
  addFaultRoutes(routes, control, { names: faultNames, fault, endpoint: endpointSchema });
  addRulesRoutes(routes, control, serverRulesSchema);
  return routes;
}
