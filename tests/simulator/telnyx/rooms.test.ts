import { describe, expect, it } from 'vitest';
import { clockAt, start } from '../pexipClient.ts';
import { call, dataOf, listOf } from './telnyxClient.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const nowhere = '5b1f8c34-8d4e-4a4f-9a8e-0c6a2d1e7f10';
const firstError = (code: string, source?: object) => ({ errors: [{ code, ...(source && { source }) }] });

describe('rooms', () => {
  it('are created with the documented defaults', async () => {
    const simulator = await start({ now: clockAt('2026-01-14T09:12:44.938Z').now });
    expect(simulator.telnyxEndpoints.telnyxApi).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v2$/);
    const answer = await call(simulator, 'POST', '/rooms', {});
    expect(answer.status).toBe(201);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(dataOf(answer)).toStrictEqual({
      id: expect.stringMatching(uuid),
      unique_name: null,
      max_participants: 10,
      enable_recording: false,
      active_session_id: null,
      created_at: '2026-01-14T09:12:44.938000Z',
      updated_at: '2026-01-14T09:12:44.938000Z',
      webhook_event_url: null,
      webhook_event_failover_url: '',
      webhook_timeout_secs: null,
      video_codecs: ['h264', 'vp8'],
      record_type: 'room',
    });
  });

  it('take numbers and booleans as text, as the tutorial sends them', async () => {
    const body = {
      unique_name: 'demo-a1',
      max_participants: '5',
      enable_recording: 'true',
      webhook_timeout_secs: '30',
    };
    const answer = await call(await start(), 'POST', '/rooms', body);
    expect(dataOf(answer)).toMatchObject({
      unique_name: 'demo-a1',
      max_participants: 5,
      enable_recording: true,
      webhook_timeout_secs: 30,
    });
  });

  it.each([
    [{ max_participants: 1 }, '10015', '/max_participants'],
    [{ max_participants: 51 }, '10015', '/max_participants'],
    [{ max_participants: 'many' }, '10015', '/max_participants'],
    [{ enable_recording: 'perhaps' }, '10015', '/enable_recording'],
    [{ unique_name: '' }, '10015', '/unique_name'],
    [{ webhook_timeout_secs: 31 }, '10015', '/webhook_timeout_secs'],
    [{ webhook_event_url: 'nowhere' }, '10003', '/webhook_event_url'],
  ])('refuse %j', async (body, code, pointer) => {
    const simulator = await start();
    const room = simulator.telnyx.addRoom();
    for (const [method, path] of [
      ['POST', '/rooms'],
      ['PATCH', `/rooms/${room.id}`],
    ] as const) {
      const answer = await call(simulator, method, path, body);
      expect([answer.status, answer.json]).toMatchObject([422, firstError(code, { pointer })]);
    }
    expect(simulator.telnyx.rooms()).toStrictEqual([room]);
  });

  it('have a name only one of them may have', async () => {
    const simulator = await start();
    const first = simulator.telnyx.addRoom({ unique_name: 'demo' });
    const second = simulator.telnyx.addRoom();
    const created = await call(simulator, 'POST', '/rooms', { unique_name: 'demo' });
    const renamed = await call(simulator, 'PATCH', `/rooms/${second.id}`, { unique_name: 'demo' });
    for (const { status, json } of [created, renamed]) {
      expect([status, json]).toMatchObject([422, firstError('10012', { pointer: '/unique_name' })]);
    }
    expect((await call(simulator, 'PATCH', `/rooms/${first.id}`, { unique_name: 'demo' })).status).toBe(200);
  });

  it('are read, changed and deleted', async () => {
    const clock = clockAt('2026-01-14T09:00:00Z');
    const simulator = await start({ now: clock.now });
    const { id } = dataOf(await call(simulator, 'POST', '/rooms', { unique_name: 'demo' }));
    clock.advance(60_000);
    const changed = dataOf(await call(simulator, 'PATCH', `/rooms/${id}`, { max_participants: 3, unknown: true }));
    expect(changed).toMatchObject({
      unique_name: 'demo',
      max_participants: 3,
      created_at: '2026-01-14T09:00:00.000000Z',
      updated_at: '2026-01-14T09:01:00.000000Z',
    });
    expect(dataOf(await call(simulator, 'GET', `/rooms/${id}`))).toStrictEqual(changed);
    const deleted = await call(simulator, 'DELETE', `/rooms/${id}`);
    expect([deleted.status, deleted.text]).toStrictEqual([204, '']);
    expect((await call(simulator, 'DELETE', `/rooms/${id}`)).status).toBe(404);
    expect((await call(simulator, 'GET', `/rooms/${id}`)).json).toMatchObject(firstError('10005'));
  });

  it.each([
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ['GET', '/sessions'],
    ['POST', '/actions/generate_join_client_token'],
    ['POST', '/actions/refresh_client_token'],
  ])('are not found: %s ROOM%s', async (method, path) => {
    const simulator = await start();
    const unknown = await call(simulator, method, `/rooms/${nowhere}${path}`);
    expect([unknown.status, unknown.json]).toMatchObject([404, firstError('10005')]);
    const misshapen = await call(simulator, method, `/rooms/one${path}`);
    expect([misshapen.status, misshapen.json]).toMatchObject([404, firstError('10006')]);
  });

  it('need a JSON object to be made', async () => {
    const simulator = await start();
    for (const body of [undefined, '{', '[]', 'null']) {
      const answer = await call(simulator, 'POST', '/rooms', body);
      expect([answer.status, answer.json]).toMatchObject([400, firstError('10023')]);
    }
  });
});

describe('the list of rooms', () => {
  it('comes in pages, newest first', async () => {
    const simulator = await start();
    for (let number = 1; number <= 45; number += 1) simulator.telnyx.addRoom({ unique_name: `room-${number}` });
    const first = await call(simulator, 'GET', '/rooms');
    expect(listOf(first)).toHaveLength(20);
    expect(listOf(first)[0]).toMatchObject({ unique_name: 'room-45' });
    expect(first.json?.['meta']).toStrictEqual({ page_number: 1, page_size: 20, total_pages: 3, total_results: 45 });
    const last = await call(simulator, 'GET', '/rooms?page%5Bnumber%5D=3&page[size]=20');
    expect(listOf(last)).toHaveLength(5);
    expect(listOf(await call(simulator, 'GET', '/rooms?page[size]=250'))).toHaveLength(45);
    expect(listOf(await call(simulator, 'GET', '/rooms?page[number]=4'))).toHaveLength(0);
  });

  it('may be empty', async () => {
    const simulator = await start();
    const meta = { page_number: 1, page_size: 20, total_pages: 0, total_results: 0 };
    expect((await call(simulator, 'GET', '/rooms')).json).toStrictEqual({ data: [], meta });
    simulator.telnyx.setFault('emptyListHasOnePage');
    expect((await call(simulator, 'GET', '/rooms')).json?.['meta']).toStrictEqual({ ...meta, total_pages: 1 });
  });

  it.each(['page[number]=0', 'page[size]=0', 'page[size]=251', 'page[size]=all', 'filter[date_created_at][gte]=soon'])(
    'refuses %s',
    async (query) => {
      const answer = await call(await start(), 'GET', `/rooms?${query}`);
      const parameter = query.split('=')[0];
      expect([answer.status, answer.json]).toMatchObject([422, firstError('10015', { parameter })]);
    },
  );

  it('can be narrowed by name and by whole days', async () => {
    const clock = clockAt('2026-01-13T23:59:59Z');
    const simulator = await start({ now: clock.now });
    for (const name of ['monday', 'tuesday', 'wednesday']) {
      simulator.telnyx.addRoom({ unique_name: name });
      clock.advance(86_400_000);
    }
    const names = async (query: string) =>
      listOf(await call(simulator, 'GET', `/rooms?${query}`)).map((room) => room['unique_name']);
    expect(await names('filter[unique_name]=tuesday')).toStrictEqual(['tuesday']);
    expect(await names('filter[unique_name]=day')).toStrictEqual([]);
    expect(await names('filter[date_created_at][eq]=2026-01-14')).toStrictEqual(['tuesday']);
    expect(await names('filter[date_created_at][gte]=2026-01-14')).toStrictEqual(['wednesday', 'tuesday']);
    expect(await names('filter[date_updated_at][lte]=2026-01-14')).toStrictEqual(['tuesday', 'monday']);
  });

  it('tells sessions when asked', async () => {
    const simulator = await start();
    const room = simulator.telnyx.addRoom();
    simulator.telnyx.addParticipant(room.id, '{"username":"Ana"}');
    const [listed] = listOf(await call(simulator, 'GET', '/rooms?include_sessions=true'));
    const read = dataOf(await call(simulator, 'GET', `/rooms/${room.id}?include_sessions=true`));
    expect(listed).toStrictEqual(read);
    expect(read).toMatchObject({ sessions: [{ id: read['active_session_id'], active: true }] });
    expect(dataOf(await call(simulator, 'GET', `/rooms/${room.id}`))).not.toHaveProperty('sessions');
  });
});
