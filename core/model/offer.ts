import type { MeetingLink } from '../invites/linkRule.ts';

/** Stands for an account where a meeting came from an invite that was given to Foyer itself. */
export const invitesId = 'invites';

/** What became of one invite. */
export interface OfferedInvite {
  readonly uid: string;
  /** `known`: it was in the agenda already, as it is. */
  readonly change: 'added' | 'changed' | 'cancelled' | 'known';
  readonly subject: string;
  /** Its next meeting in the agenda; null when there is none any more. */
  readonly meetingKey: string | null;
  /** ISO 8601 UTC. */
  readonly start: string | null;
  readonly isJoinable: boolean;
}

/** Why nothing came of what was given. */
export type OfferRefusal =
  | 'noLink'
  | 'empty'
  | 'unreadable'
  | 'tooLarge'
  | 'tooMany'
  | 'isAnswer'
  | 'isAllDay'
  | 'isOver'
  | 'noFile'
  /** By an administrator. */
  | 'switchedOff';

/** What a text, a file or the clipboard leads to; nothing is opened before a press. */
export type Offer = { readonly id: string } & (
  | { readonly kind: 'links'; readonly links: readonly MeetingLink[] }
  | { readonly kind: 'invites'; readonly invites: readonly OfferedInvite[]; readonly moreCount: number }
  | { readonly kind: 'refused'; readonly reason: OfferRefusal }
);
