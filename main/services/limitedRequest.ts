import ky, { type KyInstance } from 'ky';
import type { CallBudget } from '../agenda/callBudget.ts';

/** A request to a service. */
export interface ServiceRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: URLSearchParams | string;
  /** What it does must not be done twice: it goes over a connection of its own, see {@link createLimitedRequest}. */
  readonly isOnce?: boolean;
  /** A redirect is an answer, whose `location` says where to, and no failure. For a request without a body. */
  readonly showsRedirects?: boolean;
  /** In the place of the usual ones. */
  readonly limits?: AnswerLimits;
}

/** What came of a request. Nothing is thrown. */
export type ServiceAnswer =
  | {
      readonly kind: 'answered';
      readonly httpStatus: number;
      readonly headers: Headers;
      /** The body as text, whatever it is; empty when it was longer than allowed. */
      readonly text: string;
      readonly isTooLong: boolean;
    }
  /** No answer: no connection, no valid certificate, or none in time. */
  | {
      readonly kind: 'unreachable';
      /** Whether the request may have arrived all the same, so that what it asks for may have been done. */
      readonly mayHaveArrived: boolean;
    }
  /** Not sent, to keep the call limit; may be sent in `wait` ms. */
  | { readonly kind: 'held'; readonly wait: number };

/** Sends one request, if the call limit allows; never repeats it. */
export type LimitedRequest = (request: ServiceRequest) => Promise<ServiceAnswer>;

/** How far an answer is waited for and read. */
export interface AnswerLimits {
  /** Ms for the headers to come, and again for the body. */
  readonly patience: number;
  /** Characters. */
  readonly longestBody: number;
}

const usualLimits: AnswerLimits = { patience: 15_000, longestBody: 8 * 1024 * 1024 };

/**
 * The way to the network for services. Every call passes the budget first; services are given nothing else to call
 * with, so that no path leads around it. `fetchOnce` never uses a connection that was used before: when one of those
 * breaks before an answer came, Chromium sends the request again by itself, a POST like any other.
 */
export function createLimitedRequest(
  fetch: typeof globalThis.fetch,
  budget: CallBudget,
  limits: AnswerLimits = usualLimits,
  fetchOnce: typeof globalThis.fetch = fetch,
): LimitedRequest {
  const usual = createHttp(fetch);
  const once = createHttp(fetchOnce);
  return async (request) => {
    const http = request.isOnce ? once : usual;
    const wait = budget.take();
    return wait > 0 ? { kind: 'held', wait } : send(http, request, limits);
  };
}

function createHttp(fetch: typeof globalThis.fetch): KyInstance {
  return ky.create({ fetch, retry: 0, throwHttpErrors: false });
}

async function send(
  http: KyInstance,
  { url, method, headers, body, showsRedirects, ...asked }: ServiceRequest,
  usual: AnswerLimits,
): Promise<ServiceAnswer> {
  const limits = asked.limits ?? usual;
  try {
    const redirect = showsRedirects === true ? 'manual' : 'error';
    const options = { method, headers, redirect, timeout: limits.patience } as const;
    const response = await http(url, { ...options, ...(body === undefined ? {} : { body }) });
    const read = await readText(response, limits);
    return { kind: 'answered', httpStatus: response.status, headers: response.headers, ...read };
  } catch (error) {
    return { kind: 'unreachable', mayHaveArrived: !isBeforeSending(error) };
  }
}

// The names that Chromium (first line) and Node have for failures before a byte of the request was on its way. Any other
// failure may have come after the service had done what it was asked for.
const beforeSending =
  /ERR_(NAME_NOT_RESOLVED|INTERNET_DISCONNECTED|CONNECTION_REFUSED|PROXY_CONNECTION_FAILED|CERT_\w+)|\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT)\b/;

function isBeforeSending(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : '';
    if (beforeSending.test(`${cause.message} ${code}`)) {
      return true;
    }
  }
  return false;
}

/** Reads a body. Gives up on one that is too long to be a list of meetings, and throws when it does not come in time. */
async function readText(
  response: Response,
  { patience, longestBody }: AnswerLimits,
): Promise<{ readonly text: string; readonly isTooLong: boolean }> {
  const reader = response.body?.getReader();
  if (reader === undefined) {
    return { text: '', isTooLong: false };
  }
  let isLate = false;
  const deadline = setTimeout(() => {
    isLate = true;
    void reader.cancel();
  }, patience);
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (isLate) {
        throw new Error('the rest of the body did not come in time');
      }
      if (done) {
        return { text: text + decoder.decode(), isTooLong: false };
      }
      text += decoder.decode(value, { stream: true });
      if (text.length > longestBody) {
        await reader.cancel();
        return { text: '', isTooLong: true };
      }
    }
  } finally {
    clearTimeout(deadline);
  }
}
