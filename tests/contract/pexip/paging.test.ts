import { describe, expect, test } from 'vitest';
import type { FetchedAgenda } from '../../../main/services/service.ts';
import { manyMeetings } from '../../../simulator/pexip/manyMeetings.ts';
import type { SimulatedMeeting } from '../../../simulator/pexip/simulatedMeeting.ts';
import { openRoom, type PexipRoom } from './pexipRoom.ts';

async function openFullRoom(meetings: readonly SimulatedMeeting[]): Promise<PexipRoom> {
  const room = await openRoom();
  room.simulator.pexip.setMeetings('boardroom-7', meetings);
  return room;
}

function idsOf(fetched: FetchedAgenda): ReadonlySet<string> {
  return new Set(fetched.kind === 'meetings' ? fetched.meetings.map(({ serviceMeetingId }) => serviceMeetingId) : []);
}

function bookAt(index: number, start: number, minutes = 30): SimulatedMeeting {
  return {
    id: `meeting-${index}`,
    subject: `Meeting ${index}`,
    organizerName: 'Oto Lind',
    organizerEmail: 'oto.lind@corp.example',
    startTime: new Date(start).toISOString(),
    endTime: new Date(start + minutes * 60_000).toISOString(),
  };
}

const now = Date.now();

describe('a week with more meetings than one answer holds', () => {
  test.each([
    [99, 1],
    [100, 2],
    [101, 2],
    [250, 3],
  ])('of %d meetings is fetched whole, in %d calls', async (count, calls) => {
    const meetings = manyMeetings(count, now);
    const room = await openFullRoom(meetings);
    const fetched = await room.fetch();
    expect(idsOf(fetched)).toEqual(new Set(meetings.map(({ id }) => id)));
    expect(fetched).toMatchObject({ coveredUntil: null });
    expect(room.asked()).toHaveLength(1 + calls);
  });

  test('is told as known only so far when five answers did not hold it', async () => {
    const meetings = manyMeetings(700, now);
    const room = await openFullRoom(meetings);
    const fetched = await room.fetch();
    const coveredUntil = fetched.kind === 'meetings' ? (fetched.coveredUntil ?? '') : '';
    const before = meetings.filter(({ startTime }) => new Date(startTime).toISOString() < coveredUntil);
    expect(before.length).toBeGreaterThan(450);
    expect([...idsOf(fetched)]).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
    expect(room.asked()).toHaveLength(6);
  });

  test('is fetched whole when many meetings share a start, and when some last for days', async () => {
    const long = Array.from({ length: 20 }, (_, index) => bookAt(1_000 + index, now + index, 3 * 1_440));
    const pairs = Array.from({ length: 240 }, (_, index) => bookAt(index, now + Math.floor(index / 30) * 3_600_000));
    const room = await openFullRoom([...long, ...pairs]);
    expect((await room.fetch()).kind).toBe('meetings');
    expect(idsOf(await room.fetch()).size).toBe(260);
  });

  test('is not asked for in circles when a hundred and more start at one moment', async () => {
    const start = now + 3_600_000;
    const room = await openFullRoom(Array.from({ length: 130 }, (_, index) => bookAt(index, start)));
    const fetched = await room.fetch();
    expect(fetched).toMatchObject({ kind: 'meetings', coveredUntil: new Date(start).toISOString() });
    expect(idsOf(fetched).size).toBe(100);
    expect(room.asked()).toHaveLength(3);
  });

  test('fails as a whole when a later answer fails: no half list is taken for the agenda', async () => {
    const room = await openFullRoom(manyMeetings(250, now));
    room.simulator.pexip.setLimits({ calls: 2 });
    expect(await room.fetch()).toMatchObject({ kind: 'failed', status: { kind: 'limited' } });
  });
});
