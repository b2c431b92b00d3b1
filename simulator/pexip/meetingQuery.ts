import { parseInstant } from './instant.ts';

/** What a call to `/v1/meetings` asks for. */
export interface MeetingQuery {
  /** Milliseconds since the epoch; null asks for everything that is not over. */
  readonly window: { readonly start: number; readonly end: number } | null;
  readonly limit: number;
  readonly idsOnly: boolean;
}

/** Why a query is refused. The service documents no 400: all of these are the simulator's choice. */
export interface QueryRefusal {
  readonly problem: string;
}

/** Reads the query parameters (developer.pexip.com, get-meetings). */
export function parseMeetingQuery(query: URLSearchParams): MeetingQuery | QueryRefusal {
  const limit = parseLimit(query.get('limit'));
  if (limit === null) return { problem: 'limit must be an integer from 1 to 100' };
  const window = parseWindow(query.get('startTime'), query.get('endTime'));
  if (window !== null && 'problem' in window) return window;
  const idsOnly = query.get('idsOnly');
  // The page leaves the value's type open, so any value but a plain no counts, also an empty one.
  return { window, limit, idsOnly: idsOnly !== null && idsOnly !== 'false' && idsOnly !== '0' };
}

function parseLimit(text: string | null): number | null {
  if (text === null) return 10;
  const limit = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= 100 ? limit : null;
}

function parseWindow(startText: string | null, endText: string | null): MeetingQuery['window'] | QueryRefusal {
  if (startText === null && endText === null) return null;
  if (startText === null || endText === null) return { problem: 'startTime and endTime need each other' };
  const start = parseInstant(startText);
  const end = parseInstant(endText);
  if (start === null || end === null) return { problem: 'startTime and endTime must be RFC 3339 date-times' };
  return end < start ? { problem: 'endTime lies before startTime' } : { start, end };
}
