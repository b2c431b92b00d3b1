import { describe, expect, it } from 'vitest';
import type { FaultInput } from '../../simulator/pexip/fault.ts';
import { clockAt, requestMeetings, requestToken, start, tokenOf } from './pexipClient.ts';

describe.each(['token', 'meetings'] as const)('faults of the %s endpoint', (endpoint) => {
  async function startWith(...faults: FaultInput[]) {
    const clock = clockAt('2026-04-14T08:41:00Z');
    const simulator = await start({ now: clock.now });
    const token = await tokenOf(simulator);
    for (const fault of faults) simulator.pexip.setFault(fault, { endpoint });
    const call = (init: RequestInit = {}) =>
      endpoint === 'token' ? requestToken(simulator, undefined, init) : requestMeetings(simulator, token, {}, init);
    return { simulator, call };
  }

  it.each([
    ['unauthorized', 401],
    ['forbidden', 403],
    ['notFound', 404],
    ['rateLimited', 429],
    ['serverError', 500],
    ['unavailable', 503],
  ] as const)('%s answers %d', async (name, status) => {
    const { simulator, call } = await startWith({ name });
    const response = await call();
    expect(response.status).toBe(status);
    expect(response.headers.get('retry-after')).toBeNull();
    expect(await response.json()).toStrictEqual({ error: expect.any(String) });
    simulator.pexip.clearFaults();
    expect((await call()).status).toBe(200);
  });

  it.each(['rateLimited', 'serverError', 'unavailable'] as const)('%s can tell when to retry', async (name) => {
    const seconds = await startWith({ name, retryAfter: { form: 'seconds', seconds: 90 } });
    expect((await seconds.call()).headers.get('retry-after')).toBe('90');
    const date = await startWith({ name, retryAfter: { form: 'httpDate', seconds: 90 } });
    expect((await date.call()).headers.get('retry-after')).toBe('Tue, 14 Apr 2026 08:42:30 GMT');
  });

  it('emptyBody takes the body of a good and of a bad answer', async () => {
    const { simulator, call } = await startWith({ name: 'emptyBody' });
    const good = await call();
    expect([good.status, await good.text()]).toStrictEqual([200, '']);
    simulator.pexip.setFault('serverError', { endpoint });
    const bad = await call();
    expect([bad.status, await bad.text()]).toStrictEqual([500, '']);
  });

  it('emptyBody can be for 401 only', async () => {
    const { simulator, call } = await startWith({ name: 'emptyBody', onlyStatus: 401 });
    expect(await (await call()).text()).not.toBe('');
    simulator.pexip.setFault('unauthorized', { endpoint });
    const response = await call();
    expect([response.status, await response.text()]).toStrictEqual([401, '']);
    expect(response.headers.get('www-authenticate')).not.toBeNull();
  });

  it('htmlBody puts a page in place of JSON, on 200 and on errors', async () => {
    const { simulator, call } = await startWith({ name: 'htmlBody' });
    const good = await call();
    expect(good.status).toBe(200);
    expect(good.headers.get('content-type')).toContain('text/html');
    expect(await good.text()).toContain('<html>');
    simulator.pexip.setFault('unavailable', { endpoint });
    const bad = await call();
    expect(bad.status).toBe(503);
    expect(await bad.text()).toContain('<html>');
  });

  it('truncatedJson sends a complete answer with half of its JSON', async () => {
    const { call } = await startWith({ name: 'truncatedJson' });
    const text = await (await call()).text();
    expect(text.startsWith('{')).toBe(true);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it('connectionReset ends the connection without an answer', async () => {
    const { simulator, call } = await startWith({ name: 'connectionReset' });
    await expect(call()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(simulator.pexip.requests().at(-1)).toMatchObject({ status: null, faults: ['connectionReset'] });
  });

  it('connectionCut ends it in the middle of the body', async () => {
    const { call } = await startWith({ name: 'connectionCut' });
    const response = await call();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it('hang never answers', async () => {
    const { simulator, call } = await startWith({ name: 'hang' });
    await expect(call({ signal: AbortSignal.timeout(300) })).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(simulator.pexip.requests().at(-1)).toMatchObject({ status: null, faults: ['hang'] });
  });

  it('latency waits, then lets other faults act', async () => {
    const { call } = await startWith({ name: 'latency', milliseconds: 120 }, { name: 'serverError' });
    const before = performance.now();
    expect((await call()).status).toBe(500);
    expect(performance.now() - before).toBeGreaterThanOrEqual(115);
  });

  it('act for the next answers only, when told', async () => {
    const { simulator, call } = await startWith();
    simulator.pexip.setFault('serverError', { endpoint, times: 2 });
    expect([(await call()).status, (await call()).status, (await call()).status]).toStrictEqual([500, 500, 200]);
    expect(simulator.pexip.faults()).toStrictEqual([]);
  });
});

describe('scope of faults', () => {
  it('is the meetings endpoint unless told', async () => {
    const simulator = await start();
    simulator.pexip.setFault('serverError');
    expect((await requestToken(simulator)).status).toBe(200);
    expect((await requestMeetings(simulator, await tokenOf(simulator))).status).toBe(500);
  });

  it('can be one client', async () => {
    const simulator = await start();
    simulator.pexip.setFault('serverError', { clientId: 'library' });
    expect((await requestMeetings(simulator, await tokenOf(simulator, 'library'))).status).toBe(500);
    expect((await requestMeetings(simulator, await tokenOf(simulator, 'boardroom-7'))).status).toBe(200);
  });

  it('counts only answers that a fault took part in', async () => {
    const simulator = await start();
    const token = await tokenOf(simulator);
    simulator.pexip.setFault({ name: 'emptyBody', onlyStatus: 401 }, { times: 1 });
    expect(await (await requestMeetings(simulator, token)).text()).not.toBe('');
    expect(await (await requestMeetings(simulator, 'unknown')).text()).toBe('');
    expect(await (await requestMeetings(simulator, 'unknown')).text()).not.toBe('');
  });

  it('is replaced by setting the fault again, and cleared by name', async () => {
    const { pexip } = await start();
    pexip.setFault({ name: 'latency', milliseconds: 1 });
    pexip.setFault({ name: 'latency', milliseconds: 2 });
    pexip.setFault('hang');
    pexip.clearFaults('hang');
    expect(pexip.faults()).toStrictEqual([
      { fault: { name: 'latency', milliseconds: 2 }, endpoint: 'meetings', clientId: null, remaining: null },
    ]);
  });

  it('refuses what is no fault', async () => {
    const { pexip } = await start();
    expect(() => pexip.setFault({ name: 'latency', milliseconds: -1 })).toThrow(RangeError);
    expect(() => pexip.setFault('hang', { times: 0 })).toThrow(RangeError);
  });
});

describe('tokenRevoked', () => {
  it('ends the token in mid-life, once; a new one works', async () => {
    const simulator = await start();
    const token = await tokenOf(simulator);
    expect((await requestMeetings(simulator, token)).status).toBe(200);
    simulator.pexip.setFault('tokenRevoked');
    expect((await requestMeetings(simulator, token)).status).toBe(401);
    expect((await requestMeetings(simulator, token)).status).toBe(401);
    expect((await requestMeetings(simulator, await tokenOf(simulator))).status).toBe(200);
  });
});

describe('a closed simulator', () => {
  it('lets go of hanging requests and waits', async () => {
    const simulator = await start();
    const token = await tokenOf(simulator);
    simulator.pexip.setFault('hang', { times: 1 });
    const hanging = requestMeetings(simulator, token).catch(() => 'ended');
    await expect.poll(() => simulator.pexip.requests().length).toBe(2);
    simulator.pexip.setFault({ name: 'latency', milliseconds: 60_000 });
    const waiting = requestMeetings(simulator, token).catch(() => 'ended');
    await expect.poll(() => simulator.pexip.requests().length).toBe(3);
    await simulator.close();
    expect(await Promise.all([hanging, waiting])).toStrictEqual(['ended', 'ended']);
  });
});
