import * as z from 'zod/mini';

const instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));

/** One meeting as every surface shows it, whatever service it came from. */
export const meetingSchema = z.readonly(
  z.object({
    /** Unique in the agenda, stable across polls: account, the service's own id, and the start. */
    key: z.string(),
    accountId: z.string(),
    /** The service's own id; occurrences of a series may share it. */
    serviceMeetingId: z.string(),
    /** May be empty; surfaces then say so in their own words. */
    subject: z.string(),
    organizerName: z.string(),
    organizerEmail: z.string(),
    /** Instant, ISO 8601 UTC with milliseconds, so that text order is time order. */
    start: instant,
    /** Instant, ISO 8601 UTC with milliseconds; never before `start`. */
    end: instant,
    /** What to dial, or null for a meeting without a video address. */
    address: z.nullable(z.string()),
    /** A brand people know the meeting by ("Teams"), or null when it cannot be told. */
    badge: z.nullable(z.string()),
    /** Links into it that came with its invite, best first; a service may know ways of its own besides. */
    links: z.optional(z.readonly(z.array(z.readonly(z.object({ url: z.string(), badge: z.string() }))))),
    /** What its service needs to remember of it for the ways in, not secret. */
    details: z.optional(z.readonly(z.record(z.string(), z.string()))),
  }),
);

/** See {@link meetingSchema}. */
export type Meeting = z.infer<typeof meetingSchema>;

/** The key of a meeting: ids alone may be shared by the occurrences of a series. */
export function meetingKey(accountId: string, serviceMeetingId: string, start: string): string {
  return `${accountId}/${serviceMeetingId}/${start}`;
}
