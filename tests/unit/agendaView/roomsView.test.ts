import { describe, expect, test } from 'vitest';
import { canEnter, cardsThatFit, isInUse, phaseOf, roomsLayout } from '../../../core/agendaView/roomsView.ts';
import { searchRooms } from '../../../core/agendaView/searchRooms.ts';
import type { RoomView } from '../../../core/model/room.ts';

const now = Date.parse('2026-04-14T10:41:00.000Z');
const minute = 60_000;
const none = new Set<string>();

function buildRoom(key: string, other: Partial<RoomView> = {}): RoomView {
  return {
    key,
    accountId: 'a',
    title: key,
    createdAt: '2026-04-14T10:30:00.000Z',
    expiresAt: null,
    phase: 'open',
    peopleCount: null,
    peopleNames: [],
    note: null,
    hasLink: true,
    canEnd: true,
    ...other,
  };
}

function at(minutes: number): string {
  return new Date(now + minutes * minute).toISOString();
}

describe('the place of a room', () => {
  test('is among the current ones while it can be entered, and among the recents afterwards', () => {
    const rooms = [
      buildRoom('open', { expiresAt: at(4) }),
      buildRoom('entered', { phase: 'entered', expiresAt: at(-4) }),
      buildRoom('over', { phase: 'over' }),
      buildRoom('expired', { phase: 'expired', expiresAt: at(-30) }),
    ];
    const { current, recent } = roomsLayout(rooms, none, now);
    expect(current.map(({ key }) => key)).toEqual(['open', 'entered']);
    expect(recent.map(({ key }) => key)).toEqual(['over', 'expired']);
  });

  test('stays for a while after it has expired, unless another was made in its place', () => {
    const expired = buildRoom('expired', { phase: 'expired', expiresAt: at(-4) });
    expect(roomsLayout([expired], none, now).current).toEqual([expired]);
    expect(roomsLayout([expired], new Set(['expired']), now).recent).toEqual([expired]);
    expect(roomsLayout([expired], none, now + minute).recent).toEqual([expired]);
  });

  test('is not lost by a replacement while it can still be entered', () => {
    const room = buildRoom('open');
    expect(roomsLayout([room], new Set(['open']), now).current).toEqual([room]);
  });
});

test('a room whose time is up has expired before main says so, but not while somebody is in it', () => {
  expect(phaseOf(buildRoom('a', { expiresAt: at(0) }), now)).toBe('expired');
  expect(canEnter(buildRoom('a', { expiresAt: at(0) }), now)).toBe(false);
  expect(phaseOf(buildRoom('a', { phase: 'entered', expiresAt: at(0) }), now)).toBe('entered');
  expect(canEnter(buildRoom('a', { phase: 'entered', expiresAt: at(0) }), now)).toBe(true);
});

test('ending asks where others may be in the room', () => {
  expect(isInUse(buildRoom('a', { peopleCount: 0, phase: 'entered' }))).toBe(false);
  expect(isInUse(buildRoom('a', { peopleCount: 2 }))).toBe(true);
  expect(isInUse(buildRoom('a', { phase: 'entered' }))).toBe(true);
  expect(isInUse(buildRoom('a'))).toBe(false);
});

test('cards are drawn as long as their row fits', () => {
  const space = { columns: 1, height: 174, gap: 8 };
  expect(cardsThatFit([54, 54, 54], space)).toBe(2);
  expect(cardsThatFit([54, 86, 54], space)).toBe(2);
  expect(cardsThatFit([86, 86], { ...space, height: 100 })).toBe(1);
  expect(cardsThatFit([54, 54, 86, 54], { ...space, columns: 2 })).toBe(4);
  expect(cardsThatFit([54], { ...space, height: 20 })).toBe(0);
  expect(cardsThatFit([], space)).toBe(0);
});

test('rooms are found by words of their names and of who is in them', () => {
  const rooms = [buildRoom('Große Halle'), buildRoom('loft', { peopleNames: ['Ana Müller', 'Ben'] })];
  const found = (query: string): readonly string[] => searchRooms(rooms, query).map(({ key }) => key);
  expect(found(' ')).toEqual(['Große Halle', 'loft']);
  expect(found('halle')).toEqual(['Große Halle']);
  expect(found('muller LOFT')).toEqual(['loft']);
  expect(found('ben halle')).toEqual([]);
});
