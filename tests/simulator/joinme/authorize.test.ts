import { describe, expect, it } from 'vitest';
import { start } from '../pexipClient.ts';
import {
  authorize,
  authorizeParameters,
  call,
  challengeOf,
  foyer,
  iris,
  mara,
  open,
  redirectOf,
  startAllowing,
} from './joinmeClient.ts';

const loopback = { client_id: 'foyer-joinme-loopback-key', redirect_uri: 'http://127.0.0.1:49217/oauth/joinme' };

describe('consent page', () => {
  it('says who asks for what, offers every account, and stays out of frames', async () => {
    const page = await authorize(await start());
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(page.text).toContain('<h1>Allow Foyer?</h1>');
    expect(page.text).toContain('<html lang="en">');
    expect(page.text.match(/<li>/g)).toHaveLength(3);
    expect(page.text.match(/type="radio"/g)).toHaveLength(3);
    expect(page.text).toMatch(/value="allow">Allow<[\s\S]*value="deny"[^>]*>Deny</);
  });

  it('escapes what it was sent', async () => {
    const page = await authorize(await start(), { state: '"><script>alert(1)</script>' });
    expect(page.text).not.toContain('<script>');
    expect(page.text).toContain('value="&quot;&gt;&lt;script&gt;');
  });

  it('sends an allowed request back with a code and the state, in the query', async () => {
    const simulator = await start();
    const body = authorizeParameters({ state: 'ä b&c+d=/#' });
    body.set('account', mara);
    body.set('decision', 'allow');
    const answer = await open(`${simulator.endpoints.joinmeAuth}/api/public/v1/auth/oauth2`, { method: 'POST', body });
    const { to, query, fragment } = redirectOf(answer);
    expect(to).toBe('app.foyer.desktop:/oauth/joinme');
    expect([...query.keys()]).toStrictEqual(['code', 'state']);
    expect(query.get('code')).toMatch(/^[a-z0-9]{24}$/);
    expect(query.get('state')).toBe('ä b&c+d=/#');
    expect([...fragment]).toStrictEqual([]);
    expect(simulator.joinme.requests()).toMatchObject([{ clientId: mara, status: 302 }]);
  });

  it.each([
    ['code', 'query'],
    ['token', 'fragment'],
  ] as const)('tells a refusal of a %s in the %s', async (responseType, part) => {
    const simulator = await start();
    const body = authorizeParameters({ response_type: responseType });
    body.set('decision', 'deny');
    const answer = await open(`${simulator.endpoints.joinmeAuth}/api/public/v1/auth/oauth2`, { method: 'POST', body });
    expect(Object.fromEntries(redirectOf(answer)[part])).toStrictEqual({
      error: 'access_denied',
      error_description: expect.any(String),
      state: 'r4nd0m',
    });
  });

  it('asks again if no account was chosen', async () => {
    const simulator = await start();
    const body = authorizeParameters();
    body.set('decision', 'allow');
    const answer = await open(`${simulator.endpoints.joinmeAuth}/api/public/v1/auth/oauth2`, { method: 'POST', body });
    expect(answer.text).toContain('Allow Foyer?');
  });
});

describe('redirect', () => {
  it('leaves a missing state out', async () => {
    const answer = await authorize(await startAllowing(), { state: null });
    expect([...redirectOf(answer).query.keys()]).toStrictEqual(['code']);
  });

  it('leads to a loopback address', async () => {
    const { to, query } = redirectOf(await authorize(await startAllowing(), loopback));
    expect(to).toBe(loopback.redirect_uri);
    expect(query.get('code')).not.toBeNull();
  });

  it('carries the token of an implicit grant in the fragment, and the token works', async () => {
    const simulator = await startAllowing();
    const { query, fragment } = redirectOf(await authorize(simulator, { response_type: 'token' }));
    expect([...query]).toStrictEqual([]);
    expect(Object.fromEntries(fragment)).toStrictEqual({
      access_token: expect.stringMatching(/^[a-z0-9]{24}$/),
      token_type: 'bearer',
      expires_in: '86400',
      state: 'r4nd0m',
    });
    const user = await call(simulator, fragment.get('access_token') ?? '', 'GET', '/user');
    expect(user.json).toMatchObject({ email: iris });
    expect(simulator.joinme.tokens()).toMatchObject([{ kind: 'access', flow: 'implicit' }]);
  });
});

describe('error page without redirect', () => {
  it.each([
    ['an unknown application', { client_id: 'nobody-knows-me' }],
    ['no application', { client_id: null }],
    ['another callback', { redirect_uri: 'https://evil.example/' }],
    ['a callback with a query', { redirect_uri: `${foyer.callbackUrl}?x=1` }],
    ["another application's callback", { redirect_uri: loopback.redirect_uri }],
    ['another port', { ...loopback, redirect_uri: 'http://127.0.0.1:49218/oauth/joinme' }],
    ['another loopback name', { ...loopback, redirect_uri: 'http://localhost:49217/oauth/joinme' }],
    ['no callback', { redirect_uri: null }],
    ['no response type', { response_type: null }],
    ['an unknown response type', { response_type: 'id_token' }],
    ['no scope', { scope: null }],
    ['an empty scope', { scope: ' ' }],
    ['an unknown scope', { scope: 'user_info everything' }],
    ['a plain challenge', { code_challenge: challengeOf('v'), code_challenge_method: 'plain' }],
    ['a misshapen challenge', { code_challenge: 'short', code_challenge_method: 'S256' }],
    ['a method without a challenge', { code_challenge_method: 'S256' }],
  ] as const)('for %s, although everything is allowed', async (_, changes) => {
    const answer = await authorize(await startAllowing(), changes);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect(answer.headers.get('x-simulator-choice')).not.toBeNull();
    expect(answer.text).toContain('<h1>This request cannot be accepted</h1>');
  });

  it('for a parameter that is there twice', async () => {
    const { endpoints } = await startAllowing();
    const parameters = authorizeParameters();
    parameters.append('redirect_uri', foyer.callbackUrl);
    expect((await open(`${endpoints.joinmeAuth}/api/public/v1/auth/oauth2?${parameters}`)).status).toBe(400);
  });
});

describe('rules of authorization', () => {
  it('can let any loopback port in, but no other path or host', async () => {
    const simulator = await startAllowing({ loopbackPort: 'any' });
    const redirectUri = (uri: string) => authorize(simulator, { ...loopback, redirect_uri: uri });
    expect((await redirectUri('http://127.0.0.1:1/oauth/joinme')).status).toBe(302);
    expect((await redirectUri('http://127.0.0.1/oauth/joinme')).status).toBe(302);
    expect((await redirectUri('http://127.0.0.1:1/oauth/other')).status).toBe(400);
    expect((await redirectUri('http://127.0.0.1:1@evil.example/oauth/joinme')).status).toBe(400);
    expect((await redirectUri('http://127.0.0.1.evil.example:1/oauth/joinme')).status).toBe(400);
  });

  it('can take a challenge for an unknown parameter', async () => {
    const challenge = { code_challenge: challengeOf('v'), code_challenge_method: 'S256' };
    expect((await authorize(await startAllowing({ pkce: 'refused' }), challenge)).status).toBe(400);
    expect((await authorize(await startAllowing({ pkce: 'ignored' }), challenge)).status).toBe(302);
  });

  it('know the user who allows unasked', async () => {
    const simulator = await start();
    expect(() => simulator.joinme.setRules({ autoConsent: 'nobody@corp.example' })).toThrow(RangeError);
    await expect(startAllowing({ autoConsent: 'nobody@corp.example' })).rejects.toThrow(RangeError);
  });
});

describe('faults of authorization', () => {
  it('tells any error by redirect, in either form', async () => {
    const simulator = await startAllowing();
    simulator.joinme.setFault({ name: 'redirectError', error: 'server_error' }, { endpoint: 'authorize' });
    expect(redirectOf(await authorize(simulator)).query.get('error')).toBe('server_error');
    simulator.joinme.setFault({ name: 'redirectError', as: 'api' }, { endpoint: 'authorize' });
    const { query } = redirectOf(await authorize(simulator));
    expect(Object.fromEntries(query)).toMatchObject({ ErrorCode: 'access_denied', state: 'r4nd0m' });
  });

  it.each([
    ['missing', null],
    ['other', 'r4nd0mx'],
  ] as const)('spoils the state: %s', async (as, state) => {
    const simulator = await startAllowing();
    simulator.joinme.setFault({ name: 'stateSpoiled', as }, { endpoint: 'authorize' });
    expect(redirectOf(await authorize(simulator)).query.get('state')).toBe(state);
  });

  it('leaves the result out', async () => {
    const simulator = await startAllowing();
    simulator.joinme.setFault('resultMissing', { endpoint: 'auth' });
    expect(redirectOf(await authorize(simulator)).query.toString()).toBe('state=r4nd0m');
  });

  it('puts the result into the other part', async () => {
    const simulator = await startAllowing();
    simulator.joinme.setFault('resultElsewhere', { endpoint: 'authorize' });
    expect(redirectOf(await authorize(simulator)).fragment.get('code')).not.toBeNull();
    const implicit = redirectOf(await authorize(simulator, { response_type: 'token' }));
    expect(implicit.query.get('access_token')).not.toBeNull();
  });

  it('answers an implicit grant with the token and the state alone', async () => {
    const simulator = await startAllowing();
    simulator.joinme.setFault('minimalAnswer', { endpoint: 'authorize' });
    const { fragment } = redirectOf(await authorize(simulator, { response_type: 'token' }));
    expect([...fragment.keys()]).toStrictEqual(['access_token', 'state']);
  });

  it('adds parameters nobody documented', async () => {
    const simulator = await startAllowing();
    simulator.joinme.setFault('extraFields', { endpoint: 'authorize' });
    const { query } = redirectOf(await authorize(simulator));
    expect([...query.keys()]).toStrictEqual(['code', 'state', 'iss', 'session_state']);
  });

  it('shows the recorded 500 in place of the error page', async () => {
    const simulator = await startAllowing();
    simulator.joinme.setFault('jsonErrorPage', { endpoint: 'authorize' });
    const answer = await authorize(simulator, { client_id: 'nobody-knows-me' });
    expect(answer.status).toBe(500);
    expect(answer.json).toStrictEqual({
      ExitPointId: expect.any(Number),
      Message: 'InternalServerError',
      ReferenceNumber: expect.any(String),
    });
  });

  it('strikes one user only if told so', async () => {
    const simulator = await startAllowing();
    simulator.joinme.setFault('redirectError', { endpoint: 'authorize', clientId: mara });
    expect(redirectOf(await authorize(simulator)).query.get('error')).toBeNull();
    simulator.joinme.setRules({ autoConsent: mara });
    expect(redirectOf(await authorize(simulator)).query.get('error')).toBe('access_denied');
  });
});
