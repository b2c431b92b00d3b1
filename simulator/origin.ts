import { createAdaptorServer, type HttpBindings } from '@hono/node-server';

/** What handlers of simulated servers may reach beside the request: Node's own request and response. */
export interface ServerEnvironment {
  Bindings: HttpBindings;
}

/** One listening server. */
export interface Origin {
  /** Base address without a slash at its end ("http://127.0.0.1:40123"). */
  readonly url: string;
  /** Cuts every connection, unanswered ones too, and frees the port. */
  close(): Promise<void>;
}

/** The routes of one server, as far as serving them goes. */
export interface Routes {
  fetch(request: Request, bindings: HttpBindings): Response | Promise<Response>;
}

/** Serves `routes` on 127.0.0.1; port 0 takes any free one. Rejects with the system's error if the port is taken. */
export function openOrigin(routes: Routes, port: number): Promise<Origin> {
  const server = createAdaptorServer({
    fetch: (request, bindings) => routes.fetch(request, bindings as HttpBindings),
    // The simulator often shares its process with tests, whose Request and Response must stay the platform's own.
    overrideGlobalObjects: false,
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const boundPort = address !== null && typeof address === 'object' ? address.port : port;
      resolve({ url: `http://127.0.0.1:${boundPort}`, close });
    });
  });
}
