import { describe, expect, it } from 'vitest';
import type { Simulator } from '../../../simulator/simulator.ts';
import { clockAt } from '../pexipClient.ts';
import { call, foyer, open, postAuth, redirectOf, refresh, startAllowing, tokensOf } from './joinmeClient.ts';

const instant = '2026-04-14T08:41:00Z';

async function userStatus(simulator: Simulator, token: string): Promise<number> {
  return (await call(simulator, token, 'GET', '/user')).status;
}

describe('life of an access token', () => {
  it('is 24 hours, then 401 with stale_token', async () => {
    const clock = clockAt(instant);
    const simulator = await startAllowing({}, clock.now);
    const { accessToken } = tokensOf(simulator);
    clock.advance(86_399_999);
    expect(await userStatus(simulator, accessToken)).toBe(201);
    clock.advance(1);
    const answer = await call(simulator, accessToken, 'GET', '/user');
    expect(answer.status).toBe(401);
    expect(answer.json).toStrictEqual({ Message: expect.any(String), ErrorCode: 'stale_token' });
  });

  it('keeps to the real clock, whatever the servers believe', async () => {
    const simulator = await startAllowing();
    const { accessToken } = tokensOf(simulator);
    simulator.joinme.setClockOffset(1e9);
    expect(await userStatus(simulator, accessToken)).toBe(201);
  });
});

describe('expireaccess', () => {
  const application = { client_id: foyer.key, client_secret: foyer.secret };

  it.each(['json', 'form'] as const)('ends the token at once, sent as %s; a refresh still works', async (encoding) => {
    const simulator = await startAllowing();
    const { accessToken, refreshToken } = tokensOf(simulator);
    const answer = await postAuth(simulator, 'expireaccess', { access_token: accessToken, ...application }, encoding);
    expect([answer.status, answer.json]).toStrictEqual([200, { success: true, message: 'Access Token Expired' }]);
    expect(await userStatus(simulator, accessToken)).toBe(401);
    expect((await refresh(simulator, refreshToken)).status).toBe(200);
  });

  it('can take ten minutes to act, but never longer than the token would have lived', async () => {
    const clock = clockAt(instant);
    const simulator = await startAllowing({ expireDelaySeconds: 600 }, clock.now);
    const { accessToken } = tokensOf(simulator);
    const old = tokensOf(simulator).accessToken;
    await postAuth(simulator, 'expireaccess', { access_token: accessToken, ...application });
    clock.advance(599_999);
    expect(await userStatus(simulator, accessToken)).toBe(201);
    clock.advance(1);
    expect(await userStatus(simulator, accessToken)).toBe(401);
    clock.advance(86_400_000 - 601_000);
    await postAuth(simulator, 'expireaccess', { access_token: old, ...application });
    clock.advance(1000);
    expect(await userStatus(simulator, old)).toBe(401);
  });

  it('fails for other tokens and other applications', async () => {
    const simulator = await startAllowing();
    const { accessToken, refreshToken } = tokensOf(simulator);
    for (const fields of [
      { access_token: 'unknown', ...application },
      { access_token: refreshToken, ...application },
      { access_token: accessToken, ...application, client_secret: 'wrong-secret' },
      {
        access_token: accessToken,
        client_id: 'foyer-joinme-loopback-key',
        client_secret: 'foyer-joinme-loopback-secret',
      },
      { ...application },
    ]) {
      const answer = await postAuth(simulator, 'expireaccess', fields);
      expect([answer.status, answer.json]).toStrictEqual([400, { success: false, message: 'Expire Access Failed' }]);
    }
    expect(await userStatus(simulator, accessToken)).toBe(201);
  });

  it('can fail with 200, too', async () => {
    const simulator = await startAllowing({ expiryFailureStatus: 200 });
    const answer = await postAuth(simulator, 'expireaccess', { access_token: 'unknown', ...application });
    expect([answer.status, answer.json['success']]).toStrictEqual([200, false]);
  });
});

describe('renewauthorization', () => {
  it('lets the same token live on and brings none', async () => {
    const simulator = await startAllowing();
    const { accessToken } = tokensOf(simulator);
    simulator.joinme.expireTokens();
    expect(await userStatus(simulator, accessToken)).toBe(401);
    const parameters = new URLSearchParams({ client_id: foyer.key, access_token: accessToken });
    const { joinmeAuth } = simulator.endpoints;
    const { to, query } = redirectOf(await open(`${joinmeAuth}/api/public/v1/auth/renewauthorization?${parameters}`));
    expect(to).toBe(foyer.callbackUrl);
    expect([...query]).toStrictEqual([['isAuthorizationRenewed', 'true']]);
    expect(await userStatus(simulator, accessToken)).toBe(201);
  });

  it.each([
    ['an unknown token', { access_token: 'unknown' }],
    ['another application', { client_id: 'foyer-joinme-loopback-key' }],
  ])('shows a page for %s', async (_, changes) => {
    const simulator = await startAllowing();
    const usual = { client_id: foyer.key, access_token: tokensOf(simulator).accessToken };
    const parameters = new URLSearchParams({ ...usual, ...changes });
    const { joinmeAuth } = simulator.endpoints;
    expect((await open(`${joinmeAuth}/api/public/v1/auth/renewauthorization?${parameters}`)).status).toBe(400);
  });
});
