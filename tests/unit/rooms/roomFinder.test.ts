import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RoomView } from '../../../core/model/room.ts';
import { RoomFinder } from '../../../main/rooms/roomFinder.ts';
import type { FoundRoom, FoundRooms, RoomFailure } from '../../../main/services/service.ts';
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

const budget = { take: () => 0, wait: () => 0 };

let time: FakeTime;
let profile: FakeProfile;
let host: FakeHost;
let rooms: FakeRooms;
let finder: RoomFinder;
let listed: FoundRooms | RoomFailure;

beforeEach(() => {
  time = startFakeTime();
  profile = createFakeProfile();
  profile.accounts.replace({ accounts: [deskAccount] });
  listed = { kind: 'rooms', rooms: [found('hall'), found('loft', ['Ana', 'Ben'])], isWhole: true };
  host = {
    ...createFakeHost(time),
    list: async () => {
      host.asked.push('list');
      await host.gate;
      return listed;
    },
    end: async ({ id }) => {
      host.asked.push(`end ${id}`);
      return { kind: 'ended' };
    },
  };
  rooms = buildFakeRooms(profile, time);
  rooms.desk.follow({ account: deskAccount, host, budget });
  finder = new RoomFinder({ book: rooms.book, desk: rooms.desk });
});

afterEach(() => {
  vi.useRealTimers();
  expect(rooms.bugs).toEqual([]);
});

function found(id: string, names: readonly string[] = []): FoundRoom {
  return {
    room: {
      id,
      title: id,
      createdAt: '2026-04-01T08:00:00.000Z',
      expiresAt: null,
      link: null,
      details: {},
      secrets: {},
    },
    sight: {
      kind: 'sight',
      phase: names.length > 0 ? 'entered' : 'open',
      peopleCount: names.length,
      peopleNames: names,
      note: null,
    },
  };
}

const shown = (): readonly RoomView[] => rooms.desk.slice().rooms;
async function foundIds(): Promise<readonly string[]> {
  const search = await finder.find('desk-1');
  return search.kind === 'found' ? search.rooms.map(({ roomId }) => roomId) : [search.kind];
}

describe('the rooms that a service has already', () => {
  test('are told with who is in them, and none of it is written down', async () => {
    expect(await finder.find('desk-1')).toEqual({
      kind: 'found',
      isWhole: true,
      rooms: [
        { roomId: 'loft', title: 'loft', phase: 'entered', peopleCount: 2, peopleNames: ['Ana', 'Ben'], canEnd: true },
        { roomId: 'hall', title: 'hall', phase: 'open', peopleCount: 0, peopleNames: [], canEnd: true },
      ],
    });
    expect(shown()).toEqual([]);
  });

  test('are looked for once, however often it is asked meanwhile', async () => {
    let open: (value: unknown) => void = () => undefined;
    host.gate = new Promise((resolve) => {
      open = resolve;
    });
    const searches = [finder.find('desk-1'), finder.find('desk-1')];
    await settle();
    open(null);
    await Promise.all(searches);
    expect(host.asked).toEqual(['list']);
  });

  test('become rooms of the book when they are kept, as they are now, and are found no more', async () => {
    await foundIds();
    expect(await finder.keep('desk-1', 'loft')).toBe('desk-1/loft');
    expect(shown()).toMatchObject([
      { key: 'desk-1/loft', phase: 'entered', peopleCount: 2, peopleNames: ['Ana', 'Ben'], canEnd: true },
    ]);
    expect(JSON.stringify(profile.rooms.value)).not.toContain('Ana');
    expect(await foundIds()).toEqual(['hall']);
  });

  test('are there again when they are over in the book', async () => {
    await foundIds();
    const key = (await finder.keep('desk-1', 'hall')) ?? '';
    await rooms.desk.end(key);
    expect(shown()).toMatchObject([{ key, phase: 'over' }]);
    expect(await foundIds()).toEqual(['loft', 'hall']);
    await finder.keep('desk-1', 'hall');
    expect(shown()).toMatchObject([{ key, phase: 'open' }]);
  });

  test('can be ended, only those that were shown', async () => {
    expect(await finder.end('desk-1', 'hall')).toMatchObject({ kind: 'failed' });
    expect(await finder.keep('desk-1', 'hall')).toBeNull();
    await foundIds();
    expect(await finder.end('desk-1', 'hall')).toEqual({ kind: 'ended' });
    expect(await finder.keep('desk-1', 'hall')).toBeNull();
    expect(await finder.end('desk-2', 'loft')).toMatchObject({ kind: 'failed' });
    expect(host.asked).toEqual(['list', 'end hall']);
  });
});

describe('a search that does not work', () => {
  test('says why and from when another makes sense; what a person must mend stays with the account', async () => {
    listed = failed('limited', 90_000);
    expect(await finder.find('desk-1')).toEqual({
      kind: 'failed',
      status: { kind: 'limited' },
      detail: 'so it is',
      trackingId: 'id-1',
      retryAt: new Date(time.clock.wall() + 90_000).toISOString(),
    });
    listed = failed('unreachable');
    rooms.isOnline = false;
    expect(await finder.find('desk-1')).toMatchObject({ status: { kind: 'offline' } });
    listed = failed('refused');
    expect(await finder.find('desk-1')).toMatchObject({ status: { kind: 'refused' } });
    expect(await finder.find('nobody')).toMatchObject({ status: { kind: 'secretLost' } });
  });
});
