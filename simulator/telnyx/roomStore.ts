import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { defaultSettings, type RoomSettings } from './roomSettings.ts';

/** One room; it stays until it is deleted. */
export interface Room {
  readonly id: string;
  readonly settings: RoomSettings;
  /** Milliseconds since the epoch, as the servers believe; `updatedAt` too. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The rooms of the account. */
export interface RoomStore {
  create(settings: Partial<RoomSettings>): Room;
  /** Undefined if there is no such room. */
  find(id: string): Room | undefined;
  /** The room of that name; undefined if there is none. */
  named(uniqueName: string): Room | undefined;
  update(room: Room, settings: Partial<RoomSettings>): Room;
  delete(id: string): void;
  /** Newest first. */
  list(): readonly Room[];
}

/** Builds a store without rooms. */
export function createRoomStore(clock: Clock): RoomStore {
  const rooms = new Map<string, Room>();
  const keep = (room: Room): Room => {
    rooms.set(room.id, room);
    return room;
  };
  return {
    create: (settings) => {
      const now = clock.now();
      return keep({ id: randomUUID(), settings: { ...defaultSettings, ...settings }, createdAt: now, updatedAt: now });
    },
    find: (id) => rooms.get(id),
    named: (uniqueName) => [...rooms.values()].find(({ settings }) => settings.unique_name === uniqueName),
    update: (room, settings) => {
      return keep({ ...room, settings: { ...room.settings, ...settings }, updatedAt: clock.now() });
    },
    delete: (id) => {
      rooms.delete(id);
    },
    list: () => [...rooms.values()].toReversed(),
  };
}
