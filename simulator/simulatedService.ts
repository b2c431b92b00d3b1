import type { Hono } from 'hono';
import type { LoggedEnvironment } from './logRequests.ts';
import type { ServerEnvironment } from './origin.ts';

/** One simulated service: its servers, by their names in the endpoints, and two equal ways to steer it. */
export interface SimulatedService<OriginName extends string, Control> {
  readonly origins: Readonly<Record<OriginName, Hono<LoggedEnvironment>>>;
  /** For tests in the same process. */
  readonly control: Control;
  /** The same over HTTP, mounted on the control origin under the service's name. */
  readonly controlRoutes: Hono<ServerEnvironment>;
}
