import type { Meeting } from '../model/meeting.ts';
import {
  afterAlert,
  currentMeeting,
  type DueAlert,
  dueAlerts,
  findNearby,
  isAutoJoinDue,
  isDoneWith,
  type NearMeeting,
  nextDue,
} from './dueAlerts.ts';
import { quietEnd } from './quietTime.ts';
import { type ReminderMemory, remember } from './reminderMemory.ts';
import { autoJoinCountdown, autoJoinLate, type ReminderRules, turnLength } from './reminderRules.ts';

/** An alert that was shown and neither answered nor withdrawn. Instants are ms since 1970. */
export interface OpenAlert {
  readonly id: string;
  readonly kind: 'before' | 'nudge' | 'autoJoin';
  readonly meetingKey: string;
  readonly shownAt: number;
  /** When the meeting is joined; null unless `kind` is `autoJoin`. */
  readonly joinsAt: number | null;
}

/** What stands between an alert and the person, besides what they wished. */
export interface Circumstances {
  readonly isLocked: boolean;
  readonly isAsleep: boolean;
  /** A call runs in a window of Foyer. */
  readonly isInCall: boolean;
  /** IANA name. */
  readonly timeZone: string;
}

/** What planning depends on. */
export interface ReminderPlanInput {
  /** Ordered by start. */
  readonly meetings: readonly Meeting[];
  readonly memory: ReminderMemory;
  readonly open: readonly OpenAlert[];
  readonly rules: ReminderRules;
  readonly circumstances: Circumstances;
  /** Ms since 1970. */
  readonly now: number;
}

/** What is to be done now, and when to ask again. */
export interface ReminderPlan {
  /** To be on disk before anything is shown or joined; the same object when nothing changed. */
  readonly memory: ReminderMemory;
  /** All alerts that are open then, in the order they were shown. */
  readonly open: readonly OpenAlert[];
  /** Those of them that are new. */
  readonly shown: readonly OpenAlert[];
  /** Ids of alerts that are not open any more. */
  readonly withdrawn: readonly string[];
  /** Keys of meetings whose countdown has run out. */
  readonly joins: readonly string[];
  /** The next instant at which time alone changes something; null when it does not. */
  readonly lookAgainAt: number | null;
  /** Something is due and waits for a lock, a call or a sleep to end: nobody can say when that is. */
  readonly isWaiting: boolean;
}

interface Scene extends ReminderPlanInput {
  readonly near: readonly NearMeeting[];
  readonly current: NearMeeting | null;
  readonly quietEnd: number | null;
}

/**
 * Decides about alerts. An alert is due once for each lead of each start of a meeting, and is shown as soon as nothing
 * holds it back (sleep, lock, quiet, a call of Foyer, the turn of another one); of several that are due for a meeting the
 * last one stands for all. One that was held back is shown while it is of use: until the meeting ends, and a quarter of an
 * hour after its start at the latest. None is shown for a meeting that is hidden or was joined.
 */
export function planReminders(input: ReminderPlanInput): ReminderPlan {
  const { meetings, memory, now, rules, circumstances } = input;
  const { near, moreAt } = findNearby(meetings, memory, now);
  const quiet = quietEnd({ ...rules, quietUntil: memory.quietUntil, timeZone: circumstances.timeZone }, now);
  const scene: Scene = { ...input, near, current: currentMeeting(near, now), quietEnd: quiet };
  const joins = input.open.filter((alert) => isToBeJoined(alert, scene));
  const kept = input.open.filter((alert) => !joins.includes(alert) && isStillTrue(alert, scene));
  const release = releaseAlerts(kept, scene);
  const superseded = new Set(release.shown.map(({ meetingKey }) => meetingKey));
  const open = [...kept.filter(({ meetingKey }) => !superseded.has(meetingKey)), ...release.shown];
  return {
    memory: release.memory,
    open,
    shown: release.shown,
    withdrawn: input.open.filter((alert) => !open.includes(alert)).map(({ id }) => id),
    joins: joins.map(({ meetingKey }) => meetingKey),
    lookAgainAt: nextLook({ ...scene, memory: release.memory, open }, [moreAt, ...release.lookAt]),
    isWaiting: release.isWaiting,
  };
}

interface Release {
  readonly memory: ReminderMemory;
  readonly shown: readonly OpenAlert[];
  readonly lookAt: readonly (number | null)[];
  readonly isWaiting: boolean;
}

/** Lets at most one alert on the stage; a countdown does not wait for its turn, since it has a time to keep. */
function releaseAlerts(kept: readonly OpenAlert[], scene: Scene): Release {
  const { memory, now, rules, current, circumstances } = scene;
  const isAway = circumstances.isAsleep || circumstances.isLocked;
  const counting = scene.near.filter((meeting) => isAutoJoinDue(meeting, rules, now));
  const [countdown] =
    isAway || scene.quietEnd !== null ? [] : counting.filter((meeting) => mayCount(meeting, kept, scene));
  if (countdown !== undefined) {
    const change = { ...afterAlert(countdown, current, rules, now), isAutoJoinOver: true };
    const joinsAt = Math.max(countdown.entry.startsAt, now + autoJoinCountdown);
    const shown = { ...openAlert(countdown, 'autoJoin', 'autoJoin', now), joinsAt };
    // Others may be due as well, and get their turn after it.
    return {
      memory: remember(memory, countdown.entry, change),
      shown: [shown],
      lookAt: [now + turnLength],
      isWaiting: false,
    };
  }
  const due = scene.near
    .map((meeting) => dueAlerts(meeting, current, rules, now))
    .filter((alerts) => alerts.length > 0);
  const free = due.flatMap((alerts) => alerts.find((alert) => isFree(alert, kept, scene)) ?? []);
  const turnEnd = Math.max(...kept.map((alert) => turnEndOf(alert, now)));
  const [first] = turnEnd > now ? [] : free;
  const isWaiting = counting.length > 0 || free.length < due.length;
  if (first === undefined) {
    const lookAt = [free.length > 0 ? turnEnd : null, isWaiting ? scene.quietEnd : null];
    return { memory, shown: [], lookAt, isWaiting };
  }
  const { entry } = first.meeting;
  return {
    memory: remember(memory, entry, afterAlert(first.meeting, current, rules, now)),
    shown: [openAlert(first.meeting, first.kind, first.name, now)],
    lookAt: [free.length > 1 ? now + turnLength : null, isWaiting ? scene.quietEnd : null],
    isWaiting,
  };
}

/** A nudge is for whoever is in a call; everything else leaves a call alone, if so wished. */
function isFree(
  { kind, meeting }: DueAlert,
  kept: readonly OpenAlert[],
  { circumstances, rules, quietEnd: quiet }: Scene,
): boolean {
  const { isAsleep, isLocked, isInCall } = circumstances;
  const isBusy = isInCall && rules.isQuietInCall && kind !== 'nudge';
  const isCounting = kept.some(
    ({ kind: kindOf, meetingKey }) => kindOf === 'autoJoin' && meetingKey === meeting.record.key,
  );
  return !isAsleep && !isLocked && !isBusy && quiet === null && !isCounting;
}

/** Nobody is taken into a meeting out of another one, nor into two. */
function mayCount(meeting: NearMeeting, kept: readonly OpenAlert[], scene: Scene): boolean {
  return !kept.some(({ kind }) => kind === 'autoJoin') && !isElsewhere(meeting, scene);
}

/** Whether a person is in another meeting, as far as anybody knows; one that ends by the start is left in time. */
function isElsewhere({ entry }: NearMeeting, { near, circumstances }: Scene): boolean {
  return (
    circumstances.isInCall ||
    near.some((other) => other.entry !== entry && other.record.joinedAt !== null && other.entry.endsAt > entry.startsAt)
  );
}

function isToBeJoined(alert: OpenAlert, scene: Scene): boolean {
  const { joinsAt } = alert;
  return joinsAt !== null && joinsAt <= scene.now && scene.now <= joinsAt + autoJoinLate && isStillTrue(alert, scene);
}

function isStillTrue({ kind, meetingKey, joinsAt }: OpenAlert, scene: Scene): boolean {
  const meeting = scene.near.find(({ record }) => record.key === meetingKey);
  if (meeting === undefined || isDoneWith(meeting, scene.now)) {
    return false;
  }
  if (kind !== 'autoJoin' || joinsAt === null) {
    return true;
  }
  const { circumstances, now, rules } = scene;
  const isAway = circumstances.isAsleep || circumstances.isLocked;
  // A clock that was set must neither prolong the countdown nor end it long after.
  const isInTime = joinsAt - now <= 2 * autoJoinCountdown && now <= joinsAt + autoJoinLate;
  return isInTime && !isAway && rules.mayAutoJoin && meeting.isSelfJoining && !isElsewhere(meeting, scene);
}

function turnEndOf({ kind, shownAt, joinsAt }: OpenAlert, now: number): number {
  const end = kind === 'autoJoin' && joinsAt !== null ? joinsAt : shownAt + turnLength;
  return shownAt <= now ? end : now;
}

function openAlert({ record }: NearMeeting, kind: OpenAlert['kind'], name: string, now: number): OpenAlert {
  return { id: `${record.key}#${name}`, kind, meetingKey: record.key, shownAt: now, joinsAt: null };
}

/** The next instant of all that time alone brings about. */
function nextLook(scene: Scene, others: readonly (number | null)[]): number | null {
  const { meetings, memory, now, open, rules } = scene;
  const { near } = findNearby(meetings, memory, now);
  const instants = [
    ...others,
    ...near.map((meeting) => nextDue(meeting, scene.current, rules, now)),
    ...open.flatMap(({ joinsAt, meetingKey }) => {
      const entry = near.find(({ record }) => record.key === meetingKey)?.entry;
      // At its start, a meeting that was joined early counts as joined.
      return [joinsAt, entry?.startsAt ?? null, entry?.endsAt ?? null];
    }),
  ];
  const ahead = instants.filter((instant) => instant !== null && instant > now);
  return ahead.length === 0 ? null : Math.min(...(ahead as readonly number[]));
}
