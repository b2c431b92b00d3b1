import type { RoomFailure, ServiceAccess } from '../service.ts';
import { type ApiError, parseApiError, parseJson } from './apiError.ts';

/** One call of the API. */
export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the base address, with a slash in front. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** The class that the service counts it in: each has a limit of its own (OpenAPI text, labels of the calls). */
  readonly cost: 'light' | 'medium';
  /** What it does must not be done twice. */
  readonly isOnce?: boolean;
}

/** A good answer. */
export interface ApiAnswer {
  readonly kind: 'good';
  /** The JSON of the body; undefined when there is none. */
  readonly body: unknown;
  /** The service's clock as of the answer (ms since 1970), or null. */
  readonly serviceTime: number | null;
}

/** A bad one, and all that tells what became of the request. */
export interface ApiRefusal {
  readonly kind: 'bad';
  /** Null when no answer came. */
  readonly httpStatus: number | null;
  readonly error: ApiError;
  readonly retryAfter: number | null;
  /** Whether the service surely did nothing. */
  readonly isUndone: boolean;
}

const noError: ApiError = { code: null, detail: null };

/**
 * Speaks to the REST API of Telnyx with the key of one account. Nothing is repeated. When the service says that its
 * limit is used up (platform page "Rate limiting": `x-ratelimit-remaining` and `-reset`, the latter in seconds), calls
 * are held here until it is not.
 */
export class TelnyxApi {
  readonly #access: ServiceAccess;
  readonly #heldUntil = { light: 0, medium: 0 };

  constructor(access: ServiceAccess) {
    this.#access = access;
  }

  readonly call = async ({
    method,
    path,
    query = {},
    body,
    cost,
    isOnce = false,
  }: ApiCall): Promise<ApiAnswer | ApiRefusal> => {
    const wait = this.#heldUntil[cost] - performance.now();
    if (wait > 0) {
      return refusal({ httpStatus: 429, retryAfter: Math.ceil(wait), isUndone: true });
    }
    const { endpoints, secrets, request } = this.#access;
    const parameters = new URLSearchParams(query).toString();
    const answer = await request({
      method,
      isOnce,
      url: `${endpoints['telnyxApi']}${path}${parameters === '' ? '' : `?${parameters}`}`,
      headers: {
        authorization: `Bearer ${secrets['apiKey'] ?? ''}`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.kind === 'held') {
      return refusal({ httpStatus: 429, retryAfter: answer.wait, isUndone: true });
    }
    if (answer.kind === 'unreachable') {
      return refusal({ httpStatus: null, isUndone: !answer.mayHaveArrived });
    }
    this.#keepLimit(cost, answer.headers);
    return judge(answer);
  };

  #keepLimit(cost: ApiCall['cost'], headers: Headers): void {
    const remaining = seconds(headers.get('x-ratelimit-remaining'));
    const reset = seconds(headers.get('x-ratelimit-reset'));
    if (remaining === 0 && reset !== null && reset > 0) {
      this.#heldUntil[cost] = performance.now() + Math.min(reset, 3_600) * 1_000;
    }
  }
}

/** The failure that a refusal means for whoever wanted something about a room. */
export function toFailure({ httpStatus, error, retryAfter }: ApiRefusal): RoomFailure {
  return { kind: 'failed', status: statusOf(httpStatus), detail: error.detail, retryAfter, trackingId: null };
}

/** An answer came, but it is not what the API documents. */
export const unreadable: RoomFailure = {
  kind: 'failed',
  status: { kind: 'unreadable' },
  detail: null,
  retryAfter: null,
  trackingId: null,
};

function judge(answer: {
  readonly httpStatus: number;
  readonly headers: Headers;
  readonly text: string;
}): ApiAnswer | ApiRefusal {
  const { httpStatus, headers, text } = answer;
  const serviceTime = httpDate(headers.get('date'));
  if (httpStatus >= 200 && httpStatus < 300) {
    return { kind: 'good', body: parseJson(text), serviceTime };
  }
  const reset = httpStatus === 429 ? seconds(headers.get('x-ratelimit-reset')) : null;
  return refusal({
    httpStatus,
    error: parseApiError(text),
    retryAfter:
      parseRetryAfter(headers.get('retry-after'), serviceTime) ?? (reset === null ? null : Math.max(1, reset) * 1_000),
    // A gateway that gave up, or a failure inside, leaves open what was done before.
    isUndone: httpStatus < 500 || httpStatus === 503,
  });
}

function refusal(parts: Partial<ApiRefusal> & Pick<ApiRefusal, 'httpStatus' | 'isUndone'>): ApiRefusal {
  return { kind: 'bad', error: noError, retryAfter: null, ...parts };
}

function statusOf(httpStatus: number | null): RoomFailure['status'] {
  switch (httpStatus) {
    case null:
      return { kind: 'unreachable' };
    case 401:
    case 403:
      return { kind: 'refused' };
    case 404:
      return { kind: 'notSetUp' };
    case 429:
      return { kind: 'limited' };
    default:
      return { kind: 'serverError', httpStatus };
  }
}

/** `Retry-After` in ms, in either form of RFC 9110 section 10.2.3. */
function parseRetryAfter(value: string | null, serviceTime: number | null): number | null {
  const wait = seconds(value);
  const until = wait === null ? httpDate(value) : null;
  if (until !== null) {
    return Math.max(0, until - (serviceTime ?? Date.now()));
  }
  return wait === null ? null : wait * 1_000;
}

function seconds(value: string | null): number | null {
  return value !== null && /^\d{1,9}$/.test(value.trim()) ? Number(value) : null;
}

function httpDate(value: string | null): number | null {
  const time = Date.parse(value ?? '');
  return Number.isNaN(time) ? null : time;
}
