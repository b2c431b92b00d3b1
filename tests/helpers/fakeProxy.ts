import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that lets nothing through: it notes where a program wanted to go. */
export interface FakeProxy {
  readonly port: number;
  /** "host:port" of every tunnel that was asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1. */
export async function startFakeProxy(): Promise<FakeProxy> {
  const asked: string[] = [];
  const server = createServer((_request, response) => response.writeHead(502).end());
  server.on('connect', ({ url }, socket) => {
    asked.push(url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
