import { signInScheme } from '../links/findLink.ts';

/**
 * Where a browser comes back to after signing in to a service: a page that Foyer shows itself while it waits if a port was
 * chosen, else an address of Foyer's own scheme. Each service has a path of its own, so that one's answer cannot be taken
 * for another's (RFC 8252, 8.10); the host is written as a number, which nobody can direct elsewhere (8.3).
 */
export function callbackAddress(serviceId: string, port: string): string {
  const path = `/oauth/${encodeURIComponent(serviceId)}`;
  return port === '' ? `${signInScheme}:${path}` : `http://127.0.0.1:${port}${path}`;
}
