import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Origin } from '../../origin.ts';
import { takerFor } from '../takeFault.ts';
import { type TelnyxWorld, withoutSecrets } from '../telnyxWorld.ts';
import { removeSession } from './departure.ts';
import { receive } from './receive.ts';

const subprotocol = 'janus-protocol';

/** Where requests to the signalling stand in the request log. */
export interface SignallingPlace {
  readonly service: string;
  readonly origin: string;
}

/** Serves the signalling on 127.0.0.1: WebSocket over TLS, one socket per client, `/ROOM/janus`. */
export function openSignalling(world: TelnyxWorld, place: SignallingPlace, port: number): Promise<Origin> {
  const { certificate: cert, key } = world.certificate;
  const server = createServer({ cert, key }, (request, response) => {
    logUpgrade(world, place, request, 426);
    response.writeHead(426, { 'x-simulator-choice': 'not an upgrade' }).end();
  });
  const connections = new Set<Duplex>();
  server.on('connection', (connection: Duplex) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => subprotocol });
  server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    const upgrade = judgeUpgrade(world, request);
    logUpgrade(world, place, request, upgrade.status);
    if (upgrade.roomId === null) return turnAway(connection, upgrade.status);
    const { roomId } = upgrade;
    sockets.handleUpgrade(request, connection, head, (socket) => serveClient(world, roomId, socket));
  });
  const close = async () => {
    const peers = world.calls.sessions().flatMap(({ handles }) => [...handles.values()].map(({ peer }) => peer));
    for (const session of world.calls.sessions()) removeSession(world, session);
    for (const connection of connections) connection.destroy();
    await Promise.all([...peers.map((peer) => peer?.close()), new Promise((resolve) => server.close(resolve))]);
  };
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const boundPort = address !== null && typeof address === 'object' ? address.port : port;
      resolve({ url: `wss://127.0.0.1:${boundPort}`, close });
    });
  });
}

/** A room to let the client into, or the status to turn it away with: null for no answer, 0 for a broken connection. */
type Upgrade =
  | { readonly roomId: string; readonly status: 101 }
  | { readonly roomId: null; readonly status: number | null };

function judgeUpgrade(world: TelnyxWorld, request: IncomingMessage): Upgrade {
  const roomId = /^\/([^/?]+)\/janus$/.exec(request.url ?? '')?.[1];
  if (roomId === undefined) return { roomId: null, status: 404 };
  if (world.outage.isOn(roomId)) return { roomId: null, status: 0 };
  const take = takerFor(world.faults, 'signalling', roomId);
  if (take('upgradeHangs')) return { roomId: null, status: null };
  const refused = take('upgradeRefused');
  if (refused) return { roomId: null, status: refused.status };
  const offered = request.headers['sec-websocket-protocol']?.split(',').map((each) => each.trim()) ?? [];
  return offered.includes(subprotocol) ? { roomId, status: 101 } : { roomId: null, status: 400 };
}

function turnAway(connection: Duplex, status: number | null): void {
  // A client that gives up must not take the simulator with it.
  connection.on('error', () => connection.destroy());
  if (status === 0) connection.destroy();
  else if (status !== null) connection.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\n\r\n`);
}

function serveClient(world: TelnyxWorld, roomId: string, socket: WebSocket): void {
  const session = world.calls.open(roomId, socket);
  let done = Promise.resolve();
  socket.on('message', (message) => {
    // One after the other: a client that speaks quickly must not overtake itself.
    done = done
      .then(() => receive(world, session, String(message)))
      .catch((error: unknown) => {
        // Only what a description of media can do wrong ends here.
        process.stderr.write(`Telnyx simulator: ${error instanceof Error ? error.message : String(error)}\n`);
      });
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => removeSession(world, session));
}

function logUpgrade(world: TelnyxWorld, place: SignallingPlace, request: IncomingMessage, status: number | null): void {
  const userAgent = request.headers['user-agent'];
  world.log.add({
    ...place,
    at: world.clock.steady(),
    method: request.method ?? '',
    url: withoutSecrets(world, request.url ?? ''),
    clientId: null,
    authorization: 'none',
    formFields: [],
    trackingIds: {},
    userAgent: userAgent === undefined ? null : withoutSecrets(world, userAgent),
    status: status === 0 ? null : status,
    faults: [],
  });
}
