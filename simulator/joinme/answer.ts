import { randomInt } from 'node:crypto';
import { type Answer, jsonAnswer } from '../answer.ts';

/** Header on answers that nothing seen of the service tells the form of. */
function chosen(choice: string | undefined): Readonly<Record<string, string>> {
  return choice === undefined ? {} : { 'x-simulator-choice': choice };
}

/** What an error answer may say beside its code. */
export interface FailureDetails {
  /** Why, if the service documents no such answer. */
  readonly choice?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error of the API: capitalised keys, as the vendor's sample and hello.js read them. */
export function failure(status: number, code: string, message: string, details: FailureDetails = {}): Answer {
  const headers = { ...chosen(details.choice), ...details.headers };
  return jsonAnswer(status, { Message: message, ErrorCode: code }, headers);
}

/** A 400 of the API; its form is a guess from the others. */
export function invalidRequest(reason: string): Answer {
  return failure(400, 'invalid_request', `The request is not valid: ${reason}.`, { choice: reason });
}

/** The 404 of the API; its form is a guess from the others. */
export function notFound(what: string): Answer {
  return failure(404, 'not_found', `${what} could not be found.`, { choice: 'form of a 404' });
}

/** An error of the token endpoint. */
export function tokenFailure(status: number, error: string, choice?: string): Answer {
  return jsonAnswer(status, { error }, chosen(choice));
}

/** The server fault of the token endpoint, as it was once recorded. */
export function tokenServerError(headers: Readonly<Record<string, string>>): Answer {
  const body = { error: 'server_error', error_ticket_id: `d${randomInt(1e9)}`.padEnd(10, '0'), error_description: '' };
  return jsonAnswer(500, body, headers);
}

/** The server fault of everything else, as it was once recorded for a bad key. */
export function exitPoint(headers: Readonly<Record<string, string>> = {}): Answer {
  const body = {
    ExitPointId: randomInt(1, 10_000),
    Message: 'InternalServerError',
    ReferenceNumber: String(randomInt(1e9)).padStart(10, '0'),
  };
  return jsonAnswer(500, body, headers);
}

/** An error of the proxy before the API: its name in the headers, a heading for a body, and no JSON. */
export function proxyFailure(status: number, code: ProxyCode, headers: Readonly<Record<string, string>> = {}): Answer {
  const { detail, heading } = proxyErrors[code];
  return {
    status,
    headers: {
      ...headers,
      'content-type': 'text/xml',
      server: 'Mashery Proxy',
      'x-error-detail-header': detail,
      'x-mashery-error-code': code,
    },
    body: `<h1>${heading}</h1>`,
  };
}

/** What the proxy says with a 403 that is about the token (join.me FAQ) or the scope. */
export function challenge(error: 'invalid_token' | 'insufficient_scope'): Readonly<Record<string, string>> {
  return { 'www-authenticate': `Bearer realm="api.join.me", error="${error}"` };
}

/** Names of the proxy's errors (Mashery, error codes). */
export type ProxyCode = keyof typeof proxyErrors;

const proxyErrors = {
  ERR_403_DEVELOPER_INACTIVE: { detail: 'Account Inactive', heading: 'Developer Inactive' },
  ERR_403_NOT_AUTHORIZED: { detail: 'Not Authorized', heading: 'Not Authorized' },
  ERR_403_DEVELOPER_OVER_QPS: { detail: 'Account Over Queries Per Second Limit', heading: 'Developer Over Qps' },
  ERR_403_DEVELOPER_OVER_RATE: { detail: 'Account Over Rate Limit', heading: 'Developer Over Rate' },
} as const;
