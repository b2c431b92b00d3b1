import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Meeting } from '../../../core/model/meeting.ts';
import { AgendaBook } from '../../../main/agenda/agendaBook.ts';
import { AgendaPoller } from '../../../main/agenda/agendaPoller.ts';
import type { FetchedAgenda } from '../../../main/services/service.ts';
import { type FakeTime, settle, startFakeTime } from '../../helpers/fakeTime.ts';
import { meetingAt } from '../../helpers/meetingAt.ts';

const good: FetchedAgenda = { kind: 'meetings', meetings: [], coveredUntil: null, serviceTime: null, trackingId: 'id' };

let time: FakeTime;
let asked: number;
let wait: number;
let answer: () => Promise<FetchedAgenda>;
let poller: AgendaPoller;

beforeEach(() => {
  time = startFakeTime();
  asked = 0;
  wait = 0;
  answer = async () => good;
  poller = new AgendaPoller({
    clock: time.clock,
    random: () => 0,
    onFetched: () => undefined,
    onPlanChanged: () => undefined,
    onBug: (error) => expect.fail(String(error)),
  });
  const fetchMeetings = (): Promise<FetchedAgenda> => {
    asked += 1;
    return answer();
  };
  poller.add({ accountId: 'a', source: { fetchMeetings }, budget: { take: () => wait, wait: () => wait } }, good);
});

afterEach(() => vi.useRealTimers());

test('an account whose meetings were changed is asked at once, however young its last answer is', async () => {
  poller.pollAgain('a');
  await time.advance(0);
  expect(asked).toBe(1);
  await time.advance(59_999);
  expect(asked).toBe(1);
  await time.advance(1);
  expect(asked).toBe(2);
  poller.pollAgain('unknown');
});

test('what was being asked for before the change is asked for again', async () => {
  let finish = (_fetched: FetchedAgenda): void => undefined;
  answer = () =>
    new Promise((resolve) => {
      finish = resolve;
    });
  await time.advance(60_000);
  expect(asked).toBe(1);
  poller.pollAgain('a');
  await time.advance(0);
  expect(asked).toBe(1);
  answer = async () => good;
  finish(good);
  await settle();
  await time.advance(0);
  expect(asked).toBe(2);
});

test('a change keeps the limits: the budget, and a wish to be left alone', async () => {
  wait = 20_000;
  poller.pollAgain('a');
  await time.advance(19_999);
  expect(asked).toBe(0);
  wait = 0;
  await time.advance(1);
  expect(asked).toBe(1);
  answer = async () => ({
    kind: 'failed',
    status: { kind: 'limited' },
    retryAfter: 90_000,
    serviceTime: null,
    trackingId: null,
  });
  await time.advance(60_000);
  expect(asked).toBe(2);
  poller.pollAgain('a');
  await time.advance(89_999);
  expect(asked).toBe(2);
});

test('what was changed from here is no news; what others change is', () => {
  const now = Date.UTC(2026, 3, 14, 8);
  const window = { from: new Date(now - 3_600_000).toISOString(), to: new Date(now + 7 * 86_400_000).toISOString() };
  const list = (meetings: readonly Meeting[]): FetchedAgenda => ({ ...good, meetings }) as FetchedAgenda;
  const first = meetingAt('1', new Date(now + 3_600_000).toISOString(), 30, { accountId: 'a', key: 'a/1/x' });
  const second = meetingAt('2', new Date(now + 7_200_000).toISOString(), 30, { accountId: 'a', key: 'a/2/x' });
  const told = (expected: string | null, at: number): readonly string[] => {
    const book = new AgendaBook({});
    book.take('a', list([first, second]), window, now);
    if (expected !== null) {
      book.expectChange('a', expected, now);
    }
    book.take('a', list([]), window, at);
    return book.changes(at).map(({ key }) => key);
  };
  expect(told(null, now + 1_000)).toEqual([first.key, second.key]);
  expect(told('1', now + 1_000)).toEqual([second.key]);
  expect(told('1', now + 10 * 60_000)).toEqual([first.key, second.key]);
});
