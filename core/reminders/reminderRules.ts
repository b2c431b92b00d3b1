import type { DayTimes } from '../model/choices.ts';

const second = 1_000;
const minute = 60 * second;

/** How people want to be called. */
export interface ReminderRules {
  /** Minutes before the start, 0 to 15, in any order. */
  readonly leads: readonly number[];
  readonly isNotificationOn: boolean;
  readonly window: 'off' | 'small' | 'full';
  /** What a press on a notification does. */
  readonly click: 'card' | 'join';
  readonly sound: 'none' | 'chime' | 'knock';
  readonly quietHours: DayTimes | null;
  /** No alert while a call runs in a window of Foyer. */
  readonly isQuietInCall: boolean;
  /** Whether those who are in a meeting are told of its end when another one follows. */
  readonly hasEndNudge: boolean;
  /** Whether meetings may be joined by themselves at all. */
  readonly mayAutoJoin: boolean;
}

/** The longest lead that can be chosen: nothing is due earlier than that before a start. */
export const longestLead = 15 * minute;

/** So long after the start an alert that could not be shown before is still worth showing, unless the meeting is over. */
export const usefulAfterStart = 15 * minute;

/** Whoever joined so shortly before the start is there, and not trying out whether it works. */
export const joinedBefore = 2 * minute;

/** An alert has the stage to itself for so long, unless it is answered before: others that are due come after it. */
export const turnLength = 10 * second;

/** So long before the end of the meeting that a person is in, the next one is pointed out. */
export const nudgeBeforeEnd = 2 * minute;

/** The next meeting follows on one that ends so long before it, or less. */
export const followsWithin = 5 * minute;

/** The time to stop a meeting from being joined by itself. */
export const autoJoinCountdown = 10 * second;

/** A countdown that could not begin by then after the start does not begin any more. */
export const autoJoinUntil = 30 * second;

/** A join that comes so late after its countdown (the machine slept) does not come any more. */
export const autoJoinLate = 15 * second;

/** "Until tomorrow" on the longest of days; what is longer came from a clock that was wrong. */
export const longestQuiet = 25 * 60 * minute;
