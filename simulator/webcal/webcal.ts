import { Hono } from 'hono';
import { type LoggedEnvironment, logRequests } from '../logRequests.ts';
import type { SimulatedService } from '../simulatedService.ts';
import type { SimulationContext } from '../simulationContext.ts';
import { calendarRoutes } from './calendarRoutes.ts';
import { controlRoutes } from './controlRoutes.ts';
import { createWebcalControl, type WebcalControl } from './webcalControl.ts';
import { createWebcalWorld, type WebcalOptions, withoutSecrets } from './webcalWorld.ts';

/** A server that publishes calendar files, as those of Google, Outlook or Nextcloud do. */
export function createWebcal(
  simulation: SimulationContext,
  options: WebcalOptions,
): SimulatedService<'webcal', WebcalControl> {
  const service = 'webcal';
  const world = createWebcalWorld(simulation, options);
  const control = createWebcalControl(world, service);
  const place = { service, origin: 'webcal', withoutSecrets: (text: string) => withoutSecrets(world, text) };
  const server = new Hono<LoggedEnvironment>().use(logRequests(simulation, place)).route('/', calendarRoutes(world));
  return { origins: { webcal: server }, control, controlRoutes: controlRoutes(control) };
}
