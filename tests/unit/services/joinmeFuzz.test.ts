import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../../main/services/joinme/answer.ts';
import { checkLink, meetingLinks, viewerCode } from '../../../main/services/joinme/links.ts';
import {
  parseList,
  parseMeeting,
  parsePersonalUrl,
  parseStarted,
  type ScheduledMeeting,
} from '../../../main/services/joinme/parseMeetings.ts';
import { createDamage } from '../../helpers/fakeDamage.ts';

const seed = Date.now() % 1e9;
const damage = createDamage(seed);
const real = { endpoints: { joinmeAuth: 'https://secure.join.me' } };

const meeting = {
  meetingId: 4711,
  meetingName: 'Budget review',
  meetingStart: '2026-03-02T09:00:00Z',
  meetingEnd: '2026-03-02T09:45:00Z',
  startWithPersonalUrl: false,
  participants: ['oto.lind@corp.example'],
  conferenceId: '111222333',
  viewerLink: 'https://secure.join.me/987654321',
};
const started = {
  presenterLink: 'https://secure.join.me/API/Public/StartMeeting.aspx?token=q1w2e3r4',
  viewerLink: 'https://join.me/irisvega',
  audioConference: { conferenceId: '111222333', organizerCode: '4821' },
};

const unsafe = [
  'javascript:alert(1)',
  'file:///etc/passwd',
  'http://join.me/987654321',
  'https://user:password@join.me/',
  'https://join.me.evil.example/1',
  'https://evil.example/?https://join.me/1',
  'https://evil.example\\@join.me/1',
  'https://notjoin.me/1',
  'foyer:join/next',
  '//join.me/1',
  '',
];

function spoilt(sound: object): string {
  const linked = { ...sound, viewerLink: damage.pick(unsafe), presenterLink: damage.pick(unsafe) };
  const text = JSON.stringify(damage.number(3) === 0 ? linked : damage.spoil(sound)) ?? '';
  return damage.number(2) === 0 ? text : damage.spoilText(text);
}

function expectSafe(link: string): void {
  const { protocol, hostname, username } = new URL(link);
  if (protocol !== 'https:' || !/(^|\.)join\.me$/.test(hostname) || username !== '' || /[\s\\]/.test(link)) {
    expect.fail(`seed ${seed}: unsafe link ${link}`);
  }
}

function expectSound({ id, start, end, viewerLink, conferenceId }: ScheduledMeeting): void {
  if (!/^\d{1,30}$/.test(id) || start > end || start.length !== 24 || end.length !== 24) {
    expect.fail(`seed ${seed}: meeting ${id} from ${start} to ${end}`);
  }
  for (const link of Object.values(meetingLinks(viewerLink, conferenceId, real))) {
    expectSafe(link);
  }
}

describe('twenty thousand damaged answers', () => {
  test('never throw, never give a link that leads elsewhere, a time that is none, or the organizer’s PIN', () => {
    let found = 0;
    for (let round = 0; round < 20_000; round += 1) {
      const listed = parseList(spoilt({ meetings: [meeting, damage.junk(), meeting] })) ?? [];
      const single = parseMeeting(spoilt(meeting));
      const all = single === null ? listed : [...listed, single];
      found += all.length;
      for (const each of all) {
        expectSound(each);
      }
      const begun = parseStarted(spoilt(started));
      const presenter = checkLink(begun?.presenterLink ?? null, real);
      if (presenter !== null) {
        expectSafe(presenter);
      }
      parsePersonalUrl(spoilt({ email: 'a@b.example', personalUrl: 'irisvega' }));
    }
    expect(found).toBeGreaterThan(10_000);
    expect(JSON.stringify(parseStarted(JSON.stringify(started)))).not.toContain('4821');
  });

  test('of errors give one plain line', () => {
    for (let round = 0; round < 10_000; round += 1) {
      const answer = readAnswer({
        kind: 'answered',
        httpStatus: 400,
        headers: new Headers(),
        text: spoilt({ Message: 'No\r\nsuch\u0007meeting', ErrorCode: 'x' }),
        isTooLong: false,
      });
      expect(answer.kind === 'bad' ? (answer.failure.detail ?? '') : '').not.toMatch(/\p{Cc}/u);
    }
  });
});

describe('a link', () => {
  test.each(unsafe)('%o is refused', (link) => {
    expect(checkLink(link, real)).toBeNull();
    expect(checkLink(link, { endpoints: { joinmeAuth: 'http://127.0.0.1:4001' } })).toBeNull();
  });

  test('of the service, and of what stands in for it while something does, is taken', () => {
    expect(checkLink('https://join.me/irisvega', real)).toBe('https://join.me/irisvega');
    expect(checkLink('http://127.0.0.1:4001/1', { endpoints: { joinmeAuth: 'http://127.0.0.1:4001' } })).not.toBeNull();
    expect(checkLink('http://127.0.0.1:4001/1', real)).toBeNull();
  });

  test.each([
    ['https://secure.join.me/987654321', '987654321'],
    ['https://join.me/iris-vega', 'iris-vega'],
    ['https://join.me/', null],
    [undefined, null],
  ])('%s is dialled as %s', (link, code) => {
    expect(viewerCode(link)).toBe(code);
  });
});

describe('throttling', () => {
  test.each([
    [403, 'ERR_403_DEVELOPER_OVER_QPS', 'limited'],
    [403, 'ERR_403_DEVELOPER_OVER_RATE', 'limited'],
    [429, null, 'limited'],
    [403, 'ERR_403_DEVELOPER_INACTIVE', 'refused'],
    [403, null, 'refused'],
    [401, null, 'refused'],
  ])('is told apart from a bad token: %s %s is %s', (httpStatus, code, kind) => {
    const headers = new Headers(code === null ? {} : { 'x-mashery-error-code': code });
    expect(
      readAnswer({ kind: 'answered', httpStatus, headers, text: '<h1>Developer</h1>', isTooLong: false }),
    ).toMatchObject({
      failure: { status: { kind } },
    });
  });
});
