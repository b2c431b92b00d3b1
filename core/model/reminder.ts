/** For how long an alert is put off: so many minutes from the press, or until the meeting starts. */
export type ReminderSnooze = 'minute' | 'fiveMinutes' | 'start';

/** One alert about one meeting, with all that its surfaces show. */
export interface ReminderView {
  /** Names this alert; the same over restarts, another one after each snooze. */
  readonly alertId: string;
  /**
   * `before`: the meeting starts, or has started. `nudge`: it starts as the meeting ends that the person is in.
   * `autoJoin`: Foyer joins at `joinsAt` unless it is stopped.
   */
  readonly kind: 'before' | 'nudge' | 'autoJoin';
  readonly meetingKey: string;
  /** As it may be shown: titles that are to be hidden are hidden already, and it is never empty. */
  readonly title: string;
  /** ISO 8601 UTC. */
  readonly startsAt: string;
  /** ISO 8601 UTC; later than `startsAt`. */
  readonly endsAt: string;
  /** The room or calendar that the meeting belongs to, by the name people gave it; empty for an invite. */
  readonly place: string;
  /** Name of the service for people; empty for an invite. */
  readonly serviceName: string;
  /** Whether Join can lead anywhere. */
  readonly canJoin: boolean;
  /** When Foyer joins by itself, ISO 8601 UTC; null unless `kind` is `autoJoin`. */
  readonly joinsAt: string | null;
  /** The ways to put it off that make sense when it is shown, shortest first; none for `autoJoin`. */
  readonly snoozes: readonly ReminderSnooze[];
}

/** What a person said to an alert. Every answer takes the alert away from all surfaces. */
export type ReminderAnswer =
  | { readonly kind: 'join' }
  /** Shows the meeting in the agenda window; otherwise as `dismiss`. */
  | { readonly kind: 'open' }
  | { readonly kind: 'snooze'; readonly until: ReminderSnooze }
  /** This alert alone: others of the same meeting still come. */
  | { readonly kind: 'dismiss' }
  /** No more alerts for this meeting, and it never leads the agenda, unless it is moved. */
  | { readonly kind: 'hide' }
  /** Does not join by itself this time. */
  | { readonly kind: 'stopAutoJoin' };

/** What is known of reminders and drawn: marks that people set on meetings, and quiet. */
export interface RemindersSlice {
  /** Keys of meetings that are hidden: shown quietly, never in the lead, never alerted. */
  readonly hiddenKeys: readonly string[];
  /** Keys of meetings that Foyer joins by itself. */
  readonly autoJoinKeys: readonly string[];
  /** Series (see `seriesOf`) whose meetings Foyer joins by itself. */
  readonly autoJoinSeries: readonly string[];
  /** No alert before that instant (ISO 8601 UTC), or null. Not the hours that are quiet every day. */
  readonly quietUntil: string | null;
}

/** Before anything is known. */
export const noReminders: RemindersSlice = { hiddenKeys: [], autoJoinKeys: [], autoJoinSeries: [], quietUntil: null };
