import { AuthorizationResponseError, validateAuthResponse } from 'oauth4webapi';

/** A sign-in that was begun. */
export interface SignInRequest {
  readonly serviceId: string;
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

/** What a browser brought back, `state` as it says it is: nothing of it is to be believed before that was compared. */
export type SignInAnswer = { readonly state: string } & (
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'refused'; readonly reason: 'declined' | 'serviceError' | 'badAnswer' }
);

/** Characters; codes and states are a fraction of that. */
const longestAnswer = 8_000;

/**
 * Reads the address that a browser came back to. Null when it did not arrive where this request is waited for, or does not
 * name exactly one state: then it belongs to something else.
 */
export function readSignInAnswer(url: string, { redirectUri, issuer, clientId }: SignInRequest): SignInAnswer | null {
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
    const code = valid.get('code') ?? '';
    return /^[\x21-\x7e]{1,2000}$/.test(code)
      ? { kind: 'code', state, code }
      : { kind: 'refused', state, reason: 'badAnswer' };
  } catch (error) {
    return { kind: 'refused', state, reason: reasonOf(error) };
  }
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
