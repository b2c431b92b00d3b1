import type { CallHandle, CallRoom, CallSession, Role } from './callRegistry.ts';

/** Sends one frame. Whose socket is closing already hears nothing more. */
export function sendFrame(session: CallSession, frame: object): void {
  if (session.socket.readyState === session.socket.OPEN) {
    session.socket.send(JSON.stringify({ session_id: session.id, ...frame }));
  }
}

/** Sends an event of a plugin to the client that has the handle. */
export function sendEvent(handle: CallHandle, data: object, more: object = {}): void {
  const { id: sender, plugin, session } = handle;
  sendFrame(session, { janus: 'event', sender, plugindata: { plugin, data }, ...more });
}

/** The handles of that role in the room, without those of `except`. */
export function handlesIn(room: CallRoom, role: Role, except?: CallSession): readonly CallHandle[] {
  return [...room.sessions]
    .filter((session) => session !== except)
    .flatMap((session) => [...session.handles.values()].filter((handle) => handle.role === role));
}

/** Sends an event to all handles of that role in the room, without those of `except`. */
export function tellAll(room: CallRoom, role: Role, data: object, except?: CallSession): void {
  for (const handle of handlesIn(room, role, except)) sendEvent(handle, data);
}

/** How others are told of a handle. */
export function cardOf({ id, display, session, role }: CallHandle): object {
  return { id, display, ...(role === 'publisher' && session.isMuted && { audio_moderated: true }) };
}
