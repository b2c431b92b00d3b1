import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { newDraft } from '../../../core/scheduling/writeDraft.ts';
import { isAppUrl } from '../../../main/shell/appScheme.ts';
import { type AskHandlers, type AskSender, type HandlerSource, routeAsks } from '../../../main/shell/ipcRouter.ts';
import { type AskChannel, askChannels } from '../../../preload/channels.ts';
import { createDamage } from '../../helpers/fakeDamage.ts';
import { buildDraft } from '../../helpers/fakeProgram.ts';
import { importsOf, readSources } from '../../helpers/fakeSources.ts';

vi.mock('electron', () => ({ protocol: {} }));

type Call = (event: AskSender, ...sent: readonly unknown[]) => Promise<unknown>;

/** An argument that fits, for each channel. */
const fitting: Readonly<Record<AskChannel, object>> = {
  getState: {},
  reportPainted: {},
  reportNetwork: { isOnline: true },
  refresh: {},
  getWaysIn: { meetingKey: 'room-1/meeting-1/2026-04-14T09:00:00.000Z' },
  join: { meetingKey: 'room-1/meeting-1/2026-04-14T09:00:00.000Z', wayId: null },
  testAccount: buildDraft(),
  saveAccount: buildDraft(),
  signIn: buildDraft(),
  cancelSignIn: {},
  copySignInAddress: {},
  removeAccount: { accountId: 'room-1' },
  allowPlaintextSecrets: { isAllowed: false },
  openServiceHelp: { serviceId: 'pexip' },
  createRoom: { accountId: 'room-1', fields: { phoneNumber: '' } },
  findRooms: { accountId: 'room-1' },
  keepFoundRoom: { accountId: 'room-1', roomId: '1' },
  endFoundRoom: { accountId: 'room-1', roomId: '1' },
  lookIntoRoom: { roomKey: 'room-1/1' },
  getRoomWaysIn: { roomKey: 'room-1/1' },
  enterRoom: { roomKey: 'room-1/1', wayId: null },
  copyRoom: { roomKey: 'room-1/1', what: 'link' },
  saveRoomInvite: { roomKey: 'room-1/1' },
  endRoom: { roomKey: 'room-1/1' },
  forgetRooms: { roomKey: null },
  takeLink: { cardId: 'link-1', isAlways: false },
  dismissLink: { cardId: 'link-1' },
  distrustPlace: { serviceId: 'pexip', host: null },
  checkLinks: {},
  handleLinks: { isWanted: true },
  copyText: { text: '111222333' },
  getScheduleForm: { accountId: 'room-1' },
  getMeetingDetails: { accountId: 'room-1', meetingId: '17' },
  scheduleMeeting: { accountId: 'room-1', meetingId: null, draft: newDraft(0, { zone: 'UTC', isTwelveHour: false }) },
  cancelMeeting: { accountId: 'room-1', meetingId: '17' },
  saveMeeting: { meetingKey: 'room-1/meeting-1/2026-04-14T09:00:00.000Z' },
  copyMeeting: { meetingKey: 'room-1/meeting-1/2026-04-14T09:00:00.000Z' },
  offerText: { text: 'https://zoom.us/j/91234567890' },
  offerClipboard: {},
  takeOffer: { offerId: 'offer-1', place: '0', how: 'open' },
  closeOffer: { offerId: 'offer-1' },
  removeInvite: { meetingKey: 'invites/1/2026-04-14T09:00:00.000Z' },
  getSettings: {},
  changeSetting: { key: 'theme', json: '"dark"' },
  resetSettings: { key: null },
  exportSettings: {},
  importSettings: {},
  getHealth: {},
  getDiagnostics: {},
  sendTestAlert: {},
  showLogs: {},
  hideMeeting: { meetingKey: 'account/meeting/start', isHidden: true },
  setAutoJoin: { meetingKey: 'account/meeting/start', which: 'once' },
  setShortcut: { action: 'open', accelerator: 'CommandOrControl+Alt+J' },
  recordShortcut: { isRecording: true },
  getStartAtLogin: {},
  setStartAtLogin: { isWanted: true },
  closePanel: { isLeft: true },
  setQuiet: { length: 'hour' },
  dismissNotice: { noticeId: 'aside-settings.json' },
  dismissChange: { meetingKey: 'room-1/meeting-1/2026-04-14T09:00:00.000Z' },
};

const channels = Object.keys(askChannels) as AskChannel[];
const own = frame('foyer-app://app/agenda/index.html');

let doors: Map<string, Call>;
let ran: (readonly [channel: string, argument: unknown])[];

function frame(url: string, parent: unknown = null): AskSender {
  return { senderFrame: { url, parent } } as unknown as AskSender;
}

function open(source: Partial<HandlerSource> = {}): void {
  doors = new Map();
  const run = (channel: string) => (argument: unknown) => {
    ran.push([channel, argument]);
    return `answer of ${channel}`;
  };
  const all = Object.fromEntries(channels.map((channel) => [channel, run(channel)])) as unknown as AskHandlers;
  const handle = (channel: string, call: Call): void => void doors.set(channel, call);
  routeAsks({ handle } as never, { first: {}, all: async () => all, ...source }, isAppUrl);
}

function ask(channel: string, event: AskSender, ...sent: readonly unknown[]): Promise<unknown> {
  const call = doors.get(channel);
  return call === undefined ? Promise.reject(new Error('no such door')) : call(event, ...sent);
}

beforeEach(() => {
  ran = [];
  open();
});

describe('the door to the main process', () => {
  test('has the channels of the map, and no other', () => {
    expect([...doors.keys()].toSorted()).toEqual(Object.keys(fitting).toSorted());
    expect([...doors.keys()].toSorted()).toEqual(channels.toSorted());
  });

  test.each(channels)('%s is answered for an own page', async (channel) => {
    expect(await ask(channel, own, fitting[channel])).toBe(`answer of ${channel}`);
    expect(ran).toEqual([[channel, fitting[channel]]]);
  });

  test.each(channels)('%s is refused to every other sender, and nothing is done', async (channel) => {
    const strangers: readonly AskSender[] = [
      { senderFrame: null } as AskSender,
      frame('foyer-app://app/agenda/index.html', { url: 'foyer-app://app/agenda/index.html', parent: null }),
      { senderFrame: { url: 'foyer-app://app/agenda/index.html' } } as AskSender,
      ...[
        '',
        'about:blank',
        'about:srcdoc',
        'data:text/html,<script>',
        'file:///agenda/index.html',
        'https://app/agenda/index.html',
        'https://evil.example/foyer-app://app/agenda/index.html',
        'https://evil.example/#foyer-app://app/',
        'foyer-app://app.evil.example/agenda/index.html',
        'foyer-app://evil/app/agenda/index.html',
        'foyer-app://app:8080/agenda/index.html',
        'foyer-app://app@evil/agenda/index.html',
        'foyer-app://App/agenda/index.html',
        'foyer-app:app/agenda/index.html',
        'foyer-app:///agenda/index.html',
        'foyer-apps://app/agenda/index.html',
        'blob:foyer-app://app/3f1c',
        'view-source:foyer-app://app/agenda/index.html',
        'filesystem:foyer-app://app/temporary/x.html',
        'chrome-error://chromewebdata/',
        'devtools://devtools/bundled/inspector.html',
      ].map((url) => frame(url)),
    ];
    for (const stranger of strangers) {
      await expect(ask(channel, stranger, fitting[channel]), stranger.senderFrame?.url).rejects.toThrow('sender');
    }
    expect(ran).toEqual([]);
  });

  test.each(channels)('%s is refused with anything but one argument that fits', async (channel) => {
    const good = fitting[channel];
    const [firstField = ''] = Object.keys(good);
    const { [firstField]: _left, ...without } = { ...good } as Record<string, unknown>;
    const misfits: readonly (readonly unknown[])[] = [
      [],
      [good, good],
      [good, undefined],
      ...[undefined, null, 0, true, '', 'text', [], [good], () => good, Symbol('x'), 1n].map((each) => [each]),
      [{ ...good, extra: 1 }],
      [{ ...good, toString: 'x' }],
      [JSON.parse(JSON.stringify(good).replace(/^\{/, '{"__proto__":{"isAllowed":true},').replace(',}', '}'))],
      ...(firstField === '' ? [] : [[without]]),
      ...Object.keys(good).flatMap((field) =>
        [undefined, 7, [], { a: 1 }, 'x'.repeat(channel === 'offerText' ? 41_000_000 : 3_000_000)].map((value) => [
          { ...good, [field]: value },
        ]),
      ),
    ];
    for (const sent of misfits) {
      await expect(ask(channel, own, ...sent)).rejects.toThrow(TypeError);
    }
    expect(ran).toEqual([]);
  });

  test('lets through what fits, as it was sent, and nothing else, however it was damaged', async () => {
    const seed = Date.now() % 1e9;
    const damage = createDamage(seed);
    for (let round = 0; round < 6_000; round += 1) {
      const channel = damage.pick(channels);
      const spoilt = damage.spoil(fitting[channel]);
      ran = [];
      const isLetThrough = await ask(channel, own, spoilt).then(
        () => true,
        (error: unknown) => {
          expect(error).toBeInstanceOf(TypeError);
          return false;
        },
      );
      const schema: z.ZodMiniType = askChannels[channel].argument;
      const { success, data } = z.safeParse(schema, spoilt);
      expect(ran, `seed ${seed}, round ${round}`).toEqual(success ? [[channel, data]] : []);
      expect(isLetThrough, `seed ${seed}, round ${round}`).toBe(success);
    }
  }, 20_000);

  test('tells its caller what went wrong inside', async () => {
    open({ all: () => Promise.reject(new Error('the program could not be loaded')) });
    await expect(ask('refresh', own, {})).rejects.toThrow('could not be loaded');
  });

  test('answers what the first picture needs without waiting for the program', async () => {
    const state = 'as of yesterday';
    open({ first: { getState: async () => () => state }, all: () => new Promise(() => undefined) });
    expect(await ask('getState', own, {})).toBe(state);
    await expect(ask('getState', frame('https://evil.example'), {})).rejects.toThrow('sender');
  });
});

describe('no other door', () => {
  const main = readSources('main');

  test('is opened anywhere in the main process', () => {
    const users = main.filter(({ code }) => /\bipcMain\b/.test(code)).map(({ path }) => path);
    expect(users.toSorted()).toEqual(['main/shell/ipcDoor.ts', 'main/shell/ipcRouter.ts']);
    const doorsInCode = main.flatMap(({ code }) => code.match(/\bipcMain\s*\.\s*\w+/g) ?? []);
    expect(doorsInCode).toEqual(['ipcMain.handle']);
    const others = main.filter(({ code }) => /\.ipc\b|ipc-message|MessageChannelMain|postMessage/.test(code));
    // The doors of calls and reminders are their own: no other window can knock there. The rest speaks to a thread.
    const toThread = ['main/invites/calendarReader.ts', 'main/invites/calendarWorker.ts'];
    expect(others.map(({ path }) => path)).toEqual([
      ...toThread,
      'main/shell/callWindow.ts',
      'main/shell/reminderWindow.ts',
    ]);
  });

  test('is used by the windows: they have the bridge alone', () => {
    const renderer = readSources('renderer');
    expect(renderer.filter((source) => importsOf(source).some((name) => name.startsWith('electron')))).toEqual([]);
    const bridges = readSources('preload').filter(({ code }) => /\bipcRenderer\b/.test(code));
    expect(bridges.map(({ path }) => path)).toEqual([
      'preload/agendaBridge.ts',
      'preload/callBridge.ts',
      'preload/reminderBridge.ts',
    ]);
  });
});
