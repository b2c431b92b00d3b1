/** One person in a room, or an agent signed in without one. */
export interface Seat {
  /** Known to the person's own page only. */
  readonly id: string;
  readonly role: 'agent' | 'guest';
  readonly name: string;
}

/** One line of the conversation as the call's detail shows it. */
export interface ConversationEntry {
  readonly origin: 'agent' | 'guest';
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
  /** Text of the chat, or path of a snapshot. */
  readonly data: string;
}

/** A room with its call: exactly one agent and one guest. Times are milliseconds since the epoch. */
export interface Room {
  readonly callId: string;
  readonly accountId: string;
  /** Last part of the guest link. */
  readonly code: string;
  readonly guestLink: string;
  readonly reference: string;
  /** E.164 with its plus, or null. */
  readonly phoneNumber: string | null;
  readonly createdAt: number;
  agent: Seat | null;
  guest: Seat | null;
  /** When both were there. */
  connectedAt: number | null;
  finishedAt: number | null;
  agentRating: string | null;
  guestRating: string | null;
  location: { readonly lat: number; readonly long: number } | null;
  readonly conversation: ConversationEntry[];
}

/** How far a room has come; only one that nobody joined expires. */
export type RoomState = 'open' | 'waiting' | 'connected' | 'ended' | 'expired';

/** The state of a room whose life without anyone in it is `roomSeconds`. */
export function stateOf(room: Room, now: number, roomSeconds: number): RoomState {
  if (room.finishedAt !== null) return 'ended';
  if (room.connectedAt !== null) return 'connected';
  if (room.agent !== null || room.guest !== null) return 'waiting';
  return now - room.createdAt >= roomSeconds * 1000 ? 'expired' : 'open';
}

/** Puts someone into the free place of their role; they are connected as soon as both are there. */
export function takeSeat(room: Room, seat: Seat, now: number): void {
  room[seat.role] = seat;
  if (room.agent !== null && room.guest !== null) room.connectedAt = now;
}

/** Ends the call for both; does nothing if it has ended. */
export function endRoom(room: Room, now: number): void {
  room.finishedAt ??= now;
}

/** Seconds that both were connected. */
export function talkSeconds(room: Room, now: number): number {
  if (room.connectedAt === null) return 0;
  return Math.floor(((room.finishedAt ?? now) - room.connectedAt) / 1000);
}
