import type { Meeting } from '../../../core/model/meeting.ts';
import type { ReminderAnswer, ReminderView } from '../../../core/model/reminder.ts';
import type { ReminderRules } from '../../../core/reminders/reminderRules.ts';

/** What is done to a meeting in its calendar; the index may be larger than there are meetings. */
export type Edit =
  | { readonly kind: 'move'; readonly index: number; readonly by: number }
  | { readonly kind: 'cancel'; readonly index: number }
  | { readonly kind: 'restore'; readonly index: number };

/** What a person does with a meeting. */
export type Press =
  | { readonly kind: 'join'; readonly index: number }
  | { readonly kind: 'hide'; readonly index: number }
  | { readonly kind: 'unhide'; readonly index: number }
  | { readonly kind: 'autoJoin'; readonly index: number; readonly which: 'never' | 'once' | 'series' };

/** What happens to a machine, its user and the meetings; lengths in ms. */
export type Happening =
  | Edit
  | Press
  | { readonly kind: 'lock' | 'call' | 'sleep'; readonly length: number; readonly isTold: boolean }
  | { readonly kind: 'kill' | 'quiet'; readonly length: number }
  | { readonly kind: 'setClock'; readonly by: number }
  | { readonly kind: 'travel'; readonly timeZone: string };

/** A happening and when it comes; ms since 1970 as time really goes by. */
export interface Planned {
  readonly at: number;
  readonly happening: Happening;
}

/** An answer that comes so long after an alert; null: nobody answers. */
export type PlannedAnswer = { readonly after: number; readonly answer: ReminderAnswer } | null;

/** All that a machine and its user go through. */
export interface Story {
  readonly from: number;
  readonly to: number;
  readonly meetings: readonly Meeting[];
  readonly rules: ReminderRules;
  readonly happenings: readonly Planned[];
  /** For one alert after the other, over and over. */
  readonly answers: readonly PlannedAnswer[];
}

/** How things stand from an instant on, until the next such record. */
export interface Standing {
  readonly kind: 'standing';
  readonly at: number;
  readonly wallLead: number;
  readonly isRunning: boolean;
  readonly isAsleep: boolean;
  readonly isLocked: boolean;
  readonly isInCall: boolean;
  readonly timeZone: string;
  readonly meetings: readonly Meeting[];
  /** Nobody told the program of the last change: it has to find out. */
  readonly isUntold: boolean;
}

/** What the user saw, did, or what was done for them, and how things stood. */
export type Trace =
  | Standing
  | { readonly kind: 'shown'; readonly at: number; readonly view: ReminderView }
  | { readonly kind: 'withdrawn'; readonly at: number; readonly alertId: string }
  | { readonly kind: 'answered'; readonly at: number; readonly alertId: string; readonly answer: ReminderAnswer }
  /** `selfJoined`: by Foyer, after a countdown. */
  | { readonly kind: 'joined' | 'selfJoined' | 'hidden' | 'unhidden'; readonly at: number; readonly key: string }
  | {
      readonly kind: 'autoJoin';
      readonly at: number;
      readonly key: string;
      readonly which: 'never' | 'once' | 'series';
    }
  | { readonly kind: 'quiet'; readonly at: number; readonly until: number }
  | { readonly kind: 'killed'; readonly at: number };
