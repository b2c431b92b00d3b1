import type { Meeting } from '../../../core/model/meeting.ts';
import type { ReminderAnswer, ReminderView } from '../../../core/model/reminder.ts';
import { emptyMemory, type ReminderMemory } from '../../../core/reminders/reminderMemory.ts';
import { ReminderKeeper } from '../../../main/reminders/reminderKeeper.ts';
import { remindersFile } from '../../../main/settings/storedReminders.ts';
import { ClockWatch } from '../../../main/shell/clockWatch.ts';
import { FakeMachine } from './fakeMachine.ts';
import type { Edit, Happening, Press, Standing, Story, Trace } from './reminderStory.ts';

type Circumstances = Omit<Standing, 'at' | 'kind' | 'isUntold' | 'wallLead'>;

/** A machine with the real keeper on it, its file and its watch of the clocks, on which a story takes place. */
export class ReminderWorld {
  /** In the order in which it happened. */
  readonly traces: Trace[] = [];
  readonly #story: Story;
  readonly #machine: FakeMachine;
  /** Meetings as their calendars have them; null where one was cancelled. */
  readonly #calendar: (Meeting | null)[];
  #disk = JSON.stringify({ version: 1, ...emptyMemory });
  #keeper: ReminderKeeper | null = null;
  #circumstances: Circumstances;
  #answerCount = 0;
  /** The user pressed this; what follows is no self-made join. */
  #isPressing = false;

  constructor(story: Story) {
    this.#story = story;
    this.#machine = new FakeMachine(story.from);
    this.#calendar = [...story.meetings];
    this.#circumstances = {
      isRunning: false,
      isAsleep: false,
      isLocked: false,
      isInCall: false,
      timeZone: 'Europe/Berlin',
      meetings: listed(this.#calendar),
    };
    for (const { at, happening } of story.happenings) {
      this.#machine.at(at, () => this.#happen(happening));
    }
  }

  run(): void {
    this.#start();
    this.#machine.run(this.#story.to);
  }

  get #isThere(): boolean {
    return this.#circumstances.isRunning && !this.#circumstances.isAsleep;
  }

  #change(change: Partial<Circumstances>, isTold = true): void {
    this.#circumstances = { ...this.#circumstances, ...change };
    const { now: at, wallLead } = this.#machine;
    this.traces.push({ kind: 'standing', at, wallLead, ...this.#circumstances, isUntold: !isTold });
  }

  /** The program starts with what its file says. */
  #start(): void {
    this.#change({ isRunning: true });
    const { clock } = this.#machine;
    const keeper = this.#buildKeeper();
    const clockWatch = new ClockWatch(clock, () => this.#circumstances.timeZone);
    clockWatch.onClockJump(keeper.look);
    clockWatch.look();
    this.#keeper = keeper;
    keeper.look();
    this.#refresh();
  }

  #buildKeeper(): ReminderKeeper {
    let { value } = remindersFile.parse(JSON.parse(this.#disk));
    return new ReminderKeeper({
      clock: this.#machine.clock,
      store: {
        get value(): ReminderMemory {
          return value;
        },
        replace: (memory: ReminderMemory): void => {
          value = memory;
          this.#disk = JSON.stringify({ version: 1, ...memory });
        },
      },
      meetings: () => this.#circumstances.meetings,
      rules: () => this.#story.rules,
      isLocked: () => this.#circumstances.isLocked,
      isInCall: () => this.#circumstances.isInCall,
      timeZone: () => this.#circumstances.timeZone,
      describe: ({ id, kind, meetingKey, joinsAt }, { meeting }) => ({
        alertId: id,
        kind,
        meetingKey,
        title: meeting.subject,
        startsAt: meeting.start,
        endsAt: meeting.end,
        place: '',
        serviceName: '',
        canJoin: true,
        joinsAt: joinsAt === null ? null : new Date(joinsAt).toISOString(),
        snoozes: [],
      }),
      notification: {
        show: (view) => this.#see(view),
        withdraw: (alertId) => void this.traces.push({ kind: 'withdrawn', at: this.#machine.now, alertId }),
      },
      window: { show: () => undefined, withdraw: () => undefined },
      playSound: () => undefined,
      join: (key) => {
        this.traces.push({ kind: this.#isPressing ? 'joined' : 'selfJoined', at: this.#machine.now, key });
        this.#keeper?.noteJoined({ key });
      },
      showMeeting: () => undefined,
      onChanged: () => undefined,
    });
  }

  /** The agenda is asked for anew. */
  #refresh(): void {
    if (this.#circumstances.isRunning) {
      this.#change({ meetings: listed(this.#calendar) });
      this.#keeper?.look();
    }
  }

  #see(view: ReminderView): void {
    const { answers } = this.#story;
    const planned = answers[this.#answerCount % Math.max(1, answers.length)] ?? null;
    this.traces.push({ kind: 'shown', at: this.#machine.now, view });
    this.#answerCount += 1;
    if (planned !== null) {
      this.#machine.at(this.#machine.now + planned.after, () => this.#answer(view.alertId, planned.answer));
    }
  }

  #answer(alertId: string, answer: ReminderAnswer): void {
    if (this.#isThere) {
      this.traces.push({ kind: 'answered', at: this.#machine.now, alertId, answer });
      this.#isPressing = true;
      this.#keeper?.answer(alertId, answer);
      this.#isPressing = false;
    }
  }

  #happen(happening: Happening): void {
    switch (happening.kind) {
      case 'move':
      case 'cancel':
      case 'restore':
        this.#edit(happening);
        break;
      case 'join':
      case 'hide':
      case 'unhide':
      case 'autoJoin':
        this.#press(happening);
        break;
      case 'lock':
        this.#hold('isLocked', happening.length, happening.isTold);
        break;
      case 'call':
        this.#hold('isInCall', happening.length, true);
        break;
      case 'sleep':
        this.#sleep(happening.length, happening.isTold);
        break;
      case 'kill':
        this.#kill(happening.length);
        break;
      case 'setClock':
        this.#machine.wallLead += happening.by;
        this.#change({}, false);
        break;
      case 'travel':
        this.#change({ timeZone: happening.timeZone }, false);
        break;
      case 'quiet':
        this.#quieten(this.#machine.wall + happening.length);
    }
  }

  #edit(edit: Edit): void {
    const index = edit.index % this.#calendar.length;
    const first = this.#story.meetings[index];
    if (first !== undefined) {
      const from = edit.kind === 'restore' ? first : (this.#calendar[index] ?? first);
      this.#calendar[index] = edit.kind === 'cancel' ? null : moved(from, edit.kind === 'move' ? edit.by : 0);
      this.#refresh();
    }
  }

  #press(press: Press): void {
    const key = this.#calendar[press.index % this.#calendar.length]?.key;
    const { now: at } = this.#machine;
    if (!this.#isThere || key === undefined || !this.#circumstances.meetings.some((meeting) => meeting.key === key)) {
      return;
    }
    if (press.kind === 'join') {
      this.traces.push({ kind: 'joined', at, key });
      this.#keeper?.noteJoined({ key });
    } else if (press.kind === 'autoJoin') {
      this.traces.push({ kind: 'autoJoin', at, key, which: press.which });
      this.#keeper?.setAutoJoin(key, press.which);
    } else {
      this.traces.push({ kind: press.kind === 'hide' ? 'hidden' : 'unhidden', at, key });
      this.#keeper?.setHidden(key, press.kind === 'hide');
    }
  }

  #hold(what: 'isLocked' | 'isInCall', length: number, isTold: boolean): void {
    const set = (isHeld: boolean): void => {
      this.#change({ [what]: isHeld }, isTold);
      if (isTold && this.#isThere) {
        this.#keeper?.look();
      }
    };
    set(true);
    this.#machine.at(this.#machine.now + length, () => set(false));
  }

  #sleep(length: number, isTold: boolean): void {
    if (!this.#isThere) {
      return;
    }
    if (isTold) {
      this.#keeper?.setAsleep(true);
    }
    this.#change({ isAsleep: true });
    this.#machine.sleep(length);
    this.#change({ isAsleep: false }, isTold);
    if (isTold) {
      this.#keeper?.setAsleep(false);
    }
  }

  #kill(length: number): void {
    if (this.#circumstances.isRunning) {
      this.traces.push({ kind: 'killed', at: this.#machine.now });
      this.#keeper = null;
      this.#machine.endProcess();
      this.#change({ isRunning: false });
      this.#machine.at(this.#machine.now + length, () => this.#start());
    }
  }

  #quieten(until: number): void {
    if (this.#isThere) {
      this.traces.push({ kind: 'quiet', at: this.#machine.now, until });
      this.#keeper?.setQuiet(until);
    }
  }
}

function listed(calendar: readonly (Meeting | null)[]): readonly Meeting[] {
  return calendar
    .filter((meeting) => meeting !== null)
    .sort((a, b) => a.start.localeCompare(b.start) || a.key.localeCompare(b.key));
}

function moved(meeting: Meeting, by: number): Meeting {
  const start = new Date(Date.parse(meeting.start) + by).toISOString();
  const end = new Date(Date.parse(meeting.end) + by).toISOString();
  return { ...meeting, start, end, key: `${meeting.accountId}/${meeting.serviceMeetingId}/${start}` };
}
