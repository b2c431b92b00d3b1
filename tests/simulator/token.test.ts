import { describe, expect, it } from 'vitest';
import { basic, clockAt, requestMeetings, requestToken, start, tokenOf } from './pexipClient.ts';

describe('token endpoint', () => {
  it('answers good credentials with exactly three fields', async () => {
    const response = await requestToken(await start());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toStrictEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 3600,
    });
  });

  it.each([
    ['a wrong secret', { authorization: basic('boardroom-7', 'wrong') }],
    ['an unknown client', { authorization: basic('nobody') }],
    ['no credentials', {}],
    ['a scheme other than Basic', { authorization: 'Bearer boardroom-7-secret' }],
    ['text that is no base64', { authorization: 'Basic ###' }],
  ])('refuses %s with 401 and a challenge', async (_, headers: Record<string, string>) => {
    const response = await requestToken(await start(), 'boardroom-7', {
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Basic realm="otj"');
    expect(await response.json()).toStrictEqual({ error: 'invalid_client' });
  });

  it.each([
    ['another grant', 'grant_type=password', 'unsupported_grant_type'],
    ['no grant', 'scope=all', 'invalid_request'],
    ['two grants', 'grant_type=client_credentials&grant_type=client_credentials', 'invalid_request'],
  ])('refuses %s with 400, marked as its own choice', async (_, body, error) => {
    const response = await requestToken(await start(), 'boardroom-7', { body });
    expect(response.status).toBe(400);
    expect(response.headers.get('x-simulator-choice')).not.toBeNull();
    expect(await response.json()).toStrictEqual({ error });
  });

  it('refuses a JSON body', async () => {
    const response = await requestToken(await start(), 'boardroom-7', {
      headers: { authorization: basic('boardroom-7'), 'content-type': 'application/json' },
      body: '{"grant_type":"client_credentials"}',
    });
    expect(response.status).toBe(400);
  });

  it('accepts a secret with a colon in it', async () => {
    const simulator = await start();
    simulator.pexip.addClient({ id: 'odd', secret: 'a:b', name: 'Odd' });
    const headers = { authorization: basic('odd', 'a:b'), 'content-type': 'application/x-www-form-urlencoded' };
    expect((await requestToken(simulator, 'odd', { headers })).status).toBe(200);
  });

  it('answers other methods and paths with a marked 404', async () => {
    const simulator = await start();
    const response = await fetch(`${simulator.endpoints.pexipAuth}/oauth/token`);
    expect(response.status).toBe(404);
    expect(response.headers.get('x-simulator-choice')).not.toBeNull();
  });
});

describe('token life', () => {
  it('ends after the lifetime, which can be seconds', async () => {
    const clock = clockAt('2026-04-14T08:41:00Z');
    const simulator = await start({ now: clock.now, pexip: { tokenLifetimeSeconds: 5 } });
    const token = await tokenOf(simulator);
    clock.advance(4999);
    expect((await requestMeetings(simulator, token)).status).toBe(200);
    clock.advance(1);
    expect((await requestMeetings(simulator, token)).status).toBe(401);
  });

  it('can be changed for later tokens', async () => {
    const simulator = await start();
    simulator.pexip.setTokenLifetime(7);
    expect(await (await requestToken(simulator)).json()).toMatchObject({ expires_in: 7 });
  });

  it('allows several live tokens for one client', async () => {
    const simulator = await start();
    const first = await tokenOf(simulator);
    const second = await tokenOf(simulator);
    expect(first).not.toBe(second);
    expect((await requestMeetings(simulator, first)).status).toBe(200);
    expect((await requestMeetings(simulator, second)).status).toBe(200);
  });

  it('can be ended for one client or for all', async () => {
    const simulator = await start();
    const boardroom = await tokenOf(simulator, 'boardroom-7');
    const library = await tokenOf(simulator, 'library');
    simulator.pexip.revokeTokens('boardroom-7');
    expect((await requestMeetings(simulator, boardroom)).status).toBe(401);
    expect((await requestMeetings(simulator, library)).status).toBe(200);
    simulator.pexip.revokeTokens();
    expect((await requestMeetings(simulator, library)).status).toBe(401);
  });
});
