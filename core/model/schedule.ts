import * as z from 'zod/mini';
import type { MessageKey } from '../texts/catalog.ts';
import type { AccountStatus, FieldProblem } from './account.ts';
import type { Line } from './room.ts';

const typed = z.string().check(z.maxLength(200));
const turn = z.nullable(z.enum(['first', 'second']));

/** What a person entered about a meeting, as it was typed. */
export const meetingDraftSchema = z.strictObject({
  subject: z.string().check(z.maxLength(10_000)),
  /** Calendar day, "2026-11-23". */
  day: typed,
  /** Times that the clocks of `zone` show. */
  start: typed,
  /** When it is not after `start`, the next day is meant, unless `endDay` says which. */
  end: typed,
  endDay: z.nullable(typed),
  /** Name in the time zone database. */
  zone: typed,
  /** Which is meant of a time that the clocks show twice; null is left to Foyer. */
  startTurn: turn,
  endTurn: turn,
  /** Null when it is not known who takes part, and nobody said so. */
  participants: z.nullable(z.string().check(z.maxLength(200_000))),
  /** Of the service's own fields; those that are not known, and were left alone, are absent. */
  fields: z.record(typed, typed),
});

/** See {@link meetingDraftSchema}. */
export type MeetingDraft = z.infer<typeof meetingDraftSchema>;

/** A meeting as it is to be, or as its service has it. */
export interface MeetingPlan {
  readonly subject: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly start: string;
  /** ISO 8601 UTC with milliseconds, after `start`. */
  readonly end: string;
  /** E-mail addresses; null when it is not known who takes part, or they shall stay who they are. */
  readonly participants: readonly string[] | null;
  /** Of the service's own fields; what is absent is not known, or shall stay. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A meeting as far as it is known before its service was asked. */
export type MeetingSummary = Pick<MeetingPlan, 'subject' | 'start' | 'end'>;

/** Why a draft cannot be taken as it is. */
export interface DraftProblem {
  /** One of the draft, or of the service's own. */
  readonly field: string;
  readonly line: Line;
}

/** What a form has to know of an account. */
export interface FormFacts {
  readonly kind: 'facts';
  /** About fields of the service: in the place of the field's hint; one that is not available cannot be switched on. */
  readonly remarks: readonly { readonly field: string; readonly isAvailable: boolean; readonly line: Line }[];
}

/** Something to know of a meeting, or to hand on. */
export interface MeetingFact {
  readonly label: MessageKey;
  readonly value: string;
}

/** All that a service tells of a scheduled meeting. */
export interface ScheduledDetails {
  readonly kind: 'details';
  readonly meetingId: string;
  readonly plan: MeetingPlan;
  readonly facts: readonly MeetingFact[];
  /** Why something is missing that others have; null when nothing is. */
  readonly note: Line | null;
}

/** Why a service did not do what it was asked for; nothing was changed. */
export interface SchedulingFailure {
  readonly kind: 'failed';
  /** `notSetUp` when there is no such meeting any more. */
  readonly status: AccountStatus;
  /** What the service said, to be quoted, or null. */
  readonly detail: string | null;
  /** ISO 8601 UTC from which another try makes sense, or null. */
  readonly retryAt: string | null;
}

/** No answer came: it may have been done. It is never tried again by itself. */
export interface SchedulingUncertain {
  readonly kind: 'uncertain';
}

/** What scheduling or changing a meeting led to. */
export type SchedulingResult =
  | { readonly kind: 'saved'; readonly details: ScheduledDetails }
  | { readonly kind: 'invalid'; readonly problems: readonly DraftProblem[] }
  | SchedulingUncertain
  | SchedulingFailure;

/** What cancelling a meeting led to; one that was gone already is cancelled. */
export type Cancellation = { readonly kind: 'cancelled' } | SchedulingUncertain | SchedulingFailure;

/** What only a service can tell to be wrong with its own fields. */
export interface InvalidFields {
  readonly kind: 'invalid';
  readonly problems: readonly FieldProblem[];
}
