import type { MiddlewareHandler } from 'hono';
import type { ServerEnvironment } from './origin.ts';
import type { LoggedRequest } from './requestLog.ts';
import type { SimulationContext } from './simulationContext.ts';

/** What handlers behind {@link logRequests} find in their context. */
export interface LoggedEnvironment extends ServerEnvironment {
  Variables: {
    /** The request's id in the log. */
    requestId: number;
  };
}

/** Where requests belong in the log. */
export interface LogPlace {
  readonly service: string;
  readonly origin: string;
  /** Takes known secrets out of a text. */
  readonly withoutSecrets: (text: string) => string;
}

/** Both spellings of the tracking header occur in the wild; HTTP itself does not tell upper from lower case. */
const trackingHeaders = ['x-tracking-id', 'x-trackingid'];

/** Logs every request, also those to unknown paths, and dates the answers with the simulator's own clock. */
export function logRequests(simulation: SimulationContext, place: LogPlace): MiddlewareHandler<LoggedEnvironment> {
  return async (context, next) => {
    const { log, clock } = simulation;
    const header = (name: string) => context.req.header(name);
    const url = new URL(context.req.url);
    const trackingIds = trackingHeaders.flatMap((name) => {
      const value = header(name);
      return value === undefined ? [] : [[name, place.withoutSecrets(value)] as const];
    });
    const userAgent = header('user-agent');
    const requestId = log.add({
      at: clock.steady(),
      service: place.service,
      origin: place.origin,
      method: context.req.method,
      url: place.withoutSecrets(`${url.pathname}${url.search}`),
      clientId: null,
      authorization: authorizationScheme(header('authorization')),
      formFields: [],
      trackingIds: Object.fromEntries(trackingIds),
      userAgent: userAgent === undefined ? null : place.withoutSecrets(userAgent),
      status: null,
      faults: [],
    });
    context.set('requestId', requestId);
    await next();
    if (isWithheld(context.res)) return;
    log.complete(requestId, { status: context.res.status });
    context.res.headers.set('date', new Date(clock.now()).toUTCString());
  };
}

/** Whether a handler took the connection into its own hands, or leaves it hanging. */
function isWithheld(response: Response): boolean {
  return response.headers.has('x-hono-already-sent');
}

function authorizationScheme(header: string | undefined): LoggedRequest['authorization'] {
  const scheme = header?.split(' ', 1)[0]?.toLowerCase();
  if (scheme === undefined) return 'none';
  return scheme === 'basic' || scheme === 'bearer' ? scheme : 'other';
}
