import * as z from 'zod/mini';
import type { ServiceAnswer } from '../limitedRequest.ts';
import type { RoomFailure } from '../service.ts';

/** An answer, sorted by what it means. */
export type Answered =
  | { readonly kind: 'good'; readonly text: string; readonly serviceTime: number | null }
  /** The service, or the proxy before it, said no. */
  | { readonly kind: 'bad'; readonly httpStatus: number; readonly text: string; readonly failure: RoomFailure }
  /** Nothing was sent. */
  | { readonly kind: 'unsent'; readonly failure: RoomFailure }
  /** Sent, and no answer came: it may have been done. */
  | { readonly kind: 'lost'; readonly failure: RoomFailure };

/** The API's own errors (hello.js and the vendor's sample read them so); the token endpoint has the names of RFC 6749. */
const complaint = z.object({
  Message: z.catch(z.optional(z.string()), undefined),
  error_description: z.catch(z.optional(z.string()), undefined),
});

const longestDetail = 300;

/**
 * Sorts an answer. The proxy before the API throttles with a 403 whose header says so (Mashery, "Error codes"); any other
 * 401 or 403 is about the token (join.me FAQ): it comes out as `refused`.
 */
export function readAnswer(answer: ServiceAnswer): Answered {
  switch (answer.kind) {
    case 'held':
      return { kind: 'unsent', failure: failure({ kind: 'limited' }, answer.wait) };
    case 'unreachable':
      return { kind: answer.mayHaveArrived ? 'lost' : 'unsent', failure: failure({ kind: 'unreachable' }) };
    case 'answered': {
      const { httpStatus, headers, text } = answer;
      if (httpStatus >= 200 && httpStatus < 300) {
        return { kind: 'good', text, serviceTime: parseDate(headers.get('date')) };
      }
      const isThrottled = httpStatus === 429 || isOverLimit(headers);
      const status: RoomFailure['status'] = isThrottled ? { kind: 'limited' } : statusOf(httpStatus);
      return { kind: 'bad', httpStatus, text, failure: failure(status, parseRetryAfter(headers), readDetail(text)) };
    }
  }
}

/** Statuses of something in between, which cannot say whether the service did what it was asked for. */
const unknownOutcome: readonly number[] = [408, 502, 504];

/** Whether the service may have done what it was asked for, though it did not say so. */
export function isOutcomeUnknown(answer: Answered): boolean {
  return answer.kind === 'lost' || (answer.kind === 'bad' && unknownOutcome.includes(answer.httpStatus));
}

/** Why something did not work. */
export function failure(
  status: RoomFailure['status'],
  retryAfter: number | null = null,
  detail: string | null = null,
): RoomFailure {
  return { kind: 'failed', status, detail, retryAfter, trackingId: null };
}

/** The value of a JSON text; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isOverLimit(headers: Headers): boolean {
  const code = headers.get('x-mashery-error-code') ?? headers.get('x-error-detail-header') ?? '';
  return /OVER_(QPS|RATE)|Over (Queries|Rate)/i.test(code);
}

function statusOf(httpStatus: number): RoomFailure['status'] {
  switch (httpStatus) {
    case 401:
    case 403:
      return { kind: 'refused' };
    default:
      return { kind: 'serverError', httpStatus };
  }
}

function readDetail(text: string): string | null {
  const parsed = z.safeParse(complaint, parseJson(text));
  const said = parsed.data?.Message ?? parsed.data?.error_description ?? '';
  return (
    said
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, longestDetail)
      .toWellFormed() || null
  );
}

/** `Retry-After` in ms, in either form of RFC 9110, section 10.2.3. */
function parseRetryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) {
    return Number(value) * 1_000;
  }
  const until = parseDate(value);
  return until === null ? null : Math.max(0, until - (parseDate(headers.get('date')) ?? Date.now()));
}

function parseDate(value: string | null): number | null {
  const time = Date.parse(value ?? '');
  return Number.isNaN(time) ? null : time;
}
