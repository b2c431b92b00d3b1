import type { MeetingDraft } from '../model/schedule.ts';
import { readClockTime } from '../time/clockTime.ts';
import { instantsOf, type SkippedTime, skippedAround } from '../time/wallTime.ts';
import { findZoneOffset, type ZoneOffset } from '../time/zoneOffset.ts';

/** Which of two equal times on the clocks. */
export type Turn = 'first' | 'second';

/** When something of a draft is. All in ms; wall times are written as if they were UTC. */
export interface DraftMoment {
  readonly wall: number;
  readonly instant: number;
  /** Which one is meant of a time that occurs twice; null for all others. */
  readonly turn: Turn | null;
}

/** Why a draft has no times. */
export type TimeProblem =
  | { readonly field: 'day' | 'endDay' | 'zone' | 'start' | 'end'; readonly kind: 'unreadable' }
  | { readonly field: 'start' | 'end'; readonly kind: 'skipped'; readonly skipped: SkippedTime; readonly wall: number }
  /** The end that was given is not after the start. */
  | { readonly field: 'end'; readonly kind: 'notAfterStart' };

/** When the meeting of a draft is, as far as the draft says it. */
export interface DraftTimes {
  readonly start: DraftMoment | null;
  readonly end: DraftMoment | null;
  readonly problems: readonly TimeProblem[];
}

const minute = 60_000;
const day = 86_400_000;

type TimeDraft = Pick<MeetingDraft, 'day' | 'start' | 'end' | 'endDay' | 'zone' | 'startTurn' | 'endTurn'>;
type Found = DraftMoment | TimeProblem;

/** Works out when the meeting of a draft is. */
export function draftTimes(draft: TimeDraft): DraftTimes {
  const offsetAt = findZoneOffset(draft.zone);
  const midnight = readDay(draft.day);
  const lastMidnight = draft.endDay === null ? midnight : readDay(draft.endDay);
  const [from, to] = [readClockTime(draft.start), readClockTime(draft.end)];
  const unreadable: readonly TimeProblem[] = [
    ...problemIf('day', midnight === null),
    ...problemIf('start', from === null),
    ...problemIf('end', to === null),
    ...problemIf('endDay', draft.endDay !== null && lastMidnight === null),
    ...problemIf('zone', offsetAt === null),
  ];
  if (midnight === null || from === null || offsetAt === null) {
    return { start: null, end: null, problems: unreadable };
  }
  const start = find('start', midnight + from * minute, draft.startTurn, offsetAt);
  if ('kind' in start) {
    return { start: null, end: null, problems: [...unreadable, start] };
  }
  if (to === null || lastMidnight === null) {
    return { start, end: null, problems: unreadable };
  }
  const wall = lastMidnight + to * minute;
  const end =
    draft.endDay === null
      ? findEnd(start, wall, draft.endTurn, offsetAt)
      : findAfter(start, wall, draft.endTurn, offsetAt);
  return 'kind' in end ? { start, end: null, problems: [...unreadable, end] } : { start, end, problems: unreadable };
}

/** The end on the day of the start where there is one after it, else on the next day. */
function findEnd(start: DraftMoment, wall: number, turn: Turn | null, offsetAt: ZoneOffset): Found {
  const sameDay = findAfter(start, wall, turn, offsetAt);
  const isEarlier = 'kind' in sameDay && (sameDay.kind === 'notAfterStart' || wall <= start.wall);
  return isEarlier ? find('end', wall + day, turn, offsetAt) : sameDay;
}

/** The end at a wall time: of two, the one that is asked for if it is after the start, else the one that is. */
function findAfter(start: DraftMoment, wall: number, turn: Turn | null, offsetAt: ZoneOffset): Found {
  const asked = find('end', wall, turn, offsetAt);
  if ('kind' in asked || asked.instant > start.instant) {
    return asked;
  }
  const later = asked.turn === 'first' ? find('end', wall, 'second', offsetAt) : asked;
  return 'kind' in later || later.instant > start.instant ? later : { field: 'end', kind: 'notAfterStart' };
}

function find(field: 'start' | 'end', wall: number, turn: Turn | null, offsetAt: ZoneOffset): Found {
  const [first, second] = instantsOf(wall, offsetAt);
  if (first === undefined) {
    return { field, kind: 'skipped', skipped: skippedAround(wall, offsetAt), wall };
  }
  if (second === undefined) {
    return { wall, instant: first, turn: null };
  }
  return turn === 'second' ? { wall, instant: second, turn } : { wall, instant: first, turn: 'first' };
}

function problemIf(field: 'day' | 'endDay' | 'zone' | 'start' | 'end', isUnreadable: boolean): readonly TimeProblem[] {
  return isUnreadable ? [{ field, kind: 'unreadable' }] : [];
}

/** Midnight of a calendar day; null for what is on no calendar, or in another millennium. */
function readDay(text: string): number | null {
  const midnight = /^2\d{3}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text) ? midnight : null;
}
