import { describe, expect, it } from 'vitest';
import { clockAt, start } from '../pexipClient.ts';
import { call, dataOf } from './telnyxClient.ts';

describe('the key', () => {
  it.each([
    ['GET', '/rooms'],
    ['POST', '/rooms'],
    ['GET', '/room_sessions'],
    ['POST', '/room_sessions/5b1f8c34-8d4e-4a4f-9a8e-0c6a2d1e7f10/actions/end'],
  ])('opens %s %s', async (method, path) => {
    const simulator = await start();
    for (const headers of [{}, { authorization: 'Bearer KEY-of-somebody' }, { authorization: 'Basic eDp5' }]) {
      const answer = await call(simulator, method, path, undefined, { headers });
      expect([answer.status, answer.json]).toMatchObject([401, { errors: [{ code: '10009' }] }]);
    }
  });

  it('is not needed for session actions when the schema is taken by the letter', async () => {
    const simulator = await start();
    const { sessionId } = simulator.telnyx.addParticipant(simulator.telnyx.addRoom().id, '');
    const end = () => call(simulator, 'POST', `/room_sessions/${sessionId}/actions/end`, undefined, { headers: {} });
    expect((await end()).status).toBe(401);
    simulator.telnyx.setFault('actionsNeedNoKey');
    expect((await end()).status).toBe(200);
  });

  it('is never logged', async () => {
    const simulator = await start();
    const key = simulator.telnyx.apiKey;
    await call(simulator, 'GET', `/rooms?key=${key}&other=KEY${'0'.repeat(32)}_${'a'.repeat(22)}`);
    expect(simulator.telnyx.requests()).toMatchObject([
      { service: 'telnyx', origin: 'telnyxApi', clientId: 'account', authorization: 'bearer', status: 200 },
    ]);
    expect(simulator.telnyx.requests()[0]?.url).toBe('/v2/rooms?key=[secret]&other=[secret]');
  });
});

describe('status faults', () => {
  it.each([
    ['invalidJson', 400, '10023'],
    ['unauthorized', 401, '10009'],
    ['forbidden', 403, '10010'],
    ['notFound', 404, '10005'],
    ['unprocessable', 422, '10015'],
    ['alreadyEnded', 422, '10015'],
    ['rateLimited', 429, '10011'],
    ['serverError', 500, '10007'],
    ['badGateway', 502, '10007'],
    ['unavailable', 503, '10007'],
    ['gatewayTimeout', 504, '10007'],
  ] as const)('%s answers %d, in every shape', async (name, status, code) => {
    const simulator = await start();
    simulator.telnyx.setFault(name);
    const array = await call(simulator, 'GET', '/rooms');
    expect([array.status, array.json]).toMatchObject([status, { errors: [{ code, title: expect.any(String) }] }]);
    expect(array.headers.get('retry-after')).toBeNull();
    simulator.telnyx.setFault('errorShape');
    const bare = await call(simulator, 'GET', '/rooms');
    expect([bare.status, bare.json]).toMatchObject([status, { code, title: expect.any(String), source: {} }]);
    simulator.telnyx.setFault({ name: 'errorShape', as: 'message' });
    const message = await call(simulator, 'GET', '/rooms');
    expect([message.status, message.json]).toStrictEqual([status, { success: false, message: expect.any(String) }]);
    simulator.telnyx.setFault({ name: 'errorShape', as: 'empty' });
    const empty = await call(simulator, 'GET', '/rooms');
    expect([empty.status, empty.text]).toStrictEqual([status, '']);
  });

  it('take the shapes of the published schema when told', async () => {
    const simulator = await start();
    const { id } = simulator.telnyx.addRoom();
    simulator.telnyx.setFault({ name: 'errorShape', as: 'published' });
    const withoutKey = { headers: {} };
    expect((await call(simulator, 'GET', '/rooms?page[size]=0')).json).toHaveProperty('success', false);
    expect((await call(simulator, 'GET', '/rooms/one')).json).toHaveProperty('code', '10006');
    expect((await call(simulator, 'PATCH', `/rooms/${id}`, { max_participants: 0 })).json).toHaveProperty('errors');
    expect((await call(simulator, 'PATCH', `/rooms/${id}`, {}, withoutKey)).text).toBe('');
  });

  it('can carry another code, and tell when to retry', async () => {
    const simulator = await start({ now: clockAt('2026-01-14T09:00:00Z').now });
    simulator.telnyx.setFault({ name: 'unprocessable', code: '10012' }, { times: 1 });
    expect((await call(simulator, 'POST', '/rooms', {})).json).toMatchObject({ errors: [{ code: '10012' }] });
    simulator.telnyx.setFault({ name: 'rateLimited', retryAfter: { form: 'httpDate', seconds: 90 } });
    const answer = await call(simulator, 'GET', '/rooms');
    expect(answer.headers.get('retry-after')).toBe('Wed, 14 Jan 2026 09:01:30 GMT');
    expect(answer.headers.get('x-ratelimit-remaining')).toBe('0');
  });
});

describe('the scope of a fault', () => {
  it('is every call, one endpoint, or one room', async () => {
    const simulator = await start();
    const [one, other] = [simulator.telnyx.addRoom(), simulator.telnyx.addRoom()];
    const statuses = async () => [
      (await call(simulator, 'GET', '/rooms')).status,
      (await call(simulator, 'GET', `/rooms/${one.id}`)).status,
      (await call(simulator, 'GET', `/rooms/${other.id}`)).status,
    ];
    simulator.telnyx.setFault('serverError');
    expect(await statuses()).toStrictEqual([500, 500, 500]);
    simulator.telnyx.clearFaults();
    simulator.telnyx.setFault('serverError', { endpoint: 'listRooms' });
    expect(await statuses()).toStrictEqual([500, 200, 200]);
    simulator.telnyx.clearFaults('serverError');
    simulator.telnyx.setFault('serverError', { clientId: other.id });
    expect(await statuses()).toStrictEqual([200, 200, 500]);
    simulator.telnyx.clearFaults();
    simulator.telnyx.setFault('serverError', { times: 2 });
    expect(await statuses()).toStrictEqual([500, 500, 200]);
    expect(simulator.telnyx.faults()).toStrictEqual([]);
  });
});

describe('faults of connection and body', () => {
  it('answerLost makes the room, then ends the connection', async () => {
    const simulator = await start();
    simulator.telnyx.setFault('answerLost', { endpoint: 'createRoom', times: 1 });
    await expect(call(simulator, 'POST', '/rooms', { unique_name: 'demo' })).rejects.toMatchObject({
      cause: { code: 'ECONNRESET' },
    });
    expect(simulator.telnyx.rooms()).toMatchObject([{ settings: { unique_name: 'demo' } }]);
    expect((await call(simulator, 'POST', '/rooms', { unique_name: 'demo' })).status).toBe(422);
  });

  it('connectionReset and hang do nothing', async () => {
    const simulator = await start();
    simulator.telnyx.setFault('connectionReset', { times: 1 });
    await expect(call(simulator, 'POST', '/rooms', {})).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    simulator.telnyx.setFault('hang', { times: 1 });
    const signal = AbortSignal.timeout(200);
    await expect(call(simulator, 'POST', '/rooms', {}, { signal })).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(simulator.telnyx.rooms()).toStrictEqual([]);
    expect(simulator.telnyx.requests()).toMatchObject([
      { status: null, faults: ['connectionReset'] },
      { status: null, faults: ['hang'] },
    ]);
  });

  it('connectionCut and truncatedJson break the body', async () => {
    const simulator = await start();
    simulator.telnyx.setFault('connectionCut', { times: 1 });
    await expect(call(simulator, 'GET', '/rooms')).rejects.toThrow();
    simulator.telnyx.setFault('truncatedJson', { times: 1 });
    const answer = await call(simulator, 'GET', '/rooms');
    expect([answer.status, answer.json]).toStrictEqual([200, undefined]);
    expect(answer.text).not.toBe('');
  });

  it('emptyBody and htmlBody take its place, for any status or one', async () => {
    const simulator = await start();
    simulator.telnyx.setFault({ name: 'emptyBody', onlyStatus: 404 });
    expect((await call(simulator, 'GET', '/rooms/one')).text).toBe('');
    expect((await call(simulator, 'GET', '/rooms')).text).not.toBe('');
    simulator.telnyx.setFault('htmlBody');
    const page = await call(simulator, 'GET', '/rooms');
    expect([page.status, page.headers.get('content-type')]).toStrictEqual([200, 'text/html; charset=utf-8']);
  });

  it('latency waits first', async () => {
    const simulator = await start();
    simulator.telnyx.setFault({ name: 'latency', milliseconds: 120 });
    const before = performance.now();
    await call(simulator, 'GET', '/rooms');
    expect(performance.now() - before).toBeGreaterThanOrEqual(115);
  });
});

describe('faults of the content', () => {
  it('fieldsMissing leaves what identifies, extraFields adds at every level', async () => {
    const simulator = await start();
    simulator.telnyx.setFault('fieldsMissing', { times: 1 });
    expect(dataOf(await call(simulator, 'POST', '/rooms', {}))).toStrictEqual({ id: expect.any(String) });
    simulator.telnyx.setFault('extraFields');
    const { json } = await call(simulator, 'GET', '/rooms');
    const extra = { x_undocumented: expect.anything() };
    expect(json).toMatchObject({ ...extra, data: [extra], meta: extra });
  });

  it('wrongTypes puts unusable elements into lists', async () => {
    const simulator = await start();
    simulator.telnyx.setFault('wrongTypes');
    expect((await call(simulator, 'GET', '/rooms')).json?.['data']).toContain(null);
  });
});

describe('limits', () => {
  it('count by class of call and tell what is left', async () => {
    const clock = clockAt('2026-01-14T09:00:00Z');
    const limits = { medium: 2, windowMs: 10_000, retryAfter: 'seconds' } as const;
    const simulator = await start({ now: clock.now, telnyx: { limits } });
    const { id } = simulator.telnyx.addRoom();
    const first = await call(simulator, 'GET', '/rooms');
    const names = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'];
    expect(names.map((name) => first.headers.get(name))).toStrictEqual(['2', '1', '10']);
    clock.advance(2500);
    await call(simulator, 'GET', '/rooms');
    const refused = await call(simulator, 'GET', '/rooms');
    expect([refused.status, refused.json]).toMatchObject([429, { errors: [{ code: '10011' }] }]);
    expect(refused.headers.get('retry-after')).toBe('8');
    expect(refused.headers.get('x-ratelimit-reset')).toBe('8');
    expect((await call(simulator, 'GET', `/rooms/${id}`)).status).toBe(200);
    clock.advance(7500);
    expect((await call(simulator, 'GET', '/rooms')).status).toBe(200);
    simulator.telnyx.setLimits({ medium: 0 });
    expect((await call(simulator, 'GET', '/rooms')).status).toBe(429);
  });
});

describe('an unknown path', () => {
  it('is 404 and says that nothing documents the answer', async () => {
    const answer = await call(await start(), 'PUT', '/rooms');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('x-simulator-choice')).not.toBeNull();
  });
});
