import { describe, expect, it } from 'vitest';
import type { FaultInput } from '../../../simulator/eightbyeight/fault.ts';
import { start } from '../pexipClient.ts';
import {
  joinLink,
  makeRoom,
  open,
  plainToken,
  portalUrl,
  report,
  requestToken,
  startStill,
} from './eightByEightClient.ts';

async function startWith(...faults: FaultInput[]) {
  const { simulator } = await startStill();
  for (const fault of faults) simulator.eightByEight.setFault(fault);
  const call = (init: RequestInit = {}) => requestToken(simulator, { create_room: true }, init);
  const roomCount = () => simulator.eightByEight.rooms().length;
  return { simulator, call, roomCount };
}

describe('a fault in place of the answer', () => {
  it.each([
    ['unauthorized', 401, 1200],
    ['forbidden', 403, 1201],
    ['notFound', 404, 1300],
    ['badRequest', 400, 1000],
    ['unprocessable', 422, 1000],
    ['rateLimited', 429, 429],
    ['serverError', 500, 2000],
    ['unavailable', 503, 2000],
  ] as const)('%s answers %d and makes no room', async (name, status, code) => {
    const { simulator, call, roomCount } = await startWith({ name });
    const response = await call();
    expect(response.status).toBe(status);
    expect(response.headers.get('retry-after')).toBeNull();
    expect(await response.json()).toMatchObject({ code, errorId: expect.any(String) });
    expect(roomCount()).toBe(0);
    simulator.eightByEight.clearFaults();
    expect((await call()).status).toBe(200);
  });

  it.each(['rateLimited', 'serverError', 'unavailable'] as const)('%s can tell when to retry', async (name) => {
    const seconds = await startWith({ name, retryAfter: { form: 'seconds', seconds: 90 } });
    expect((await seconds.call()).headers.get('retry-after')).toBe('90');
    const date = await startWith({ name, retryAfter: { form: 'httpDate', seconds: 90 } });
    expect((await date.call()).headers.get('retry-after')).toBe('Wed, 14 Jan 2026 09:14:14 GMT');
  });

  it('unprocessable can be for bad requests only', async () => {
    const { simulator, call } = await startWith({ name: 'unprocessable', onlyRefused: true });
    expect((await call()).status).toBe(200);
    const refused = await requestToken(simulator, { call_reference: 'short' });
    expect([refused.status, await refused.json()]).toMatchObject([422, { code: 1000 }]);
  });

  it('otherErrors changes the shape of errors, whatever made them', async () => {
    const { simulator, call } = await startWith({ name: 'otherErrors' }, { name: 'forbidden' });
    const response = await call();
    expect([response.status, Object.keys(await response.json())]).toStrictEqual([403, ['error']]);
    simulator.eightByEight.clearFaults('forbidden');
    expect((await call()).status).toBe(200);
    expect(Object.keys(await (await requestToken(simulator, '[]')).json())).toStrictEqual(['error']);
  });
});

describe('a fault of the connection', () => {
  it('answerLost drops it once the room is made', async () => {
    const { simulator, call, roomCount } = await startWith({ name: 'answerLost' });
    await expect(call()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(roomCount()).toBe(1);
    expect(simulator.eightByEight.requests().at(-1)).toMatchObject({ status: null, faults: ['answerLost'] });
    simulator.eightByEight.clearFaults();
    await call();
    expect(roomCount()).toBe(2);
  });

  it('connectionReset ends it before anything is done', async () => {
    const { call, roomCount } = await startWith({ name: 'connectionReset' });
    await expect(call()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(roomCount()).toBe(0);
  });

  it('hang never answers and makes no room', async () => {
    const { call, roomCount } = await startWith({ name: 'hang' });
    await expect(call({ signal: AbortSignal.timeout(300) })).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(roomCount()).toBe(0);
  });

  it('latency makes the room late, also for a caller who has left', async () => {
    const { call, roomCount } = await startWith({ name: 'latency', milliseconds: 200 });
    await expect(call({ signal: AbortSignal.timeout(50) })).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(roomCount()).toBe(0);
    await expect.poll(roomCount).toBe(1);
    expect((await call()).status).toBe(200);
  });

  it('connectionCut ends it in the middle of the body, with the room made', async () => {
    const { call, roomCount } = await startWith({ name: 'connectionCut' });
    const response = await call();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect(roomCount()).toBe(1);
  });
});

describe('a fault of the body', () => {
  it.each([
    ['emptyBody', /^$/],
    ['htmlBody', /<html>/],
    ['truncatedJson', /^\{"call_reference".*[^}]$/],
  ] as const)('%s spoils a good answer, with the room made, and a bad one', async (name, pattern) => {
    const { simulator, call, roomCount } = await startWith({ name });
    const good = await call();
    expect(good.status).toBe(200);
    expect(await good.text()).toMatch(pattern);
    expect(roomCount()).toBe(1);
    simulator.eightByEight.setFault('serverError');
    const bad = await call();
    expect(bad.status).toBe(500);
    await expect(bad.json()).rejects.toThrow();
  });

  it.each(['call_reference', 'guest_link', 'auth_token'] as const)('missingField leaves %s out', async (field) => {
    const { call } = await startWith({ name: 'missingField', field });
    const body = await (await call()).json();
    expect(Object.keys(body)).toHaveLength(2);
    expect(body).not.toHaveProperty(field);
  });

  it('missingField is the reference unless told', async () => {
    const { simulator } = await startWith();
    simulator.eightByEight.setFault('missingField');
    expect(await makeRoom(simulator)).not.toHaveProperty('call_reference');
  });

  it('extraFields adds what nobody documented', async () => {
    const { simulator } = await startWith({ name: 'extraFields' });
    const { eightByEight } = simulator;
    const room = await makeRoom(simulator);
    expect(Object.keys(room)).toStrictEqual(['call_reference', 'guest_link', 'auth_token', 'expires_in', 'room']);
    eightByEight.setFault('extraFields', { endpoint: 'callLogs' });
    eightByEight.setFault('extraFields', { endpoint: 'call' });
    const extra = { Region: 'sg', Quality: expect.anything() };
    const log = await (await report(simulator, room.auth_token, '/api/v1/call-logs')).json();
    expect(log).toMatchObject({ total: 1, list: [{ CallId: '8100', ...extra }] });
    expect(await (await report(simulator, room.auth_token, '/api/v1/calls/8100')).json()).toMatchObject(extra);
  });

  it('wrongTypes puts wrong types into every answer', async () => {
    const { simulator, call } = await startWith();
    const { eightByEight } = simulator;
    await call();
    const token = await plainToken(simulator);
    for (const endpoint of ['tokens', 'callLogs', 'call'] as const) eightByEight.setFault('wrongTypes', { endpoint });
    expect(await (await call()).json()).toStrictEqual({ call_reference: 17, guest_link: 17, auth_token: 17 });
    expect(await (await report(simulator, token, '/api/v1/call-logs')).json()).toMatchObject({
      list: [null, 'call', { CallId: 8100, Duration: '352' }, { CallId: '8100' }, []],
    });
    const detail = await (await report(simulator, token, '/api/v1/calls/8100')).json();
    expect(detail).toMatchObject({ Duration: '352', AgentRating: 5, Conversation: {} });
  });

  it('sampleSlips writes the slips of the published sample', async () => {
    const { simulator } = await startWith();
    const { auth_token: token } = await makeRoom(simulator);
    simulator.eightByEight.setFault('sampleSlips', { endpoint: 'callLogs' });
    expect(await (await report(simulator, token, '/api/v1/call-logs')).json()).toMatchObject({
      list: [{ CallId: '8100', UserB_MSISDN: 'null,', CountryISO2alpha: '“SG”' }],
    });
  });
});

describe('scope of faults', () => {
  it('is the token call unless told', async () => {
    const { simulator } = await startWith();
    const room = await makeRoom(simulator);
    simulator.eightByEight.setFault('serverError');
    expect((await report(simulator, room.auth_token, '/api/v1/call-logs')).status).toBe(200);
    expect((await requestToken(simulator)).status).toBe(500);
  });

  it.each(['callLogs', 'call', 'snapshot', 'portal', 'guest'] as const)('can be %s', async (endpoint) => {
    const { simulator } = await startWith();
    const { eightByEight } = simulator;
    const room = await makeRoom(simulator);
    const snapshot = eightByEight.addSnapshot('8100', 'guest');
    eightByEight.setFault({ name: 'unavailable' }, { endpoint });
    const statuses = {
      callLogs: (await report(simulator, room.auth_token, '/api/v1/call-logs')).status,
      call: (await report(simulator, room.auth_token, '/api/v1/calls/8100')).status,
      snapshot: (await report(simulator, room.auth_token, snapshot)).status,
      portal: (await open(portalUrl(simulator, room.auth_token))).status,
      guest: (await open(room.guest_link)).status,
    };
    expect(statuses).toStrictEqual({
      ...{ callLogs: 200, call: 200, snapshot: 200, portal: 200, guest: 200 },
      [endpoint]: 503,
    });
  });

  it('can be one account, and the next answers only', async () => {
    const simulator = await start();
    simulator.eightByEight.addAccount({ id: 'other', apiKey: 'other-api-key' });
    simulator.eightByEight.setFault('serverError', { clientId: 'other', times: 1 });
    const headers = { authorization: 'Bearer other-api-key', 'content-type': 'application/json' };
    expect((await requestToken(simulator)).status).toBe(200);
    expect((await requestToken(simulator, {}, { headers })).status).toBe(500);
    expect((await requestToken(simulator, {}, { headers })).status).toBe(200);
  });

  it('keeps a lost sign-in signed in: the text message has left', async () => {
    const { simulator } = await startWith();
    const room = await makeRoom(simulator, { phone_number: '+6591230000' });
    simulator.eightByEight.setFault('answerLost', { endpoint: 'portal' });
    await expect(open(portalUrl(simulator, room.auth_token))).rejects.toThrow();
    expect(simulator.eightByEight.sms()).toHaveLength(1);
    expect((await joinLink(room.guest_link)).status).toBe(303);
  });

  it('refuses what is no fault', async () => {
    const { eightByEight } = await start();
    expect(() => eightByEight.setFault({ name: 'latency', milliseconds: -1 })).toThrow(RangeError);
    expect(() => eightByEight.setFault('hang', { times: 0 })).toThrow(RangeError);
  });
});
