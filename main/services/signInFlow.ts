/** What the browser comes back with: a code to be exchanged, or a token. */
export type SignInFlow = 'code' | 'token';

/**
 * OAuth 2.0's implicit grant: a token comes at once, behind the # of the address that the browser comes back to, and cannot be
 * renewed. RFC 9700 (2.1.2) advises against it, so that it must be chosen.
 */
export interface ImplicitGrant {
  readonly isChosen: (fields: Readonly<Record<string, string>>) => boolean;
  /** Ms that such a token is good for where the answer does not tell. */
  readonly lifetime: number;
}

/** What the page to sign in on is told. */
export interface SignInAsk {
  readonly flow: SignInFlow;
  readonly redirectUri: string;
  readonly state: string;
  /** Of PKCE; null when the service does not know it. */
  readonly challenge: string | null;
}

/** What the browser came back with. */
export interface SignInGrant {
  readonly code: string;
  readonly redirectUri: string;
  /** Of PKCE; null when the service does not know it. */
  readonly verifier: string | null;
}

/** The service did not take the code that it had given: it was too old, or used. */
export interface CodeRefused {
  readonly kind: 'codeRefused';
}

/** What signing in gives. */
export interface Tokens {
  readonly kind: 'tokens';
  readonly accessToken: string;
  /** Null when the service gave none, or no new one: the one before stays good then. */
  readonly refreshToken: string | null;
  /** Ms that the access token is good for, counted from when it came. */
  readonly lifetime: number;
}
