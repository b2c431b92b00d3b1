import type { ServiceAnswer } from '../limitedRequest.ts';
import type { RoomFailure } from '../service.ts';
import { parseComplaint, type ServiceComplaint } from './parseAnswers.ts';

/** An answer, sorted by what it means. */
export type Answered =
  | { readonly kind: 'good'; readonly text: string }
  /** The service, or something in front of it, said no. */
  | { readonly kind: 'bad'; readonly httpStatus: number; readonly failure: RoomFailure }
  /** Nothing was sent. */
  | { readonly kind: 'unsent'; readonly failure: RoomFailure }
  /** Sent, and no answer came: it may have been done. */
  | { readonly kind: 'lost'; readonly failure: RoomFailure };

/**
 * Sorts an answer. This host publishes no errors; the statuses are those of the platform ("API error codes"): 401 a wrong
 * key, 403 a product that is not enabled for the account, 429 with `Retry-After`.
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
        return { kind: 'good', text };
      }
      const retryAfter = parseRetryAfter(headers.get('retry-after'), headers.get('date'));
      return { kind: 'bad', httpStatus, failure: failure(statusOf(httpStatus), retryAfter, parseComplaint(text)) };
    }
  }
}

/** Why something did not work, with what the service said about it. */
export function failure(
  status: RoomFailure['status'],
  retryAfter: number | null = null,
  complaint: ServiceComplaint = { message: null, errorId: null },
): RoomFailure {
  return { kind: 'failed', status, detail: complaint.message, retryAfter, trackingId: complaint.errorId };
}

function statusOf(httpStatus: number): RoomFailure['status'] {
  switch (httpStatus) {
    case 401:
      return { kind: 'refused' };
    case 403:
      return { kind: 'notSetUp' };
    case 429:
      return { kind: 'limited' };
    default:
      return { kind: 'serverError', httpStatus };
  }
}

/** `Retry-After` in ms. Seconds are published; the date of RFC 9110 section 10.2.3 is understood if it comes. */
function parseRetryAfter(value: string | null, date: string | null): number | null {
  const seconds = /^\s*(\d{1,9})\s*$/.exec(value ?? '')?.[1];
  if (seconds !== undefined) {
    return Number(seconds) * 1_000;
  }
  const until = Date.parse(value ?? '');
  const now = Date.parse(date ?? '');
  return Number.isNaN(until) ? null : Math.max(0, until - (Number.isNaN(now) ? Date.now() : now));
}
