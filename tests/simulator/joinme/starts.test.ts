import { describe, expect, it } from 'vitest';
import type { Simulator } from '../../../simulator/simulator.ts';
import { clockAt, start } from '../pexipClient.ts';
import { callAs, iris, type JoinmeAnswer, mara, open, oto } from './joinmeClient.ts';

const code = { startWithPersonalUrl: false };
const personal = { startWithPersonalUrl: true };

function linkOf(answer: JoinmeAnswer, name: 'presenterLink' | 'viewerLink'): string {
  const link = answer.json[name];
  if (typeof link !== 'string') throw new Error(`no ${name} came: ${answer.status} ${answer.text}`);
  return link;
}

async function headingOf(link: string): Promise<readonly [number, string | undefined]> {
  const { status, text } = await open(link);
  return [status, /<h1>(.*)<\/h1>/.exec(text)?.[1]];
}

/** A scheduled meeting of Iris. */
async function schedule(simulator: Simulator, isAtPersonalUrl = false): Promise<string> {
  const answer = await callAs(simulator, iris, 'POST', '/meetings', {
    meetingName: 'Budget review',
    meetingStart: '2026-04-14T13:00:00Z',
    meetingEnd: '2026-04-14T13:45:00Z',
    startWithPersonalUrl: isAtPersonalUrl,
  });
  return `/meetings/${answer.json['meetingId']}`;
}

describe('starting now', () => {
  it('gives both links and the audio conference', async () => {
    const simulator = await start();
    const answer = await callAs(simulator, iris, 'POST', '/meetings/start', code);
    const base = simulator.endpoints.joinmeAuth;
    expect(answer.status).toBe(201);
    expect(answer.json).toStrictEqual({
      presenterLink: expect.stringMatching(/\/API\/Public\/StartMeeting\.aspx\?token=\w+$/),
      viewerLink: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\d{9}$/),
      audioConference: {
        conferenceId: '111222333',
        conferenceCallNumbersUrl: `${base}/api/public/intphone.aspx?conferenceId=111222333`,
        organizerCode: '4821',
      },
    });
    expect(linkOf(answer, 'presenterLink').startsWith(`${base}/`)).toBe(true);
  });

  it('uses the personal URL if asked, also in text', async () => {
    const simulator = await start();
    for (const body of [personal, { startWithPersonalUrl: 'true' }]) {
      const answer = await callAs(simulator, iris, 'POST', '/meetings/start', body);
      expect(linkOf(answer, 'viewerLink')).toBe(`${simulator.endpoints.joinmeAuth}/irisvega`);
    }
  });

  it('refuses the personal URL to those who have none, or gives a code', async () => {
    const simulator = await start();
    for (const email of [oto, mara]) {
      const answer = await callAs(simulator, email, 'POST', '/meetings/start', personal);
      expect([answer.status, answer.json['ErrorCode']]).toStrictEqual([400, 'invalid_request']);
    }
    expect(simulator.joinme.runs()).toHaveLength(0);
    simulator.joinme.setRules({ missingPersonalUrl: 'code' });
    const answer = await callAs(simulator, mara, 'POST', '/meetings/start', personal);
    expect(linkOf(answer, 'viewerLink')).toMatch(/\/\d{9}$/);
  });

  it('gives free users no audio conference, unless told', async () => {
    const simulator = await start();
    const free = await callAs(simulator, mara, 'POST', '/meetings/start', code);
    expect(Object.keys(free.json)).toStrictEqual(['presenterLink', 'viewerLink']);
    simulator.joinme.setRules({ freeUsersHaveAudio: true });
    expect((await callAs(simulator, mara, 'POST', '/meetings/start', code)).json).toHaveProperty('audioConference');
  });

  it('takes the documented options and refuses others', async () => {
    const simulator = await start();
    const status = async (body: unknown) => (await callAs(simulator, iris, 'POST', '/meetings/start', body)).status;
    expect(await status({ ...code, viewerMode: null })).toBe(201);
    expect(await status({ ...code, viewerMode: 'headless', viewerAppDetection: false })).toBe(201);
    expect(await status({ ...code, viewerMode: 'tiny' })).toBe(400);
    expect(await status({ ...code, viewerAppDetection: 'no' })).toBe(400);
    expect(await status({})).toBe(400);
    expect(await status({ startWithPersonalUrl: null })).toBe(400);
    expect(await status({ ...code, webhooks: { 'meeting.start': {} } })).toBe(400);
  });

  it('tells the state of webhooks only if some were asked for', async () => {
    const webhooks = { 'meeting.end': { callbackUrl: 'https://app.example/ended', customCallbackData: { id: 7 } } };
    const answer = await callAs(await start(), iris, 'POST', '/meetings/start', { ...code, webhooks });
    expect(answer.json).toHaveProperty('webhooksStatus');
  });
});

describe('starting a scheduled meeting', () => {
  it.each([undefined, {}])('brings its viewer link to life, with the body %j', async (body) => {
    const simulator = await start();
    const path = await schedule(simulator);
    const viewer = linkOf(await callAs(simulator, iris, 'GET', path), 'viewerLink');
    expect(await headingOf(viewer)).toStrictEqual([404, 'This meeting has not started']);
    const started = await callAs(simulator, iris, 'POST', `${path}/start`, body);
    expect(started.status).toBe(201);
    expect(linkOf(started, 'viewerLink')).toBe(viewer);
    expect(await headingOf(viewer)).toStrictEqual([200, 'Waiting for the host']);
    expect(await headingOf(linkOf(started, 'presenterLink'))).toStrictEqual([200, 'You are presenting']);
    expect(await headingOf(viewer)).toStrictEqual([200, 'You are viewing']);
    expect(await headingOf(viewer.replace(/(\d{3})(\d{3})(\d{3})$/, '$1-$2-$3'))).toStrictEqual([
      200,
      'You are viewing',
    ]);
  });

  it('uses the personal URL if the meeting does', async () => {
    const simulator = await start();
    const started = await callAs(simulator, iris, 'POST', `${await schedule(simulator, true)}/start`);
    expect(linkOf(started, 'viewerLink')).toBe(`${simulator.endpoints.joinmeAuth}/irisvega`);
  });

  it('gives another presenter link to the same run when started again', async () => {
    const simulator = await start();
    const path = await schedule(simulator);
    const first = await callAs(simulator, iris, 'POST', `${path}/start`);
    const second = await callAs(simulator, iris, 'POST', `${path}/start`);
    expect(linkOf(second, 'presenterLink')).not.toBe(linkOf(first, 'presenterLink'));
    expect(linkOf(second, 'viewerLink')).toBe(linkOf(first, 'viewerLink'));
    expect(simulator.joinme.runs()).toHaveLength(1);
  });

  it('ends another meeting at the same personal URL', async () => {
    const simulator = await start();
    await callAs(simulator, iris, 'POST', '/meetings/start', personal);
    await callAs(simulator, iris, 'POST', `${await schedule(simulator, true)}/start`);
    expect(simulator.joinme.runs()).toMatchObject([{ endedAt: expect.any(Number) }, { endedAt: null }]);
  });
});

describe('presenter link', () => {
  it('works once', async () => {
    const link = linkOf(await callAs(await start(), iris, 'POST', '/meetings/start', code), 'presenterLink');
    expect(await headingOf(link)).toStrictEqual([200, 'You are presenting']);
    expect(await headingOf(link)).toStrictEqual([410, 'This link has been used']);
    expect(await headingOf(link.replace(/token=.*/, 'token=x'))).toStrictEqual([404, 'This link leads nowhere']);
  });

  it('works for ten minutes', async () => {
    const clock = clockAt('2026-04-14T12:00:00Z');
    const simulator = await start({ now: clock.now });
    const startLink = async () =>
      linkOf(await callAs(simulator, iris, 'POST', '/meetings/start', code), 'presenterLink');
    const [early, late] = [await startLink(), await startLink()];
    clock.advance(599_999);
    expect(await headingOf(early)).toStrictEqual([200, 'You are presenting']);
    clock.advance(1);
    expect(await headingOf(late)).toStrictEqual([410, 'This link has expired']);
    simulator.joinme.setRules({ presenterSeconds: 5 });
    const short = await startLink();
    clock.advance(5000);
    expect(await headingOf(short)).toStrictEqual([410, 'This link has expired']);
  });

  it('leads to a page that ends the meeting, and with it the viewer link', async () => {
    const simulator = await start();
    const started = await callAs(simulator, iris, 'POST', '/meetings/start', code);
    const page = await open(linkOf(started, 'presenterLink'));
    const action = /<form method="post" action="([^"]+)"><button>End meeting</.exec(page.text)?.[1];
    expect((await open(`${simulator.endpoints.joinmeAuth}${action}`, { method: 'POST' })).status).toBe(200);
    expect(await headingOf(linkOf(started, 'viewerLink'))).toStrictEqual([404, 'This meeting has not started']);
  });

  it('ends with a cancelled meeting', async () => {
    const simulator = await start();
    const path = await schedule(simulator);
    const started = await callAs(simulator, iris, 'POST', `${path}/start`);
    await callAs(simulator, iris, 'DELETE', path);
    expect(await headingOf(linkOf(started, 'presenterLink'))).toStrictEqual([410, 'This link has expired']);
    expect(await headingOf(linkOf(started, 'viewerLink'))).toStrictEqual([404, 'This meeting has not started']);
  });
});

describe('other pages', () => {
  it('list dial-in numbers of a known conference', async () => {
    const { endpoints } = await start();
    const page = await open(`${endpoints.joinmeAuth}/api/public/intphone.aspx?conferenceId=111222333`);
    expect(page.text).toMatch(/Conference ID: 111222333[\s\S]*<th scope="row">United States<\/th><td>\+1 /);
    expect((await open(`${endpoints.joinmeAuth}/api/public/intphone.aspx?conferenceId=1`)).status).toBe(404);
  });

  it('can be linked to at another address', async () => {
    const simulator = await start();
    simulator.joinme.setRules({ linkBase: 'https://secure.join.me' });
    const started = await callAs(simulator, iris, 'POST', '/meetings/start', personal);
    expect(linkOf(started, 'viewerLink')).toBe('https://secure.join.me/irisvega');
    expect(linkOf(started, 'presenterLink')).toMatch(
      /^https:\/\/secure\.join\.me\/API\/Public\/StartMeeting\.aspx\?token=/,
    );
    expect(started.text).toContain('https://secure.join.me/api/public/intphone.aspx?conferenceId=111222333');
  });

  it('can be broken, too', async () => {
    const simulator = await start();
    simulator.joinme.setFault('serverError', { endpoint: 'page' });
    expect((await open(`${simulator.endpoints.joinmeAuth}/irisvega`)).status).toBe(500);
  });
});
