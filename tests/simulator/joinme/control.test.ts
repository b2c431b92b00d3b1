import { describe, expect, it } from 'vitest';
import { faultNames } from '../../../simulator/joinme/fault.ts';
import type { Simulator } from '../../../simulator/simulator.ts';
import { start } from '../pexipClient.ts';
import {
  authorize,
  call,
  callAs,
  codeOf,
  foyer,
  iris,
  mara,
  meetingsOf,
  open,
  oto,
  postAuth,
  redeem,
  redirectOf,
  startAllowing,
  tokensOf,
} from './joinmeClient.ts';

function control(simulator: Simulator, method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${simulator.controlUrl}/joinme${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
}

describe('office day', () => {
  it.each([
    ['in the morning', '2026-04-14T07:03:00'],
    ['late in the evening', '2026-04-14T23:55:00'],
    ['on a Saturday', '2026-04-18T12:00:00'],
    ['before the clocks change', '2026-03-28T12:00:00'],
  ])('has meetings to come for every user %s', async (_, local) => {
    const now = Date.parse(local);
    const simulator = await start({ now: () => now });
    for (const email of [iris, oto, mara]) {
      const meetings = meetingsOf(await callAs(simulator, email, 'GET', '/meetings'));
      expect(meetings.length).toBeGreaterThanOrEqual(2);
      for (const { meetingStart, meetingEnd } of meetings) {
        expect(Date.parse(String(meetingEnd))).toBeGreaterThan(Date.parse(String(meetingStart)));
      }
    }
    const starts = simulator.joinme.meetings(iris).map(({ meetingStart }) => Date.parse(meetingStart) - now);
    expect(starts.filter((distance) => distance >= 22 * 60_000 && distance <= 27 * 60_000)).toHaveLength(1);
    expect(starts.filter((distance) => distance < 0 && distance >= -30 * 60_000)).not.toHaveLength(0);
  });

  it('has the personal URL only where there is one', async () => {
    const { joinme } = await start();
    const [withOne, ...without] = [iris, oto, mara].map((email) =>
      joinme.meetings(email).some(({ startWithPersonalUrl }) => startWithPersonalUrl),
    );
    expect([withOne, without]).toStrictEqual([true, [false, false]]);
  });
});

describe('control over HTTP', () => {
  it('lists and adds applications, without telling secrets', async () => {
    const simulator = await startAllowing();
    const callbackUrl = 'http://127.0.0.1:50123/oauth/joinme';
    const application = { key: 'another-key', secret: 'another-secret', name: 'Another', callbackUrl };
    expect((await control(simulator, 'POST', '/applications', application)).status).toBe(204);
    const listed = await (await control(simulator, 'GET', '/applications')).text();
    expect(listed).toContain(callbackUrl);
    expect(listed).not.toContain('secret');
    const changes = { client_id: 'another-key', redirect_uri: callbackUrl };
    expect(redirectOf(await authorize(simulator, changes)).to).toBe(callbackUrl);
    const misshapen = { ...application, callbackUrl: 'nowhere' };
    expect((await control(simulator, 'POST', '/applications', misshapen)).status).toBe(400);
  });

  it('lists and adds users, and replaces calendars', async () => {
    const simulator = await start();
    const ada = { email: 'Ada@reading.example', fullName: 'Ada', subscriptionType: 'Free' };
    expect((await control(simulator, 'POST', '/users', ada)).status).toBe(204);
    const listed = await (await control(simulator, 'GET', '/users')).json();
    expect(listed.users).toHaveLength(4);
    const meetings = [
      { meetingName: 'Reading', meetingStart: '2099-01-01T09:00:00+01:00', meetingEnd: '2099-01-01T10:00:00Z' },
    ];
    const path = '/users/ada@reading.example/meetings';
    expect((await control(simulator, 'PUT', path, { meetings })).status).toBe(204);
    expect(await (await control(simulator, 'GET', path)).json()).toStrictEqual({
      meetings: [
        {
          meetingId: expect.any(Number),
          meetingName: 'Reading',
          meetingStart: '2099-01-01T08:00:00Z',
          meetingEnd: '2099-01-01T10:00:00Z',
          startWithPersonalUrl: false,
          participants: [],
        },
      ],
    });
    expect(meetingsOf(await callAs(simulator, 'ada@reading.example', 'GET', '/meetings'))).toHaveLength(1);
    expect((await control(simulator, 'GET', '/users/nobody@corp.example/meetings')).status).toBe(400);
    const broken = [{ meetingName: 'x', meetingStart: 'now', meetingEnd: 'then' }];
    expect((await control(simulator, 'PUT', path, { meetings: broken })).status).toBe(400);
  });

  it('gives tokens without a browser, lists them without their text, and ends them', async () => {
    const simulator = await start();
    const issued = await control(simulator, 'POST', '/tokens', { email: mara, key: foyer.key });
    const { accessToken, refreshToken } = await issued.json();
    expect((await call(simulator, accessToken, 'GET', '/user')).status).toBe(201);
    const listed = await (await control(simulator, 'GET', '/tokens')).text();
    expect(listed).toContain(mara);
    expect(listed.includes(accessToken) || listed.includes(refreshToken)).toBe(false);
    expect((await control(simulator, 'DELETE', `/tokens?email=${mara}&kind=access`)).status).toBe(204);
    expect((await call(simulator, accessToken, 'GET', '/user')).status).toBe(401);
    const lives = () => simulator.joinme.tokens().filter(({ expiresAt }) => expiresAt === null).length;
    expect(lives()).toBe(1);
    await control(simulator, 'DELETE', '/tokens');
    expect(lives()).toBe(0);
    expect((await control(simulator, 'POST', '/tokens', { email: mara, key: 'nobody' })).status).toBe(400);
  });

  it('reads and changes rules', async () => {
    const simulator = await start();
    const changed = await control(simulator, 'PATCH', '/rules', { autoConsent: mara, tokenSeconds: 7 });
    expect(await changed.json()).toMatchObject({ autoConsent: mara, tokenSeconds: 7, codeSeconds: 60 });
    expect(await (await control(simulator, 'GET', '/rules')).json()).toStrictEqual(simulator.joinme.rules());
    expect((await redeem(simulator, await codeOf(simulator))).json).toMatchObject({ expires_in: 7 });
    for (const body of [{ pkce: 'perhaps' }, { unknown: 1 }, { autoConsent: 'nobody@corp.example' }]) {
      expect((await control(simulator, 'PATCH', '/rules', body)).status).toBe(400);
    }
  });

  it('lists and ends meetings that were started, and forgets counted calls', async () => {
    const simulator = await start();
    const started = await callAs(simulator, iris, 'POST', '/meetings/start', { startWithPersonalUrl: true });
    const { runs } = await (await control(simulator, 'GET', '/runs')).json();
    expect(runs).toMatchObject([{ id: 1, email: iris, meetingId: null, place: 'irisvega', endedAt: null }]);
    expect((await control(simulator, 'DELETE', '/runs/1')).status).toBe(204);
    expect((await open(String(started.json['viewerLink']))).status).toBe(404);
    expect((await control(simulator, 'DELETE', '/runs/2')).status).toBe(400);
    expect((await control(simulator, 'DELETE', '/counts')).status).toBe(204);
  });

  it('switches faults', async () => {
    const simulator = await start();
    const fault = { name: 'throttled', as: 'rate' };
    expect((await control(simulator, 'POST', '/faults', { fault, times: 1 })).status).toBe(200);
    expect((await callAs(simulator, iris, 'GET', '/user')).status).toBe(403);
    const listed = await (await control(simulator, 'GET', '/faults')).json();
    expect(listed).toStrictEqual({ faults: [], names: [...faultNames] });
    for (const body of [
      { fault: 'gremlins' },
      { fault: 'hang', endpoint: 'nowhere' },
      { fault: { name: 'throttled', as: 'x' } },
    ]) {
      expect((await control(simulator, 'POST', '/faults', body)).status).toBe(400);
    }
    expect(() => simulator.joinme.setFault({ name: 'latency', milliseconds: -1 })).toThrow(RangeError);
  });
});

describe('request log', () => {
  it('says who asked and how it ended, without secrets, codes, tokens and presenter links', async () => {
    const simulator = await startAllowing();
    const code = await codeOf(simulator);
    const { json } = await redeem(simulator, code);
    const [access, refreshToken] = [String(json['access_token']), String(json['refresh_token'])];
    const started = await call(simulator, access, 'POST', '/meetings/start', { startWithPersonalUrl: false });
    const presenterLink = String(started.json['presenterLink']);
    await open(presenterLink);
    const { joinmeAuth, joinmeApi } = simulator.endpoints;
    const secrets = [code, access, refreshToken, foyer.secret, presenterLink.split('=')[1] ?? ''];
    for (const secret of secrets) {
      await open(`${joinmeAuth}/api/public/v1/auth/renewauthorization?client_id=${foyer.key}&access_token=${secret}`);
      await open(`${joinmeApi}/v1/meetings/${secret}?code=${secret}`, { headers: { 'user-agent': secret } });
    }
    await postAuth(simulator, 'token', { client_secret: 'x', [foyer.secret]: 'y' });
    const log = simulator.joinme.requests();
    expect(log).toMatchObject([
      { origin: 'joinmeAuth', clientId: iris, status: 302 },
      {
        origin: 'joinmeAuth',
        clientId: iris,
        status: 200,
        formFields: expect.arrayContaining(['code', 'client_secret']),
      },
      { origin: 'joinmeApi', clientId: iris, status: 201, authorization: 'bearer' },
      { origin: 'joinmeAuth', clientId: null, status: 200 },
      ...secrets.flatMap(() => [{ origin: 'joinmeAuth' }, { origin: 'joinmeApi' }]),
      { formFields: ['client_secret', '[secret]'] },
    ]);
    const known = [code, access, refreshToken, foyer.secret];
    const text = JSON.stringify(log);
    expect(known.filter((secret) => text.includes(secret))).toStrictEqual([]);
    const urls = log.filter(({ url }) => !url.startsWith('/v1/meetings/')).map(({ url }) => url);
    expect(secrets.filter((secret) => urls.join().includes(secret))).toStrictEqual([]);
    simulator.joinme.clearRequests();
    expect(simulator.joinme.requests()).toHaveLength(0);
  });

  it('tells unknown paths, marked as its own choice', async () => {
    const simulator = await start();
    const { joinmeApi } = simulator.endpoints;
    const answer = await open(`${joinmeApi}/v1/presenters`);
    expect([answer.status, answer.headers.get('x-simulator-choice')]).toStrictEqual([404, 'unknown method or path']);
    expect(simulator.joinme.requests()).toMatchObject([{ status: 404 }]);
  });

  it('names the faults that took part', async () => {
    const simulator = await start();
    simulator.joinme.setFault('plainStatus');
    simulator.joinme.setFault('extraFields', { endpoint: 'user' });
    await call(simulator, tokensOf(simulator).accessToken, 'GET', '/user');
    expect(simulator.joinme.requests()).toMatchObject([{ status: 200, faults: ['plainStatus', 'extraFields'] }]);
  });
});
