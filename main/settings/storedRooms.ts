import * as z from 'zod/mini';
import type { Line } from '../../core/model/room.ts';

const instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));
const text = z.string().check(z.maxLength(2_000));

const line = z.readonly(
  z.object({ message: z.string().check(z.regex(/^services:[A-Za-z.]{1,200}$/)), values: z.record(z.string(), text) }),
);

/** A room as it lies on the disk: nothing in it lets its owner in. */
export const storedRoomSchema = z.readonly(
  z.object({
    id: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
    accountId: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
    title: text,
    createdAt: instant,
    expiresAt: z.nullable(instant),
    /** For others; null when there is none, or it is good for nothing any more. */
    link: z.nullable(text),
    details: z.readonly(z.record(z.string(), text)),
    phase: z.enum(['open', 'entered', 'expired', 'over']),
    /** What its service said about it last. */
    note: z.nullable(z.custom<Line>((value) => z.safeParse(line, value).success)),
  }),
);

/** See {@link storedRoomSchema}. */
export type StoredRoom = z.infer<typeof storedRoomSchema>;

/** What is kept of rooms and of the accounts that open them. */
export interface StoredRooms {
  readonly rooms: readonly StoredRoom[];
  /** Ids of the accounts that opened a room, the last one first. */
  readonly usedHosts: readonly string[];
  /** Instant of the last good answer, by account, of accounts that have no agenda. */
  readonly lastGood: Readonly<Record<string, string>>;
}
