import type { NotificationConstructorOptions } from 'electron';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ReminderAnswer, ReminderView } from '../../../core/model/reminder.ts';
import {
  ReminderNotification,
  type ReminderNotificationParts,
  type SystemNotification,
} from '../../../main/reminders/reminderNotification.ts';
import { at } from '../../helpers/fakeMeetings.ts';

type Listener = (...given: readonly unknown[]) => void;

let created: NotificationConstructorOptions[];
let listeners: Map<string, Listener>;
let answers: ReminderAnswer[];
let unseen: string[];
let closed: number;
let waiting: (() => void) | null;

beforeEach(() => {
  created = [];
  listeners = new Map();
  answers = [];
  unseen = [];
  closed = 0;
  waiting = null;
});

function build(parts: Partial<ReminderNotificationParts>): ReminderNotification {
  return new ReminderNotification({
    isSupported: () => true,
    create: (options) => {
      created.push(options);
      const notification = {
        on: (event: string, listener: Listener) => listeners.set(event, listener),
        show: () => undefined,
        close: () => {
          closed += 1;
        },
      };
      return notification as SystemNotification;
    },
    platform: 'darwin',
    after: (_delay, run) => {
      waiting = run;
      return () => {
        waiting = null;
      };
    },
    textOf: ({ title }) => ({ title, body: 'In 1 min' }),
    translate: (key) => key.slice(key.lastIndexOf('.') + 1),
    click: () => 'card',
    onAnswer: (_alertId, answer) => answers.push(answer),
    onUnseen: (_view, reason) => unseen.push(reason),
    ...parts,
  });
}

const view: ReminderView = {
  alertId: 'a#1',
  kind: 'before',
  meetingKey: 'a',
  title: 'Design review',
  startsAt: at(60),
  endsAt: at(90),
  place: 'Boardroom',
  serviceName: 'Pexip',
  canJoin: true,
  joinsAt: null,
  snoozes: ['fiveMinutes', 'start'],
};

describe('a notification', () => {
  test.each(['darwin', 'win32'] as const)('has buttons on %s: Join, and later', (platform) => {
    build({ platform }).show(view);
    expect(created[0]?.actions?.map(({ text }) => text)).toEqual(['join', 'fiveMinutes', 'start']);
    for (const actionIndex of [0, 2, 7]) {
      listeners.get('action')?.({ actionIndex });
    }
    expect(answers).toEqual([{ kind: 'join' }, { kind: 'snooze', until: 'start' }]);
  });

  test('has none on Linux, and none that lead nowhere', () => {
    build({ platform: 'linux' }).show(view);
    build({}).show({ ...view, canJoin: false, snoozes: [] });
    expect(created.map(({ actions }) => actions)).toEqual([undefined, undefined]);
  });

  test.each([
    ['card', true, 'before', 'open'],
    ['join', true, 'before', 'join'],
    ['join', false, 'before', 'open'],
    ['join', true, 'autoJoin', 'open'],
  ] as const)('pressed, where a press means %s (joinable: %s, %s), answers %s', (click, canJoin, kind, answer) => {
    build({ click: () => click }).show({ ...view, canJoin, kind });
    listeners.get('click')?.();
    expect(answers).toEqual([{ kind: answer }]);
  });

  test('can stop a countdown', () => {
    build({}).show({ ...view, kind: 'autoJoin', snoozes: [] });
    listeners.get('action')?.({ actionIndex: 0 });
    expect(answers).toEqual([{ kind: 'stopAutoJoin' }]);
  });

  test('makes no sound of its own, and is closed once when it is taken away', () => {
    const surface = build({});
    surface.show(view);
    expect(created[0]).toMatchObject({ title: 'Design review', body: 'In 1 min', silent: true, timeoutType: 'never' });
    surface.withdraw('other');
    surface.withdraw(view.alertId);
    surface.withdraw(view.alertId);
    expect(closed).toBe(1);
  });
});

describe('what nobody can see', () => {
  test('is told where the system has no notifications, refuses one, or throws', () => {
    build({ isSupported: () => false }).show(view);
    build({}).show(view);
    listeners.get('failed')?.({}, 'not signed');
    build({
      create: () => {
        throw new Error('no bus');
      },
    }).show(view);
    expect(unseen).toEqual(['not supported', 'not signed', 'Error: no bus']);
  });

  test('is told on Linux when no daemon says that it shows it', () => {
    const surface = build({ platform: 'linux' });
    surface.show(view);
    listeners.get('show')?.();
    expect(waiting).toBeNull();
    surface.show({ ...view, alertId: 'b#1' });
    surface.withdraw('b#1');
    expect(waiting).toBeNull();
    surface.show({ ...view, alertId: 'c#1' });
    (waiting as (() => void) | null)?.();
    expect(unseen).toEqual(['nothing showed it']);
  });
});
