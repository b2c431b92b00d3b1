import { randomInt, randomUUID } from 'node:crypto';
import type { Room, Seat } from './room.ts';

/** What a new room is made of. */
export interface RoomOrder {
  readonly accountId: string;
  readonly reference: string | null;
  readonly phoneNumber: string | null;
  /** Start of the guest link, without a slash at the end. */
  readonly guestBase: string;
  readonly createdAt: number;
}

/** A seat, and its room unless the agent signed in without one. */
export interface SeatPlace {
  readonly seat: Seat;
  readonly room: Room | null;
}

/** All rooms ever made, expired and ended ones too, and who sits where. */
export interface RoomStore {
  create(order: RoomOrder): Room;
  /** Oldest first. */
  list(): readonly Room[];
  withCode(code: string): Room | null;
  withCallId(callId: string): Room | null;
  /** Makes a seat; who takes it is in the room only after `takeSeat`. */
  addSeat(role: Seat['role'], name: string, room: Room | null): Seat;
  seatPlace(seatId: string): SeatPlace | null;
  /** Forgets all rooms and seats; call ids count on. */
  clear(): void;
}

const firstCallId = 8100;
const lettersAndDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const lowerCaseLetters = 'abcdefghijklmnopqrstuvwxyz';

/** Builds a store without rooms. */
export function createRoomStore(): RoomStore {
  let rooms: Room[] = [];
  const places = new Map<string, SeatPlace>();
  let nextCallId = firstCallId;
  return {
    create: ({ accountId, reference, phoneNumber, guestBase, createdAt }) => {
      const code = pick(lettersAndDigits, 10);
      const room: Room = {
        callId: String(nextCallId),
        accountId,
        code,
        guestLink: `${guestBase}/guest/${code}`,
        // Published call logs hold such references where none was sent, it seems.
        reference: reference ?? pick(lowerCaseLetters, 8),
        phoneNumber,
        createdAt,
        agent: null,
        guest: null,
        connectedAt: null,
        finishedAt: null,
        agentRating: null,
        guestRating: null,
        location: null,
        conversation: [],
      };
      nextCallId += 1;
      rooms.push(room);
      return room;
    },
    list: () => rooms,
    withCode: (code) => rooms.find((room) => room.code === code) ?? null,
    withCallId: (callId) => rooms.find((room) => room.callId === callId) ?? null,
    addSeat: (role, name, room) => {
      const seat: Seat = { id: randomUUID(), role, name };
      places.set(seat.id, { seat, room });
      return seat;
    },
    seatPlace: (seatId) => places.get(seatId) ?? null,
    clear: () => {
      rooms = [];
      places.clear();
    },
  };
}

function pick(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
