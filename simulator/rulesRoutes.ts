import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { readControlBody } from './controlRequest.ts';
import type { ServerEnvironment } from './origin.ts';

/** The rules of one service, of which some can be changed at a time. */
interface RulesControl {
  rules(): object;
  setRules(changes: object): void;
}

/** Adds the controls of a service's rules over HTTP. */
export function addRulesRoutes<Shape extends z.core.$ZodLooseShape>(
  routes: Hono<ServerEnvironment>,
  control: RulesControl,
  schema: z.ZodMiniObject<Shape>,
): void {
  const body = z.partial(schema);
  routes.get('/rules', (context) => context.json(control.rules()));
  routes.patch('/rules', async (context) => {
    const changes = Object.entries(await readControlBody(context, body));
    control.setRules(Object.fromEntries(changes.filter(([, value]) => value !== undefined)));
    return context.json(control.rules());
  });
}
