import * as z from 'zod/mini';

/** The endpoints a fault can sit on. */
export const endpointSchema = z.enum(['token', 'meetings']);

/** See {@link endpointSchema}. */
export type Endpoint = z.infer<typeof endpointSchema>;

/** A `Retry-After` header in one of its two forms; `seconds` from now in both. */
const retryAfterSchema = z.strictObject({
  form: z.enum(['seconds', 'httpDate']),
  seconds: z.int().check(z.nonnegative()),
});

/** See {@link retryAfterSchema}. */
export type RetryAfter = z.infer<typeof retryAfterSchema>;

const retryAfter = z._default(z.nullable(retryAfterSchema), null);
const onlyStatus = z._default(z.nullable(z.int()), null);

/** Everything that can go wrong, as data. Several can be active at once; see README for how they combine. */
export const faultSchema = z.discriminatedUnion('name', [
  /** Waits before anything else happens. */
  z.strictObject({
    name: z.literal('latency'),
    milliseconds: z._default(z.number().check(z.nonnegative()), 2000),
  }),
  /** The connection is reset instead of an answer. */
  z.strictObject({ name: z.literal('connectionReset') }),
  /** The request is never answered. */
  z.strictObject({ name: z.literal('hang') }),
  /** Status line, headers and half of the body arrive, then the connection is gone. */
  z.strictObject({ name: z.literal('connectionCut') }),
  /** All tokens of the calling client end before their time, then the call is judged: 401, until a new token comes. */
  z.strictObject({ name: z.literal('tokenRevoked') }),
  /** 401 although secret or token are right. */
  z.strictObject({ name: z.literal('unauthorized') }),
  z.strictObject({ name: z.literal('forbidden') }),
  z.strictObject({ name: z.literal('notFound') }),
  z.strictObject({ name: z.literal('rateLimited'), retryAfter }),
  z.strictObject({ name: z.literal('serverError'), retryAfter }),
  z.strictObject({ name: z.literal('unavailable'), retryAfter }),
  /** Any answer, or only those with one status, loses its body. */
  z.strictObject({ name: z.literal('emptyBody'), onlyStatus }),
  /** Any answer, or only those with one status, carries a web page instead of JSON, as proxies send them. */
  z.strictObject({ name: z.literal('htmlBody'), onlyStatus }),
  /** A complete HTTP answer whose JSON stops half-way. */
  z.strictObject({ name: z.literal('truncatedJson') }),
  /** How meetings without video are told: field left out (as without this fault), null or "". */
  z.strictObject({ name: z.literal('noAlias'), as: z._default(z.enum(['missing', 'null', 'empty']), 'null') }),
  /** Times carry an offset (`+02:00`) instead of `Z`; the instants stay the same. */
  z.strictObject({
    name: z.literal('offsetTimes'),
    minutes: z._default(z.int().check(z.gte(-1439), z.lte(1439)), 120),
  }),
  /** Times carry seven fraction digits. */
  z.strictObject({ name: z.literal('fractionalSeconds') }),
  /** Fields nobody documented, at every level of the answer. */
  z.strictObject({ name: z.literal('extraFields') }),
  /** The answer has `metadata` only. */
  z.strictObject({ name: z.literal('missingMeetings') }),
  /** Elements of wrong types stand among the good meetings. */
  z.strictObject({ name: z.literal('wrongTypes') }),
]);

/** See {@link faultSchema}. */
export type Fault = z.infer<typeof faultSchema>;

/** A fault as callers may write it: parameters with a default can be left out. */
export type FaultInput = z.input<typeof faultSchema>;

/** What a fault is called, in code, over HTTP and on the command line. */
export type FaultName = Fault['name'];

/** Every fault's name. */
export const faultNames: readonly FaultName[] = faultSchema.def.options.flatMap((option) => [
  ...option.shape.name.def.values,
]);

/** Completes a fault given by its name or as an object; null if there is no such fault or a parameter does not fit. */
export function parseFault(input: unknown): Fault | null {
  const parsed = faultSchema.safeParse(typeof input === 'string' ? { name: input } : input);
  return parsed.success ? parsed.data : null;
}
