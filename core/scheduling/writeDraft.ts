import type { MeetingDraft, MeetingPlan } from '../model/schedule.ts';
import { clockTimeText } from '../time/clockTime.ts';
import { instantsOf, wallOf } from '../time/wallTime.ts';
import { findZoneOffset, type ZoneOffset } from '../time/zoneOffset.ts';
import { draftTimes, type Turn } from './draftTimes.ts';

/** How the times of a draft are written. */
export interface DraftStyle {
  readonly zone: string;
  readonly isTwelveHour: boolean;
}

const minute = 60_000;
const half = 30 * minute;

/** A draft to begin with: half an hour, from the next full or half hour that is not too near. `now` in ms since the epoch. */
export function newDraft(now: number, style: DraftStyle): MeetingDraft {
  const offsetAt = findZoneOffset(style.zone) ?? (() => 0);
  const wall = Math.ceil((wallOf(now, offsetAt) + 10 * minute) / half) * half;
  // On the clocks of the zone, which may be quarters of an hour apart from others; in a gap, after it.
  const start = instantsOf(wall, offsetAt).find((instant) => instant > now) ?? now + half;
  return momentsOf(start, start + half, style, { subject: '', participants: '', fields: {} });
}

/** What a service has of a meeting, as a draft to be changed. */
export function draftOf({ subject, start, end, participants, fields }: MeetingPlan, style: DraftStyle): MeetingDraft {
  const rest = { subject, participants: participants?.join('\n') ?? null, fields };
  return momentsOf(Date.parse(start), Date.parse(end), style, rest);
}

/** The draft with another start; the meeting stays as long as it was. */
export function withStart(draft: MeetingDraft, start: string, isTwelveHour: boolean): MeetingDraft {
  const [before, moved] = [draftTimes(draft), { ...draft, start, startTurn: null, endTurn: null }];
  const after = draftTimes(moved).start;
  if (before.start === null || before.end === null || after === null || draft.endDay !== null) {
    return moved;
  }
  const offsetAt = findZoneOffset(draft.zone) ?? (() => 0);
  const end = wallOf(after.instant + before.end.instant - before.start.instant, offsetAt);
  return { ...moved, end: clockText(end, isTwelveHour) };
}

function momentsOf(
  start: number,
  end: number,
  { zone, isTwelveHour }: DraftStyle,
  rest: Pick<MeetingDraft, 'subject' | 'participants' | 'fields'>,
): MeetingDraft {
  const offsetAt = findZoneOffset(zone) ?? (() => 0);
  const [from, to] = [wallOf(start, offsetAt), wallOf(end, offsetAt)];
  const draft: MeetingDraft = {
    ...rest,
    day: dayText(from),
    start: clockText(from, isTwelveHour),
    end: clockText(to, isTwelveHour),
    endDay: null,
    zone,
    startTurn: turnOf(start, from, offsetAt),
    endTurn: turnOf(end, to, offsetAt),
  };
  const read = draftTimes(draft);
  // More than a day long: what the times alone cannot say.
  return read.end?.wall === Math.floor(to / minute) * minute ? draft : { ...draft, endDay: dayText(to) };
}

function turnOf(instant: number, wall: number, offsetAt: ZoneOffset): Turn | null {
  const [first, second] = instantsOf(wall, offsetAt);
  if (second === undefined) {
    return null;
  }
  return instant === first ? 'first' : 'second';
}

function dayText(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10);
}

function clockText(wall: number, isTwelveHour: boolean): string {
  return clockTimeText(Math.floor(wall / minute) % 1_440, isTwelveHour);
}
