import * as z from 'zod/mini';
import { parseInstant } from '../../../core/time/instant.ts';

/** What `POST /tokens` gives. The service publishes two samples and marks nothing as required: whatever fits is taken. */
export interface TokenAnswer {
  /** Null when there is none that can be sent back. */
  readonly token: string | null;
  readonly reference: string | null;
  /** Safe to open and to hand on; null when there is none or it is not. */
  readonly guestLink: string | null;
}

/** What the call log tells of one call. */
export interface LoggedCall {
  readonly callId: string;
  /** Whether both were in it for a while. */
  readonly wasConnected: boolean;
  /** Ms since 1970, or null. Only this tells that it is over: what the letters of `Status` mean is not published. */
  readonly endedAt: number | null;
  /** Seconds of talk; the unit is not published, but the samples are shorter than from start to end. */
  readonly duration: number;
}

/** What the participants gave a call, as they gave it. */
export interface Ratings {
  readonly agent: string | null;
  readonly guest: string | null;
}

/** What an error says of itself, in the form of the platform ("API error codes"). */
export interface ServiceComplaint {
  readonly message: string | null;
  readonly errorId: string | null;
}

const maybeText = z.catch(z.nullable(z.string()), null);

const tokenAnswer = z.object({ auth_token: maybeText, guest_link: maybeText, call_reference: maybeText });

const loggedCall = z.object({
  CallId: z.catch(z.union([z.string(), z.number()]), ''),
  FinishedAt: maybeText,
  Duration: z.catch(z.number(), 0),
  Reference: z.string(),
});

const callLog = z.object({ list: z.array(z.unknown()) });
const callDetail = z.object({ AgentRating: z.catch(z.unknown(), null), GuestRating: z.catch(z.unknown(), null) });
const complaint = z.object({ message: maybeText, errorId: maybeText });

/** Reads the body of a good answer of `POST /tokens`; null when nothing of it can be used. */
export function parseToken(body: string, apiBase: string): TokenAnswer | null {
  const parsed = z.safeParse(tokenAnswer, parseJson(body));
  if (!parsed.success) {
    return null;
  }
  const { auth_token: token, guest_link: link, call_reference: reference } = parsed.data;
  const answer: TokenAnswer = {
    token: token !== null && /^[\x21-\x7e]{1,8000}$/.test(token) ? token : null,
    guestLink: link === null ? null : checkGuestLink(link, apiBase),
    reference: reference !== null && /^[\w-]{1,40}$/.test(reference) ? reference : null,
  };
  return answer.token === null && answer.guestLink === null ? null : answer;
}

/**
 * The link as it may be opened and handed on, or null: over TLS, to a host by name or number, with nothing that signs
 * somebody in. Without TLS only at the very address that stands in for the service while Foyer is developed.
 */
export function checkGuestLink(link: string, apiBase: string): string | null {
  const url = link.length > 2_000 || /[\s\p{C}\\]/u.test(link) ? null : URL.parse(link);
  if (url === null || url.username !== '' || url.password !== '') {
    return null;
  }
  const isStandIn = url.protocol === 'http:' && url.origin === URL.parse(apiBase)?.origin;
  return url.protocol === 'https:' || isStandIn ? url.href : null;
}

/** Ms that this machine's clock may be ahead of the service's. */
const clockDifference = 120_000;

/**
 * Finds the call of a room in the body of `GET /call-logs`; undefined when that is no call log, null when it is not in it.
 * References need not be unique: what had ended before the room was made (ms since 1970) was another's.
 */
export function parseLoggedCall(body: string, reference: string, madeAt: number): LoggedCall | null | undefined {
  const log = z.safeParse(callLog, parseJson(body));
  if (!log.success) {
    return undefined;
  }
  for (const entry of log.data.list) {
    const call = z.safeParse(loggedCall, entry);
    const endedAt = call.success ? endOf(call.data.FinishedAt) : null;
    if (call.success && call.data.Reference === reference && (endedAt ?? madeAt) > madeAt - clockDifference) {
      const duration = Math.max(0, Math.round(call.data.Duration));
      return {
        callId: /^\d{1,20}$/.test(String(call.data.CallId)) ? String(call.data.CallId) : '',
        duration,
        wasConnected: duration > 0,
        endedAt,
      };
    }
  }
  return null;
}

function endOf(finishedAt: string | null): number | null {
  const instant = parseInstant(finishedAt ?? '');
  return instant === null ? null : Date.parse(instant);
}

/** Reads the ratings in the body of `GET /calls/{id}`. */
export function parseRatings(body: string): Ratings {
  const parsed = z.safeParse(callDetail, parseJson(body));
  return { agent: ratingOf(parsed.data?.AgentRating), guest: ratingOf(parsed.data?.GuestRating) };
}

/** Reads the body of an answer that says no; total, since this host publishes no errors at all. */
export function parseComplaint(body: string): ServiceComplaint {
  const parsed = z.safeParse(complaint, parseJson(body));
  return { message: tidy(parsed.data?.message ?? null, 300), errorId: tidy(parsed.data?.errorId ?? null, 80) };
}

/** One line of visible text, or null. */
function tidy(text: string | null, longest: number): string | null {
  const line = (text ?? '').replaceAll(/[\s\p{C}]+/gu, ' ').trim();
  return line === '' ? null : line.slice(0, longest).toWellFormed();
}

function ratingOf(value: unknown): string | null {
  return /^\d{1,2}$/.test(String(value)) ? String(value) : null;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
