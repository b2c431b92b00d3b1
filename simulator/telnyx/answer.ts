/** The platform's error codes with their titles (developers.telnyx.com, API fundamentals, "API errors"). */
const titles = {
  '10003': 'Invalid URL',
  '10004': 'Missing required parameter',
  '10005': 'Resource not found',
  '10006': 'Invalid ID',
  '10007': 'Unexpected error',
  '10009': 'Authentication failed',
  '10010': 'Authorization failed',
  '10011': 'Too many requests',
  '10012': 'Duplicate resource',
  '10015': 'Bad Request',
  '10023': 'Invalid JSON',
} as const;

/** A code of the platform; codes are text. */
export type ErrorCode = keyof typeof titles;

/** What is wrong with the request: a JSON pointer into its body, or the name of a query parameter. */
export type ErrorSource = { readonly pointer: string } | { readonly parameter: string };

/** One error as the platform describes it. */
export interface ApiError {
  readonly code: ErrorCode;
  readonly title: string;
  readonly detail: string;
  readonly source?: ErrorSource;
  readonly meta: { readonly url: string };
}

/** What an endpoint decided to say, before faults get at its bytes. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** To be sent as JSON; null sends nothing. Left out of failures, whose `error` is brought into shape when it is sent. */
  readonly body?: unknown;
  readonly error?: ApiError;
}

/** A good answer. */
export function success(status: number, body: unknown): Answer {
  return { status, headers: {}, body };
}

/** How a failure may be told more closely. */
export interface FailureDetails {
  readonly source?: ErrorSource;
  readonly headers?: Readonly<Record<string, string>>;
  /** Why the service's documents do not cover it; sent as `x-simulator-choice`. */
  readonly choice?: string;
}

/** A failure with one error. */
export function failure(status: number, code: ErrorCode, detail: string, more: FailureDetails = {}): Answer {
  const { source, headers = {}, choice } = more;
  const url = `https://developers.telnyx.com/docs/overview/errors/${code}`;
  return {
    status,
    headers: { ...headers, ...(choice !== undefined && { 'x-simulator-choice': choice }) },
    error: { code, title: titles[code], detail, ...(source && { source }), meta: { url } },
  };
}
