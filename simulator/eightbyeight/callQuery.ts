import type { Room } from './room.ts';

/** What a look into the call log asks for. */
export interface CallQuery {
  /** First and last day, `yyyy-mm-dd` in UTC, both included; null is no bound. */
  readonly from: string | null;
  readonly to: string | null;
  /** A call reference or a phone number; null asks for every call. */
  readonly text: string | null;
  /** Id of the call a page starts with. */
  readonly cursor: number | null;
}

/** Why a query is refused. The service documents no refusals: all of these are the simulator's choice. */
export interface QueryRefusal {
  readonly problem: string;
}

/** One page of calls, the newest first, and the cursors of its neighbours. */
export interface CallPage {
  readonly rooms: readonly Room[];
  /** Towards newer calls. */
  readonly prevCursor: string | null;
  /** Towards older calls. */
  readonly nextCursor: string | null;
}

/** Reads the query parameters (8x8, Video Interaction API, `GET /call-logs`); empty ones count as left out. */
export function parseCallQuery(query: URLSearchParams): CallQuery | QueryRefusal {
  const read = (name: string) => query.get(name) || null;
  const [from, to, cursor] = [read('from'), read('to'), read('cursor')];
  if ([from, to].some((day) => day !== null && !isDay(day))) return { problem: 'from and to must be yyyy-mm-dd' };
  if (cursor !== null && !/^\d{1,12}$/.test(cursor)) return { problem: 'cursor must come from an answer' };
  return { from, to, text: read('q'), cursor: cursor === null ? null : Number(cursor) };
}

/** Whether a text is a real day, written as `yyyy-mm-dd`. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Selects one page of the calls, which come oldest first. */
export function selectCalls(rooms: readonly Room[], query: CallQuery, pageSize: number): CallPage {
  const found = rooms.filter((room) => fits(room, query)).toReversed();
  const { cursor } = query;
  const index = cursor === null ? 0 : found.findIndex(({ callId }) => Number(callId) <= cursor);
  const start = index === -1 ? found.length : index;
  return {
    rooms: found.slice(start, start + pageSize),
    prevCursor: start === 0 ? null : (found[Math.max(0, start - pageSize)]?.callId ?? null),
    nextCursor: found[start + pageSize]?.callId ?? null,
  };
}

function fits(room: Room, { from, to, text }: CallQuery): boolean {
  const day = new Date(room.createdAt).toISOString().slice(0, 10);
  if ((from !== null && day < from) || (to !== null && day > to)) return false;
  if (text === null || text === room.reference) return true;
  // A plus that was not percent-encoded arrives as a space.
  const digits = /^[+ ]?\d+$/.exec(text)?.[0].replace(/\D/, '');
  return digits !== undefined && digits === room.phoneNumber?.slice(1);
}
