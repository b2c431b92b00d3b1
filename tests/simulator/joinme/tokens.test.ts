import { describe, expect, it } from 'vitest';
import type { Simulator } from '../../../simulator/simulator.ts';
import { clockAt } from '../pexipClient.ts';
import {
  askToken,
  authorize,
  call,
  challengeOf,
  codeOf,
  foyer,
  iris,
  type JoinmeAnswer,
  open,
  postAuth,
  redeem,
  refresh,
  startAllowing,
  tokensOf,
} from './joinmeClient.ts';

const instant = '2026-04-14T08:41:00Z';

async function userStatus(simulator: Simulator, token: string): Promise<number> {
  return (await call(simulator, token, 'GET', '/user')).status;
}

describe('token endpoint', () => {
  it.each(['json', 'form'] as const)('redeems a code sent as %s', async (encoding) => {
    const simulator = await startAllowing();
    const code = await codeOf(simulator);
    const fields = { grant_type: 'authorization_code', code, redirect_uri: foyer.callbackUrl };
    const answer = await askToken(simulator, fields, encoding);
    expect(answer.status).toBe(200);
    expect(answer.json).toStrictEqual({
      access_token: expect.stringMatching(/^[a-z0-9]{24}$/),
      token_type: 'bearer',
      expires_in: 86_400,
      refresh_token: expect.stringMatching(/^[a-z0-9]{24}$/),
      scope: 'user_info scheduler start_meeting',
    });
    expect(await userStatus(simulator, String(answer.json['access_token']))).toBe(201);
  });

  it('redeems a code once, and for a minute', async () => {
    const clock = clockAt(instant);
    const simulator = await startAllowing({}, clock.now);
    const used = await codeOf(simulator);
    expect((await redeem(simulator, used)).status).toBe(200);
    const again = await redeem(simulator, used);
    expect([again.status, again.json]).toStrictEqual([400, { error: 'invalid_authorization_code' }]);
    const early = await codeOf(simulator);
    clock.advance(59_999);
    expect((await redeem(simulator, early)).status).toBe(200);
    const late = await codeOf(simulator);
    clock.advance(60_000);
    expect((await redeem(simulator, late)).json).toStrictEqual({ error: 'invalid_authorization_code' });
  });

  it.each([
    ['another callback', { redirect_uri: 'http://127.0.0.1:49217/oauth/joinme' }],
    ['another application', { client_id: 'foyer-joinme-loopback-key', client_secret: 'foyer-joinme-loopback-secret' }],
    ['no code', { code: '' }],
  ])('refuses a code with %s', async (_, changes) => {
    const simulator = await startAllowing();
    const answer = await redeem(simulator, await codeOf(simulator), changes);
    expect([answer.status, answer.json]).toStrictEqual([400, { error: 'invalid_authorization_code' }]);
  });

  it.each([
    ['a wrong secret', { client_secret: 'wrong-secret' }],
    ['an unknown key', { client_id: 'nobody-knows-me' }],
  ])('refuses %s, and the code stays good', async (_, changes) => {
    const simulator = await startAllowing();
    const code = await codeOf(simulator);
    const answer = await redeem(simulator, code, changes);
    expect([answer.status, answer.json]).toStrictEqual([401, { error: 'invalid_client' }]);
    expect(answer.headers.get('x-simulator-choice')).not.toBeNull();
    expect((await redeem(simulator, code)).status).toBe(200);
  });

  it('can refuse in other words', async () => {
    const simulator = await startAllowing({ tokenErrors: 'oauth' });
    const told = ({ status, json }: JoinmeAnswer) => [status, json['error']];
    const bad = { client_secret: 'wrong-secret' };
    expect(told(await redeem(simulator, 'unknown'))).toStrictEqual([400, 'invalid_grant']);
    expect(told(await redeem(simulator, 'unknown', bad))).toStrictEqual([400, 'invalid_client']);
    expect(told(await refresh(simulator, 'unknown'))).toStrictEqual([401, 'invalid_grant']);
  });

  it('refuses other grants, and bodies it cannot read', async () => {
    const simulator = await startAllowing();
    expect((await askToken(simulator, { grant_type: 'password' })).json).toStrictEqual({
      error: 'unsupported_grant_type',
    });
    const url = `${simulator.endpoints.joinmeAuth}/api/public/v1/auth/token`;
    const send = (contentType: string, body: string) =>
      open(url, { method: 'POST', headers: { 'content-type': contentType }, body });
    for (const answer of [
      await send('application/json', '{"grant_type":'),
      await send('application/json', '[]'),
      await send('application/json', '{"grant_type":17}'),
      await send('application/x-www-form-urlencoded', 'grant_type=refresh_token&grant_type=password'),
      await send('text/plain', 'grant_type=refresh_token'),
    ]) {
      expect([answer.status, answer.json]).toStrictEqual([400, { error: 'invalid_request' }]);
    }
  });
});

describe('PKCE', () => {
  const verifier = 'a-verifier-of-at-least-forty-three-characters-0';
  const challenge = { code_challenge: challengeOf(verifier), code_challenge_method: 'S256' };

  it('is checked when a challenge was sent', async () => {
    const simulator = await startAllowing();
    const redeemWith = async (fields: Readonly<Record<string, string>>) =>
      (await redeem(simulator, await codeOf(simulator, challenge), fields)).status;
    expect(await redeemWith({ code_verifier: verifier })).toBe(200);
    expect(await redeemWith({ code_verifier: `${verifier}x` })).toBe(400);
    expect(await redeemWith({})).toBe(400);
  });

  it('is not missed when none was sent, or when it is ignored', async () => {
    const simulator = await startAllowing();
    expect((await redeem(simulator, await codeOf(simulator))).status).toBe(200);
    simulator.joinme.setRules({ pkce: 'ignored' });
    expect((await redeem(simulator, await codeOf(simulator, challenge))).status).toBe(200);
  });
});

describe('refresh', () => {
  it('rotates: the new refresh token works, the old one does not', async () => {
    const simulator = await startAllowing();
    const { refreshToken } = tokensOf(simulator);
    const first = await refresh(simulator, refreshToken);
    expect(first.status).toBe(200);
    expect(await userStatus(simulator, String(first.json['access_token']))).toBe(201);
    const again = await refresh(simulator, refreshToken);
    expect([again.status, again.json]).toStrictEqual([400, { error: 'invalid_grant' }]);
    expect((await refresh(simulator, String(first.json['refresh_token']))).status).toBe(200);
  });

  it('can let the refresh token stay, told or not', async () => {
    const simulator = await startAllowing({ refreshTokens: 'stay' });
    const { refreshToken } = tokensOf(simulator);
    expect((await refresh(simulator, refreshToken)).json).toMatchObject({ refresh_token: refreshToken });
    simulator.joinme.setRules({ refreshTokens: 'omitted' });
    expect((await refresh(simulator, refreshToken)).json).not.toHaveProperty('refresh_token');
    expect((await refresh(simulator, refreshToken)).status).toBe(200);
  });

  it('keeps the scopes, and to its application', async () => {
    const simulator = await startAllowing();
    const { refreshToken } = tokensOf(simulator, iris, ['user_info']);
    const changes = { client_id: 'foyer-joinme-loopback-key', client_secret: 'foyer-joinme-loopback-secret' };
    expect((await refresh(simulator, refreshToken, changes)).status).toBe(400);
    expect((await refresh(simulator, refreshToken)).json).toMatchObject({ scope: 'user_info' });
  });

  it('ends with the life of the refresh token, if it has one', async () => {
    const clock = clockAt(instant);
    const simulator = await startAllowing({ refreshSeconds: 100 }, clock.now);
    const { refreshToken } = tokensOf(simulator);
    clock.advance(100_000);
    expect((await refresh(simulator, refreshToken)).json).toStrictEqual({ error: 'invalid_grant' });
    simulator.joinme.setRules({ refreshSeconds: null });
    const endless = tokensOf(simulator).refreshToken;
    clock.advance(1e11);
    expect((await refresh(simulator, endless)).status).toBe(200);
  });

  it('loses the answer but keeps the rotation', async () => {
    const simulator = await startAllowing();
    const { refreshToken } = tokensOf(simulator);
    simulator.joinme.setFault('answerLost', { endpoint: 'token', times: 1 });
    await expect(refresh(simulator, refreshToken)).rejects.toThrow();
    expect((await refresh(simulator, refreshToken)).status).toBe(400);
  });
});

describe('faults of the token endpoint', () => {
  it('answers with the two tokens alone', async () => {
    const simulator = await startAllowing();
    simulator.joinme.setFault('minimalAnswer', { endpoint: 'token' });
    const answer = await redeem(simulator, await codeOf(simulator));
    expect(Object.keys(answer.json)).toStrictEqual(['access_token', 'refresh_token']);
  });

  it.each(['expires_in', 'token_type', 'scope', 'refresh_token', 'access_token'])('leaves out %s', async (field) => {
    const simulator = await startAllowing();
    simulator.joinme.setFault({ name: 'missingField', field }, { endpoint: 'token' });
    expect((await redeem(simulator, await codeOf(simulator))).json).not.toHaveProperty(field);
  });

  it.each([
    [
      'serverError',
      500,
      { error: 'server_error', error_ticket_id: expect.stringMatching(/^d\d{9}$/), error_description: '' },
    ],
    ['unavailable', 503, { error: 'server_error', error_ticket_id: expect.any(String), error_description: '' }],
    ['badRequest', 400, { error: 'invalid_request' }],
    ['unauthorized', 401, { error: 'invalid_client' }],
    ['rateLimited', 429, { error: 'invalid_request' }],
  ] as const)('answers %s with %i, and the code stays good', async (name, status, body) => {
    const simulator = await startAllowing();
    const code = await codeOf(simulator);
    simulator.joinme.setFault(name, { endpoint: 'token', times: 1 });
    const answer = await redeem(simulator, code);
    expect([answer.status, answer.json]).toStrictEqual([status, body]);
    expect((await redeem(simulator, code)).status).toBe(200);
  });

  it('answers everything with a page, and half of the JSON', async () => {
    const simulator = await startAllowing();
    simulator.joinme.setFault('htmlBody', { endpoint: 'token', times: 1 });
    expect((await redeem(simulator, await codeOf(simulator))).text).toContain('<!doctype html>');
    simulator.joinme.setFault('truncatedJson', { endpoint: 'token', times: 1 });
    const { text, json } = await redeem(simulator, await codeOf(simulator));
    expect([text.startsWith('{"access_token"'), json]).toStrictEqual([true, {}]);
  });

  it('sits on one endpoint of the authorization server, or on all', async () => {
    const simulator = await startAllowing();
    simulator.joinme.setFault('serverError', { endpoint: 'auth' });
    expect((await authorize(simulator)).status).toBe(500);
    expect((await askToken(simulator, {})).status).toBe(500);
    expect((await postAuth(simulator, 'expireaccess', {})).json).toStrictEqual({
      success: false,
      message: 'Expire Access Failed',
    });
    expect(await userStatus(simulator, tokensOf(simulator).accessToken)).toBe(201);
  });
});
