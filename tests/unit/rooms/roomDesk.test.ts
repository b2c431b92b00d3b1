import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AccountView } from '../../../core/model/account.ts';
import type { RoomCreation, RoomView } from '../../../core/model/room.ts';
import { createFakeProfile, type FakeProfile } from '../../helpers/fakeProfile.ts';
import {
  buildFakeRooms,
  createFakeHost,
  deskAccount,
  type FakeHost,
  type FakeRooms,
  failed,
} from '../../helpers/fakeRooms.ts';
import { type FakeTime, settle, startFakeTime } from '../../helpers/fakeTime.ts';

const minute = 60_000;
const budget = { take: () => 0, wait: () => 0 };

let time: FakeTime;
let profile: FakeProfile;
let host: FakeHost;
let rooms: FakeRooms;

function run(): void {
  rooms = buildFakeRooms(profile, time);
  rooms.desk.follow({ account: deskAccount, host, budget });
}

beforeEach(() => {
  time = startFakeTime();
  profile = createFakeProfile();
  profile.accounts.replace({ accounts: [deskAccount] });
  host = createFakeHost(time);
  run();
});

afterEach(() => {
  vi.useRealTimers();
  expect(rooms.bugs).toEqual([]);
});

const create = (fields = {}): Promise<RoomCreation> => rooms.desk.create('desk-1', fields);
const shown = (): readonly RoomView[] => rooms.desk.slice().rooms;
const onDisk = (): string => JSON.stringify(profile.rooms.value);
const creations = (): number => host.asked.filter((what) => what === 'create').length;

describe('a press on "New room"', () => {
  test('opens one, copies its link and keeps its key apart', async () => {
    expect(await create()).toEqual({ kind: 'created', roomKey: 'desk-1/room-1', isLinkCopied: true });
    expect(rooms.copied).toEqual(['https://guest.example/1']);
    expect(shown()).toMatchObject([
      { key: 'desk-1/room-1', title: 'ORDER1', phase: 'open', hasLink: true, canEnd: false },
    ]);
    expect(shown()[0]?.note).toEqual({ message: 'services:eightbyeight.notes.textsOnJoin', values: {} });
    expect([...profile.secrets]).toEqual([['room-room-1', { token: 'token-of-1' }]]);
    expect(onDisk() + JSON.stringify(rooms.desk.slice())).not.toContain('token-of');
  });

  test('pressed twice and thrice is one press', async () => {
    let open: (value: unknown) => void = () => undefined;
    host.gate = new Promise((resolve) => {
      open = resolve;
    });
    const presses = [create(), create(), create()];
    await settle();
    expect(rooms.desk.slice().openingFor).toBe('desk-1');
    open(null);
    const results = await Promise.all(presses);
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(creations()).toBe(1);
    expect(rooms.desk.slice().openingFor).toBeNull();
    await create();
    expect(shown().map(({ title }) => title)).toEqual(['ORDER2', 'ORDER1']);
  });

  test('without an answer is uncertain, and never tried again by itself', async () => {
    host.outcomes.push({ kind: 'uncertain' });
    expect(await create()).toEqual({ kind: 'uncertain' });
    expect(rooms.desk.slice()).toMatchObject({ rooms: [], openingFor: null });
    await time.advance(20 * minute);
    expect(creations()).toBe(1);
  });

  test('that is refused says why, and from when another makes sense', async () => {
    host.outcomes.push(failed('limited', 90_000), failed('unreachable'));
    expect(await create()).toEqual({
      kind: 'failed',
      status: { kind: 'limited' },
      detail: 'so it is',
      trackingId: 'id-1',
      retryAt: new Date(time.clock.wall() + 90_000).toISOString(),
    });
    rooms.isOnline = false;
    expect(await create()).toMatchObject({ status: { kind: 'offline' } });
    expect(await rooms.desk.create('nobody', {})).toMatchObject({ status: { kind: 'secretLost' } });
  });

  test('takes numbers as people here write them, and sends nothing that cannot be right', async () => {
    await create({ phoneNumber: ' 044 668 18 00 ', callReference: 'Order2026', unknown: 'x' });
    expect(host.fields).toEqual({ phoneNumber: '+41446681800', callReference: 'Order2026' });
    await create({ phoneNumber: '', callReference: ' ' });
    expect(host.fields).toEqual({});
    const before = creations();
    expect(await create({ phoneNumber: '12', callReference: 'short' })).toEqual({
      kind: 'invalid',
      problems: [
        { field: 'phoneNumber', message: 'services:problems.notAPhone' },
        { field: 'callReference', message: 'services:problems.notACode' },
      ],
    });
    expect(creations()).toBe(before);
  });

  test('that fails by a fault of ours is free to be pressed again', async () => {
    host.outcomes.push(new Error('a bug'));
    await expect(create()).rejects.toThrow('a bug');
    expect(await create()).toMatchObject({ kind: 'created' });
  });

  test('is written down before its key is kept: a crash in between leaves no key without a room', async () => {
    const keep = vi.spyOn(profile.vault, 'keep').mockImplementation(async () => {
      expect(onDisk()).toContain('ORDER1');
      throw new Error('the disk refuses');
    });
    expect(await create()).toMatchObject({ kind: 'created' });
    expect(keep).toHaveBeenCalledOnce();
  });

  test('for an account that is removed meanwhile keeps nothing', async () => {
    let open: (value: unknown) => void = () => undefined;
    host.gate = new Promise((resolve) => {
      open = resolve;
    });
    const press = create();
    await settle();
    await rooms.desk.forgetAccount('desk-1');
    open(null);
    expect(await press).toMatchObject({ kind: 'failed' });
    expect([shown(), [...profile.secrets]]).toEqual([[], []]);
  });
});

function view(): AccountView {
  return {
    ...deskAccount,
    status: { kind: 'waiting' },
    lastSuccessAt: null,
    nextAttemptAt: null,
    trackingId: null,
    clockSkew: null,
    secretStorage: 'encrypted',
  };
}

describe('an account that only opens rooms', () => {
  test('never waits; what a person must mend stays until it works again, the rest passes', async () => {
    const status = () => rooms.desk.judge([view()])[0];
    expect(status()).toMatchObject({ status: { kind: 'current' }, lastSuccessAt: null });
    host.outcomes.push(failed('unreachable'), failed('refused'));
    await create();
    expect(status()).toMatchObject({ status: { kind: 'current' } });
    await create();
    expect(status()).toMatchObject({ status: { kind: 'refused' }, trackingId: 'id-1' });
    await create();
    expect(status()).toMatchObject({
      status: { kind: 'current' },
      trackingId: null,
      lastSuccessAt: new Date(time.clock.wall()).toISOString(),
    });
  });

  test('whose secret is lost says so', () => {
    expect(rooms.desk.judge([{ ...view(), status: { kind: 'secretLost' } }])).toMatchObject([
      { status: { kind: 'secretLost' } },
    ]);
  });

  test('that opened a room last comes first', async () => {
    const other = { ...deskAccount, id: 'desk-2' };
    profile.accounts.replace({ accounts: [deskAccount, other] });
    rooms.desk.follow({ account: other, host: createFakeHost(time), budget });
    expect(rooms.desk.slice().hostAccountIds).toEqual(['desk-1', 'desk-2']);
    await rooms.desk.create('desk-2', {});
    expect(rooms.desk.slice().hostAccountIds).toEqual(['desk-2', 'desk-1']);
    await create();
    expect(rooms.desk.slice().hostAccountIds).toEqual(['desk-1', 'desk-2']);
  });

  test('takes its rooms along', async () => {
    await create();
    await rooms.desk.forgetAccount('desk-1');
    expect([profile.rooms.value, [...profile.secrets]]).toEqual([{ rooms: [], usedHosts: [], lastGood: {} }, []]);
  });
});

describe('the recents', () => {
  test('are ten at most, newest first, behind the open ones, and can be cleared', async () => {
    for (let count = 0; count < 13; count += 1) {
      await create();
      await time.advance(minute);
    }
    await time.advance(8 * minute);
    expect(shown().map(({ phase }) => phase)).toEqual([
      'open',
      'open',
      'open',
      'open',
      'open',
      'open',
      ...new Array(7).fill('expired'),
    ]);
    await time.advance(15 * minute);
    expect(shown().map(({ title }) => title)).toEqual(
      [13, 12, 11, 10, 9, 8, 7, 6, 5, 4].map((count) => `ORDER${count}`),
    );
    await rooms.desk.forget('desk-1/room-13');
    expect(shown()).toHaveLength(9);
    await create();
    await rooms.desk.forget(shown()[0]?.key ?? '');
    await rooms.desk.forget(null);
    expect(shown().map(({ phase }) => phase)).toEqual(['open']);
  });

  test('that are in use and cannot be ended from here are put away when their owner says so, never by clearing', async () => {
    await create();
    const [room] = shown();
    await rooms.desk.noteEntered(room?.key ?? '');
    await rooms.desk.forget(null);
    expect(shown()).toMatchObject([{ phase: 'entered' }]);
    await rooms.desk.forget(room?.key ?? '');
    expect(shown()).toEqual([]);
    expect(profile.secrets.size).toBe(0);
  });
});
