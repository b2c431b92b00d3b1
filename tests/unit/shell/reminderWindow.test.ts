import type { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReminderAnswer, ReminderView } from '../../../core/model/reminder.ts';
import { ReminderWindows } from '../../../main/shell/reminderWindow.ts';

type Handle = (event: object, ...sent: readonly unknown[]) => Promise<unknown>;

const electron = vi.hoisted(() => ({ made: [] as unknown[], screen: undefined as unknown }));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  class BrowserWindow extends Emitter {
    readonly calls: string[] = [];
    readonly handles = new Map<string, Handle>();
    readonly sent: unknown[] = [];
    readonly webContents = Object.assign(new Emitter(), {
      send: (...message: readonly unknown[]) => this.sent.push(message),
      ipc: { handle: (channel: string, handle: Handle) => this.handles.set(channel, handle) },
    });
    readonly options: object;
    bounds: unknown = null;
    isProtected = false;
    isGone = false;

    constructor(options: object) {
      super();
      this.options = options;
      electron.made.push(this);
    }

    loadURL = async (): Promise<void> => undefined;
    setAlwaysOnTop = (): unknown => this.calls.push('onTop');
    setVisibleOnAllWorkspaces = (): unknown => this.calls.push('everywhere');
    show = (): unknown => this.calls.push('show');
    focus = (): unknown => this.calls.push('focus');
    showInactive = (): unknown => this.calls.push('showInactive');
    isDestroyed = (): boolean => this.isGone;
    setBounds = (bounds: unknown): void => {
      this.bounds = bounds;
    };
    setContentProtection = (isProtected: boolean): void => {
      this.isProtected = isProtected;
    };
    destroy = (): void => {
      this.isGone = true;
      this.emit('closed');
    };
  }
  const area = (x: number) => ({ x, y: 0, width: 1_000, height: 700 });
  const left = { id: 1, bounds: area(0), workArea: area(0) };
  const right = { id: 2, bounds: area(1_000), workArea: area(1_000) };
  const screen = Object.assign(new Emitter(), {
    displays: [left, right],
    getAllDisplays: () => screen.displays,
    getPrimaryDisplay: () => right,
  });
  electron.screen = screen;
  return { BrowserWindow, nativeTheme: { shouldUseDarkColors: false }, screen };
});

interface FakeWindow extends EventEmitter {
  readonly options: Record<string, unknown>;
  readonly calls: readonly string[];
  readonly handles: ReadonlyMap<string, Handle>;
  readonly sent: readonly unknown[];
  readonly webContents: EventEmitter;
  readonly bounds: unknown;
  readonly isProtected: boolean;
  readonly isGone: boolean;
}

const url = 'foyer-app://app/reminder/index.html';
const own = { senderFrame: { url, parent: null } };
const screen = (): EventEmitter & { displays: readonly { readonly id: number }[] } => electron.screen as never;
const open = (): readonly FakeWindow[] => (electron.made as FakeWindow[]).filter(({ isGone }) => !isGone);

const view: ReminderView = {
  alertId: 'a#1',
  kind: 'before',
  meetingKey: 'a',
  title: 'Budget review',
  startsAt: '2026-04-14T10:45:00.000Z',
  endsAt: '2026-04-14T11:30:00.000Z',
  place: 'Boardroom 7',
  serviceName: 'Pexip',
  canJoin: true,
  joinsAt: null,
  snoozes: ['start'],
};

let size: 'off' | 'small' | 'full';
let isHidden: boolean;
let answers: (readonly [string, ReminderAnswer])[];
const problems: unknown[] = [];

function build(canPlace = true): ReminderWindows {
  return new ReminderWindows({
    preload: 'preload',
    url,
    icon: 'icon',
    size: () => size,
    canPlace,
    titleOf: ({ title }) => (isHidden ? 'Meeting' : title),
    isPrivate: () => isHidden,
    wording: () => ({ language: 'en', locale: 'en-GB', isTwelveHour: undefined }),
    onMade: () => undefined,
    onProblem: (error) => problems.push(error),
    onAnswer: (id, answer) => answers.push([id, answer]),
  });
}

beforeEach(() => {
  electron.made.length = 0;
  screen().removeAllListeners();
  size = 'small';
  isHidden = false;
  answers = [];
});

const ask = (window: FakeWindow | undefined, channel: string, argument: unknown = {}, sender: object = own) =>
  window?.handles.get(channel)?.(sender, argument);

describe('the windows of a reminder', () => {
  test('are one for each screen, of which the first screen’s speaks, and take the focus only in full', async () => {
    const windows = build();
    windows.show(view);
    expect(open().map(({ options }) => options['x'])).toEqual([600, 1_600]);
    const pages = await Promise.all(open().map((window) => ask(window, 'getReminder')));
    expect(pages).toMatchObject([{ speaks: false }, { speaks: true, alert: view, size: 'small' }]);
    await Promise.all(open().map((window) => ask(window, 'reportDrawn')));
    expect(open().map(({ calls }) => calls)).toEqual(open().map(() => ['onTop', 'everywhere', 'showInactive']));

    size = 'full';
    windows.refresh();
    expect(open().map(({ options }) => options['width'])).toEqual([1_000, 1_000]);
    await Promise.all(open().map((window) => ask(window, 'reportDrawn')));
    expect(open().map(({ calls }) => calls.slice(2))).toEqual([['showInactive'], ['show', 'focus']]);
  });

  test('follow screens that come, go and move, as long as they are there', () => {
    const windows = build();
    const [left, right] = screen().displays;
    windows.show(view);
    const [, second] = open();
    screen().displays = [right as never];
    screen().emit('display-removed');
    expect(open()).toEqual([second]);
    const area = { x: 0, y: 0, width: 800, height: 600 };
    screen().displays = [{ ...right, bounds: area, workArea: area } as never];
    screen().emit('display-metrics-changed');
    expect(second?.bounds).toEqual({ x: 400, y: 12, width: 388, height: 180 });
    screen().displays = [left as never, right as never];
    screen().emit('display-added');
    expect(open()).toHaveLength(2);
    windows.withdraw('another');
    expect(open()).toHaveLength(2);
    windows.withdraw(view.alertId);
    expect(open()).toEqual([]);
    expect(screen().eventNames()).toEqual([]);
    expect(answers).toEqual([]);
  });

  test('are one usual window where programs cannot place them, or one in full screen', () => {
    const windows = build(false);
    windows.show(view);
    expect(open()).toHaveLength(1);
    expect(open()[0]?.options).toMatchObject({ width: 388, height: 180, useContentSize: true, fullscreen: false });
    expect(open()[0]?.options).not.toHaveProperty('frame');
    expect(open()[0]?.calls).toEqual([]);
    size = 'full';
    windows.refresh();
    expect(open()).toHaveLength(1);
    expect(open()[0]?.options).toMatchObject({ fullscreen: true });
  });

  test('hand over what was said in them, after their own message, and only from their own page', async () => {
    const windows = build();
    windows.show(view);
    const [window] = open();
    for (const sender of [
      { senderFrame: null },
      { senderFrame: { url: 'foyer-app://app/agenda/index.html', parent: null } },
    ]) {
      await expect(ask(window, 'answerReminder', { kind: 'join' }, sender)).rejects.toThrow('sender');
    }
    for (const misfit of [null, 'join', {}, { kind: 'open' }, { kind: 'snooze' }, { kind: 'join', until: 'start' }]) {
      await expect(ask(window, 'answerReminder', misfit)).rejects.toThrow(TypeError);
    }
    await ask(window, 'answerReminder', { kind: 'snooze', until: 'fiveMinutes' });
    await vi.waitFor(() => expect(answers).toEqual([[view.alertId, { kind: 'snooze', until: 'fiveMinutes' }]]));
  });

  test('take being closed for an answer, but not the end of their process', () => {
    const windows = build();
    windows.show(view);
    const [first, second] = open();
    first?.webContents.emit('render-process-gone');
    expect(open()).toEqual([second]);
    expect(answers).toEqual([]);
    second?.emit('close', { preventDefault: () => undefined });
    expect(answers).toEqual([[view.alertId, { kind: 'dismiss' }]]);
  });

  test('show the last alert only, hide its title when that is wished for, and come back when they are switched on', async () => {
    const windows = build();
    windows.show(view);
    windows.show({ ...view, alertId: 'b#1', title: 'Sprint planning' });
    expect(open()).toHaveLength(2);
    expect(electron.made).toHaveLength(4);
    isHidden = true;
    windows.refresh();
    expect(open().map(({ sent, isProtected }) => [sent, isProtected])).toEqual(
      open().map(() => [[['retitled', { title: 'Meeting' }]], true]),
    );
    expect(await ask(open()[0], 'getReminder')).toMatchObject({ alert: { title: 'Meeting' } });
    size = 'off';
    windows.refresh();
    expect(open()).toEqual([]);
    size = 'full';
    windows.refresh();
    expect(open()).toHaveLength(2);
    windows.withdraw('b#1');
    expect(open()).toEqual([]);
    expect(problems).toEqual([]);
  });
});
