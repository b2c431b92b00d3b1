import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { type Meeting, meetingSchema } from '../../../core/model/meeting.ts';
import type { ServiceAnswer, ServiceRequest } from '../../../main/services/limitedRequest.ts';
import { findBadge } from '../../../main/services/pexip/findBadge.ts';
import { parseMeetings } from '../../../main/services/pexip/parseMeetings.ts';
import { PexipAgenda } from '../../../main/services/pexip/pexipAgenda.ts';
import { createDamage, type Damage } from '../../helpers/fakeDamage.ts';
import { noCalendars } from '../../helpers/noCalendars.ts';

const seed = Date.now() % 1e9;
const damage = createDamage(seed);

function goodEntry(number: number): Readonly<Record<string, unknown>> {
  return {
    id: `meeting-${number}`,
    subject: `Budget review ${number}`,
    organizerName: 'Iris Vega',
    organizerEmail: 'iris.vega@corp.example',
    startTime: `2026-04-14T${String(number % 24).padStart(2, '0')}:00:00Z`,
    endTime: '2026-04-15T00:00:00Z',
    alias: `${number}@video.corp.example`,
  };
}

function read(text: string): readonly Meeting[] | null {
  return (
    parseMeetings(text, 'room-1', (address) => findBadge(address, { teamsDomains: 'video.corp.example' }))?.meetings ??
    null
  );
}

/** What every meeting must be like, wherever it came from. */
function expectSound(meetings: readonly Meeting[]): void {
  for (const meeting of meetings) {
    if (!z.safeParse(meetingSchema, meeting).success || meeting.end < meeting.start || meeting.subject.length > 1_000) {
      expect.fail(`seed ${seed}: ${JSON.stringify(meeting).slice(0, 500)}`);
    }
  }
}

/** Good meetings with spoilt ones among them; some of those claim to be the good one beside them. */
function mixEntries(source: Damage, good: readonly unknown[]): readonly unknown[] {
  return good.flatMap((entry) => {
    const spoilt = source.spoil(source.number(2) === 0 ? entry : goodEntry(100 + source.number(50)));
    return source.number(2) === 0 ? [spoilt, entry] : [entry, spoilt, source.junk()];
  });
}

describe('a hundred thousand damaged answers', () => {
  test('hide no good meeting that stands beside bad ones', () => {
    for (let round = 0; round < 40_000; round += 1) {
      const good = Array.from({ length: 1 + damage.number(4) }, (_, index) => goodEntry(index));
      const answer = { metadata: damage.junk(), meetings: mixEntries(damage, good), links: damage.junk() };
      const meetings = read(JSON.stringify(answer)) ?? [];
      expectSound(meetings);
      const joinable = new Set(meetings.flatMap((meeting) => (meeting.address === null ? [] : [meeting.key])));
      for (const { id, startTime } of good) {
        const key = `room-1/${String(id)}/${String(startTime).replace('Z', '.000Z')}`;
        if (!joinable.has(key)) {
          expect.fail(`seed ${seed}, round ${round}: ${key} is hidden in ${JSON.stringify(answer).slice(0, 3_000)}`);
        }
      }
    }
  }, 30_000);

  test('of any other kind are read as far as they make sense, or not at all', () => {
    const whole = { metadata: { count: 3 }, meetings: [goodEntry(1), goodEntry(2), goodEntry(3)] };
    const text = JSON.stringify(whole);
    for (let round = 0; round < 40_000; round += 1) {
      const spoilt = round % 2 === 0 ? JSON.stringify(damage.spoil(whole)) : damage.spoilText(text);
      expectSound(read(spoilt ?? '') ?? []);
    }
    for (let round = 0; round < 5_000; round += 1) {
      const bytes = Buffer.from(Array.from({ length: damage.number(200) }, () => damage.number(256)));
      expect(read(bytes.toString('utf8')) ?? []).toEqual([]);
    }
    for (const open of ['[', '{"meetings":[', '{"a":']) {
      expect(read(open.repeat(200_000))).toBeNull();
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  }, 30_000);

  test('end an attempt in a result, never in an exception, and never send what is no token', async () => {
    const goodToken = { access_token: 'sim-4b7e0c', token_type: 'bearer', expires_in: 3600 };
    const texts = [JSON.stringify(goodToken), JSON.stringify({ metadata: { count: 1 }, meetings: [goodEntry(1)] })];
    for (let round = 0; round < 15_000; round += 1) {
      const request = async ({ headers }: ServiceRequest): Promise<ServiceAnswer> => {
        expect([...new Headers({ ...headers })].length).toBe(4);
        const isToken = headers['authorization']?.startsWith('Basic ') ?? false;
        const good = texts[isToken ? 0 : 1] ?? '';
        const value = JSON.stringify(damage.spoil(JSON.parse(good)));
        return answerWith(damage.pick([good, damage.spoilText(good), value]));
      };
      const fetched = await new PexipAgenda({
        account: { id: 'room-1', serviceId: 'pexip', name: 'Boardroom', fields: { clientId: 'room' } },
        secrets: { clientSecret: 'secret' },
        endpoints: { pexipAuth: 'http://127.0.0.1:9', pexipApi: 'http://127.0.0.1:9' },
        request,
        readCalendar: noCalendars,
      }).fetchMeetings({ from: '2026-04-14T00:00:00.000Z', to: '2026-04-21T00:00:00.000Z' });
      if (fetched.kind === 'meetings') {
        expectSound(fetched.meetings);
      } else if (fetched.retryAfter !== null && !(fetched.retryAfter >= 0)) {
        expect.fail(`seed ${seed}, round ${round}: ${JSON.stringify(fetched)}`);
      }
    }
  }, 30_000);
});

const statuses = [200, 200, 200, 200, 201, 204, 400, 401, 403, 404, 429, 500, 503, 999];
const headerTexts = [
  '',
  '-1',
  '7',
  '1e9',
  'Tue, 14 Apr 2026 08:42:00 GMT',
  'soon 5',
  '99999999999999999999',
  '\t',
  '1,2',
];

function answerWith(text: string): ServiceAnswer {
  const headers = new Headers({ date: damage.pick(headerTexts), 'retry-after': damage.pick(headerTexts) });
  return { kind: 'answered', httpStatus: damage.pick(statuses), headers, text, isTooLong: false };
}
