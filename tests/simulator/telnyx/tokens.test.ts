import { describe, expect, it } from 'vitest';
import { clockAt, start } from '../pexipClient.ts';
import { call, dataOf, mintTokens } from './telnyxClient.ts';

async function startWithRoom() {
  const clock = clockAt('2026-01-14T09:12:44.900Z');
  const simulator = await start({ now: clock.now });
  const room = simulator.telnyx.addRoom();
  const generate = (body?: unknown) =>
    call(simulator, 'POST', `/rooms/${room.id}/actions/generate_join_client_token`, body);
  const refresh = (body: unknown, init?: RequestInit) =>
    call(simulator, 'POST', `/rooms/${room.id}/actions/refresh_client_token`, body, init);
  return { simulator, clock, room, generate, refresh };
}

describe('client tokens', () => {
  it('come in pairs with the documented lifetimes', async () => {
    const { generate, room } = await startWithRoom();
    const answer = await generate();
    expect(answer.status).toBe(201);
    const data = dataOf(answer);
    expect(data).toStrictEqual({
      recort_type: 'client_token',
      token: expect.stringMatching(/^eyJ/),
      token_expires_at: '2026-01-14T09:22:44Z',
      refresh_token: expect.stringMatching(/^eyJ/),
      refresh_token_expires_at: '2026-01-14T10:12:44Z',
    });
    const [, claims = ''] = String(data['token']).split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      typ: 'access',
      sub: 'null',
      grants: [{ actions: ['join'], resources: [`telnyx:video:rooms:${room.id}`] }],
    });
  });

  it.each([
    [{ token_ttl_secs: 9 }, '/token_ttl_secs'],
    [{ token_ttl_secs: 3601 }, '/token_ttl_secs'],
    [{ refresh_token_ttl_secs: 59 }, '/refresh_token_ttl_secs'],
    [{ refresh_token_ttl_secs: 86_401 }, '/refresh_token_ttl_secs'],
  ])('refuse %j', async (body, pointer) => {
    const { generate } = await startWithRoom();
    const answer = await generate(body);
    expect([answer.status, answer.json]).toMatchObject([422, { errors: [{ code: '10015', source: { pointer } }] }]);
  });

  it('are renewed without a key, but not with a new refresh token', async () => {
    const { simulator, clock, room, refresh } = await startWithRoom();
    const { token, refreshToken } = await mintTokens(simulator, room.id);
    clock.advance(60_000);
    const headers = { 'content-type': 'application/json' };
    const answer = await refresh({ refresh_token: refreshToken, token_ttl_secs: '60' }, { headers });
    expect(answer.status).toBe(201);
    expect(dataOf(answer)).toStrictEqual({
      token: expect.stringMatching(/^eyJ/),
      token_expires_at: '2026-01-14T09:14:44Z',
    });
    expect(dataOf(answer)['token']).not.toBe(token);
  });

  it('are not renewed with what is no living refresh token of this room', async () => {
    const { simulator, clock, room, refresh } = await startWithRoom();
    const { token, refreshToken } = await mintTokens(simulator, room.id, { refresh_token_ttl_secs: 60 });
    const other = await mintTokens(simulator, simulator.telnyx.addRoom().id);
    for (const wrong of [token, other.refreshToken, 'stranger']) {
      const answer = await refresh({ refresh_token: wrong });
      expect([answer.status, answer.json]).toMatchObject([403, { errors: [{ code: '10010' }] }]);
    }
    expect((await refresh({ refresh_token: refreshToken, token_ttl_secs: 1 })).status).toBe(422);
    expect((await refresh({ refresh_token: refreshToken })).status).toBe(201);
    clock.advance(60_000);
    expect((await refresh({ refresh_token: refreshToken })).status).toBe(403);
  });

  it('need the refresh token to be said', async () => {
    const { refresh } = await startWithRoom();
    const answer = await refresh({});
    const error = { code: '10004', source: { pointer: '/refresh_token' } };
    expect([answer.status, answer.json]).toMatchObject([422, { errors: [error] }]);
  });

  it('can be revoked, and are listed without their text', async () => {
    const { simulator, room, refresh } = await startWithRoom();
    const { token, refreshToken } = await mintTokens(simulator, room.id);
    await refresh({ refresh_token: refreshToken });
    simulator.telnyx.revokeTokens({ roomId: room.id, kind: 'refresh' });
    expect((await refresh({ refresh_token: refreshToken })).status).toBe(403);
    expect(simulator.telnyx.tokens()).toMatchObject([
      { kind: 'access', roomId: room.id, isRefreshed: false, isRevoked: false },
      { kind: 'refresh', isRevoked: true },
      { kind: 'access', isRefreshed: true, isRevoked: false },
    ]);
    const listed = JSON.stringify([simulator.telnyx.tokens(), simulator.telnyx.requests()]);
    for (const secret of [token, refreshToken, simulator.telnyx.apiKey]) expect(listed).not.toContain(secret);
  });
});
