import { parseSettings, type RoomSettings } from './roomSettings.ts';
import type { Room } from './roomStore.ts';
import { deleteRoom, endSession, kick, setMuted } from './sessionActions.ts';
import type { Participant, RoomSession } from './sessionStore.ts';
import type { TelnyxWorld } from './telnyxWorld.ts';

/** Steers rooms and who is in them. Unknown ids and misshapen input throw a RangeError. */
export interface PeopleControl {
  /** Newest first, as the two after it. */
  rooms(): readonly Room[];
  sessions(roomId?: string): readonly RoomSession[];
  participants(sessionId?: string): readonly Participant[];
  addRoom(settings?: Partial<RoomSettings>): Room;
  /** Kicks everybody; nobody can come back. */
  deleteRoom(roomId: string): void;
  /** Puts somebody into a room without a call: for what the REST API tells about people. */
  addParticipant(roomId: string, context: string): Participant;
  /** Takes such a person out again, without a kick. */
  removeParticipant(participantId: string): void;
  endSession(sessionId: string): void;
  kick(participantId: string): void;
  setMuted(participantId: string, isMuted: boolean): void;
}

/** Builds this part of the controls. */
export function createPeopleControl(world: TelnyxWorld): PeopleControl {
  const { rooms, sessions } = world;
  const room = (id: string) => existing(rooms.find(id), 'room', id);
  const participant = (id: string) => existing(sessions.findParticipant(id), 'participant', id);
  return {
    rooms: () => rooms.list(),
    sessions: (roomId) => sessions.sessions().filter((each) => roomId === undefined || each.roomId === roomId),
    participants: (sessionId) => sessions.participants(sessionId),
    addRoom: (input = {}) => {
      const settings = parseSettings(input);
      if ('status' in settings) throw new RangeError(`Misshapen room: ${settings.error?.detail}`);
      return rooms.create(settings);
    },
    deleteRoom: (roomId) => deleteRoom(world, room(roomId).id),
    addParticipant: (roomId, context) => sessions.join(room(roomId).id, context),
    removeParticipant: (id) => sessions.leave(participant(id).id),
    endSession: (id) => endSession(world, existing(sessions.findSession(id), 'session', id)),
    kick: (id) => kick(world, [participant(id)]),
    setMuted: (id, isMuted) => setMuted(world, [participant(id)], isMuted),
  };
}

function existing<Item>(item: Item | undefined, kind: string, id: string): Item {
  if (item === undefined) throw new RangeError(`No ${kind} with the id ${id}`);
  return item;
}
