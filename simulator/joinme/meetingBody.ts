import * as z from 'zod/mini';
import type { Answer } from '../answer.ts';
import { invalidRequest } from './answer.ts';
import type { ApiRequest } from './apiRequest.ts';
import { parseInstant } from './instant.ts';
import type { MeetingSettings } from './meetingStore.ts';

/** The sample of 2015 sends booleans as text. */
const bool = z.union([z.boolean(), z.enum(['true', 'false'])]);

/** Whether a sent boolean is true, also as text. */
export function isTrue(value: boolean | 'true' | 'false'): boolean {
  return value === true || value === 'true';
}

const instant = z.string().check(z.refine((text) => parseInstant(text) !== null, 'is no ISO 8601 time'));
const address = z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/, 'is no e-mail address'));

/** Fields of the vendor's sample; null is as good as not sent, as a client sends it. Limits of length are not known. */
const meetingSchema = z.object({
  meetingName: z.optional(z.string().check(z.regex(/\S/, 'is empty'))),
  meetingStart: z.optional(instant),
  meetingEnd: z.optional(instant),
  startWithPersonalUrl: z.optional(bool),
  participants: z.optional(z.array(address)),
  meetingId: z.optional(z.union([z.int(), z.string()])),
});

const callback = z.object({ callbackUrl: z.url(), customCallbackData: z.optional(z.unknown()) });
const scheduledStartSchema = z.object({
  webhooks: z.optional(z.partialRecord(z.enum(['meeting.start', 'meeting.end']), callback)),
});

const startSchema = z.object({
  startWithPersonalUrl: bool,
  viewerMode: z.optional(z.enum(['default', 'headless'])),
  viewerAppDetection: z.optional(bool),
  ...scheduledStartSchema.shape,
});

/** What a call to start at once asks for. */
export type StartOrder = z.infer<typeof startSchema>;

/** Reads the body of a start at once; the answer to give if it does not fit. */
export function readStart(request: ApiRequest): StartOrder | Answer {
  return read(request, startSchema);
}

/** Reads the body of a scheduled meeting's start, which may be empty; the answer to give if it does not fit. */
export function readScheduledStart(request: ApiRequest): Pick<StartOrder, 'webhooks'> | Answer {
  return read(request, scheduledStartSchema);
}

/** Reads the body of a new meeting, or of a change to `former`; the answer to give if it does not fit. */
export function readMeeting(request: ApiRequest, former: MeetingSettings | null): MeetingSettings | Answer {
  const order = read(request, meetingSchema);
  if ('status' in order) return order;
  if (order.meetingId !== undefined && String(order.meetingId) !== String(request.meetingId) && former !== null) {
    return invalidRequest('meetingId is another one than in the path');
  }
  const name = order.meetingName ?? former?.name;
  const start = order.meetingStart === undefined ? former?.start : parseInstant(order.meetingStart);
  const end = order.meetingEnd === undefined ? former?.end : parseInstant(order.meetingEnd);
  if (name === undefined) return invalidRequest('meetingName is missing');
  if (start === undefined || start === null) return invalidRequest('meetingStart is missing');
  if (end === undefined || end === null) return invalidRequest('meetingEnd is missing');
  if (end <= start) return invalidRequest('meetingEnd is not after meetingStart');
  const formerChoice = former?.isAtPersonalUrl ?? false;
  const isAtPersonalUrl = order.startWithPersonalUrl === undefined ? formerChoice : isTrue(order.startWithPersonalUrl);
  return { name, start, end, isAtPersonalUrl, participants: order.participants ?? former?.participants ?? [] };
}

function read<Schema extends z.ZodMiniType>({ body, take }: ApiRequest, schema: Schema): z.output<Schema> | Answer {
  const sent = Object.entries(body).filter(([, value]) => value !== null);
  const parsed = schema.safeParse(Object.fromEntries(sent));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return invalidRequest(`${issue?.path.join('.') ?? 'the body'}: ${issue?.message ?? 'is not valid'}`);
  }
  const isTextual = Object.values(body).some((value) => value === 'true' || value === 'false');
  if (isTextual && take('textBooleansRefused')) return invalidRequest('a boolean was sent as text');
  return parsed.data;
}
