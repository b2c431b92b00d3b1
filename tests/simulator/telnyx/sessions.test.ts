import { describe, expect, it } from 'vitest';
import { clockAt, start } from '../pexipClient.ts';
import { call, dataOf, listOf } from './telnyxClient.ts';

const context = (username: string) => JSON.stringify({ username });

async function startWithPeople(...names: string[]) {
  const clock = clockAt('2026-01-14T09:00:00Z');
  const simulator = await start({ now: clock.now });
  const room = simulator.telnyx.addRoom();
  const people = names.map((name) => simulator.telnyx.addParticipant(room.id, context(name)));
  const [session] = simulator.telnyx.sessions();
  const act = (action: string, body?: unknown) =>
    call(simulator, 'POST', `/room_sessions/${session?.id}/actions/${action}`, body);
  return { simulator, clock, room, people, sessionId: session?.id ?? '', act };
}

describe('sessions', () => {
  it('last from the first join to the last leave', async () => {
    const { simulator, clock, room, people, sessionId } = await startWithPeople('Ana', 'Ben');
    expect(dataOf(await call(simulator, 'GET', `/rooms/${room.id}`))).toMatchObject({ active_session_id: sessionId });
    clock.advance(1000);
    for (const { id } of people) {
      expect(dataOf(await call(simulator, 'GET', `/room_sessions/${sessionId}`))).toMatchObject({ active: true });
      simulator.telnyx.removeParticipant(id);
    }
    expect(dataOf(await call(simulator, 'GET', `/room_sessions/${sessionId}`))).toStrictEqual({
      id: sessionId,
      room_id: room.id,
      active: false,
      created_at: '2026-01-14T09:00:00.000000Z',
      updated_at: '2026-01-14T09:00:01.000000Z',
      ended_at: '2026-01-14T09:00:01.000000Z',
      record_type: 'room_session',
    });
    expect(dataOf(await call(simulator, 'GET', `/rooms/${room.id}`))).toMatchObject({ active_session_id: null });
    expect(simulator.telnyx.addParticipant(room.id, '').sessionId).not.toBe(sessionId);
  });

  it('are listed, with people when asked', async () => {
    const { simulator, room, people, sessionId } = await startWithPeople('Ana');
    const other = simulator.telnyx.addRoom();
    const elsewhere = simulator.telnyx.addParticipant(other.id, context('Cleo'));
    simulator.telnyx.removeParticipant(elsewhere.id);
    const ids = async (path: string) => listOf(await call(simulator, 'GET', path)).map(({ id }) => id);
    expect(await ids('/room_sessions')).toStrictEqual([elsewhere.sessionId, sessionId]);
    expect(await ids('/room_sessions?filter[active]=true')).toStrictEqual([sessionId]);
    expect(await ids(`/room_sessions?filter[room_id]=${other.id}`)).toStrictEqual([elsewhere.sessionId]);
    expect(await ids('/room_sessions?filter[date_ended_at][gte]=2026-01-14')).toStrictEqual([elsewhere.sessionId]);
    expect(await ids(`/rooms/${room.id}/sessions`)).toStrictEqual([sessionId]);
    expect(await ids(`/room_sessions/${sessionId}/participants`)).toStrictEqual([people[0]?.id]);
    const [listed] = listOf(
      await call(simulator, 'GET', '/room_sessions?filter[active]=true&include_participants=true'),
    );
    expect(listed).toMatchObject({ participants: [{ id: people[0]?.id }] });
  });

  it('are not found', async () => {
    const simulator = await start();
    const nowhere = '5b1f8c34-8d4e-4a4f-9a8e-0c6a2d1e7f10';
    const paths = [`/room_sessions/${nowhere}`, `/room_sessions/${nowhere}/participants`, '/room_participants/one'];
    for (const path of paths) expect((await call(simulator, 'GET', path)).status).toBe(404);
    expect((await call(simulator, 'POST', `/room_sessions/${nowhere}/actions/end`)).status).toBe(404);
  });
});

describe('participants', () => {
  it('are told with their context and times', async () => {
    const { simulator, clock, people, sessionId } = await startWithPeople('Ana', 'Ben');
    clock.advance(60_000);
    simulator.telnyx.removeParticipant(people[0]?.id ?? '');
    const list = listOf(await call(simulator, 'GET', `/room_participants?filter[session_id]=${sessionId}`));
    expect(list).toMatchObject([{ context: context('Ben'), left_at: null }, { context: context('Ana') }]);
    expect(dataOf(await call(simulator, 'GET', `/room_participants/${people[0]?.id}`))).toStrictEqual({
      id: people[0]?.id,
      session_id: sessionId,
      context: context('Ana'),
      joined_at: '2026-01-14T09:00:00.000000Z',
      updated_at: '2026-01-14T09:01:00.000000Z',
      left_at: '2026-01-14T09:01:00.000000Z',
      record_type: 'room_participant',
    });
    const query = `filter[context]=${encodeURIComponent(context('Ben'))}`;
    expect(listOf(await call(simulator, 'GET', `/room_participants?${query}`))).toHaveLength(1);
  });
});

describe('session actions', () => {
  it('end a session; ending it again is the 422 that was seen', async () => {
    const { simulator, room, act } = await startWithPeople('Ana', 'Ben');
    const answer = await act('end');
    expect([answer.status, answer.json]).toStrictEqual([200, { data: { result: 'ok' } }]);
    expect(dataOf(await call(simulator, 'GET', `/rooms/${room.id}`))).toMatchObject({ active_session_id: null });
    expect(simulator.telnyx.participants().every(({ leftAt }) => leftAt !== null)).toBe(true);
    const again = await act('end');
    expect([again.status, again.json]).toMatchObject([422, { errors: [{ detail: 'No private_ip for room' }] }]);
  });

  it('mute, unmute and kick some or all', async () => {
    const { simulator, people, act } = await startWithPeople('Ana', 'Ben', 'Cleo');
    const [ana, ben, cleo] = people.map(({ id }) => id);
    const muted = () =>
      simulator.telnyx
        .participants()
        .filter(({ isMuted }) => isMuted)
        .map(({ id }) => id);
    expect((await act('mute', { participants: 'all', exclude: [ana] })).status).toBe(200);
    expect(muted()).toStrictEqual([cleo, ben]);
    await act('unmute', { participants: [ben] });
    expect(muted()).toStrictEqual([cleo]);
    await act('kick', { participants: [ana, 'stranger'] });
    expect(
      simulator.telnyx
        .participants()
        .filter(({ leftAt }) => leftAt)
        .map(({ id }) => id),
    ).toStrictEqual([ana]);
  });

  it('must say whom they are for', async () => {
    const { act } = await startWithPeople('Ana');
    const answer = await act('kick', {});
    expect([answer.status, answer.json]).toMatchObject([422, { errors: [{ source: { pointer: '/participants' } }] }]);
  });
});
