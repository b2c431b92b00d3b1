import { type AgendaEntry, agendaEntries, isJoinable, isRunning } from '../agendaView/agendaEntry.ts';
import type { Meeting } from '../model/meeting.ts';
import { freshRecord, type RememberedMeeting, type ReminderMemory, seriesOf } from './reminderMemory.ts';
import {
  autoJoinCountdown,
  autoJoinUntil,
  followsWithin,
  joinedBefore,
  longestLead,
  nudgeBeforeEnd,
  type ReminderRules,
  usefulAfterStart,
} from './reminderRules.ts';

/** A meeting without a length counts for so long. */
const pointLength = 5 * 60_000;

/** A meeting that is near, with what is known of it. */
export interface NearMeeting {
  readonly entry: AgendaEntry;
  readonly record: RememberedMeeting;
  readonly isSelfJoining: boolean;
}

/** The meetings for which something may be due, and when there will be more of them (ms since 1970, or null). */
export interface Nearby {
  readonly near: readonly NearMeeting[];
  readonly moreAt: number | null;
}

/** An alert that is due now. */
export interface DueAlert {
  readonly meeting: NearMeeting;
  readonly kind: 'before' | 'nudge';
  /** Tells it from others of the same meeting. */
  readonly name: string;
}

/** Finds the meetings that have begun or begin soon. `meetings` are ordered by start. */
export function findNearby(meetings: readonly Meeting[], memory: ReminderMemory, now: number): Nearby {
  const horizon = new Date(now + longestLead).toISOString();
  const beyond = meetings.findIndex(({ start }) => start > horizon);
  const next = meetings[beyond];
  const records = new Map(memory.meetings.map((record) => [record.key, record]));
  const series = new Set(memory.autoJoinSeries);
  const earliest = new Date(now - pointLength).toISOString();
  const entries = agendaEntries(
    meetings.slice(0, beyond === -1 ? undefined : beyond).filter(({ end }) => end >= earliest),
  );
  return {
    near: entries
      .filter(({ endsAt }) => endsAt > now)
      .map((entry) => {
        const record = records.get(entry.meeting.key) ?? freshRecord(entry.meeting.key, entry.endsAt);
        const isSelfJoining =
          isJoinable(entry) && (record.joinsByItself || (series.size > 0 && series.has(seriesOf(entry.meeting))));
        return { entry, record, isSelfJoining };
      }),
    moreAt: next === undefined ? null : Date.parse(next.start) - longestLead,
  };
}

/** Whether nobody needs to be called for it: it is hidden, or was joined for good. */
export function isDoneWith({ entry, record }: NearMeeting, now: number): boolean {
  const { joinedAt, isHidden } = record;
  return isHidden || (joinedAt !== null && (joinedAt >= entry.startsAt - joinedBefore || entry.startsAt <= now));
}

/** The meeting that a person is in, as far as it was joined here: the last one to be joined of those that run. */
export function currentMeeting(near: readonly NearMeeting[], now: number): NearMeeting | null {
  const joined = near.filter(({ entry, record }) => record.joinedAt !== null && isRunning(entry, now));
  return joined.reduce<NearMeeting | null>(
    (last, candidate) => ((candidate.record.joinedAt ?? 0) > (last?.record.joinedAt ?? 0) ? candidate : last),
    null,
  );
}

/** The alerts of a meeting that are due at `now`, of each kind the last one; the last of them first, since one is enough. */
export function dueAlerts(
  meeting: NearMeeting,
  current: NearMeeting | null,
  rules: ReminderRules,
  now: number,
): readonly DueAlert[] {
  const { entry, record } = meeting;
  if (isDoneWith(meeting, now) || entry.endsAt <= now) {
    return [];
  }
  if (record.snoozedUntil !== null) {
    const name = `snoozed-${record.snoozedUntil}`;
    return record.snoozedUntil > now ? [] : [{ meeting, kind: 'before', name }];
  }
  const lead = dueLead(meeting, rules, now);
  const before: readonly DueAlert[] = lead === null ? [] : [{ meeting, kind: 'before', name: String(lead) }];
  const nudgeAt = nudgeTime(meeting, current, rules);
  if (nudgeAt === null || nudgeAt > now || entry.startsAt <= now) {
    return before;
  }
  const nudge: DueAlert = { meeting, kind: 'nudge', name: 'nudge' };
  return lead === null || entry.startsAt - lead * 60_000 < nudgeAt ? [nudge, ...before] : [...before, nudge];
}

/** What to remember once an alert of a meeting is shown: all that was due by then is done with. */
export function afterAlert(
  meeting: NearMeeting,
  current: NearMeeting | null,
  rules: ReminderRules,
  now: number,
): Pick<RememberedMeeting, 'lead' | 'isNudged' | 'snoozedUntil'> {
  const { record } = meeting;
  const nudgeAt = nudgeTime(meeting, current, rules);
  const passed = passedLeads(meeting, rules, now);
  return {
    lead: passed.length === 0 ? record.lead : Math.min(...passed, record.lead ?? Number.POSITIVE_INFINITY),
    isNudged: record.isNudged || (nudgeAt !== null && nudgeAt <= now),
    snoozedUntil: null,
  };
}

/** When an alert of a meeting is due next after `now`; null when none is. */
export function nextDue(
  meeting: NearMeeting,
  current: NearMeeting | null,
  rules: ReminderRules,
  now: number,
): number | null {
  const { entry, record } = meeting;
  if (isDoneWith(meeting, now)) {
    return null;
  }
  const leads = rules.leads.filter((lead) => record.lead === null || lead < record.lead);
  const nudgeAt = nudgeTime(meeting, current, rules);
  const instants = [
    ...(record.snoozedUntil === null ? leads.map((lead) => entry.startsAt - lead * 60_000) : [record.snoozedUntil]),
    ...(nudgeAt === null ? [] : [nudgeAt]),
    ...(mayStillAutoJoin(meeting, rules) ? [entry.startsAt - autoJoinCountdown] : []),
  ];
  const ahead = instants.filter((instant) => instant > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** Whether the countdown of a meeting that is joined by itself may begin now, if nothing else stands against it. */
export function isAutoJoinDue(meeting: NearMeeting, rules: ReminderRules, now: number): boolean {
  const { entry, record } = meeting;
  const isTime = entry.startsAt - autoJoinCountdown <= now && now <= entry.startsAt + autoJoinUntil;
  const isSnoozed = record.snoozedUntil !== null && record.snoozedUntil > now;
  return isTime && !isSnoozed && entry.endsAt > now && mayStillAutoJoin(meeting, rules) && !isDoneWith(meeting, now);
}

function mayStillAutoJoin({ record, isSelfJoining }: NearMeeting, { mayAutoJoin }: ReminderRules): boolean {
  return mayAutoJoin && isSelfJoining && !record.isAutoJoinOver;
}

/** The shortest lead that is due and was not shown, in minutes; null when there is none, or it is too late for one. */
function dueLead(meeting: NearMeeting, rules: ReminderRules, now: number): number | null {
  const { entry, record } = meeting;
  if (now >= entry.startsAt + usefulAfterStart) {
    return null;
  }
  const shortest = Math.min(...passedLeads(meeting, rules, now));
  return Number.isFinite(shortest) && (record.lead === null || shortest < record.lead) ? shortest : null;
}

function passedLeads({ entry }: NearMeeting, { leads }: ReminderRules, now: number): readonly number[] {
  return leads.filter((lead) => entry.startsAt - lead * 60_000 <= now);
}

/** When a meeting is to be pointed out to whoever is in another one; null when it does not follow on that. */
function nudgeTime(
  { entry, record }: NearMeeting,
  current: NearMeeting | null,
  { hasEndNudge }: ReminderRules,
): number | null {
  if (!hasEndNudge || record.isNudged || current === null) {
    return null;
  }
  const gap = entry.startsAt - current.entry.endsAt;
  return gap >= 0 && gap <= followsWithin ? current.entry.endsAt - nudgeBeforeEnd : null;
}
