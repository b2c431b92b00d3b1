import { describe, expect, it } from 'vitest';
import { officeAccount } from '../../../simulator/eightbyeight/account.ts';
import { faultNames } from '../../../simulator/eightbyeight/fault.ts';
import type { Simulator } from '../../../simulator/simulator.ts';
import { parseSimulatorCommand } from '../../../simulator/simulatorCommand.ts';
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

function control(simulator: Simulator, method: string, path: string, body?: unknown): Promise<Response> {
  const payload = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = { 'content-type': 'application/json' };
  return fetch(`${simulator.controlUrl}/eightbyeight${path}`, { method, headers, ...payload });
}

describe('control API', () => {
  it('lists accounts without keys, adds and removes them', async () => {
    const { simulator } = await startStill();
    const second = { id: 'second', apiKey: 'second-api-key', isEnabled: false };
    expect((await control(simulator, 'POST', '/accounts', second)).status).toBe(204);
    const text = await (await control(simulator, 'GET', '/accounts')).text();
    const listed = [
      { id: 'office', isEnabled: true },
      { id: 'second', isEnabled: false },
    ];
    expect(JSON.parse(text)).toStrictEqual({ accounts: listed });
    expect(text).not.toContain('api-key');
    expect((await control(simulator, 'DELETE', '/accounts/office')).status).toBe(204);
    expect((await requestToken(simulator)).status).toBe(401);
  });

  it('replaces the directory of agents', async () => {
    const { simulator } = await startStill();
    const agents = [{ login: 'new@office.example', name: 'Newcomer' }];
    await control(simulator, 'PUT', '/agents', { agents });
    expect(await (await control(simulator, 'GET', '/agents')).json()).toStrictEqual({ agents });
    expect((await open(portalUrl(simulator, await plainToken(simulator)))).heading).toBe('Sign in');
    const url = portalUrl(simulator, await plainToken(simulator), { user: 'new@office.example' });
    expect((await open(url)).heading).toBe('Signed in');
  });

  it('lists rooms and text messages, never a token, and forgets them', async () => {
    const { simulator, clock } = await startStill();
    const room = await makeRoom(simulator, { phone_number: '+6591230000' });
    await open(portalUrl(simulator, room.auth_token));
    const text = await (await control(simulator, 'GET', '/rooms')).text();
    expect(text).not.toContain(room.auth_token);
    expect(JSON.parse(text)).toStrictEqual({
      rooms: [
        {
          callId: '8100',
          accountId: 'office',
          reference: room.call_reference,
          phoneNumber: '+6591230000',
          guestLink: room.guest_link,
          state: 'waiting',
          agent: 'Iris Vega',
          guest: null,
          createdAt: clock.now(),
          finishedAt: null,
          talkSeconds: 0,
        },
      ],
    });
    expect(await (await control(simulator, 'GET', '/sms')).json()).toMatchObject({ sms: [{ to: '+6591230000' }] });
    await control(simulator, 'DELETE', '/rooms');
    expect([simulator.eightByEight.rooms(), simulator.eightByEight.sms()]).toStrictEqual([[], []]);
    expect((await open(room.guest_link)).status).toBe(404);
    expect((await makeRoom(simulator)).call_reference).not.toBe(room.call_reference);
  });

  it('lets a guest in, notes what happens, and ends the call', async () => {
    const { simulator } = await startStill();
    const room = await makeRoom(simulator);
    await open(portalUrl(simulator, room.auth_token));
    expect((await control(simulator, 'POST', '/calls/8100/guest', { name: 'Mara Lind' })).status).toBe(204);
    expect(simulator.eightByEight.rooms()).toMatchObject([{ state: 'connected', guest: 'Mara Lind' }]);
    expect((await control(simulator, 'POST', '/calls/8100/guest', { name: 'Third' })).status).toBe(400);
    await control(simulator, 'PATCH', '/calls/8100', { agentRating: '5', location: { lat: 1, long: 2 } });
    await control(simulator, 'POST', '/calls/8100/chat', { origin: 'guest', text: 'Good morning' });
    const { path } = await (await control(simulator, 'POST', '/calls/8100/snapshots', { origin: 'agent' })).json();
    expect((await control(simulator, 'DELETE', '/calls/8100')).status).toBe(204);
    expect(await (await report(simulator, room.auth_token, '/api/v1/calls/8100')).json()).toMatchObject({
      FinishedAt: '2026-01-14T09:12:44.850Z',
      AgentRating: '5',
      GuestRating: null,
      Location: { lat: 1, long: 2 },
      Conversation: [
        { origin: 'guest', data: 'Good morning' },
        { origin: 'agent', data: path },
      ],
    });
    expect((await joinLink(room.guest_link)).status).toBe(410);
  });

  it('ends tokens', async () => {
    const { simulator } = await startStill();
    const token = await plainToken(simulator);
    await control(simulator, 'DELETE', '/tokens?accountId=other');
    expect((await report(simulator, token, '/api/v1/call-logs')).status).toBe(200);
    await control(simulator, 'DELETE', '/tokens');
    expect((await report(simulator, token, '/api/v1/call-logs')).status).toBe(401);
  });

  it('changes rules', async () => {
    const { simulator, clock } = await startStill();
    const { guest_link: link } = await makeRoom(simulator);
    const rules = await (await control(simulator, 'PATCH', '/rules', { roomSeconds: 60 })).json();
    expect(rules).toStrictEqual({
      roomSeconds: 60,
      tokenSeconds: 900,
      hasSingleUseTokens: true,
      pageSize: 20,
      guestBase: null,
    });
    expect(await (await control(simulator, 'GET', '/rules')).json()).toStrictEqual(rules);
    clock.advance(60_000);
    expect((await open(link)).heading).toBe('Link expired');
  });

  it('sets, lists and clears faults', async () => {
    const { simulator } = await startStill();
    const fault = { name: 'rateLimited', retryAfter: { form: 'seconds', seconds: 30 } };
    await control(simulator, 'POST', '/faults', { fault, clientId: 'office', times: 2 });
    await control(simulator, 'POST', '/faults', { fault: 'hang', endpoint: 'portal' });
    expect(await (await control(simulator, 'GET', '/faults')).json()).toStrictEqual({
      faults: [
        { fault, endpoint: 'tokens', clientId: 'office', remaining: 2 },
        { fault: { name: 'hang' }, endpoint: 'portal', clientId: null, remaining: null },
      ],
      names: faultNames,
    });
    await control(simulator, 'DELETE', '/faults/hang');
    expect(simulator.eightByEight.faults()).toHaveLength(1);
    await control(simulator, 'DELETE', '/faults');
    expect(simulator.eightByEight.faults()).toHaveLength(0);
  });

  it.each(faultNames)('takes %s by its name alone', async (name) => {
    const { simulator } = await startStill();
    expect((await control(simulator, 'POST', '/faults', { fault: name })).status).toBe(200);
    expect(simulator.eightByEight.faults()).toMatchObject([{ fault: { name } }]);
  });

  it.each([
    ['POST', '/faults', { fault: 'gremlins' }],
    ['POST', '/faults', { fault: 'hang', endpoint: 'meetings' }],
    ['POST', '/accounts', { id: 'a b', apiKey: 'long-enough' }],
    ['DELETE', '/accounts/nobody', undefined],
    ['PUT', '/agents', { agents: [{ login: 'nobody', name: 'A' }] }],
    ['PATCH', '/rules', { roomSeconds: -1 }],
    ['PATCH', '/rules', { guestBase: 'https://guests.example/' }],
    ['POST', '/calls/1/guest', { name: 'A' }],
    ['PATCH', '/calls/1', {}],
    ['DELETE', '/calls/1', undefined],
  ])('%s %s with %j is refused with a reason', async (method, path, body) => {
    const response = await control((await startStill()).simulator, method, path, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toStrictEqual({ error: expect.any(String) });
  });
});

describe('in process', () => {
  it('misshapen input throws', async () => {
    const { eightByEight } = (await startStill()).simulator;
    expect(() => eightByEight.addAccount({ id: 'x', apiKey: 'short' })).toThrow(RangeError);
    expect(() => eightByEight.setAgents([{ login: 'nobody', name: 'A' }])).toThrow(RangeError);
    expect(() => eightByEight.setRules({ pageSize: 0 })).toThrow(RangeError);
  });
});

describe('request log', () => {
  it('tells who asked what, and not what pages ask among themselves', async () => {
    const { simulator } = await startStill();
    const room = await makeRoom(simulator);
    await report(simulator, room.auth_token, '/api/v1/call-logs?q=ORD20260114');
    await open(portalUrl(simulator, room.auth_token));
    await joinLink(room.guest_link);
    await fetch(`${simulator.endpoints.eightByEight}/simulated/page.css`);
    const unknown = await fetch(`${simulator.endpoints.eightByEight}/api/v2/tokens`);
    expect(unknown.headers.get('x-simulator-choice')).not.toBeNull();
    const { pathname } = new URL(room.guest_link);
    const own = { service: 'eightbyeight', origin: 'eightByEight', clientId: 'office' };
    expect(simulator.eightByEight.requests()).toMatchObject([
      { ...own, method: 'POST', url: '/api/v1/tokens', authorization: 'bearer', status: 200 },
      { ...own, method: 'GET', url: '/api/v1/call-logs?q=ORD20260114', authorization: 'none', status: 200 },
      { ...own, url: '/?user=agent%40office.example&token=[token]', status: 200 },
      { ...own, method: 'POST', url: pathname, formFields: ['name'], status: 303 },
      { url: '/api/v2/tokens', clientId: null, status: 404 },
    ]);
    simulator.eightByEight.clearRequests();
    expect(simulator.eightByEight.requests()).toStrictEqual([]);
  });

  it('keeps neither keys nor tokens, wherever they come', async () => {
    const { simulator } = await startStill();
    const token = await plainToken(simulator);
    const key = officeAccount.apiKey;
    await report(simulator, token, `/api/v1/call-logs?q=${token}&key=${key}`, {
      headers: { 'user-agent': key, 'x-trackingid': token },
    });
    await open(portalUrl(simulator, 'some-unknown-token', { user: key }));
    const log = JSON.stringify(simulator.eightByEight.requests());
    for (const secret of [key, token, 'some-unknown-token']) expect(log).not.toContain(secret);
  });
});

describe('the command line', () => {
  it('sets the port and faults on any endpoint', () => {
    const args = ['--port-8x8', '7', '--fault', '8x8:answerLost', '--fault=8x8:portal:hang', '--fault', 'latency'];
    expect(parseSimulatorCommand(args)).toMatchObject({
      kind: 'run',
      ports: { eightByEight: 7 },
      faults: [{ name: 'latency', endpoint: 'meetings' }],
      eightByEightFaults: [
        { name: 'answerLost', endpoint: 'tokens' },
        { name: 'hang', endpoint: 'portal' },
      ],
    });
  });

  it.each(['8x8:gremlins', '8x8:meetings:hang', '8x8:tokens:portal:hang'])('refuses the fault %s', (fault) => {
    expect(parseSimulatorCommand(['--fault', fault])).toMatchObject({ kind: 'refused' });
  });
});
