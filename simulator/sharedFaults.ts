import * as z from 'zod/mini';

/** A `Retry-After` header in one of its two forms; `seconds` from now in both. */
const retryAfterSchema = z.strictObject({
  form: z.enum(['seconds', 'httpDate']),
  seconds: z.int().check(z.nonnegative()),
});

/** See {@link retryAfterSchema}. */
export type RetryAfter = z.infer<typeof retryAfterSchema>;

/** What a fault says about the time to wait; nothing unless told. */
export const retryAfter = z._default(z.nullable(retryAfterSchema), null);
const onlyStatus = z._default(z.nullable(z.int()), null);

/** What can happen to a connection, whatever the service: `respondWithFaults` lets them act. */
export const connectionFaults = [
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
] as const;

/** What can happen to an answer's body, whatever the service: `respondWithFaults` lets them act. */
export const bodyFaults = [
  /** Any answer, or only those with one status, loses its body. */
  z.strictObject({ name: z.literal('emptyBody'), onlyStatus }),
  /** Any answer, or only those with one status, carries a web page instead of JSON, as proxies send them. */
  z.strictObject({ name: z.literal('htmlBody'), onlyStatus }),
  /** A complete HTTP answer whose JSON stops half-way. */
  z.strictObject({ name: z.literal('truncatedJson') }),
] as const;

/** Answers in place of the endpoint's own; each service words them its own way. */
export const statusFaults = [
  /** 401 although the credentials are right. */
  z.strictObject({ name: z.literal('unauthorized') }),
  z.strictObject({ name: z.literal('forbidden') }),
  z.strictObject({ name: z.literal('notFound') }),
  z.strictObject({ name: z.literal('rateLimited'), retryAfter }),
  z.strictObject({ name: z.literal('serverError'), retryAfter }),
  z.strictObject({ name: z.literal('unavailable'), retryAfter }),
] as const;

/** The faults that {@link connectionFaults} and {@link bodyFaults} describe. */
export type TransportFault = z.infer<(typeof connectionFaults)[number] | (typeof bodyFaults)[number]>;

/** The faults that {@link statusFaults} describe. */
export type StatusFault = z.infer<(typeof statusFaults)[number]>;
