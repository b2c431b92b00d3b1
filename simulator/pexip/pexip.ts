import { Hono } from 'hono';
import { type LoggedEnvironment, logRequests } from '../logRequests.ts';
import type { SimulatedService } from '../simulatedService.ts';
import type { SimulationContext } from '../simulationContext.ts';
import { controlRoutes } from './controlRoutes.ts';
import { meetingsRoutes } from './meetingsRoutes.ts';
import { createPexipControl, type PexipControl } from './pexipControl.ts';
import { createPexipWorld, type PexipOptions, withoutSecrets } from './pexipWorld.ts';
import { tokenRoutes } from './tokenRoutes.ts';

/** The simulated One-Touch Join service: its token server and its API server. */
export function createPexip(
  simulation: SimulationContext,
  options: PexipOptions,
): SimulatedService<'pexipAuth' | 'pexipApi', PexipControl> {
  const service = 'pexip';
  const world = createPexipWorld(simulation, options);
  const control = createPexipControl(world, service);
  const server = (origin: string, routes: Hono<LoggedEnvironment>): Hono<LoggedEnvironment> => {
    const place = { service, origin, withoutSecrets: (text: string) => withoutSecrets(world, text) };
    const logged = new Hono<LoggedEnvironment>().use(logRequests(simulation, place)).route('/', routes);
    return logged.notFound((context) => {
      return context.json({ error: 'not_found' }, 404, { 'x-simulator-choice': 'unknown method or path' });
    });
  };
  return {
    origins: {
      pexipAuth: server('pexipAuth', tokenRoutes(world)),
      pexipApi: server('pexipApi', meetingsRoutes(world)),
    },
    control,
    controlRoutes: controlRoutes(control),
  };
}
