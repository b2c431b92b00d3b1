import type { MessageKey } from '../texts/catalog.ts';

/** Where links may lead without asking: a service's host, or (null) the user's own meetings and rooms of the service. */
export interface TrustedPlace {
  readonly serviceId: string;
  readonly host: string | null;
}

/** What a link would do, looked up and ready to be pressed. */
export type LinkOffer =
  | {
      readonly kind: 'join';
      readonly what: 'next' | 'address' | 'room';
      /** The account that is used for it; of an invite, what stands for all of those. */
      readonly accountId: string;
      /** The meeting of the agenda; null for others. */
      readonly meetingKey: string | null;
      /** Subject, address or name; empty for a meeting without a subject. */
      readonly title: string;
      /** ISO 8601 UTC; null when the link says nothing of a time. */
      readonly start: string | null;
      readonly end: string | null;
      /** The way that a press takes; null when there is none. */
      readonly way: { readonly label: MessageKey; readonly isCopy: boolean } | null;
      /** The host that it leads to, or null when there is none to name. */
      readonly host: string | null;
      /** What "always" would stand for; null when it cannot be offered. */
      readonly trust: TrustedPlace | null;
    }
  | { readonly kind: 'newRoom'; readonly accountId: string }
  /** There is no meeting to join. */
  | { readonly kind: 'nothingNext' }
  /** No account can do it: of a service (its id), or of any (null). */
  | { readonly kind: 'connect'; readonly serviceId: string | null }
  /** The room is not open any more, or was never opened here. */
  | { readonly kind: 'gone' };

/** A link that waits for a press. */
export interface LinkCard {
  readonly id: string;
  readonly offer: LinkOffer;
  /** How many others wait behind it. */
  readonly waitingCount: number;
}

/** Who opens `foyer:` links on this machine. */
export interface LinkRegistration {
  /** `unavailable`: this run cannot register, or the system does not tell. */
  readonly kind: 'unknown' | 'ours' | 'other' | 'none' | 'unavailable';
  /** Whether it can be taken back from here. */
  readonly canStop: boolean;
}

/** What links brought, and what was decided about them. */
export interface LinksSlice {
  readonly card: LinkCard | null;
  readonly trusted: readonly TrustedPlace[];
  readonly registration: LinkRegistration;
}

/** Before anything is known. */
export const noLinks: LinksSlice = {
  card: null,
  trusted: [],
  registration: { kind: 'unknown', canStop: false },
};
