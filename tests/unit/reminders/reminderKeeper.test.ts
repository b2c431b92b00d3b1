import { beforeEach, describe, expect, test } from 'vitest';
import type { Meeting } from '../../../core/model/meeting.ts';
import type { ReminderAnswer, RemindersSlice } from '../../../core/model/reminder.ts';
import { emptyMemory, type ReminderMemory } from '../../../core/reminders/reminderMemory.ts';
import type { ReminderRules } from '../../../core/reminders/reminderRules.ts';
import { ReminderKeeper } from '../../../main/reminders/reminderKeeper.ts';
import type { ReminderSurface } from '../../../main/reminders/reminderSurface.ts';
import { at, buildMeeting } from '../../helpers/fakeMeetings.ts';
import { FakeMachine } from './fakeMachine.ts';

const second = 1_000;
const minute = 60 * second;
const startsAt = Date.parse(at(60));

let machine: FakeMachine;
let meetings: readonly Meeting[];
let rules: ReminderRules;
let memory: ReminderMemory;
let done: string[];
let isLocked: boolean;
let isInCall: boolean;
let slice: RemindersSlice | null;

const surface = (name: string): ReminderSurface => ({
  show: ({ alertId, kind, title }) => {
    const isOnDisk = memory.meetings.some((record) => alertId.startsWith(record.key));
    done.push(`${name} ${kind} ${title}${isOnDisk ? '' : ' before it was remembered'}`);
  },
  withdraw: (alertId) => void (name === 'notify' && done.push(`withdraw ${nameOf(alertId)}`)),
});

const nameOf = (alertId: string): string => alertId.slice(alertId.lastIndexOf('#') + 1);
const design = buildMeeting({ serviceMeetingId: 'design', subject: 'Design' });

beforeEach(() => {
  machine = new FakeMachine(startsAt - 10 * minute);
  meetings = [design];
  rules = {
    leads: [1],
    isNotificationOn: true,
    window: 'off',
    click: 'card',
    sound: 'chime',
    quietHours: null,
    isQuietInCall: true,
    hasEndNudge: true,
    mayAutoJoin: true,
  };
  memory = emptyMemory;
  done = [];
  isLocked = false;
  isInCall = false;
  slice = null;
});

function start(): ReminderKeeper {
  const keeper: ReminderKeeper = new ReminderKeeper({
    clock: machine.clock,
    meetings: () => meetings,
    store: {
      get value() {
        return memory;
      },
      replace: (value) => {
        memory = value;
      },
    },
    rules: () => rules,
    isLocked: () => isLocked,
    isInCall: () => isInCall,
    timeZone: () => 'UTC',
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
    notification: surface('notify'),
    window: surface('window'),
    playSound: (sound) => done.push(sound),
    join: (key) => done.push(`join ${key === design.key ? 'Design' : key}`),
    showMeeting: (key) => done.push(`go to ${key === design.key ? 'Design' : key}`),
    onChanged: (changed) => {
      slice = changed;
    },
  });
  keeper.look();
  return keeper;
}

/** Lets time go by until so many seconds before (or after) the start. */
const runTo = (offset: number): void => machine.run(startsAt + offset * second);
const alertOf = (name: string): string => `${design.key}#${name}`;

describe('a due alert', () => {
  test('is on the disk before it is shown and heard, once, and taken away when the meeting is over', () => {
    start();
    runTo(-61);
    expect(done).toEqual([]);
    runTo(40 * 60);
    expect(done).toEqual(['notify before Design', 'chime', 'withdraw 1']);
    start();
    expect(done).toHaveLength(3);
  });

  test('comes by the window too, or only there, one after the other', () => {
    rules = { ...rules, isNotificationOn: false, window: 'small', sound: 'none' };
    meetings = [design, buildMeeting({ serviceMeetingId: 'review', subject: 'Review' })];
    const keeper = start();
    runTo(-59);
    expect(done).toEqual(['window before Design']);
    runTo(-45);
    // The next one has its turn, but the window shows what nobody answered yet.
    expect(done).toEqual(['window before Design']);
    keeper.answer(alertOf('1'), { kind: 'dismiss' });
    expect(done).toEqual(['window before Design', 'withdraw 1', 'window before Review']);
  });

  test('is silent for those who are in a call and wished to be called there', () => {
    rules = { ...rules, isQuietInCall: false };
    isInCall = true;
    start();
    runTo(0);
    expect(done).toEqual(['notify before Design']);
  });

  test('waits for the lock, of which nobody tells, and for a system that does not say that it woke', () => {
    isLocked = true;
    const keeper = start();
    runTo(-30);
    isLocked = false;
    runTo(-14);
    expect(done[0]).toBe('notify before Design');
    meetings = [design, buildMeeting({ serviceMeetingId: 'late', subject: 'Late', minutes: 62 })];
    keeper.setAsleep(true);
    runTo(60 + 45);
    expect(done).not.toContain('notify before Late');
    runTo(60 + 47);
    expect(done).toContain('notify before Late');
  });

  test('is taken away with the program', () => {
    const keeper = start();
    runTo(-30);
    keeper.stop();
    expect(done).toEqual(['notify before Design', 'chime', 'withdraw 1']);
    runTo(60);
    expect(done).toHaveLength(3);
  });
});

describe('an answer', () => {
  const answers: readonly (readonly [ReminderAnswer, readonly string[]])[] = [
    [{ kind: 'join' }, ['join Design']],
    [{ kind: 'open' }, ['go to Design']],
    [{ kind: 'dismiss' }, []],
    [{ kind: 'hide' }, []],
  ];

  test.each(answers)('%o takes the alert away and does what it says, once', (answer, after) => {
    const keeper = start();
    runTo(-59);
    done = [];
    keeper.answer(alertOf('1'), answer);
    keeper.answer(alertOf('1'), answer);
    expect(done).toEqual(['withdraw 1', ...after]);
    expect(slice?.hiddenKeys).toEqual(answer.kind === 'hide' ? [design.key] : []);
  });

  test('“later” brings the alert back then, over a restart, too', () => {
    const keeper = start();
    runTo(-59);
    keeper.answer(alertOf('1'), { kind: 'snooze', until: 'start' });
    machine.endProcess();
    start();
    done = [];
    runTo(-1);
    expect(done).toEqual([]);
    runTo(1);
    expect(done).toEqual(['notify before Design', 'chime']);
  });
});

describe('joining by itself', () => {
  test('counts down where it is seen, joins, and is not taken for an alert that was missed', () => {
    rules = { ...rules, leads: [], isNotificationOn: false, sound: 'none' };
    const keeper = start();
    keeper.setAutoJoin(design.key, 'once');
    runTo(-11);
    expect(done).toEqual([]);
    runTo(-9);
    expect(done).toEqual(['notify autoJoin Design']);
    runTo(1);
    expect(done).toEqual(['notify autoJoin Design', 'withdraw autoJoin', 'join Design']);
  });

  test('does not happen once it was stopped, or the screen was locked', () => {
    const keeper = start();
    keeper.setAutoJoin(design.key, 'series');
    runTo(-9);
    keeper.answer(alertOf('autoJoin'), { kind: 'stopAutoJoin' });
    runTo(60);
    expect(done).not.toContain('join Design');
    expect(slice?.autoJoinSeries).toHaveLength(1);
    const next = buildMeeting({ serviceMeetingId: 'next', subject: 'Design', minutes: 120 });
    meetings = [next];
    runTo(60 * 60 - 5);
    expect(done).toContain('notify autoJoin Design');
    isLocked = true;
    runTo(60 * 60 + 60);
    expect(done.filter((what) => what.startsWith('join'))).toEqual([]);
  });
});

test('whoever is in a meeting is told of the next one as it ends', () => {
  rules = { ...rules, leads: [0] };
  const review = buildMeeting({ serviceMeetingId: 'review', subject: 'Review', minutes: 93 });
  meetings = [design, review];
  const keeper = start();
  runTo(-30);
  keeper.noteJoined(design);
  isInCall = true;
  runTo(28 * 60 - 1);
  expect(done).toEqual([]);
  runTo(28 * 60 + 1);
  expect(done).toEqual(['notify nudge Review']);
  isInCall = false;
  runTo(33 * 60 + 1);
  expect(done).toEqual(['notify nudge Review', 'withdraw nudge', 'notify before Review', 'chime']);
});

test('a call that holds back a reminder does not hold back the word on its end, also where both are due at once', () => {
  rules = { ...rules, leads: [2] };
  meetings = [design, buildMeeting({ serviceMeetingId: 'review', subject: 'Review', minutes: 90 })];
  const keeper = start();
  runTo(-30);
  keeper.noteJoined(design);
  isInCall = true;
  done = [];
  runTo(28 * 60 + 1);
  expect(done).toEqual(['notify nudge Review']);
});

test('a mark on a meeting that is gone does nothing', () => {
  const keeper = start();
  keeper.setHidden('room-1/gone/2026-04-14T09:00:00.000Z', true);
  keeper.setAutoJoin('room-1/gone/2026-04-14T09:00:00.000Z', 'once');
  keeper.noteJoined({ key: 'room-1/gone/2026-04-14T09:00:00.000Z' });
  expect(memory).toBe(emptyMemory);
});

test('quiet is told, and over when it is over', () => {
  const keeper = start();
  keeper.setQuiet(startsAt + 5 * minute);
  expect(slice?.quietUntil).toBe(at(65));
  runTo(5 * 60 - 1);
  expect(done).toEqual([]);
  runTo(5 * 60 + 1);
  expect(done).toEqual(['notify before Design', 'chime']);
});
