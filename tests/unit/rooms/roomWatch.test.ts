import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

const create = (): Promise<RoomCreation> => rooms.desk.create('desk-1', {});
const shown = (): readonly RoomView[] => rooms.desk.slice().rooms;
const onDisk = (): string => JSON.stringify(profile.rooms.value);

describe('a room that nobody entered', () => {
  test('expires when its time has come, and leaves neither link nor key', async () => {
    await create();
    await time.advance(15 * minute - 1_000);
    expect(shown()).toMatchObject([{ phase: 'open' }]);
    await time.advance(1_500);
    expect(shown()).toMatchObject([{ phase: 'expired', hasLink: false, note: null }]);
    expect(profile.secrets.size).toBe(0);
    expect(onDisk()).not.toContain('guest.example');
    expect(await rooms.entrance.enter('desk-1/room-1', null)).toEqual({
      kind: 'refused',
      message: 'services:rooms.gone',
    });
  });

  test('expires while the machine sleeps', async () => {
    await create();
    time.skip(20 * minute);
    rooms.desk.wake();
    await settle();
    expect(shown()).toMatchObject([{ phase: 'expired' }]);
  });

  test('expires while the program is not running, and its key goes', async () => {
    await create();
    time.endRun();
    time.skip(20 * minute);
    run();
    await rooms.desk.start();
    expect(shown()).toMatchObject([{ phase: 'expired' }]);
    expect(profile.secrets.size).toBe(0);
  });

  test('is there again after a crash, with its key, and what is nobody’s key goes', async () => {
    await create();
    profile.secrets.set('room-orphan', { token: 'lost' });
    profile.secrets.set('desk-1', { apiKey: 'kept' });
    time.endRun();
    run();
    await rooms.desk.start();
    expect([...profile.secrets.keys()]).toEqual(['room-room-1', 'desk-1']);
    expect(await rooms.entrance.enter('desk-1/room-1', null)).toMatchObject({ kind: 'opened' });
    expect(rooms.opened).toEqual(['https://portal.example/?token=token-of-1']);
  });
});

describe('a room that was entered', () => {
  test('goes on beyond its clock, until it is known to be over', async () => {
    await create();
    await rooms.entrance.enter('desk-1/room-1', null);
    await time.advance(60 * minute);
    expect(shown()).toMatchObject([{ phase: 'entered', note: null }]);
    rooms.isWatched = true;
    host.sight = {
      kind: 'sight',
      phase: 'over',
      peopleCount: null,
      peopleNames: [],
      note: { message: 'services:eightbyeight.notes.ended', values: { duration: '5:52' } },
    };
    rooms.desk.wake();
    await settle();
    await time.advance(30_000);
    expect(shown()).toMatchObject([{ phase: 'over', hasLink: false, note: { values: { duration: '5:52' } } }]);
    expect(profile.secrets.size).toBe(0);
  });

  test('of which nothing more is heard is taken to be over after half a day', async () => {
    await create();
    await rooms.entrance.enter('desk-1/room-1', null);
    await time.advance(12 * 60 * minute + 1_000);
    expect(shown()).toMatchObject([{ phase: 'over' }]);
  });
});

describe('looking into rooms', () => {
  const looks = (): readonly string[] => host.asked.filter((what) => what.startsWith('look'));

  test('happens at most every half minute, in turn, and only while somebody sees it', async () => {
    await create();
    await create();
    await time.advance(5 * minute);
    expect(looks()).toEqual([]);
    rooms.isWatched = true;
    rooms.desk.wake();
    await time.advance(2 * minute);
    expect(looks().length).toBeGreaterThanOrEqual(4);
    expect(looks().length).toBeLessThanOrEqual(5);
    expect(new Set(looks().slice(0, 2))).toEqual(new Set(['look ORDER1', 'look ORDER2']));
    rooms.isWatched = false;
    const before = looks().length;
    await time.advance(5 * minute);
    expect(looks()).toHaveLength(before);
  });

  test('leaves a service alone as long as it wants, and a room that it tells nothing about for good', async () => {
    await create();
    rooms.isWatched = true;
    host.sight = failed('limited', 3 * minute);
    rooms.desk.wake();
    await time.advance(3 * minute);
    expect(looks()).toHaveLength(1);
    host.sight = failed('refused');
    await time.advance(5 * minute);
    expect(looks()).toHaveLength(2);
  });

  test('counts people, and never takes an entered room back', async () => {
    host.life = null;
    await create();
    await rooms.desk.noteEntered('desk-1/room-1');
    rooms.isWatched = true;
    host.sight = { kind: 'sight', phase: 'open', peopleCount: 3, peopleNames: ['Ana', 'Ben'], note: null };
    rooms.desk.wake();
    await time.advance(40_000);
    expect(shown()).toMatchObject([{ phase: 'entered', peopleCount: 3, peopleNames: ['Ana', 'Ben'], expiresAt: null }]);
  });

  test('comes sooner for a room that somebody asks about, but not while the service wants to be left alone', async () => {
    await create();
    await create();
    rooms.isWatched = true;
    rooms.desk.wake();
    await time.advance(30_000);
    expect(looks()).toHaveLength(1);
    const [asked = ''] = looks();
    const key = asked === 'look ORDER1' ? 'desk-1/room-1' : 'desk-1/room-2';
    for (let press = 0; press < 10; press += 1) {
      rooms.desk.lookSoon(key);
    }
    await time.advance(4_000);
    expect(looks()).toHaveLength(1);
    host.sight = failed('limited', 3 * minute);
    await time.advance(2_000);
    expect(looks()).toEqual([asked, asked]);
    rooms.desk.lookSoon(key);
    await time.advance(3 * minute - 1_000);
    expect(looks()).toHaveLength(2);
    await time.advance(10_000);
    expect(looks()).toHaveLength(3);
    rooms.desk.lookSoon('nobody/1');
  });

  test('goes on for a while after the end when there is more to tell, and then no more', async () => {
    const note = (agent: string) =>
      ({ message: 'services:eightbyeight.notes.rated', values: { duration: '1:00', agent, guest: '–' } }) as const;
    const over = { kind: 'sight', phase: 'over', peopleCount: null, peopleNames: [] } as const;
    await create();
    await rooms.desk.noteEntered('desk-1/room-1');
    rooms.isWatched = true;
    host.sight = { ...over, note: note('–'), isUnsettled: true };
    rooms.desk.wake();
    await time.advance(31_000);
    expect(shown()).toMatchObject([{ phase: 'over', note: { values: { agent: '–' } } }]);
    host.sight = { ...over, note: note('5') };
    await time.advance(31_000);
    expect(shown()).toMatchObject([{ phase: 'over', note: { values: { agent: '5' } } }]);
    const before = looks().length;
    await time.advance(5 * minute);
    expect(looks()).toHaveLength(before);
  });

  test('ends with its patience for what never settles', async () => {
    await create();
    await rooms.desk.noteEntered('desk-1/room-1');
    rooms.isWatched = true;
    host.sight = { kind: 'sight', phase: 'over', peopleCount: null, peopleNames: [], note: null, isUnsettled: true };
    rooms.desk.wake();
    await time.advance(15 * minute);
    const before = looks().length;
    expect(before).toBeLessThan(25);
    await time.advance(15 * minute);
    expect(looks()).toHaveLength(before);
  });
});
