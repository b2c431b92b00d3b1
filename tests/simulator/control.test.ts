import { describe, expect, it } from 'vitest';
import { faultNames } from '../../simulator/pexip/fault.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { clockAt, listMeetings, requestMeetings, start, tokenOf } from './pexipClient.ts';

function control(simulator: Simulator, method: string, path: string, body?: unknown): Promise<Response> {
  const payload = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = { 'content-type': 'application/json' };
  return fetch(`${simulator.controlUrl}${path}`, { method, headers, ...payload });
}

const meeting = {
  id: 'one',
  subject: 'Only one',
  organizerName: 'Iris Vega',
  organizerEmail: 'iris.vega@corp.example',
  startTime: '2026-04-14T09:00:00Z',
  endTime: '2026-04-14T10:00:00Z',
};

const startStill = () => start({ now: clockAt('2026-04-14T08:41:00Z').now });

describe('control API', () => {
  it('lies apart from the simulated servers and names them', async () => {
    const simulator = await startStill();
    const origins = [simulator.controlUrl, ...Object.values(simulator.endpoints)].map((url) => new URL(url));
    expect(new Set(origins.map(({ host }) => host)).size).toBe(origins.length);
    expect(origins.every(({ hostname }) => hostname === '127.0.0.1')).toBe(true);
    const response = await control(simulator, 'GET', '/');
    expect(await response.json()).toStrictEqual({
      endpoints: simulator.endpoints,
      services: ['pexip', 'eightbyeight', 'telnyx', 'joinme', 'webcal'],
    });
  });

  it('lists clients without secrets, and adds some', async () => {
    const simulator = await startStill();
    const attic = { id: 'attic', secret: 'attic-secret', name: 'Attic', meetings: [meeting] };
    expect((await control(simulator, 'POST', '/pexip/clients', attic)).status).toBe(204);
    const text = await (await control(simulator, 'GET', '/pexip/clients')).text();
    expect(text).toContain('"attic"');
    expect(text).not.toContain('attic-secret');
    expect((await requestMeetings(simulator, await tokenOf(simulator, 'attic'))).status).toBe(200);
  });

  it('sets and lists meetings', async () => {
    const simulator = await startStill();
    const path = '/pexip/clients/boardroom-7/meetings';
    expect((await control(simulator, 'PUT', path, { meetings: [meeting] })).status).toBe(204);
    expect(await (await control(simulator, 'GET', path)).json()).toStrictEqual({ meetings: [meeting] });
    expect(await listMeetings(simulator)).toStrictEqual([meeting]);
  });

  it('sets, lists and clears faults', async () => {
    const simulator = await startStill();
    const fault = { name: 'rateLimited', retryAfter: { form: 'seconds', seconds: 30 } };
    await control(simulator, 'POST', '/pexip/faults', { fault, clientId: 'library', times: 2 });
    await control(simulator, 'POST', '/pexip/faults', { fault: 'hang', endpoint: 'token' });
    expect(await (await control(simulator, 'GET', '/pexip/faults')).json()).toStrictEqual({
      faults: [
        { fault, endpoint: 'meetings', clientId: 'library', remaining: 2 },
        { fault: { name: 'hang' }, endpoint: 'token', clientId: null, remaining: null },
      ],
      names: faultNames,
    });
    await control(simulator, 'DELETE', '/pexip/faults/hang');
    expect(simulator.pexip.faults()).toHaveLength(1);
    await control(simulator, 'DELETE', '/pexip/faults');
    expect(simulator.pexip.faults()).toHaveLength(0);
  });

  it.each(faultNames)('takes %s by its name alone', async (name) => {
    const simulator = await startStill();
    expect((await control(simulator, 'POST', '/pexip/faults', { fault: name })).status).toBe(200);
    expect(simulator.pexip.faults()).toMatchObject([{ fault: { name } }]);
  });

  it('sets the clock', async () => {
    const simulator = await startStill();
    expect(await (await control(simulator, 'PUT', '/clock', { offsetMs: 60_000 })).json()).toStrictEqual({
      offsetMs: 60_000,
      now: '2026-04-14T08:42:00.000Z',
    });
    expect(await (await control(simulator, 'GET', '/clock')).json()).toMatchObject({ offsetMs: 60_000 });
  });

  it('reads and clears the request log', async () => {
    const simulator = await startStill();
    await tokenOf(simulator);
    const log = await (await control(simulator, 'GET', '/requests?service=pexip')).json();
    expect(log).toMatchObject({ requests: [{ url: '/oauth/token', status: 200 }] });
    await control(simulator, 'DELETE', '/requests');
    expect(simulator.pexip.requests()).toStrictEqual([]);
  });

  it('ends tokens and sets their life', async () => {
    const simulator = await startStill();
    const token = await tokenOf(simulator);
    await control(simulator, 'DELETE', '/pexip/tokens?clientId=library');
    expect((await requestMeetings(simulator, token)).status).toBe(200);
    await control(simulator, 'DELETE', '/pexip/tokens');
    expect((await requestMeetings(simulator, token)).status).toBe(401);
    await control(simulator, 'PUT', '/pexip/token-lifetime', { seconds: 0 });
    expect((await requestMeetings(simulator, await tokenOf(simulator))).status).toBe(401);
  });

  it('changes limits and forgets counts', async () => {
    const simulator = await startStill();
    const limits = await (await control(simulator, 'PATCH', '/pexip/limits', { calls: 1 })).json();
    expect(limits).toMatchObject({ calls: 1, windowMs: 60_000 });
    const token = await tokenOf(simulator);
    await requestMeetings(simulator, token);
    expect((await requestMeetings(simulator, token)).status).toBe(429);
    await control(simulator, 'DELETE', '/pexip/limits/counts');
    expect((await requestMeetings(simulator, token)).status).toBe(200);
    expect(await (await control(simulator, 'GET', '/pexip/limits')).json()).toStrictEqual(limits);
  });
});

describe('control input', () => {
  it.each([
    ['POST', '/pexip/faults', { fault: 'gremlins' }],
    ['POST', '/pexip/faults', { fault: 'hang', times: 0 }],
    ['POST', '/pexip/clients', { id: 'a:b', secret: 'x', name: 'A' }],
    ['PUT', '/pexip/clients/nobody/meetings', { meetings: [] }],
    ['PUT', '/pexip/clients/library/meetings', { meetings: [{ ...meeting, endTime: 'soon' }] }],
    ['PUT', '/clock', { offsetMs: 'soon' }],
    ['PATCH', '/pexip/limits', { calls: -1 }],
  ])('%s %s with %j is refused with a reason', async (method, path, body) => {
    const response = await control(await startStill(), method, path, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toStrictEqual({ error: expect.any(String) });
  });

  it('must be JSON and say so', async () => {
    const { controlUrl } = await startStill();
    const send = (contentType: string, body: string) =>
      fetch(`${controlUrl}/clock`, { method: 'PUT', headers: { 'content-type': contentType }, body });
    expect((await send('text/plain', '{"offsetMs":1}')).status).toBe(400);
    expect((await send('application/json', '{')).status).toBe(400);
  });

  it('finds only what there is', async () => {
    const simulator = await startStill();
    expect((await control(simulator, 'GET', '/gremlins')).status).toBe(404);
    expect((await control(simulator, 'DELETE', '/pexip/faults/gremlins')).status).toBe(404);
  });
});
