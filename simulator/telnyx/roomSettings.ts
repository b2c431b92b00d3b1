import * as z from 'zod/mini';
import { type Answer, type ErrorCode, failure } from './answer.ts';

/** What a client may set of a room, named as in the API; limits and defaults are those of its schema. */
export interface RoomSettings {
  readonly unique_name: string | null;
  readonly max_participants: number;
  readonly enable_recording: boolean;
  readonly webhook_event_url: string | null;
  readonly webhook_event_failover_url: string | null;
  readonly webhook_timeout_secs: number | null;
}

/** A room of which nothing was said. */
export const defaultSettings: RoomSettings = {
  unique_name: null,
  max_participants: 10,
  enable_recording: false,
  webhook_event_url: null,
  webhook_event_failover_url: '',
  webhook_timeout_secs: null,
};

/** The service takes numbers and booleans as text too: its own tutorial sends them so. */
const coerced = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  return /^-?\d+$/.test(value) ? Number(value) : value;
};
/** A whole number within limits, also as text. */
export const coercedInteger = (low: number, high: number) =>
  z.pipe(z.transform(coerced), z.int().check(z.gte(low), z.lte(high)));

const webhook = z.nullable(z.union([z.literal(''), z.url({ protocol: /^https?$/ }).check(z.maxLength(2000))]));

/** The body of create and update; unknown fields are ignored. Length of a name: the simulator's choice. */
const settingsSchema = z.partial(
  z.object({
    unique_name: z.nullable(z.string().check(z.minLength(1), z.maxLength(128))),
    max_participants: coercedInteger(2, 50),
    enable_recording: z.pipe(z.transform(coerced), z.boolean()),
    webhook_event_url: webhook,
    webhook_event_failover_url: webhook,
    webhook_timeout_secs: z.nullable(coercedInteger(0, 30)),
  }),
);

/** Reads a body; the failure to answer with if it does not fit. */
export function parseSettings(body: unknown): Partial<RoomSettings> | Answer {
  const parsed = settingsSchema.safeParse(body);
  if (!parsed.success) return unacceptable(parsed.error);
  const given = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

/** The 422 that tells the first thing wrong with a body. */
export function unacceptable(error: z.core.$ZodError): Answer {
  const [issue] = error.issues;
  const pointer = `/${issue?.path.join('/') ?? ''}`;
  const code: ErrorCode = pointer.endsWith('_url') ? '10003' : '10015';
  return failure(422, code, issue?.message ?? 'Not acceptable', { source: { pointer } });
}
