import { Hono } from 'hono';
import { type LoggedEnvironment, logRequests } from '../logRequests.ts';
import type { SimulatedService } from '../simulatedService.ts';
import type { SimulationContext } from '../simulationContext.ts';
import { failure } from './answer.ts';
import { apiRoutes } from './apiRoutes.ts';
import { authorizeRoutes } from './authorizeRoutes.ts';
import { controlRoutes } from './controlRoutes.ts';
import { expiryRoutes } from './expiryRoutes.ts';
import { createJoinmeControl, type JoinmeControl } from './joinmeControl.ts';
import { createJoinmeWorld, type JoinmeOptions, withoutSecrets } from './joinmeWorld.ts';
import { linkRoutes } from './linkRoutes.ts';
import { tokenRoutes } from './tokenRoutes.ts';

/** The service, which must know where its pages are served before it can make links. */
export interface SimulatedJoinme extends SimulatedService<'joinmeAuth' | 'joinmeApi', JoinmeControl> {
  /** Says where `joinmeAuth` is served, without a slash at the end. */
  serveLinksAt(address: string): void;
}

/** The simulated join.me: authorization server and pages (`secure.join.me`), and the API (`api.join.me`). */
export function createJoinme(simulation: SimulationContext, options: JoinmeOptions): SimulatedJoinme {
  const service = 'joinme';
  const world = createJoinmeWorld(simulation, options);
  const control = createJoinmeControl(world, service);
  const serve = (origin: string, routes: readonly Hono<LoggedEnvironment>[]) => {
    const place = { service, origin, withoutSecrets: (text: string) => withoutSecrets(world, text) };
    const server = new Hono<LoggedEnvironment>().use(logRequests(simulation, place));
    for (const each of routes) server.route('/', each);
    server.notFound(() => {
      const choice = 'unknown method or path';
      const { status, headers, body } = failure(404, 'not_found', 'There is no such method or path.', { choice });
      return new Response(body, { status, headers });
    });
    return server;
  };
  const auth = [authorizeRoutes(world), tokenRoutes(world), expiryRoutes(world), linkRoutes(world)];
  return {
    origins: { joinmeAuth: serve('joinmeAuth', auth), joinmeApi: serve('joinmeApi', [apiRoutes(world)]) },
    serveLinksAt: (address) => {
      world.ownAddress = address;
    },
    control,
    controlRoutes: controlRoutes(control),
  };
}
