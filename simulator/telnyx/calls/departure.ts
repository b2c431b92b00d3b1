import type { TelnyxWorld } from '../telnyxWorld.ts';
import type { CallHandle, CallSession, Role } from './callRegistry.ts';
import { tellAll } from './tell.ts';

/** The SDK believes that somebody left only when all their streams are gone: those first, the registrar last. */
const order: readonly Role[] = ['publisher', 'subscriber', 'new', 'text', 'listener', 'bridge', 'registrar'];

/** Takes one handle away and tells the others what that means. */
export function removeHandle(handle: CallHandle): void {
  const { id, role, session } = handle;
  const { room } = session;
  session.handles.delete(id);
  handle.publisher?.subscribers.delete(handle);
  room.mix.remove(id);
  handle.peer?.close().catch(() => undefined);
  if (handle.isPublished) tellAll(room, 'listener', { videoroom: 'event', room: room.id, unpublished: id }, session);
  if (role === 'bridge' || role === 'registrar') {
    tellAll(room, 'registrar', { audiobridge: 'event', room: room.id, leaving: id }, session);
  }
}

/** Takes a whole client away: its media, its place in the room, its entry among those present. The socket stays. */
export function removeSession(world: TelnyxWorld, session: CallSession): void {
  if (session.isOver) return;
  session.isOver = true;
  const handles = [...session.handles.values()];
  for (const handle of handles.toSorted((one, other) => order.indexOf(one.role) - order.indexOf(other.role))) {
    removeHandle(handle);
  }
  world.calls.remove(session);
  if (session.participantId !== null) world.sessions.leave(session.participantId);
}
