import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AgendaPoller } from '../../../main/agenda/agendaPoller.ts';
import type { FetchedAgenda, TimeWindow } from '../../../main/services/service.ts';
import { type FakeTime, settle, startFakeTime } from '../../helpers/fakeTime.ts';

const good: FetchedAgenda = { kind: 'meetings', meetings: [], coveredUntil: null, serviceTime: null, trackingId: 'id' };

function failed(status: Extract<FetchedAgenda, { kind: 'failed' }>['status'], retryAfter: number | null = null) {
  return { kind: 'failed', status, retryAfter, serviceTime: null, trackingId: 'id' } as const;
}

let time: FakeTime;
let asked: { readonly at: number; readonly window: TimeWindow }[];
let fetched: string[];
let bugs: unknown[];
let answer: () => Promise<FetchedAgenda>;
let wait: number;
let poller: AgendaPoller;

beforeEach(() => {
  time = startFakeTime();
  asked = [];
  fetched = [];
  bugs = [];
  answer = async () => good;
  wait = 0;
  poller = new AgendaPoller({
    clock: time.clock,
    random: () => 0,
    onFetched: (accountId, { kind }) => fetched.push(`${accountId} ${kind}`),
    onPlanChanged: () => undefined,
    onBug: (error) => bugs.push(error),
  });
});

afterEach(() => vi.useRealTimers());

function add(accountId: string, given?: FetchedAgenda, interval?: number): void {
  const fetchMeetings = (window: TimeWindow): Promise<FetchedAgenda> => {
    asked.push({ at: time.now(), window });
    return answer();
  };
  const source = { fetchMeetings, ...(interval !== undefined && { interval }) };
  poller.add({ accountId, source, budget: { take: () => wait, wait: () => wait } }, given);
}

/** How often the service was asked while this happened. */
async function asksDuring(happening: () => unknown): Promise<number> {
  const before = asked.length;
  await happening();
  await settle();
  return asked.length - before;
}

describe('a connected room', () => {
  test('is asked at once, then every minute', async () => {
    expect(await asksDuring(() => add('a'))).toBe(0);
    expect(await asksDuring(() => time.advance(0))).toBe(1);
    expect(await asksDuring(() => time.advance(5 * 60_000))).toBe(5);
    expect(fetched).toHaveLength(6);
  });

  test('with a pace of its own is asked at that, also when the machine wakes up or somebody presses', async () => {
    add('a', undefined, 15 * 60_000);
    expect(await asksDuring(() => time.advance(0))).toBe(1);
    expect(await asksDuring(() => time.advance(14 * 60_000))).toBe(0);
    expect(await asksDuring(() => time.advance(60_000))).toBe(1);
    expect(await asksDuring(() => time.advance(30_000))).toBe(0);
    expect(poller.pollNow()).toEqual({ kind: 'started' });
    expect(await asksDuring(() => time.advance(0))).toBe(0);
    poller.setPresence({ isAway: true });
    poller.setPresence({ isAway: false });
    expect(await asksDuring(() => time.advance(4 * 60_000))).toBe(0);
    expect(await asksDuring(() => time.advance(60_000))).toBe(1);
  });

  test('is asked for half a day back and seven days ahead, and the window moves with the day', async () => {
    add('a');
    await time.advance(60_000);
    expect(asked.map(({ window }) => window)).toEqual([
      { from: '2026-04-13T20:41:00.000Z', to: '2026-04-21T08:41:00.000Z' },
      { from: '2026-04-13T20:42:00.000Z', to: '2026-04-21T08:42:00.000Z' },
    ]);
  });

  test('is not asked again for what its connecting just brought', async () => {
    expect(await asksDuring(() => add('a', good))).toBe(0);
    expect(await asksDuring(() => time.advance(59_999))).toBe(0);
    expect(await asksDuring(() => time.advance(1))).toBe(1);
  });

  test('is asked every five minutes while the screen is locked, and soon after it is unlocked', async () => {
    add('a', good);
    poller.setPresence({ isAway: true });
    expect(await asksDuring(() => time.advance(10 * 60_000))).toBe(2);
    poller.setPresence({ isAway: false });
    expect(await asksDuring(() => time.advance(20_000))).toBe(1);
  });

  test('is not asked while the machine sleeps, and once when it wakes up', async () => {
    add('a', good);
    poller.setPresence({ isAsleep: true });
    expect(await asksDuring(() => time.advance(3_600_000))).toBe(0);
    expect(poller.nextPollAt('a')).toBeNull();
    time.skip(3_600_000);
    poller.setPresence({ isAsleep: false });
    poller.setPresence({ isAway: false, isAsleep: false });
    expect(await asksDuring(() => time.advance(6_000))).toBe(1);
  });

  test('is asked no more after it was refused, until a press', async () => {
    answer = async () => failed({ kind: 'refused' });
    add('a');
    expect(await asksDuring(() => time.advance(24 * 3_600_000))).toBe(1);
    poller.setPresence({ isAway: true });
    poller.setPresence({ isAway: false });
    expect(await asksDuring(() => time.advance(24 * 3_600_000))).toBe(0);
    expect(await asksDuring(() => poller.pollNow())).toBe(1);
  });

  test('that is not set up is asked every quarter of an hour, whoever comes and goes', async () => {
    answer = async () => failed({ kind: 'notSetUp' });
    add('a');
    await time.advance(1);
    poller.setPresence({ isAway: true });
    poller.setPresence({ isAway: false });
    expect(await asksDuring(() => time.advance(15 * 60_000 - 2))).toBe(0);
    expect(await asksDuring(() => time.advance(1))).toBe(1);
  });

  test('whose source has a bug goes on, and the bug is told', async () => {
    answer = async () => {
      throw new TypeError('a bug');
    };
    add('a');
    await time.advance(24_000);
    expect(bugs).toHaveLength(2);
    expect(fetched).toEqual(['a failed', 'a failed']);
  });

  test('is asked later when its calls are used up', async () => {
    wait = 30_000;
    add('a');
    expect(await asksDuring(() => time.advance(29_999))).toBe(0);
    wait = 0;
    expect(await asksDuring(() => time.advance(1))).toBe(1);
  });
});

describe('a press on Refresh', () => {
  test('asks now, and not twice while an answer is awaited or just came', async () => {
    add('a', good);
    await time.advance(10_000);
    expect(await asksDuring(() => [poller.pollNow(), poller.pollNow(), poller.pollNow()])).toBe(1);
    await time.advance(2_999);
    expect(await asksDuring(() => poller.pollNow())).toBe(0);
    await time.advance(1);
    expect(await asksDuring(() => poller.pollNow())).toBe(1);
  });

  test('counts from then: the next regular poll is a minute after it', async () => {
    add('a', good);
    await time.advance(50_000);
    poller.pollNow();
    expect(await asksDuring(() => time.advance(59_999))).toBe(0);
    expect(await asksDuring(() => time.advance(1))).toBe(1);
  });

  test('says until when, while the service wants to be left alone', async () => {
    answer = async () => failed({ kind: 'limited' }, 120_000);
    add('a');
    await time.advance(20_000);
    const until = time.clock.uptime() + 100_000;
    expect(poller.pollNow()).toEqual({ kind: 'limited', until });
    expect(poller.nextPollAt('a')).toBe(until);
    expect(await asksDuring(() => time.advance(99_999))).toBe(0);
  });

  test('says until when, while the calls are used up, and asks the rooms that have some', async () => {
    add('a', good);
    wait = 12_000;
    expect(poller.pollNow()).toEqual({ kind: 'limited', until: time.clock.uptime() + 12_000 });
    wait = 0;
    await time.advance(10_000);
    expect(poller.pollNow()).toEqual({ kind: 'started' });
  });

  test('has nothing to do without rooms', () => {
    expect(poller.pollNow()).toEqual({ kind: 'nothing' });
  });

  test('is not answered sooner by editing the room', async () => {
    answer = async () => failed({ kind: 'limited' }, 120_000);
    add('a');
    await time.advance(1_000);
    add('a');
    expect(await asksDuring(() => time.advance(118_000))).toBe(0);
    expect(poller.pollNow().kind).toBe('limited');
  });
});

describe('an answer that comes late', () => {
  test.each([
    ['the room was removed', () => poller.remove('a')],
    ['the room was connected anew', () => add('a', good)],
    ['the program stops', () => poller.stop()],
  ])('is dropped when %s', async (_name, happens) => {
    let arrive = (_answer: FetchedAgenda): void => undefined;
    answer = () => new Promise((resolve) => (arrive = resolve));
    add('a');
    await time.advance(0);
    expect(poller.isPolling).toBe(true);
    happens();
    fetched = [];
    arrive(failed({ kind: 'refused' }));
    await settle();
    expect(fetched).toEqual([]);
    expect(poller.isPolling).toBe(false);
  });

  test('stops nothing: other rooms are asked meanwhile, and the same room is not asked twice', async () => {
    answer = () => new Promise(() => undefined);
    add('a');
    await time.advance(0);
    answer = async () => good;
    add('b');
    expect(await asksDuring(() => time.advance(180_000))).toBe(4);
    expect(fetched.every((line) => line.startsWith('b'))).toBe(true);
  });
});
