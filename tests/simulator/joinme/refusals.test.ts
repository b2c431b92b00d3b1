import { describe, expect, it } from 'vitest';
import type { ServiceRules } from '../../../simulator/joinme/serviceRules.ts';
import type { Simulator } from '../../../simulator/simulator.ts';
import { clockAt, start } from '../pexipClient.ts';
import { call, callAs, iris, oto, refresh, tokensOf } from './joinmeClient.ts';

function startWith(rules: Partial<ServiceRules>, now?: () => number): Promise<Simulator> {
  return start({ ...(now === undefined ? {} : { now }), joinme: { rules } });
}

describe('a token that is no good', () => {
  it('gets 401 if it ended, else the 403 of the proxy, which is no JSON', async () => {
    const simulator = await start();
    const { accessToken, refreshToken } = tokensOf(simulator);
    simulator.joinme.expireTokens();
    expect(await call(simulator, accessToken, 'GET', '/user')).toMatchObject({
      status: 401,
      json: { ErrorCode: 'stale_token' },
    });
    for (const token of ['unknown', refreshToken, '']) {
      const answer = await call(simulator, token, 'GET', '/meetings');
      expect([answer.status, answer.text]).toStrictEqual([403, '<h1>Developer Inactive</h1>']);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'text/xml',
        server: 'Mashery Proxy',
        'www-authenticate': 'Bearer realm="api.join.me", error="invalid_token"',
        'x-error-detail-header': 'Account Inactive',
        'x-mashery-error-code': 'ERR_403_DEVELOPER_INACTIVE',
      });
    }
  });

  it.each(['bearer', 'Basic', 'Bearer  '])('gets it for the scheme "%s", too', async (scheme) => {
    const simulator = await start();
    const authorization = `${scheme} ${tokensOf(simulator).accessToken}`;
    expect((await call(simulator, '', 'GET', '/user', undefined, { authorization })).status).toBe(403);
  });

  it('can get JSON in all cases, or the proxy’s answer', async () => {
    const simulator = await startWith({ badTokens: 'api' });
    const { accessToken } = tokensOf(simulator);
    simulator.joinme.expireTokens();
    const codeOf = async (token: string) => (await call(simulator, token, 'GET', '/user')).json['ErrorCode'];
    expect([await codeOf(accessToken), await codeOf('unknown')]).toStrictEqual(['stale_token', 'invalid_token']);
    simulator.joinme.setRules({ badTokens: 'proxy' });
    const answer = await call(simulator, accessToken, 'GET', '/user');
    expect(answer.headers.get('x-mashery-error-code')).toBe('ERR_403_DEVELOPER_INACTIVE');
  });

  it('ends for one user, with or without refresh', async () => {
    const simulator = await start();
    const [one, other] = [tokensOf(simulator, iris), tokensOf(simulator, oto)];
    simulator.joinme.revokeTokens(iris);
    expect((await call(simulator, one.accessToken, 'GET', '/user')).status).toBe(401);
    expect((await refresh(simulator, one.refreshToken)).status).toBe(400);
    expect((await call(simulator, other.accessToken, 'GET', '/user')).status).toBe(201);
  });
});

describe('a scope too few', () => {
  it.each([
    ['user_info', [201, 403, 403]],
    ['scheduler', [403, 200, 403]],
    ['start_meeting', [403, 403, 201]],
  ] as const)('leaves %s alone', async (scope, statuses) => {
    const simulator = await start();
    const { accessToken } = tokensOf(simulator, iris, [scope]);
    const user = await call(simulator, accessToken, 'GET', '/user');
    const list = await call(simulator, accessToken, 'GET', '/meetings');
    const started = await call(simulator, accessToken, 'POST', '/meetings/start', { startWithPersonalUrl: false });
    expect([user.status, list.status, started.status]).toStrictEqual(statuses);
  });

  it('is refused as JSON, by the proxy, or not at all', async () => {
    const simulator = await start();
    const { accessToken } = tokensOf(simulator, iris, ['user_info']);
    const list = () => call(simulator, accessToken, 'GET', '/meetings');
    expect((await list()).json).toMatchObject({ ErrorCode: 'insufficient_scope' });
    simulator.joinme.setRules({ scopes: 'proxy' });
    expect((await list()).headers.get('www-authenticate')).toContain('insufficient_scope');
    simulator.joinme.setRules({ scopes: 'unchecked' });
    expect((await list()).status).toBe(200);
  });
});

describe('content type', () => {
  it('is asked for with every call, unless told', async () => {
    const simulator = await start();
    const { accessToken } = tokensOf(simulator);
    const plain = () => call(simulator, accessToken, 'GET', '/user', undefined, { 'content-type': 'text/plain' });
    expect((await plain()).status).toBe(400);
    simulator.joinme.setRules({ needsContentType: false });
    expect((await plain()).status).toBe(201);
  });
});

describe('limits', () => {
  it('throttle an application with the proxy’s 403, told apart from a bad token by its code', async () => {
    const clock = clockAt('2026-04-14T12:00:00Z');
    const simulator = await startWith({ callsPerSecond: 2, callsPerDay: 3 }, clock.now);
    const [first, second] = [tokensOf(simulator, iris), tokensOf(simulator, oto)];
    const status = async (token: string) => (await call(simulator, token, 'GET', '/user')).status;
    expect([await status(first.accessToken), await status(second.accessToken)]).toStrictEqual([201, 201]);
    const over = await call(simulator, first.accessToken, 'GET', '/user');
    expect([over.status, over.text]).toStrictEqual([403, '<h1>Developer Over Qps</h1>']);
    expect(over.headers.get('x-mashery-error-code')).toBe('ERR_403_DEVELOPER_OVER_QPS');
    expect(over.headers.get('x-error-detail-header')).toBe('Account Over Queries Per Second Limit');
    expect(over.headers.get('www-authenticate')).toBeNull();
    expect(over.headers.get('retry-after')).toBeNull();
    clock.advance(1000);
    expect(await status(first.accessToken)).toBe(201);
    clock.advance(1000);
    const overDay = await call(simulator, second.accessToken, 'GET', '/user');
    expect(overDay.headers.get('x-mashery-error-code')).toBe('ERR_403_DEVELOPER_OVER_RATE');
    clock.advance(86_400_000 - 2000);
    expect(await status(tokensOf(simulator).accessToken)).toBe(201);
  });

  it('can answer 429 with a time to wait, and be forgotten', async () => {
    const clock = clockAt('2026-04-14T12:00:00Z');
    const simulator = await startWith({ callsPerSecond: 1, throttleStatus: 429, retryAfter: 'seconds' }, clock.now);
    await callAs(simulator, iris, 'GET', '/user');
    const over = await callAs(simulator, iris, 'GET', '/user');
    expect([over.status, over.headers.get('retry-after')]).toStrictEqual([429, '1']);
    simulator.joinme.setRules({ retryAfter: 'httpDate' });
    const dated = await callAs(simulator, iris, 'GET', '/user');
    expect(dated.headers.get('retry-after')).toBe('Tue, 14 Apr 2026 12:00:01 GMT');
    simulator.joinme.resetCounts();
    expect((await callAs(simulator, iris, 'GET', '/user')).status).toBe(201);
    simulator.joinme.setRules({ callsPerSecond: null, callsPerDay: null });
    for (let calls = 0; calls < 30; calls += 1)
      expect((await callAs(simulator, iris, 'GET', '/user')).status).toBe(201);
  });
});
