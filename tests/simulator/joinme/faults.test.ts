import { describe, expect, it } from 'vitest';
import type { FaultInput, FaultName } from '../../../simulator/joinme/fault.ts';
import type { Simulator } from '../../../simulator/simulator.ts';
import { start } from '../pexipClient.ts';
import { call, callAs, iris, mara, meetingsOf, oto, refresh, tokensOf } from './joinmeClient.ts';

/** A simulator with one fault of the API. */
async function faulty(fault: FaultName | FaultInput): Promise<Simulator> {
  const simulator = await start();
  simulator.joinme.setFault(fault);
  return simulator;
}

const later = { meetingName: 'Later', meetingStart: '2099-01-01T09:00:00Z', meetingEnd: '2099-01-01T10:00:00Z' };

describe('status faults', () => {
  it.each([
    ['unauthorized', 401, { ErrorCode: 'invalid_token' }],
    ['forbidden', 403, { ErrorCode: 'access_denied' }],
    ['notFound', 404, { ErrorCode: 'not_found' }],
    ['badRequest', 400, { ErrorCode: 'invalid_request' }],
    ['staleToken', 401, { ErrorCode: 'stale_token' }],
    ['unavailable', 503, { ErrorCode: 'server_error' }],
    ['serverError', 500, { ExitPointId: expect.any(Number), ReferenceNumber: expect.any(String) }],
  ] as const)('%s is a %i of the API', async (name, status, body) => {
    const answer = await callAs(await faulty(name), iris, 'GET', '/meetings');
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ Message: expect.any(String), ...body });
  });

  it('tell a stale token by 403, and without a code', async () => {
    const simulator = await faulty({ name: 'staleToken', status: 403 });
    expect(await callAs(simulator, iris, 'GET', '/user')).toMatchObject({
      status: 403,
      json: { ErrorCode: 'stale_token' },
    });
    simulator.joinme.setFault('errorCodeMissing');
    const answer = await callAs(simulator, iris, 'GET', '/user');
    expect([answer.status, Object.keys(answer.json)]).toStrictEqual([403, ['Message']]);
  });

  it('end a token for real, once', async () => {
    const simulator = await faulty('tokenEnded');
    const { accessToken, refreshToken } = tokensOf(simulator);
    const status = async (token: string) => (await call(simulator, token, 'GET', '/user')).status;
    expect([await status(accessToken), await status(accessToken)]).toStrictEqual([401, 401]);
    const fresh = await refresh(simulator, refreshToken);
    expect(await status(String(fresh.json['access_token']))).toBe(201);
  });

  it('are the proxy’s: inactive account, too many calls', async () => {
    const simulator = await faulty('accountInactive');
    const inactive = await callAs(simulator, iris, 'GET', '/user');
    expect([inactive.status, inactive.headers.get('content-type')]).toStrictEqual([403, 'text/xml']);
    simulator.joinme.clearFaults();
    simulator.joinme.setFault({ name: 'throttled', as: 'rate', retryAfter: { form: 'seconds', seconds: 60 } });
    const throttled = await callAs(simulator, iris, 'GET', '/user');
    expect(throttled.headers.get('x-mashery-error-code')).toBe('ERR_403_DEVELOPER_OVER_RATE');
    expect([throttled.status, throttled.headers.get('retry-after')]).toStrictEqual([403, '60']);
    simulator.joinme.clearFaults();
    simulator.joinme.setFault({ name: 'rateLimited', retryAfter: { form: 'seconds', seconds: 7 } });
    const limited = await callAs(simulator, iris, 'GET', '/user');
    expect([limited.status, limited.headers.get('retry-after')]).toStrictEqual([429, '7']);
  });

  it('strike one user and one endpoint, so often as told', async () => {
    const simulator = await start();
    simulator.joinme.setFault('serverError', { endpoint: 'user', clientId: iris, times: 2 });
    const status = async (email: string, path: string) => (await callAs(simulator, email, 'GET', path)).status;
    expect([await status(oto, '/user'), await status(iris, '/meetings')]).toStrictEqual([201, 200]);
    expect([await status(iris, '/user'), await status(iris, '/user'), await status(iris, '/user')]).toStrictEqual([
      500, 500, 201,
    ]);
  });
});

describe('faults of connection and body', () => {
  it.each(['connectionReset', 'connectionCut'] as const)('%s breaks the connection', async (name) => {
    await expect(callAs(await faulty(name), iris, 'GET', '/user')).rejects.toThrow();
  });

  it('lose the answer, but not the meeting', async () => {
    const simulator = await faulty('answerLost');
    await expect(callAs(simulator, mara, 'POST', '/meetings', later)).rejects.toThrow();
    expect(simulator.joinme.meetings(mara)).toHaveLength(3);
    const sent = callAs(simulator, mara, 'POST', '/meetings/start', { startWithPersonalUrl: false });
    await expect(sent).rejects.toThrow();
    expect(simulator.joinme.runs()).toHaveLength(1);
  });

  it('wait first', async () => {
    const simulator = await faulty({ name: 'latency', milliseconds: 50 });
    const before = performance.now();
    await callAs(simulator, iris, 'GET', '/user');
    expect(performance.now() - before).toBeGreaterThanOrEqual(49);
  });

  it('leave a request hanging', async () => {
    const simulator = await faulty('hang');
    const { accessToken } = tokensOf(simulator);
    const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
    const url = `${simulator.endpoints.joinmeApi}/v1/user`;
    await expect(fetch(url, { headers, signal: AbortSignal.timeout(100) })).rejects.toThrow('timeout');
  });

  it('put a web page, nothing or half of the JSON in place of the body', async () => {
    const simulator = await faulty('serverError');
    simulator.joinme.setFault({ name: 'htmlBody', onlyStatus: 500 });
    const page = await callAs(simulator, iris, 'GET', '/user');
    expect([page.status, page.headers.get('content-type')]).toStrictEqual([500, 'text/html; charset=utf-8']);
    simulator.joinme.clearFaults();
    simulator.joinme.setFault('emptyBody', { times: 1 });
    expect((await callAs(simulator, iris, 'GET', '/user')).text).toBe('');
    simulator.joinme.setFault('truncatedJson', { times: 1 });
    expect((await callAs(simulator, iris, 'GET', '/user')).json).toStrictEqual({});
  });
});

describe('content faults', () => {
  it('leave only the essentials', async () => {
    const simulator = await faulty('minimalAnswer');
    expect((await callAs(simulator, iris, 'GET', '/user')).json).toStrictEqual({ email: iris });
    const [first] = meetingsOf(await callAs(simulator, iris, 'GET', '/meetings'));
    expect(Object.keys(first ?? {})).toStrictEqual(['meetingId', 'meetingName', 'meetingStart', 'meetingEnd']);
    const one = await callAs(simulator, iris, 'GET', `/meetings/${first?.['meetingId']}`);
    expect(Object.keys(one.json)).toStrictEqual(['meetingId', 'meetingName', 'meetingStart', 'meetingEnd']);
    const started = await callAs(simulator, iris, 'POST', '/meetings/start', { startWithPersonalUrl: true });
    expect(Object.keys(started.json)).toStrictEqual(['presenterLink']);
  });

  it('leave out one field at every level', async () => {
    const simulator = await faulty({ name: 'missingField', field: 'organizerCode' });
    const user = await callAs(simulator, iris, 'GET', '/user');
    expect(user.json['conferenceSettings']).toStrictEqual({
      conferenceId: '111222333',
      conferenceCallNumbersUrl: expect.any(String),
    });
    simulator.joinme.setFault('missingField');
    const started = await callAs(simulator, iris, 'POST', '/meetings/start', { startWithPersonalUrl: true });
    expect(Object.keys(started.json)).toStrictEqual(['presenterLink', 'audioConference']);
  });

  it('count only answers that they change', async () => {
    const simulator = await start();
    simulator.joinme.setFault({ name: 'missingField', field: 'meetings' }, { times: 1 });
    expect((await callAs(simulator, iris, 'GET', '/user')).status).toBe(201);
    expect((await callAs(simulator, iris, 'GET', '/meetings')).json).toStrictEqual({});
    expect(simulator.joinme.faults()).toHaveLength(0);
  });

  it('add fields nobody documented', async () => {
    const simulator = await faulty('extraFields');
    const user = await callAs(simulator, iris, 'GET', '/user');
    expect(user.json).toMatchObject({ email: iris, region: 'eu-1', conferenceSettings: { region: 'eu-1' } });
  });

  it('spoil types, but keep the good elements of a list', async () => {
    const simulator = await start();
    const good = meetingsOf(await callAs(simulator, iris, 'GET', '/meetings'));
    simulator.joinme.setFault('wrongTypes');
    const list = await callAs(simulator, iris, 'GET', '/meetings');
    expect(list.json).toStrictEqual({ meetings: [null, 'x', ...good, [], {}] });
    expect((await callAs(simulator, iris, 'GET', '/user')).json).toMatchObject({ email: 17, fullName: 17 });
  });

  it('drop the Z of times', async () => {
    const simulator = await faulty('timesWithoutZone');
    const [first] = meetingsOf(await callAs(simulator, iris, 'GET', '/meetings'));
    expect(first?.['meetingStart']).toMatch(/T\d\d:\d\d:\d\d$/);
  });

  it('answer 200 in place of 201 and 204', async () => {
    const simulator = await faulty('plainStatus');
    expect((await callAs(simulator, iris, 'GET', '/user')).status).toBe(200);
    const made = await callAs(simulator, iris, 'POST', '/meetings', later);
    expect(made.status).toBe(200);
    const gone = await callAs(simulator, iris, 'DELETE', `/meetings/${made.json['meetingId']}`);
    expect([gone.status, gone.text]).toStrictEqual([200, '{}']);
  });

  it('refuse booleans sent as text', async () => {
    const simulator = await faulty('textBooleansRefused');
    const status = async (value: unknown) =>
      (await callAs(simulator, iris, 'POST', '/meetings/start', { startWithPersonalUrl: value })).status;
    expect([await status('true'), await status(true)]).toStrictEqual([400, 201]);
  });
});
