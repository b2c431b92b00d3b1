import type { MessageKey } from '../texts/catalog.ts';
import type { AccountStatus, FieldProblem } from './account.ts';

/** A line of text as data: its key and what goes into it. */
export interface Line {
  readonly message: MessageKey;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Where a room is in its life. `entered`: somebody was seen in it, or it was joined from here. `expired`: nobody can enter
 * any more. `over`: it was used and has ended.
 */
export type RoomPhase = 'open' | 'entered' | 'expired' | 'over';

/** A room that Foyer opened or found at a service, as windows see it; what lets people in stays in main. */
export interface RoomView {
  readonly key: string;
  readonly accountId: string;
  /** What tells it from others: a name or a reference. */
  readonly title: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  /** ISO 8601 UTC; null when its life has no end of its own. */
  readonly expiresAt: string | null;
  readonly phase: RoomPhase;
  /** How many people are in it; null when the service does not tell. */
  readonly peopleCount: number | null;
  /** What those call themselves who said so. */
  readonly peopleNames: readonly string[];
  /** What to know about it now, in the words of its service; null when there is nothing to say. */
  readonly note: Line | null;
  /** Whether there is a link to hand to others. */
  readonly hasLink: boolean;
  /** Whether the service can end it. */
  readonly canEnd: boolean;
}

/** The rooms opened from here and who can open another. */
export interface RoomsSlice {
  /** Accounts that can open rooms, the one used last first. */
  readonly hostAccountIds: readonly string[];
  /** Newest first; those that are over at the end: the recents, ten at most. */
  readonly rooms: readonly RoomView[];
  /** Account for which a room is being opened now, or null. */
  readonly openingFor: string | null;
}

/** What a press on "New room" led to. */
export type RoomCreation =
  | { readonly kind: 'created'; readonly roomKey: string; readonly isLinkCopied: boolean }
  | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] }
  | {
      readonly kind: 'failed';
      readonly status: AccountStatus;
      /** What the service said, to be quoted, or null. */
      readonly detail: string | null;
      readonly trackingId: string | null;
      /** ISO 8601 UTC from which another try makes sense, or null. */
      readonly retryAt: string | null;
    }
  /** No answer came, so the room may exist. It is never tried again by itself; the user decides. */
  | { readonly kind: 'uncertain' };

/** A room that is at a service and not among those of Foyer, whoever opened it. */
export interface FoundRoomView extends Pick<RoomView, 'title' | 'phase' | 'peopleCount' | 'peopleNames' | 'canEnd'> {
  readonly roomId: string;
}

/** What looking for the rooms of an account led to. */
export type RoomSearch =
  | {
      readonly kind: 'found';
      /** Those that somebody is in first, then the newest. */
      readonly rooms: readonly FoundRoomView[];
      /** Whether there are no others. */
      readonly isWhole: boolean;
    }
  | Extract<RoomCreation, { readonly kind: 'failed' }>;

/** What ending a room led to. */
export type RoomEnding =
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly status: AccountStatus; readonly detail: string | null };
