import { randomUUID } from 'node:crypto';
import { type Answer, jsonAnswer } from '../answer.ts';
import type { Clock } from '../clock.ts';

/** Statuses the service answers errors with. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 422 | 429 | 500 | 503;

/**
 * Codes of the platform (8x8 Connect, API error codes). That this service uses them is an assumption; for 429 none is
 * published.
 */
const errors: Readonly<Record<ErrorStatus, { readonly code: number; readonly message: string }>> = {
  400: { code: 1000, message: 'Invalid parameter' },
  401: { code: 1200, message: 'Unauthorized Access' },
  403: { code: 1201, message: 'Forbidden' },
  404: { code: 1300, message: 'Not found' },
  422: { code: 1000, message: 'Invalid parameter' },
  429: { code: 429, message: 'Too many requests' },
  500: { code: 2000, message: 'Internal server error' },
  503: { code: 2000, message: 'Service unavailable' },
};

const phoneNumberCode = 1002;

/** What an error answer may say beside its status. */
export interface FailureDetails {
  readonly message?: string;
  readonly isPhoneNumber?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A JSON answer with status 200. */
export function success(body: unknown): Answer {
  return jsonAnswer(200, body);
}

/** An error answer in the envelope of all 8x8 Connect APIs. */
export function failure(clock: Clock, status: ErrorStatus, details: FailureDetails = {}): Answer {
  const { code, message } = errors[status];
  const envelope = {
    code: details.isPhoneNumber === true ? phoneNumberCode : code,
    message: details.message ?? message,
    errorId: randomUUID(),
    timestamp: formatTimestamp(clock.now()),
  };
  return jsonAnswer(status, envelope, details.headers);
}

/** A 400 which the service does not document; the header `x-simulator-choice` says so and why it came. */
export function undocumented(clock: Clock, reason: string, details: FailureDetails = {}): Answer {
  const headers = { 'x-simulator-choice': reason };
  return failure(clock, 400, { ...details, message: `Invalid parameter: ${reason}`, headers });
}

/** Published with two fraction digits. */
function formatTimestamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, -2)}Z`;
}
