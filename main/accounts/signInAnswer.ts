import { AuthorizationResponseError, validateAuthResponse } from 'oauth4webapi';
import type { Service } from '../services/service.ts';
import type { SignInFlow } from '../services/signInFlow.ts';

/** What the fields of an account ask for. */
export function flowOf({ signIn }: Pick<Service, 'signIn'>, fields: Readonly<Record<string, string>>): SignInFlow {
  return signIn?.implicit?.isChosen(fields) === true ? 'token' : 'code';
}

/** A sign-in that was begun. */
export interface SignInRequest {
  readonly serviceId: string;
  readonly flow: SignInFlow;
  readonly clientId: string;
  /** Who is asked, as it would name itself in its answers (RFC 9207). */
  readonly issuer: string;
  /** Good for one answer. */
  readonly state: string;
  /** Where the answer has to arrive, letter for letter. */
  readonly redirectUri: string;
  /** Ms of uptime. */
  readonly endsAt: number;
}

/** What a service grants by way of the browser. */
export type Granted =
  | { readonly kind: 'code'; readonly code: string }
  /** `lifetime` in ms, counted from now; null when the answer does not tell. */
  | { readonly kind: 'token'; readonly token: string; readonly lifetime: number | null };

/** What a browser brought back, `state` as it says it is: nothing of it is to be believed before that was compared. */
export type SignInAnswer = { readonly state: string } & (
  | Granted
  | { readonly kind: 'refused'; readonly reason: 'declined' | 'serviceError' | 'badAnswer' }
);

/** Characters; codes and states are a fraction of that. */
const longestAnswer = 8_000;

/**
 * Reads the address that a browser came back to. Null when it did not arrive where this request is waited for, or does not
 * name exactly one state: then it belongs to something else.
 */
export function readSignInAnswer(url: string, request: SignInRequest): SignInAnswer | null {
  const { redirectUri, issuer, clientId, flow } = request;
  const arrived = url.length > longestAnswer ? null : URL.parse(url);
  const expected = new URL(redirectUri);
  if (arrived === null || !isSamePlace(arrived, expected)) {
    return null;
  }
  const parameters = parametersOf(arrived);
  const [state, ...more] = parameters.getAll('state');
  if (state === undefined || state === '' || more.length > 0) {
    return null;
  }
  try {
    // Refuses a foreign issuer, parameters that come twice, and answers of other flows.
    const valid = validateAuthResponse({ issuer }, { client_id: clientId }, parameters, state);
    const granted = flow === 'code' ? readCode(valid) : readToken(valid, arrived);
    return granted === null ? { kind: 'refused', state, reason: 'badAnswer' } : { state, ...granted };
  } catch (error) {
    return { kind: 'refused', state, reason: reasonOf(error) };
  }
}

function readCode(parameters: URLSearchParams): Granted | null {
  const code = parameters.get('code') ?? '';
  return /^[\x21-\x7e]{1,2000}$/.test(code) && !parameters.has('access_token') ? { kind: 'code', code } : null;
}

/** In a query, a token would have been sent to a server and stayed in the browser's history. */
function readToken(parameters: URLSearchParams, { search }: URL): Granted | null {
  const [token = '', ...more] = parameters.getAll('access_token');
  const [type, seconds] = [parameters.get('token_type') ?? 'bearer', parameters.get('expires_in')];
  const isToken = /^[\x21-\x7e]{1,4000}$/.test(token) && more.length === 0 && /^bearer$/i.test(type);
  if (!isToken || search !== '' || parameters.has('code') || !/^[1-9]\d{0,8}$/.test(seconds ?? '1')) {
    return null;
  }
  return { kind: 'token', token, lifetime: seconds === null ? null : Number(seconds) * 1_000 };
}

function isSamePlace(arrived: URL, expected: URL): boolean {
  return (
    arrived.protocol === expected.protocol &&
    arrived.host === expected.host &&
    arrived.pathname === expected.pathname &&
    arrived.username === '' &&
    arrived.password === ''
  );
}

/** Answers are in the query; some servers put errors where the tokens of another flow would be, behind the #. */
function parametersOf({ searchParams, hash }: URL): URLSearchParams {
  return searchParams.size === 0 ? new URLSearchParams(hash.slice(1)) : searchParams;
}

function reasonOf(error: unknown): 'declined' | 'serviceError' | 'badAnswer' {
  if (!(error instanceof AuthorizationResponseError)) {
    return 'badAnswer';
  }
  return error.error === 'access_denied' ? 'declined' : 'serviceError';
}
