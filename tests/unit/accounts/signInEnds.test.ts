import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type EndingSignIn, SignInEnds } from '../../../main/accounts/signInEnds.ts';
import { type FakeTime, startFakeTime } from '../../helpers/fakeTime.ts';

const hour = 3_600_000;

let time: FakeTime;
let said: string[];
let endings: readonly EndingSignIn[];

beforeEach(() => {
  time = startFakeTime();
  said = [];
});

afterEach(() => vi.useRealTimers());

function build(): SignInEnds {
  return new SignInEnds({
    clock: time.clock,
    endings: () => endings,
    ask: ({ accountId }) => void said.push(`ask ${accountId}`),
    withdraw: (accountId) => void said.push(`withdraw ${accountId}`),
  });
}

function endingIn(hours: number, accountId = 'one'): EndingSignIn {
  return { accountId, name: 'Mine', endsAt: new Date(time.clock.wall() + hours * hour).toISOString() };
}

test('a person is asked once, an hour before the end, however often it is looked at', async () => {
  endings = [endingIn(24), endingIn(30, 'two')];
  const ends = build();
  ends.look();
  await time.advance(22.9 * hour);
  expect(said).toEqual([]);
  await time.advance(0.2 * hour);
  expect(said).toEqual(['ask one']);
  ends.look();
  ends.look();
  expect(said).toEqual(['ask one']);
  ends.stop();
});

test('who signs in again is not asked any more, until that ends, too', async () => {
  endings = [endingIn(0.5)];
  const ends = build();
  ends.look();
  expect(said).toEqual(['ask one']);
  endings = [endingIn(24)];
  ends.look();
  expect(said).toEqual(['ask one', 'withdraw one']);
  await time.advance(23.1 * hour);
  expect(said).toEqual(['ask one', 'withdraw one', 'ask one']);
  ends.stop();
});

test('after the end, and for an account that is gone, there is nothing to ask', async () => {
  endings = [endingIn(0.5), endingIn(0.5, 'two')];
  const ends = build();
  ends.look();
  endings = endings.slice(0, 1);
  ends.look();
  expect(said).toEqual(['ask one', 'ask two', 'withdraw two']);
  await time.advance(hour);
  expect(said.at(-1)).toBe('withdraw one');
  ends.look();
  expect(said).toHaveLength(4);
});
