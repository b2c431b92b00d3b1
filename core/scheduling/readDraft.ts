import type { DraftProblem, MeetingDraft, MeetingPlan } from '../model/schedule.ts';
import type { SchedulingView } from '../model/service.ts';
import type { MessageKey } from '../texts/catalog.ts';
import { clockTimeText } from '../time/clockTime.ts';
import { draftTimes, type TimeProblem } from './draftTimes.ts';
import { readParticipants } from './readParticipants.ts';

/** What a draft is held against. */
export interface DraftRules extends Pick<SchedulingView, 'longestSubject' | 'mostParticipants'> {
  /** Ms since the epoch: what is over by then is not scheduled. */
  readonly now: number;
  /** How times are written in what is said about them. */
  readonly isTwelveHour: boolean;
}

/** What became of a draft. */
export type DraftReading =
  | { readonly kind: 'plan'; readonly plan: MeetingPlan }
  | { readonly kind: 'invalid'; readonly problems: readonly DraftProblem[] };

/** Turns what was typed into a meeting, or says what is wrong with each field. The service's own fields are taken as they are. */
export function readDraft(draft: MeetingDraft, rules: DraftRules): DraftReading {
  const subject = draft.subject.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  const participants = draft.participants === null ? null : readParticipants(draft.participants);
  const { start, end, problems: timeProblems } = draftTimes(draft);
  const isOver = end !== null && end.instant <= rules.now;
  const problems = [
    ...problemIf(subject === '', 'subject', 'scheduling:problems.subject'),
    ...problemIf([...subject].length > rules.longestSubject, 'subject', 'scheduling:problems.subjectTooLong', {
      most: String(rules.longestSubject),
    }),
    ...timeProblems.map((problem) => ({ field: problem.field, line: timeLine(problem, draft.zone, rules) })),
    ...problemIf(isOver, 'end', 'scheduling:problems.over'),
    ...problemIf((participants?.refused.length ?? 0) > 0, 'participants', 'scheduling:problems.participants', {
      refused: quoted(participants?.refused ?? []),
    }),
    ...problemIf(
      (participants?.addresses.length ?? 0) > rules.mostParticipants,
      'participants',
      'scheduling:problems.tooManyParticipants',
      { most: String(rules.mostParticipants) },
    ),
  ];
  if (problems.length > 0 || start === null || end === null) {
    return { kind: 'invalid', problems };
  }
  const plan: MeetingPlan = {
    subject: subject.toWellFormed(),
    start: new Date(start.instant).toISOString(),
    end: new Date(end.instant).toISOString(),
    participants: participants?.addresses ?? null,
    fields: draft.fields,
  };
  return { kind: 'plan', plan };
}

/** What is wrong with a time, as a sentence. */
export function timeLine(
  problem: TimeProblem,
  zone: string,
  { isTwelveHour }: Pick<DraftRules, 'isTwelveHour'>,
): DraftProblem['line'] {
  switch (problem.kind) {
    case 'unreadable':
      return { message: `scheduling:problems.${problem.field}`, values: {} };
    case 'notAfterStart':
      return { message: 'scheduling:problems.notAfterStart', values: {} };
    case 'skipped': {
      const time = (wall: number): string => clockTimeText(Math.floor(wall / 60_000) % 1_440, isTwelveHour);
      const { from, to } = problem.skipped;
      // Where a whole day is skipped, the times alone would say nothing.
      const message = to - from < 86_400_000 ? 'scheduling:problems.skipped' : 'scheduling:problems.skippedDay';
      return { message, values: { time: time(problem.wall), from: time(from), to: time(to), zone } };
    }
  }
}

function problemIf(
  isWrong: boolean,
  field: string,
  message: MessageKey,
  values: Readonly<Record<string, string>> = {},
): readonly DraftProblem[] {
  return isWrong ? [{ field, line: { message, values } }] : [];
}

/** The first few, shortened: what was pasted may be a whole letter. */
function quoted(pieces: readonly string[]): string {
  const shown = pieces.slice(0, 3).map((piece) => `“${piece.length > 40 ? `${piece.slice(0, 39)}…` : piece}”`);
  return shown.join(', ') + (pieces.length > 3 ? ', …' : '');
}
