/** A sign-in that is under way, as windows see it: its address and its secrets stay in main. */
export interface SignInView {
  readonly serviceId: string;
  /** The account that is signed in again, or null for a new one. */
  readonly accountId: string | null;
  /** `exchanging`: the browser came back, and the service is asked for the tokens. */
  readonly phase: 'waiting' | 'exchanging';
  /** False as long as no browser took the address: it has to be copied. */
  readonly isBrowserOpen: boolean;
  /** ISO 8601 UTC; the sign-in ends by itself then. */
  readonly endsAt: string;
}

/** Why a sign-in came to nothing. */
export type SignInFailure =
  | 'cancelled'
  /** Another sign-in was begun: there is one at a time. */
  | 'replaced'
  | 'timedOut'
  /** The person, or somebody who decides for them, said no at the service. */
  | 'declined'
  /** The service sent the browser back with another error. */
  | 'serviceError'
  /** The browser came back with something that is no answer to what was asked. */
  | 'badAnswer'
  /** The service did not take the code that it had given. */
  | 'codeRefused'
  /** Another program listens where the browser was to come back to. */
  | 'portTaken';
