import { describe, expect, test } from 'vitest';
import {
  checkGuestLink,
  parseComplaint,
  parseLoggedCall,
  parseRatings,
  parseToken,
} from '../../../main/services/eightbyeight/parseAnswers.ts';
import { createDamage } from '../../helpers/fakeDamage.ts';

const seed = Date.now() % 1e9;
const damage = createDamage(seed);
const base = 'https://video-agent.8x8.com';

const answer = {
  call_reference: 'ORDER2026',
  guest_link: 'https://www.video-interaction.com/guest/Qp7Zk2LmXa',
  auth_token: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0ZXN0In0.bm90aGluZw',
};

const log = {
  prevCursor: null,
  nextCursor: null,
  list: [
    { CallId: '8100', FinishedAt: '2026-01-14T09:19:02.170Z', Duration: 352, Status: 'E', Reference: 'ORDER2026' },
    { CallId: '8101', FinishedAt: null, Duration: 0, Status: 'C', Reference: 'OTHER2026', UserB_MSISDN: 'null,' },
  ],
};

const links = [
  'javascript:alert(1)',
  'file:///etc/passwd',
  'http://www.video-interaction.com/guest/a',
  'https://user:password@www.video-interaction.com/',
  'https://',
  ' https://www.video-interaction.com/a b',
  'https://www.video-interaction.com\\@evil.example',
  'ms-settings:x',
  '//evil.example/guest',
  'https://www.video-interaction.com/\r\nX: y',
];

function spoilt(sound: object): string {
  const linked = damage.number(4) === 0 ? { ...sound, guest_link: damage.pick(links) } : sound;
  const text = JSON.stringify(damage.number(3) === 0 ? linked : damage.spoil(linked)) ?? '';
  return damage.number(2) === 0 ? text : damage.spoilText(text);
}

/** Nothing that is handed to the system or to others may be anything but a web address over TLS. */
function expectSafe(link: string): void {
  const url = new URL(link);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || /[\s\\]/.test(link)) {
    expect.fail(`seed ${seed}: unsafe link ${link}`);
  }
}

describe('a hundred thousand damaged answers', () => {
  test('never throw, never give an unsafe link or a token that breaks out of a header', () => {
    let tokens = 0;
    for (let round = 0; round < 100_000; round += 1) {
      const parsed = parseToken(spoilt(answer), base);
      if (parsed?.guestLink) {
        expectSafe(parsed.guestLink);
      }
      if (parsed?.token) {
        tokens += 1;
        if (!/^[\x21-\x7e]+$/.test(parsed.token)) {
          expect.fail(`seed ${seed}: a token with ${JSON.stringify(parsed.token)}`);
        }
      }
    }
    expect(tokens).toBeGreaterThan(10_000);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('of the call log and of errors neither', () => {
    for (let round = 0; round < 20_000; round += 1) {
      const call = parseLoggedCall(spoilt(log), 'ORDER2026', 0);
      expect(call?.callId ?? '').toMatch(/^\d{0,20}$/);
      expect(call === null || call === undefined || call.duration >= 0).toBe(true);
      expect(parseRatings(spoilt({ AgentRating: '5', GuestRating: '4' })).agent ?? '1').toMatch(/^\d{1,2}$/);
      const { message, errorId } = parseComplaint(spoilt({ code: 1200, message: 'No', errorId: 'a-b', timestamp: '' }));
      expect(`${message}${errorId}`).not.toMatch(/[\r\n]|\p{Cc}/u);
    }
  });
});

describe('a guest’s link', () => {
  test('is taken as it is published', () => {
    expect(parseToken(JSON.stringify(answer), base)).toEqual({
      token: answer.auth_token,
      guestLink: answer.guest_link,
      reference: 'ORDER2026',
    });
  });

  test.each(links)('%o is refused', (link) => {
    expect(checkGuestLink(link, base)).toBeNull();
    expect(checkGuestLink(link, 'http://127.0.0.1:4001')).toBeNull();
  });

  test('without TLS is taken from what stands in for the service, and only while something does', () => {
    expect(checkGuestLink('http://127.0.0.1:4001/guest/a', 'http://127.0.0.1:4001')).toBe(
      'http://127.0.0.1:4001/guest/a',
    );
    expect(checkGuestLink('http://127.0.0.1:4002/guest/a', 'http://127.0.0.1:4001')).toBeNull();
    expect(checkGuestLink('http://video-agent.8x8.com/guest/a', base)).toBeNull();
  });
});
