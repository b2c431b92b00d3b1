import { type AgendaEntry, agendaEntries } from '../../core/agendaView/agendaEntry.ts';
import type { Meeting } from '../../core/model/meeting.ts';
import type { ReminderAnswer, RemindersSlice, ReminderView } from '../../core/model/reminder.ts';
import { type OpenAlert, planReminders, type ReminderPlan } from '../../core/reminders/planReminders.ts';
import {
  forgetMoved,
  type ReminderMemory,
  remember,
  setAutoJoin,
  snooze,
  viewMemory,
} from '../../core/reminders/reminderMemory.ts';
import type { ReminderRules } from '../../core/reminders/reminderRules.ts';
import type { Clock } from '../clock.ts';
import type { ProfileStore } from '../settings/profileStore.ts';
import type { ReminderSurface } from './reminderSurface.ts';

/** What the keeper works with. */
export interface ReminderKeeperParts {
  readonly clock: Clock;
  /** Ordered by start. */
  readonly meetings: () => readonly Meeting[];
  readonly store: Pick<ProfileStore<ReminderMemory>, 'value' | 'replace'>;
  readonly rules: () => ReminderRules;
  /** Whether the screen is locked. */
  readonly isLocked: () => boolean;
  /** Whether a call runs in a window of Foyer. */
  readonly isInCall: () => boolean;
  /** IANA name of the system's time zone now. */
  readonly timeZone: () => string;
  readonly describe: (alert: OpenAlert, entry: AgendaEntry) => ReminderView;
  /** Shows each alert once, as it comes. */
  readonly notification: ReminderSurface;
  /** Shows the alerts that nobody answered, one after the other. */
  readonly window: ReminderSurface;
  readonly playSound: (sound: 'chime' | 'knock') => void;
  readonly join: (meetingKey: string) => void;
  readonly showMeeting: (meetingKey: string) => void;
  readonly onChanged: (slice: RemindersSlice) => void;
}

/** Longest wait (ms) for the next alert: whatever was missed meanwhile is made up for then. */
const longestWait = 15 * 60_000;
/** How often (ms) to look whether what holds an alert back is over, since not every system tells of locks. */
const lookWhileHeld = 15_000;
/** A system that does not tell that it woke is taken to be awake after so long (ms) of running. */
const longestDoze = 2 * 60_000;

/**
 * Calls for attention, and remembers that it did. What is remembered is on disk before an alert is shown: should the
 * program be killed in between, the alert is lost, but none is ever shown twice.
 */
export class ReminderKeeper {
  readonly #parts: ReminderKeeperParts;
  #open: readonly OpenAlert[] = [];
  #staged: string | null = null;
  #meetings: readonly Meeting[] = [];
  #isAsleep = false;
  #cancelTimer: (() => void) | null = null;
  #cancelDoze: (() => void) | null = null;

  constructor(parts: ReminderKeeperParts) {
    this.#parts = parts;
  }

  /** Decides anew: call it whenever meetings, settings, circumstances or clocks may have changed. */
  readonly look = (): void => {
    const { clock, meetings, rules, isLocked, isInCall, timeZone } = this.#parts;
    const now = clock.wall();
    const listed = meetings();
    const plan = planReminders({
      meetings: listed,
      memory: forgetMoved(this.#parts.store.value, this.#meetings, listed, now),
      open: this.#open,
      rules: rules(),
      circumstances: {
        isLocked: isLocked(),
        isAsleep: this.#isAsleep,
        isInCall: isInCall(),
        timeZone: timeZone(),
      },
      now,
    });
    this.#meetings = listed;
    this.#open = plan.open;
    this.#save(plan.memory);
    this.#aim(plan);
    this.#carryOut(plan);
  };

  stop(): void {
    this.#cancelTimer?.();
    this.#cancelDoze?.();
    for (const { id } of this.#open) {
      this.#withdraw(id);
    }
    this.#open = [];
  }

  /** The system goes to sleep, or has woken. */
  setAsleep(isAsleep: boolean): void {
    this.#cancelDoze?.();
    this.#cancelDoze = isAsleep ? this.#parts.clock.after(longestDoze, () => this.setAsleep(false)) : null;
    this.#isAsleep = isAsleep;
    this.look();
  }

  /** Takes an answer; one to an alert that is not open is ignored. */
  readonly answer = (alertId: string, answer: ReminderAnswer): void => {
    const alert = this.#open.find(({ id }) => id === alertId);
    if (alert === undefined) {
      return;
    }
    this.#open = this.#open.filter((other) => other !== alert);
    this.#withdraw(alertId);
    this.#save(this.#afterAnswer(alert, answer));
    this.look();
    if (answer.kind === 'join') {
      this.#parts.join(alert.meetingKey);
    } else if (answer.kind === 'open') {
      this.#parts.showMeeting(alert.meetingKey);
    }
  };

  /** Somebody got into a meeting from here, wherever they pressed. */
  noteJoined({ key }: Pick<Meeting, 'key'>): void {
    this.#mark(key, (memory, entry) => remember(memory, entry, { joinedAt: this.#parts.clock.wall() }));
  }

  /** Hides a meeting, or shows it again. */
  setHidden(meetingKey: string, isHidden: boolean): void {
    this.#mark(meetingKey, (memory, entry) => remember(memory, entry, { isHidden }));
  }

  /** Has a meeting, or those of its series, joined by itself. */
  setAutoJoin(meetingKey: string, which: 'never' | 'once' | 'series'): void {
    this.#mark(meetingKey, (memory, entry) => setAutoJoin(memory, entry, which));
  }

  /** No alert before an instant (ms since 1970); null ends the quiet. */
  setQuiet(quietUntil: number | null): void {
    this.#save({ ...this.#parts.store.value, quietUntil });
    this.look();
  }

  #mark(meetingKey: string, change: (memory: ReminderMemory, entry: AgendaEntry) => ReminderMemory): void {
    const entry = this.#entryOf(meetingKey);
    if (entry !== undefined) {
      this.#save(change(this.#parts.store.value, entry));
      this.look();
    }
  }

  #afterAnswer({ meetingKey }: OpenAlert, answer: ReminderAnswer): ReminderMemory {
    const { store, clock } = this.#parts;
    const entry = this.#entryOf(meetingKey);
    if (entry === undefined) {
      return store.value;
    }
    switch (answer.kind) {
      case 'snooze':
        return snooze(store.value, entry, answer.until, clock.wall());
      case 'hide':
        return remember(store.value, entry, { isHidden: true });
      case 'join':
      case 'open':
      case 'dismiss':
      case 'stopAutoJoin':
        return store.value;
    }
  }

  #save(memory: ReminderMemory): void {
    const { store, onChanged } = this.#parts;
    if (memory !== store.value) {
      store.replace(memory);
      onChanged(viewMemory(memory));
    }
  }

  #carryOut({ withdrawn, shown, joins }: ReminderPlan): void {
    const { rules, notification, window, playSound, isInCall, join } = this.#parts;
    const { isNotificationOn, window: windowKind, sound } = rules();
    for (const id of withdrawn) {
      this.#withdraw(id);
    }
    for (const alert of shown) {
      // Whoever is to stop a countdown must see it.
      if (isNotificationOn || (alert.kind === 'autoJoin' && windowKind === 'off')) {
        this.#showOn(notification, alert);
      }
      if (sound !== 'none' && !isInCall()) {
        playSound(sound);
      }
    }
    const next = windowKind === 'off' ? undefined : (this.#open.find(isCounting) ?? this.#open[0]);
    if (next !== undefined && next.id !== this.#staged) {
      this.#staged = next.id;
      this.#showOn(window, next);
    }
    for (const meetingKey of joins) {
      join(meetingKey);
    }
  }

  #showOn(surface: ReminderSurface, alert: OpenAlert): void {
    const entry = this.#entryOf(alert.meetingKey);
    if (entry !== undefined) {
      surface.show(this.#parts.describe(alert, entry));
    }
  }

  #withdraw(alertId: string): void {
    this.#parts.notification.withdraw(alertId);
    this.#parts.window.withdraw(alertId);
    if (this.#staged === alertId) {
      this.#staged = null;
    }
  }

  #entryOf(meetingKey: string): AgendaEntry | undefined {
    const meeting = this.#parts.meetings().find(({ key }) => key === meetingKey);
    return meeting === undefined ? undefined : agendaEntries([meeting])[0];
  }

  /** One timer, for the next instant that matters. */
  #aim({ lookAgainAt, isWaiting }: ReminderPlan): void {
    const { clock } = this.#parts;
    const left = lookAgainAt === null ? longestWait : Math.max(0, lookAgainAt - clock.wall());
    this.#cancelTimer?.();
    this.#cancelTimer = clock.after(Math.min(left, isWaiting ? lookWhileHeld : longestWait), this.look);
  }
}

function isCounting({ kind }: OpenAlert): boolean {
  return kind === 'autoJoin';
}
