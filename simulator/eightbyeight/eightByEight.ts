import { Hono } from 'hono';
import { type LoggedEnvironment, logRequests } from '../logRequests.ts';
import type { SimulatedService } from '../simulatedService.ts';
import type { SimulationContext } from '../simulationContext.ts';
import { failure } from './answer.ts';
import { controlRoutes } from './controlRoutes.ts';
import { createEightByEightControl, type EightByEightControl } from './eightByEightControl.ts';
import { createEightByEightWorld, type EightByEightOptions, withoutSecrets } from './eightByEightWorld.ts';
import { guestRoutes } from './guestRoutes.ts';
import { portalRoutes } from './portalRoutes.ts';
import { reportingRoutes } from './reportingRoutes.ts';
import { seatRoutes } from './seatRoutes.ts';
import { tokenRoutes } from './tokenRoutes.ts';

/** The simulated Video Interaction service: API, agent portal and guest pages behind one address. */
export function createEightByEight(
  simulation: SimulationContext,
  options: EightByEightOptions,
): SimulatedService<'eightByEight', EightByEightControl> {
  const service = 'eightbyeight';
  const origin = 'eightByEight';
  const world = createEightByEightWorld(simulation, options);
  const control = createEightByEightControl(world, service);
  const place = { service, origin, withoutSecrets: (text: string) => withoutSecrets(world, text) };
  const server = new Hono<LoggedEnvironment>();
  // Before the log: pages ask once a second, which would drown everything else.
  server.route('/', seatRoutes(world));
  server.use(logRequests(simulation, place));
  for (const routes of [tokenRoutes, reportingRoutes, portalRoutes, guestRoutes]) server.route('/', routes(world));
  server.notFound(() => {
    const headers = { 'x-simulator-choice': 'unknown method or path' };
    const { status, body, ...answer } = failure(world.clock, 404, { headers });
    return new Response(body, { status, headers: answer.headers });
  });
  return { origins: { eightByEight: server }, control, controlRoutes: controlRoutes(control) };
}
