import { describe, expect, it } from 'vitest';
import type { Simulator } from '../../../simulator/simulator.ts';
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

const second = 1000;

/** A room in which both have met for five minutes and 52 seconds. */
async function finishedCall() {
  const { simulator, clock } = await startStill();
  const room = await makeRoom(simulator, { phone_number: '+6591230000', call_reference: 'ORD20260114' });
  clock.advance(10 * second);
  await open(portalUrl(simulator, room.auth_token));
  await joinLink(room.guest_link);
  clock.advance(352 * second + 470);
  simulator.eightByEight.endCall('8100');
  return { simulator, clock, token: room.auth_token };
}

async function logOf(simulator: Simulator, token: string, query = ''): Promise<Record<string, unknown>> {
  const response = await report(simulator, token, `/api/v1/call-logs${query}`);
  expect(response.status).toBe(200);
  return response.json();
}

async function idsOf(simulator: Simulator, token: string, query: string): Promise<unknown[]> {
  const { list } = await logOf(simulator, token, query);
  return Array.isArray(list) ? list.map((each) => each.CallId) : [];
}

describe('the call log', () => {
  it('lists a finished call as published', async () => {
    const { simulator, token } = await finishedCall();
    expect(await logOf(simulator, token)).toStrictEqual({
      prevCursor: null,
      nextCursor: null,
      list: [
        {
          CallId: '8100',
          UserB_MSISDN: '6591230000',
          CreatedAt: '2026-01-14T09:12:44.850Z',
          FinishedAt: '2026-01-14T09:18:47.320Z',
          Duration: 352,
          Status: 'E',
          CountryISO2alpha: 'SG',
          Reference: 'ORD20260114',
          Location: null,
        },
      ],
    });
  });

  it('has no end for a call that runs, and none for one that never began', async () => {
    const { simulator, clock } = await startStill();
    const room = await makeRoom(simulator);
    await makeRoom(simulator);
    await open(portalUrl(simulator, room.auth_token));
    await joinLink(room.guest_link);
    clock.advance(60 * second);
    expect(await logOf(simulator, room.auth_token)).toMatchObject({
      list: [
        { CallId: '8101', FinishedAt: null, Duration: 0, Status: 'C', UserB_MSISDN: null },
        { CallId: '8100', FinishedAt: null, Duration: 60, Status: 'C' },
      ],
    });
  });

  it.each([
    ['?q=ORD20260114', ['8100']],
    ['?q=%2B6591230000', ['8100']],
    ['?q=+6591230000', ['8100']],
    ['?q=6591230000', ['8100']],
    ['?q=659123', []],
    ['?q=nothing', []],
    ['?q=', ['8101', '8100']],
    ['?from=2026-01-14&to=2026-01-14', ['8100']],
    ['?from=2026-01-15', ['8101']],
    ['?to=2026-01-13', []],
  ])('answers %s with %j', async (query, ids) => {
    const { simulator, clock } = await finishedCall();
    clock.advance(24 * 3600 * second);
    const { auth_token: token } = await makeRoom(simulator);
    expect(await idsOf(simulator, token, query)).toStrictEqual(ids);
  });

  it('comes in pages, the newest first, and back', async () => {
    const { simulator } = await startStill({ eightByEight: { rules: { pageSize: 2 } } });
    for (let made = 0; made < 5; made += 1) await makeRoom(simulator);
    const token = await plainToken(simulator);
    const first = await logOf(simulator, token);
    expect(first).toMatchObject({
      prevCursor: null,
      nextCursor: '8102',
      list: [{ CallId: '8104' }, { CallId: '8103' }],
    });
    const next = await logOf(simulator, token, `?cursor=${first['nextCursor']}`);
    expect(next).toMatchObject({
      prevCursor: '8104',
      nextCursor: '8100',
      list: [{ CallId: '8102' }, { CallId: '8101' }],
    });
    const last = await logOf(simulator, token, `?cursor=${next['nextCursor']}`);
    expect(last).toMatchObject({ prevCursor: '8102', nextCursor: null, list: [{ CallId: '8100' }] });
    expect(await logOf(simulator, token, `?cursor=${last['prevCursor']}`)).toStrictEqual(next);
  });

  it.each(['?from=14.01.2026', '?to=2026-02-30', '?cursor=abc'])('refuses %s', async (query) => {
    const { simulator } = await startStill();
    const response = await report(simulator, await plainToken(simulator), `/api/v1/call-logs${query}`);
    expect([response.status, await response.json()]).toMatchObject([400, { code: 1000 }]);
  });

  it('shows an account its own calls only', async () => {
    const { simulator, token } = await finishedCall();
    simulator.eightByEight.addAccount({ id: 'other', apiKey: 'other-api-key' });
    const headers = { authorization: 'Bearer other-api-key', 'content-type': 'application/json' };
    const { auth_token: other } = await (await requestToken(simulator, {}, { headers })).json();
    expect(await idsOf(simulator, other, '')).toStrictEqual([]);
    expect((await report(simulator, other, '/api/v1/calls/8100')).status).toBe(404);
    expect((await report(simulator, token, '/api/v1/calls/8100')).status).toBe(200);
  });
});

describe('the detail of a call', () => {
  it('has ratings as text, place and conversation', async () => {
    const { simulator, clock, token } = await finishedCall();
    const { eightByEight } = simulator;
    eightByEight.noteCall('8100', { agentRating: '5', guestRating: '4', location: { lat: 1.2903, long: 103.8519 } });
    eightByEight.addChat('8100', 'agent', 'Hello');
    const data = eightByEight.addSnapshot('8100', 'guest');
    expect(data).toBe(`/s3/uploads/snapshots/2026/0/14/${clock.now()}-snapshot.png`);
    expect(await (await report(simulator, token, '/api/v1/calls/8100')).json()).toStrictEqual({
      CreatedAt: '2026-01-14T09:12:44.850Z',
      FinishedAt: '2026-01-14T09:18:47.320Z',
      Duration: 352,
      Status: 'C',
      AgentRating: '5',
      GuestRating: '4',
      Location: { lat: 1.2903, long: 103.8519 },
      Conversation: [
        { origin: 'agent', timestamp: clock.now(), data: 'Hello' },
        { origin: 'guest', timestamp: clock.now(), data },
      ],
    });
  });

  it('is not there for an unknown id', async () => {
    const { simulator, token } = await finishedCall();
    const response = await report(simulator, token, '/api/v1/calls/1');
    expect([response.status, await response.json()]).toMatchObject([404, { code: 1300 }]);
  });

  it('has snapshots that can be fetched by their path', async () => {
    const { simulator, token } = await finishedCall();
    const path = simulator.eightByEight.addSnapshot('8100', 'guest');
    const response = await report(simulator, token, path);
    expect([response.status, response.headers.get('content-type')]).toStrictEqual([200, 'image/png']);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(1, 4).toString('ascii')).toBe('PNG');
    expect((await report(simulator, token, path.replace('snapshot', 'other'))).status).toBe(404);
    expect((await report(simulator, 'unknown', path)).status).toBe(401);
  });
});

describe.each(['/api/v1/call-logs', '/api/v1/calls/8100'])('%s', (path) => {
  it('answers GET and POST alike', async () => {
    const { simulator, token } = await finishedCall();
    const got = await (await report(simulator, token, path)).json();
    expect(await (await report(simulator, token, path, { method: 'POST' })).json()).toStrictEqual(got);
  });

  it('needs a known token, bare, that lives, and the content type', async () => {
    const { simulator, clock, token } = await finishedCall();
    const statusWith = async (headers: Record<string, string>) =>
      (await report(simulator, '', path, { headers })).status;
    const json = { 'content-type': 'application/json' };
    expect(await statusWith(json)).toBe(401);
    expect(await statusWith({ ...json, 'x-token': 'eyJx.eyJx.x' })).toBe(401);
    expect(await statusWith({ ...json, 'x-token': `Bearer ${token}` })).toBe(401);
    expect(await statusWith({ 'x-token': token })).toBe(400);
    expect(await statusWith({ ...json, 'x-token': token })).toBe(200);
    clock.advance(900 * second);
    expect(await statusWith({ ...json, 'x-token': token })).toBe(401);
    simulator.eightByEight.revokeTokens();
    expect(await statusWith({ ...json, 'x-token': token })).toBe(401);
  });
});
