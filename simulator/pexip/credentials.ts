import type { PexipWorld } from './pexipWorld.ts';
import type { SimulatedClient } from './simulatedMeeting.ts';

/**
 * Finds the client whose id and secret an `Authorization: Basic` header carries; null if it is missing, unreadable or
 * wrong. Both are compared as they come, without form-decoding, as the service's known callers send them.
 */
export function clientOfBasic(world: PexipWorld, header: string | undefined): SimulatedClient | null {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2}) *$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const [id = '', ...secretParts] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const client = world.clients.get(id);
  return client !== undefined && client.secret === secretParts.join(':') ? client : null;
}

/** Finds the client whose live token an `Authorization: Bearer` header carries; null if there is none. */
export function clientOfBearer(world: PexipWorld, header: string | undefined): SimulatedClient | null {
  const token = /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1];
  const clientId = token === undefined ? null : world.tokens.holder(token);
  return clientId === null ? null : (world.clients.get(clientId) ?? null);
}
