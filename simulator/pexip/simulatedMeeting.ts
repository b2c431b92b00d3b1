import * as z from 'zod/mini';
import { parseInstant } from './instant.ts';

const dateTime = z.string().check(z.refine((text) => parseInstant(text) !== null, 'not an RFC 3339 date-time'));

/**
 * A meeting in a simulated room's calendar, with the names the service uses (developer.pexip.com, get-meetings). Times
 * are RFC 3339 in any offset; the simulator sorts them and writes them its own way. No `alias`: a meeting without video.
 */
export const simulatedMeetingSchema = z.strictObject({
  id: z.string(),
  subject: z.string(),
  organizerName: z.string(),
  organizerEmail: z.string(),
  startTime: dateTime,
  endTime: dateTime,
  alias: z.optional(z.string()),
});

/** See {@link simulatedMeetingSchema}. */
export type SimulatedMeeting = z.infer<typeof simulatedMeetingSchema>;

/** A video system in the service's books: one pair of credentials, one calendar. */
export const simulatedClientSchema = z.strictObject({
  id: z.string().check(z.regex(/^[^:]+$/)),
  secret: z.string().check(z.minLength(1)),
  /** What people call the room. */
  name: z.string(),
  /** Without a mailbox the credentials are good for a token, and `/v1/meetings` says 404. */
  hasMailbox: z._default(z.boolean(), true),
  meetings: z._default(z.array(simulatedMeetingSchema), []),
});

/** See {@link simulatedClientSchema}. */
export type SimulatedClient = z.infer<typeof simulatedClientSchema>;

/** A client as callers may write it: `hasMailbox` and `meetings` can be left out. */
export type SimulatedClientInput = z.input<typeof simulatedClientSchema>;
