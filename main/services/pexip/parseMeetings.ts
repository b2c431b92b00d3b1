import * as z from 'zod/mini';
import { type Meeting, meetingKey } from '../../../core/model/meeting.ts';
import { parseInstant } from '../../../core/time/instant.ts';

const answer = z.object({
  meetings: z.optional(z.nullable(z.array(z.unknown()))),
  metadata: z.catch(z.object({ count: z.catch(z.number(), 0) }), { count: 0 }),
});

const text = z.catch(z.string(), '');

// Pexip marks no field as required and leaves open how a meeting without video looks (API page "Get meetings"):
// only what a meeting cannot do without is demanded.
const meeting = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(1_000)),
  startTime: z.string(),
  endTime: z.string(),
  subject: text,
  organizerName: text,
  organizerEmail: text,
  alias: text,
});

/** What an answer of `GET /v1/meetings` holds. */
export interface ParsedMeetings {
  readonly meetings: readonly Meeting[];
  /** How many entries the answer had, good or not: a full page is followed by another. */
  readonly entryCount: number;
}

/** Adds what only the account's settings can tell: the brand behind an address. */
export type FindBadge = (address: string) => string | null;

const longestText = 1_000;

/**
 * Reads the body of `GET /v1/meetings`; null when it is no such answer. Without a list there are no meetings, unless the
 * answer itself counts some. Entries that make no sense are left out without hiding the good ones.
 */
export function parseMeetings(body: string, accountId: string, findBadge: FindBadge): ParsedMeetings | null {
  const parsed = z.safeParse(answer, parseJson(body));
  if (!parsed.success) {
    return null;
  }
  const { meetings: listed, metadata } = parsed.data;
  if (!listed && metadata.count > 0) {
    return null;
  }
  const entries = listed ?? [];
  const meetings = entries.flatMap((entry) => parseMeeting(entry, accountId, findBadge) ?? []);
  return { meetings: uniqueByKey(meetings), entryCount: entries.length };
}

function parseMeeting(entry: unknown, accountId: string, findBadge: FindBadge): Meeting | null {
  const parsed = z.safeParse(meeting, entry);
  const start = parseInstant(parsed.data?.startTime ?? '');
  const end = parseInstant(parsed.data?.endTime ?? '');
  if (!parsed.success || start === null || end === null || end < start) {
    return null;
  }
  const address = parsed.data.alias.trim() || null;
  return {
    key: meetingKey(accountId, parsed.data.id, start),
    accountId,
    serviceMeetingId: parsed.data.id,
    subject: tidy(parsed.data.subject),
    organizerName: tidy(parsed.data.organizerName),
    organizerEmail: tidy(parsed.data.organizerEmail),
    start,
    end,
    address,
    badge: address === null ? null : findBadge(address),
  };
}

/** One line, of a length that can be shown. */
function tidy(line: string): string {
  return line.replaceAll(/\s+/g, ' ').trim().slice(0, longestText).toWellFormed();
}

/** Of entries that repeat one another the first that can be joined stays, else the first. */
function uniqueByKey(meetings: readonly Meeting[]): readonly Meeting[] {
  const byKey = new Map<string, Meeting>();
  for (const item of meetings) {
    const known = byKey.get(item.key);
    if (known === undefined || (known.address === null && item.address !== null)) {
      byKey.set(item.key, item);
    }
  }
  return [...byKey.values()];
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
