import { type Room, talkSeconds } from './room.ts';

/** The countries of some dialling codes; any other, and a room without a number, counts as Singapore's, where the service is. */
const countries: readonly (readonly [string, string])[] = [
  ['1', 'US'],
  ['31', 'NL'],
  ['33', 'FR'],
  ['41', 'CH'],
  ['43', 'AT'],
  ['44', 'GB'],
  ['49', 'DE'],
  ['65', 'SG'],
];

/**
 * A room as the call log lists it (8x8, Video Interaction API, `GET /call-logs`). Status letters are those of the samples:
 * there `C` stands beside no end, and `E` beside one.
 */
export function callRecord(room: Room, now: number): Readonly<Record<string, unknown>> {
  const digits = room.phoneNumber?.slice(1) ?? null;
  const country = countries.find(([dialCode]) => digits?.startsWith(dialCode))?.[1] ?? 'SG';
  return {
    CallId: room.callId,
    UserB_MSISDN: digits,
    CreatedAt: formatTime(room.createdAt),
    FinishedAt: formatTime(room.finishedAt),
    Duration: talkSeconds(room, now),
    Status: room.finishedAt === null ? 'C' : 'E',
    CountryISO2alpha: country,
    Reference: room.reference,
    Location: room.location,
  };
}

/** A room as its own detail (`GET /calls/{id}`), where the sample has the letter `C` also beside an end. */
export function callDetail(room: Room, now: number): Readonly<Record<string, unknown>> {
  return {
    CreatedAt: formatTime(room.createdAt),
    FinishedAt: formatTime(room.finishedAt),
    Duration: talkSeconds(room, now),
    Status: 'C',
    AgentRating: room.agentRating,
    GuestRating: room.guestRating,
    Location: room.location,
    Conversation: room.conversation,
  };
}

function formatTime(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}
