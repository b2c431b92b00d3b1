/** What lets the call window into a room: the token is all of it that leaves main. */
export interface CallPass {
  readonly kind: 'pass';
  readonly token: string;
  /** Ms that the token is good for, counted from when it came: the service's clock and ours may differ. */
  readonly lifetime: number;
  /** Renews the token without the account's credentials; null when a new pass must be asked for. */
  readonly renewal: { readonly secret: string; readonly lifetime: number } | null;
}

/** How a room looks before and during a call. */
export interface CallSight {
  readonly kind: 'callSight';
  readonly peopleCount: number;
  /** How many fit in; null when the service does not tell. */
  readonly mostPeople: number | null;
}

/** What can be done to one person in a call. */
export type Moderation = 'mute' | 'kick';

/** Whom a moderation is about: as the service names them, or by the text that they came in with. */
export interface CallPerson {
  readonly id: string;
  readonly context: string;
}

/** Nobody fits the description: gone already. */
export type Moderated = { readonly kind: 'done' } | { readonly kind: 'gone' };
