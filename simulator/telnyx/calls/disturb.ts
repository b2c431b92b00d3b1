import type { TelnyxWorld } from '../telnyxWorld.ts';
import type { CallSession } from './callRegistry.ts';
import { type CloseCode, closeSocket } from './closeSocket.ts';
import { removeSession } from './departure.ts';
import { sendFrame } from './tell.ts';

/** Which clients: of one room, one participant, or all. */
export interface CallScope {
  readonly roomId?: string | undefined;
  readonly participantId?: string | undefined;
}

/** Closes sockets as the service would. */
export function closeSockets(world: TelnyxWorld, code: CloseCode, scope: CallScope): void {
  for (const session of meant(world, scope)) closeSocket(session.socket, code);
}

/** Sends a refuse frame that answers no message: a token or a meeting that ends in between. */
export function refuseCalls(world: TelnyxWorld, status: 401 | 403 | 503, scope: CallScope): void {
  for (const session of meant(world, scope)) {
    sendFrame(session, { status_code: status, error_message: 'Refused by the simulator' });
  }
}

/** The network is gone: sockets break, media ends, and for so long nobody gets back in. */
export function cutNetwork(world: TelnyxWorld, seconds: number, scope: CallScope): void {
  const sessions = meant(world, scope);
  const roomId = scope.participantId === undefined ? (scope.roomId ?? null) : (sessions[0]?.room.id ?? null);
  world.outage.begin(roomId, seconds);
  for (const session of sessions) {
    session.socket.terminate();
    removeSession(world, session);
  }
}

function meant(world: TelnyxWorld, { roomId, participantId }: CallScope): readonly CallSession[] {
  return world.calls.sessions().filter((session) => {
    const isRoom = roomId === undefined || session.room.id === roomId;
    return isRoom && (participantId === undefined || session.participantId === participantId);
  });
}
