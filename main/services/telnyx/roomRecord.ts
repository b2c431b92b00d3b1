import * as z from 'zod/mini';
import type { HostedRoom } from '../service.ts';

const maybeText = z.catch(z.nullish(z.string()), null);

/** A room as the API tells of it; its schema requires no field, so that only the id must be there. */
const roomSchema = z.object({
  id: z.uuid(),
  unique_name: maybeText,
  max_participants: z.catch(z.nullish(z.int()), null),
  active_session_id: maybeText,
  created_at: maybeText,
});

/** See {@link roomSchema}. */
export type RoomRecord = z.infer<typeof roomSchema>;

const roomAnswer = z.object({ data: roomSchema });

const participantSchema = z.object({ id: z.string(), context: maybeText, left_at: maybeText });

/** Somebody in a session. */
export type ParticipantRecord = z.infer<typeof participantSchema>;

/** A session with those who are or were in it. */
const sessionSchema = z.object({
  id: z.string(),
  room_id: maybeText,
  participants: z.catch(z.nullish(z.array(z.unknown())), null),
});

/** See {@link sessionSchema}; `participants` are null when the answer does not tell. */
export interface SessionRecord {
  readonly roomId: string | null;
  readonly participants: readonly ParticipantRecord[] | null;
}

const listAnswer = z.object({
  data: z.array(z.unknown()),
  meta: z.catch(z.object({ total_pages: z.catch(z.nullish(z.int()), null) }), { total_pages: null }),
});

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** How many pages there are; null when the answer does not tell. */
  readonly pageCount: number | null;
  /** Entries of the page, readable or not. */
  readonly entryCount: number;
}

/** The room of an answer about one; null when there is none in it. */
export function parseRoom(body: unknown): RoomRecord | null {
  const parsed = z.safeParse(roomAnswer, body);
  return parsed.success ? parsed.data.data : null;
}

/** A page of rooms; null when the body is no list. What cannot be read in it is left out alone. */
export function parseRooms(body: unknown): Page<RoomRecord> | null {
  return parsePage(body, roomSchema);
}

/** A page of participants, as {@link parseRooms}. */
export function parseParticipants(body: unknown): Page<ParticipantRecord> | null {
  return parsePage(body, participantSchema);
}

/** A page of sessions, as {@link parseRooms}. */
export function parseSessions(body: unknown): Page<SessionRecord> | null {
  const page = parsePage(body, sessionSchema);
  return page === null ? null : { ...page, items: page.items.map(toSession) };
}

function toSession({ room_id: roomId, participants }: z.infer<typeof sessionSchema>): SessionRecord {
  return { roomId: roomId ?? null, participants: participants ? readAll(participants, participantSchema) : null };
}

/** The room as it is stored. The service publishes no page to join on, so there is no link for others. */
export function toHostedRoom(room: RoomRecord, now: number): Omit<HostedRoom, 'accountId'> {
  const created = Date.parse(room.created_at ?? '');
  return {
    id: room.id,
    title: room.unique_name ?? room.id.slice(0, 8),
    createdAt: new Date(Number.isNaN(created) ? now : created).toISOString(),
    expiresAt: null,
    link: null,
    details:
      room.max_participants === null || room.max_participants === undefined
        ? {}
        : { size: String(room.max_participants) },
    secrets: {},
  };
}

function parsePage<Item>(body: unknown, schema: z.ZodMiniType<Item>): Page<Item> | null {
  const parsed = z.safeParse(listAnswer, body);
  if (!parsed.success) {
    return null;
  }
  const items = readAll(parsed.data.data, schema);
  return { items, pageCount: parsed.data.meta.total_pages ?? null, entryCount: parsed.data.data.length };
}

/** What can be read of some entries. */
function readAll<Item>(entries: readonly unknown[], schema: z.ZodMiniType<Item>): readonly Item[] {
  return entries.flatMap((entry) => {
    const item = z.safeParse(schema, entry);
    return item.success ? [item.data] : [];
  });
}
