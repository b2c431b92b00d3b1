import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { ServiceRules } from '../../../simulator/joinme/serviceRules.ts';
import type { Simulator } from '../../../simulator/simulator.ts';
import { clockAt, start } from '../pexipClient.ts';
import { call, callAs, iris, mara, meetingsOf, oto, tokensOf } from './joinmeClient.ts';

const noon = '2026-04-14T12:00:00Z';

const review = {
  meetingName: 'Budget review',
  meetingStart: '2026-04-14T13:00:00Z',
  meetingEnd: '2026-04-14T13:45:00Z',
  participants: ['oto.lind@corp.example'],
};

/** At noon, Iris has one meeting that is over, one that runs, and two to come. */
async function startAtNoon(rules: Partial<ServiceRules> = {}): Promise<Simulator> {
  const simulator = await start({ now: clockAt(noon).now, joinme: { rules } });
  simulator.joinme.setMeetings(iris, [
    { ...review, meetingName: 'Later', meetingStart: '2026-04-16T09:00:00Z', meetingEnd: '2026-04-16T10:00:00Z' },
    review,
    { ...review, meetingName: 'Running', meetingStart: '2026-04-14T11:30:00Z', meetingEnd: '2026-04-14T12:30:00Z' },
    { ...review, meetingName: 'Over', meetingStart: '2026-04-14T11:00:00Z', meetingEnd: noon },
  ]);
  return simulator;
}

async function namesOf(simulator: Simulator, query = ''): Promise<readonly unknown[]> {
  return meetingsOf(await callAs(simulator, iris, 'GET', `/meetings${query}`)).map(({ meetingName }) => meetingName);
}

async function idOf(simulator: Simulator, name: string): Promise<number> {
  const meeting = simulator.joinme.meetings(iris).find(({ meetingName }) => meetingName === name);
  return meeting?.meetingId ?? -1;
}

describe('user', () => {
  it('is answered with 201: Pro with everything', async () => {
    const simulator = await start();
    const answer = await callAs(simulator, iris, 'GET', '/user');
    expect(answer.status).toBe(201);
    expect(answer.json).toStrictEqual({
      email: iris,
      fullName: 'Iris Vega',
      language: 'en-US',
      numberOfMeetingsHosted: 212,
      personalUrl: 'irisvega',
      registrationDate: '2016-05-04T08:30:00',
      subscriptionType: 'Pro',
      conferenceSettings: {
        conferenceId: '111222333',
        conferenceCallNumbersUrl: `${simulator.endpoints.joinmeAuth}/api/public/intphone.aspx?conferenceId=111222333`,
        organizerCode: '4821',
      },
    });
  });

  it('may be Pro without a personal URL, or Free without that and a conference', async () => {
    const simulator = await start();
    const pro = await callAs(simulator, oto, 'GET', '/user');
    expect(pro.json).not.toHaveProperty('personalUrl');
    expect(pro.json).toHaveProperty('conferenceSettings');
    const free = await callAs(simulator, mara, 'GET', '/user');
    expect(free.json).toMatchObject({ subscriptionType: 'Free' });
    expect(Object.keys(free.json)).not.toContain('personalUrl');
    expect(Object.keys(free.json)).not.toContain('conferenceSettings');
    simulator.joinme.setRules({ freeUsersHaveAudio: true });
    expect((await callAs(simulator, mara, 'GET', '/user')).json).toHaveProperty('conferenceSettings');
  });
});

describe('list of meetings', () => {
  it('has what is not over, by start, without details', async () => {
    const simulator = await startAtNoon();
    expect(await namesOf(simulator)).toStrictEqual(['Running', 'Budget review', 'Later']);
    const [, second] = meetingsOf(await callAs(simulator, iris, 'GET', '/meetings'));
    expect(second).toStrictEqual({
      meetingId: expect.any(Number),
      meetingName: 'Budget review',
      meetingStart: '2026-04-14T13:00:00Z',
      meetingEnd: '2026-04-14T13:45:00Z',
      startWithPersonalUrl: false,
    });
  });

  it('can leave out what runs, and can have details', async () => {
    const simulator = await startAtNoon({ upcoming: 'untilStart', listElements: 'full' });
    expect(await namesOf(simulator)).toStrictEqual(['Budget review', 'Later']);
    const [first] = meetingsOf(await callAs(simulator, iris, 'GET', '/meetings'));
    expect(first).toMatchObject({ participants: review.participants, conferenceId: '111222333' });
  });

  it('may be empty, and is each user’s own', async () => {
    const simulator = await startAtNoon();
    simulator.joinme.setMeetings(oto, []);
    expect((await callAs(simulator, oto, 'GET', '/meetings')).json).toStrictEqual({ meetings: [] });
  });

  it('goes by the servers’ clock', async () => {
    const simulator = await startAtNoon();
    simulator.joinme.setClockOffset(3_600_000);
    expect(await namesOf(simulator)).toStrictEqual(['Budget review', 'Later']);
  });

  it('ends at endDate, wherever that is sent', async () => {
    const simulator = await startAtNoon();
    const endDate = '2026-04-15T00:00:00Z';
    const expected = ['Running', 'Budget review'];
    expect(await namesOf(simulator, `?endDate=${encodeURIComponent(endDate)}`)).toStrictEqual(expected);
    const { accessToken } = tokensOf(simulator);
    const inHeader = await call(simulator, accessToken, 'GET', '/meetings', undefined, { endDate });
    expect(meetingsOf(inHeader)).toHaveLength(2);
    expect(JSON.parse(await getWithBody(simulator, accessToken, JSON.stringify({ endDate }))).meetings).toHaveLength(2);
    expect(JSON.parse(await getWithBody(simulator, accessToken, '{}')).meetings).toHaveLength(3);
    expect((await callAs(simulator, iris, 'GET', '/meetings?endDate=tomorrow')).status).toBe(400);
    simulator.joinme.setRules({ endDate: 'ignored' });
    expect(await namesOf(simulator, '?endDate=2026-04-15T00:00:00Z')).toHaveLength(3);
  });
});

describe('one meeting', () => {
  it('has participants, conference and viewer link', async () => {
    const simulator = await startAtNoon();
    const answer = await callAs(simulator, iris, 'GET', `/meetings/${await idOf(simulator, 'Budget review')}`);
    expect(answer.status).toBe(200);
    expect(answer.json).toStrictEqual({
      meetingId: expect.any(Number),
      meetingName: 'Budget review',
      meetingStart: '2026-04-14T13:00:00Z',
      meetingEnd: '2026-04-14T13:45:00Z',
      startWithPersonalUrl: false,
      participants: ['oto.lind@corp.example'],
      conferenceId: '111222333',
      viewerLink: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\d{9}$/),
    });
  });

  it('is there when it is over, and only for its user', async () => {
    const simulator = await startAtNoon();
    const path = `/meetings/${await idOf(simulator, 'Over')}`;
    expect((await callAs(simulator, iris, 'GET', path)).status).toBe(200);
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const answer = await callAs(simulator, oto, method, path);
      expect([answer.status, answer.json['ErrorCode']]).toStrictEqual([404, 'not_found']);
    }
    expect((await callAs(simulator, oto, 'POST', `${path}/start`)).status).toBe(404);
  });

  it.each(['0', 'x', '1e3', '-1', '4711abc'])('is not found as %s', async (id) => {
    expect((await callAs(await start(), iris, 'GET', `/meetings/${id}`)).status).toBe(404);
  });
});

describe('scheduling', () => {
  it('takes offsets and gives UTC', async () => {
    const simulator = await startAtNoon();
    const body = { ...review, meetingStart: '2026-04-14T15:00:00+02:00', meetingEnd: '2026-04-14T15:45:00.500+02:00' };
    const answer = await callAs(simulator, iris, 'POST', '/meetings', body);
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({ meetingStart: '2026-04-14T13:00:00Z', meetingEnd: '2026-04-14T13:45:00Z' });
    expect(answer.json).toMatchObject({ startWithPersonalUrl: false, participants: review.participants });
    expect(await namesOf(simulator)).toHaveLength(4);
  });

  it.each([
    ['no name', { meetingName: undefined }],
    ['an empty name', { meetingName: ' ' }],
    ['no start', { meetingStart: null }],
    ['no end', { meetingEnd: undefined }],
    ['a start that is no time', { meetingStart: 'tomorrow' }],
    ['a start without zone', { meetingStart: '2026-04-14T13:00:00' }],
    ['a start on no day', { meetingStart: '2026-13-14T13:00:00Z' }],
    ['an end at its start', { meetingEnd: review.meetingStart }],
    ['an end before its start', { meetingEnd: noon }],
    ['a participant without address', { participants: ['Oto'] }],
    ['participants that are no list', { participants: 'oto.lind@corp.example' }],
    ['a number for the personal URL', { startWithPersonalUrl: 1 }],
  ])('refuses %s', async (_, changes) => {
    const simulator = await startAtNoon();
    const answer = await callAs(simulator, iris, 'POST', '/meetings', { ...review, ...changes });
    expect([answer.status, answer.json['ErrorCode']]).toStrictEqual([400, 'invalid_request']);
    expect(answer.headers.get('x-simulator-choice')).not.toBeNull();
    expect(simulator.joinme.meetings(iris)).toHaveLength(4);
  });

  it.each(['', '[]', '{', '"x"', 'null'])('refuses the body %j', async (body) => {
    expect((await callAs(await start(), iris, 'POST', '/meetings', body)).status).toBe(400);
  });

  it('takes the personal URL of those who have one', async () => {
    const simulator = await startAtNoon();
    const body = { ...review, startWithPersonalUrl: 'true', participants: null };
    const answer = await callAs(simulator, iris, 'POST', '/meetings', body);
    expect(answer.json).toMatchObject({ startWithPersonalUrl: true, participants: [] });
    expect(answer.json['viewerLink']).toBe(`${simulator.endpoints.joinmeAuth}/irisvega`);
    for (const email of [oto, mara])
      expect((await callAs(simulator, email, 'POST', '/meetings', body)).status).toBe(400);
    simulator.joinme.setRules({ missingPersonalUrl: 'code' });
    const free = await callAs(simulator, mara, 'POST', '/meetings', body);
    expect(free.json['viewerLink']).toMatch(/\/\d{9}$/);
    expect(free.json).not.toHaveProperty('conferenceId');
  });
});

describe('editing', () => {
  it('leaves alone what is missing or null', async () => {
    const simulator = await startAtNoon();
    const meetingId = await idOf(simulator, 'Budget review');
    const path = `/meetings/${meetingId}`;
    const before = await callAs(simulator, iris, 'GET', path);
    const changes = { meetingId, meetingName: null, meetingEnd: '2026-04-14T14:00:00Z', participants: null };
    const answer = await callAs(simulator, iris, 'PATCH', path, changes);
    expect(answer.status).toBe(200);
    expect(answer.json).toStrictEqual({ ...before.json, meetingEnd: '2026-04-14T14:00:00Z' });
    expect((await callAs(simulator, iris, 'GET', path)).json).toStrictEqual(answer.json);
    expect((await callAs(simulator, iris, 'PATCH', path, { participants: [] })).json).toMatchObject({
      participants: [],
    });
  });

  it.each([
    ['an end before the start that stays', { meetingEnd: noon }],
    ['another id', { meetingId: 1 }],
  ])('refuses %s', async (_, changes) => {
    const simulator = await startAtNoon();
    const path = `/meetings/${await idOf(simulator, 'Budget review')}`;
    expect((await callAs(simulator, iris, 'PATCH', path, changes)).status).toBe(400);
  });
});

describe('cancelling', () => {
  it('takes the meeting away, once', async () => {
    const simulator = await startAtNoon();
    const path = `/meetings/${await idOf(simulator, 'Budget review')}`;
    const answer = await callAs(simulator, iris, 'DELETE', path);
    expect([answer.status, answer.text]).toStrictEqual([204, '']);
    expect(await namesOf(simulator)).toStrictEqual(['Running', 'Later']);
    expect((await callAs(simulator, iris, 'DELETE', path)).status).toBe(404);
  });
});

/** A GET with a body, as the published samples send it; `fetch` cannot. */
function getWithBody(simulator: Simulator, token: string, body: string): Promise<string> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${simulator.endpoints.joinmeApi}/v1/meetings`, { method: 'GET', headers });
    sent.once('response', (response) => void text(response).then(resolve, reject));
    sent.once('error', reject);
    sent.end(body);
  });
}
