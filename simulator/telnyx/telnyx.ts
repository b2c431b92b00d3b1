import { Hono } from 'hono';
import { type LoggedEnvironment, logRequests } from '../logRequests.ts';
import type { Origin } from '../origin.ts';
import type { SimulatedService } from '../simulatedService.ts';
import type { SimulationContext } from '../simulationContext.ts';
import { createCertificate } from './calls/certificate.ts';
import { openSignalling } from './calls/signallingServer.ts';
import { controlRoutes } from './controlRoutes.ts';
import { restRoutes } from './restRoutes.ts';
import { createTelnyxControl, type TelnyxControl } from './telnyxControl.ts';
import { createTelnyxWorld, type TelnyxOptions, withoutSecrets } from './telnyxWorld.ts';

/** Where the REST API begins below its origin, as `https://api.telnyx.com/v2` does. */
export const apiPath = '/v2';

/** The service with its second server, which is not one of plain HTTP. */
export interface SimulatedTelnyx extends SimulatedService<'telnyxApi', TelnyxControl> {
  /** Opens the signalling; port 0 takes any free one. */
  openSignalling(port: number): Promise<Origin>;
}

/** The simulated Telnyx Video Rooms: its REST API, and its signalling with media. */
export async function createTelnyx(simulation: SimulationContext, options: TelnyxOptions): Promise<SimulatedTelnyx> {
  const service = 'telnyx';
  const world = createTelnyxWorld(simulation, options, await createCertificate());
  const control = createTelnyxControl(world, service);
  const place = { service, origin: 'telnyxApi', withoutSecrets: (text: string) => withoutSecrets(world, text) };
  const api = new Hono<LoggedEnvironment>().use(logRequests(simulation, place)).route(apiPath, restRoutes(world));
  api.notFound((context) => {
    const error = { code: '10005', title: 'Resource not found', detail: 'No such method or path' };
    return context.json({ errors: [error] }, 404, { 'x-simulator-choice': 'unknown method or path' });
  });
  return {
    origins: { telnyxApi: api },
    openSignalling: (port) => openSignalling(world, { service, origin: 'telnyxSignalling' }, port),
    control,
    controlRoutes: controlRoutes(control),
  };
}
