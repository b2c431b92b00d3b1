import { describe, expect, test } from 'vitest';
import type { RoomCreation } from '../../../core/model/room.ts';
import { pressTray, type TrayTargets } from '../../../main/shell/pressTray.ts';
import type { TrayPress } from '../../../main/shell/trayMenu.ts';
import { createMainTranslator } from '../../../main/texts.ts';
import type { JoinResult } from '../../../preload/channels.ts';

interface Answers {
  readonly join?: JoinResult;
  readonly created?: RoomCreation;
  readonly isToldInPassing?: boolean;
}

/** Presses, and says what came of it. */
async function press(pressed: TrayPress, answers: Answers = {}): Promise<readonly string[]> {
  const done: string[] = [];
  const note = (text: string) => () => void done.push(text);
  const noteFor =
    <Value>(what: string, value: Value) =>
    async (key: string): Promise<Value> => {
      done.push(`${what} ${key}`);
      return value;
    };
  const { join = { kind: 'opened', label: 'services:links.web' }, isToldInPassing = true } = answers;
  const { created = { kind: 'created', roomKey: 'desk-1/r', isLinkCopied: true } } = answers;
  const targets: TrayTargets = {
    window: { show: note('show'), open: note('open'), command: (command) => void done.push(`command ${command}`) },
    refresh: note('refresh'),
    quit: note('quit'),
    join: noteFor('join', join),
    enterRoom: noteFor('enter', join),
    copyRoom: noteFor('copy', join),
    createRoom: noteFor('create', created),
    roomTitle: () => 'Fox-17',
    serviceName: () => '8x8',
    takeClipboard: async () => void done.push('clipboard'),
    setQuiet: (until) => void done.push(`quiet ${until}`),
    tell: ({ title, body }) => {
      done.push(`${title}: ${body}`);
      return isToldInPassing;
    },
    post: ({ message, values }) => void done.push(`${message} ${JSON.stringify(values)}`),
    translate: createMainTranslator(),
  };
  await pressTray(pressed, targets);
  return done;
}

const failed = (status: Extract<RoomCreation, { kind: 'failed' }>['status']): RoomCreation => ({
  kind: 'failed',
  status,
  detail: null,
  trackingId: null,
  retryAt: null,
});

describe('a press in the tray', () => {
  test.each<readonly [TrayPress, string]>([
    [{ kind: 'open' }, 'open'],
    [{ kind: 'command', command: 'openHealth' }, 'command openHealth'],
    [{ kind: 'refresh' }, 'refresh'],
    [{ kind: 'quit' }, 'quit'],
    [{ kind: 'quiet', until: 'tomorrow' }, 'quiet tomorrow'],
    [{ kind: 'join', meetingKey: 'm' }, 'join m'],
    [{ kind: 'enterRoom', roomKey: 'r' }, 'enter r'],
  ])('does what %j says, and nothing else', async (pressed, done) => {
    expect(await press(pressed)).toEqual([done]);
  });

  test('says in passing what was copied, and in the window what was refused', async () => {
    const copied = { kind: 'copied', text: 'x@corp.example' } as const;
    expect(await press({ kind: 'join', meetingKey: 'm' }, { join: copied })).toEqual([
      'join m',
      'Join: The address was copied: x@corp.example',
    ]);
    const refused = { kind: 'refused', message: 'services:join.gone' } as const;
    for (const pressed of [
      { kind: 'join', meetingKey: 'm' },
      { kind: 'enterRoom', roomKey: 'm' },
      { kind: 'copyRoom', roomKey: 'm' },
    ] as const) {
      expect((await press(pressed, { join: refused })).slice(1)).toEqual(['services:join.gone {}', 'show']);
    }
  });

  test('offers what is on the clipboard in the window', async () => {
    expect(await press({ kind: 'joinClipboard' })).toEqual(['clipboard', 'show']);
  });

  test('opens a room and says that its link was copied, which stays out of the text', async () => {
    const told = 'Your room is open: The link of Fox-17 was copied, ready to be sent.';
    expect(await press({ kind: 'newRoom', accountId: 'desk-1' })).toEqual(['create desk-1', told]);
    expect(await press({ kind: 'newRoom', accountId: 'desk-1' }, { isToldInPassing: false })).toEqual([
      'create desk-1',
      told,
      'show',
    ]);
    const created = { kind: 'created', roomKey: 'desk-1/r', isLinkCopied: false } as const;
    expect((await press({ kind: 'newRoom', accountId: 'desk-1' }, { created }))[1]).toMatch(/^Your room is open: Join/);
    const copied = { kind: 'copied', text: 'https://guest.example/secret' } as const;
    expect(await press({ kind: 'copyRoom', roomKey: 'r' }, { join: copied })).toEqual([
      'copy r',
      'Copied: The link of Fox-17 was copied, ready to be sent.',
    ]);
  });

  test.each<readonly [RoomCreation, string]>([
    [failed({ kind: 'serverError', httpStatus: 503 }), 'agenda:newRoom.serverError {"service":"8x8","code":"503"}'],
    [failed({ kind: 'refused' }), 'agenda:newRoom.refused {"service":"8x8","code":""}'],
    [failed({ kind: 'current' }), 'agenda:newRoom.failed {"service":"8x8","code":""}'],
    [{ kind: 'invalid', problems: [] }, 'agenda:newRoom.failed {"service":"8x8","code":""}'],
    [{ kind: 'uncertain' }, 'shell:tray.uncertain {"service":"8x8","code":""}'],
  ])('brings up the window, which says why there is no room', async (created, notice) => {
    expect(await press({ kind: 'newRoom', accountId: 'desk-1' }, { created })).toEqual([
      'create desk-1',
      notice,
      'show',
    ]);
  });
});
