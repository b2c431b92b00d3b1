import { endCalls, kickFromCalls, setMutedInCalls } from './calls/moderate.ts';
import type { Participant } from './sessionStore.ts';
import type { TelnyxWorld } from './telnyxWorld.ts';

/** Ends a session: everybody goes. */
export function endSession(world: TelnyxWorld, session: { readonly id: string; readonly roomId: string }): void {
  endCalls(world, session.roomId);
  world.sessions.end(session.id);
}

/** Lets these people go. */
export function kick(world: TelnyxWorld, participants: readonly Participant[]): void {
  kickFromCalls(
    world,
    participants.map(({ id }) => id),
  );
  for (const { id } of participants) world.sessions.leave(id);
}

/** Mutes or unmutes these people. */
export function setMuted(world: TelnyxWorld, participants: readonly Participant[], isMuted: boolean): void {
  for (const { id } of participants) world.sessions.setMuted(id, isMuted);
  setMutedInCalls(
    world,
    participants.map(({ id }) => id),
    isMuted,
  );
}

/** Deletes a room: everybody goes, nobody can come back. */
export function deleteRoom(world: TelnyxWorld, roomId: string): void {
  kick(world, world.sessions.present(roomId));
  world.rooms.delete(roomId);
}
