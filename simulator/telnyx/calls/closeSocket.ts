import type { WebSocket } from 'ws';

/** The codes with which a socket can be closed from here; 1006 is a connection that breaks without a word. */
export type CloseCode = 1000 | 1006 | 3999 | 4000;

/** Closes a socket so that its client sees that code. */
export function closeSocket(socket: WebSocket, code: CloseCode): void {
  if (code === 1006) socket.terminate();
  else socket.close(code);
}
