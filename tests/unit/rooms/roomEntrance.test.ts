import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeProfile, type FakeProfile } from '../../helpers/fakeProfile.ts';
import {
  buildFakeRooms,
  createFakeHost,
  deskAccount,
  type FakeHost,
  type FakeRooms,
  failed,
} from '../../helpers/fakeRooms.ts';
import { type FakeTime, startFakeTime } from '../../helpers/fakeTime.ts';

const key = 'desk-1/room-1';

let time: FakeTime;
let profile: FakeProfile;
let host: FakeHost;

async function open(parts: Parameters<typeof buildFakeRooms>[2] = {}): Promise<FakeRooms> {
  const rooms = buildFakeRooms(profile, time, parts);
  rooms.desk.follow({ account: deskAccount, host, budget: { take: () => 0, wait: () => 0 } });
  await rooms.desk.create('desk-1', {});
  rooms.copied.length = 0;
  return rooms;
}

beforeEach(() => {
  time = startFakeTime();
  profile = createFakeProfile();
  profile.accounts.replace({ accounts: [deskAccount] });
  host = createFakeHost(time);
});

afterEach(() => vi.useRealTimers());

describe('entering a room', () => {
  test('opens the page of the first way, and shows its key to nobody', async () => {
    const rooms = await open();
    const ways = await rooms.entrance.waysInto(key);
    expect(ways.map(({ id, isPreferred }) => [id, isPreferred])).toEqual([
      ['own', true],
      ['own-in-foyer', false],
      ['copy', false],
    ]);
    const result = await rooms.entrance.enter(key, null);
    expect(result).toEqual({ kind: 'opened', label: 'services:eightbyeight.ways.agent' });
    expect(rooms.opened).toEqual(['https://portal.example/?token=token-of-1']);
    expect(rooms.desk.slice().rooms).toMatchObject([{ phase: 'entered' }]);
    expect(JSON.stringify([ways, result, rooms.desk.slice(), profile.rooms.value])).not.toContain('token-of');
  });

  test('in a window of Foyer’s own opens the same page there, and the next time too', async () => {
    const rooms = await open();
    expect(await rooms.entrance.enter(key, 'own-in-foyer')).toEqual({
      kind: 'opened',
      label: 'services:eightbyeight.ways.agentInFoyer',
    });
    const page = { url: 'https://portal.example/?token=token-of-1', origins: ['https://portal.example'] };
    expect(rooms.shown).toEqual([page]);
    await rooms.entrance.enter(key, null);
    expect(rooms.shown).toEqual([page, page]);
    expect((await rooms.entrance.waysInto(key))[0]).toMatchObject({ id: 'own-in-foyer', isPreferred: true });
    await rooms.entrance.enter(key, 'own');
    await rooms.entrance.enter(key, null);
    expect(rooms.opened).toHaveLength(2);
  });

  test('as somebody else is no habit', async () => {
    const rooms = await open();
    const [own] = host.waysIn(await rooms.book.open(rooms.book.find(key) as never));
    vi.spyOn(host, 'waysIn').mockReturnValue(own === undefined ? [] : [own, { ...own, id: 'other', isForOnce: true }]);
    for (const wayId of ['other', 'other-in-foyer']) {
      expect(await rooms.entrance.enter(key, wayId)).toMatchObject({ kind: 'opened' });
    }
    expect(rooms.remembered.size).toBe(0);
    expect((await rooms.entrance.waysInto(key))[0]?.id).toBe('own');
  });

  test('in a window that may not show it is refused, and not remembered', async () => {
    const rooms = await open({ openInFoyer: () => false });
    expect(await rooms.entrance.enter(key, 'own-in-foyer')).toMatchObject({ kind: 'refused' });
    expect(rooms.remembered.size).toBe(0);
  });

  test('by what is good once forgets it, and two presses at once are one', async () => {
    host.enter = async ({ secrets }) => {
      host.asked.push('enter');
      return { kind: 'page', url: `https://portal.example/?token=${secrets['token']}`, isSpent: true };
    };
    const rooms = await open();
    const results = await Promise.all([rooms.entrance.enter(key, null), rooms.entrance.enter(key, null)]);
    expect(results.map(({ kind }) => kind)).toEqual(['opened', 'opened']);
    expect(rooms.opened).toEqual(['https://portal.example/?token=token-of-1']);
    expect(profile.secrets.size).toBe(0);
    expect((await rooms.entrance.waysInto(key)).map(({ id }) => id)).toEqual(['copy']);
  });

  test('by what is good once keeps it when nothing took the page', async () => {
    host.enter = async () => ({ kind: 'page', url: 'https://portal.example/', isSpent: true });
    const rooms = await open({ openPage: async () => false });
    expect((await rooms.entrance.enter(key, null)).kind).toBe('refused');
    expect(profile.secrets.size).toBe(1);
  });

  test('by copying copies, and nobody went in by that', async () => {
    const rooms = await open();
    expect(await rooms.entrance.enter(key, 'copy')).toEqual({ kind: 'copied', text: 'https://guest.example/1' });
    expect(rooms.copied).toEqual(['https://guest.example/1']);
    expect(rooms.desk.slice().rooms).toMatchObject([{ phase: 'open' }]);
  });

  test('in a way that there is not, or of a room that is gone, is refused', async () => {
    const rooms = await open();
    expect(await rooms.entrance.enter(key, 'strange')).toEqual({ kind: 'refused', message: 'services:rooms.noWayIn' });
    expect(await rooms.entrance.enter('desk-1/none', null)).toEqual({
      kind: 'refused',
      message: 'services:rooms.gone',
    });
    expect(await rooms.entrance.waysInto('desk-1/none')).toEqual([]);
  });

  test('that nothing took is not entering', async () => {
    const rooms = await open({ openPage: async () => false });
    expect(await rooms.entrance.enter(key, null)).toEqual({ kind: 'refused', message: 'services:rooms.cannotOpen' });
    expect(rooms.desk.slice().rooms).toMatchObject([{ phase: 'open' }]);
  });

  test.each([
    ['refused', 'services:rooms.enterRefused'],
    ['notSetUp', 'services:rooms.enterRefused'],
    ['limited', 'services:rooms.enterLimited'],
    ['unreachable', 'services:rooms.enterUnreachable'],
  ] as const)('that its service answers with %s says what to do', async (kind, message) => {
    const rooms = await open();
    vi.spyOn(host, 'enter').mockResolvedValue(failed(kind));
    expect(await rooms.entrance.enter(key, null)).toEqual({ kind: 'refused', message });
  });

  test('in a call goes to the call window, if there is one', async () => {
    vi.spyOn(host, 'enter').mockResolvedValue({ kind: 'call', roomId: 'room-1' });
    const without = await open();
    expect(await without.entrance.enter(key, null)).toEqual({
      kind: 'refused',
      message: 'services:rooms.noCallWindow',
    });
    const openCall = vi.fn(async () => true);
    const rooms = buildFakeRooms(profile, time, { openCall });
    rooms.desk.follow({ account: deskAccount, host, budget: { take: () => 0, wait: () => 0 } });
    expect(await rooms.entrance.enter(key, null)).toMatchObject({ kind: 'opened' });
    expect(openCall).toHaveBeenCalledWith(expect.objectContaining({ account: deskAccount, host }));
  });
});
