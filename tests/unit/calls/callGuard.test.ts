import { beforeEach, expect, test } from 'vitest';
import { type CallAnswer, CallGuard } from '../../../main/calls/callGuard.ts';

let asked: string[] = [];
let left = 0;

function guardWith(running: string | null, answer: CallAnswer | Promise<CallAnswer>, isWanted = true): CallGuard {
  return new CallGuard({
    runningRoom: () => running,
    isWanted: () => isWanted,
    ask: async (occasion) => {
      asked.push(occasion);
      return answer;
    },
    leaveCall: () => {
      left += 1;
    },
  });
}

beforeEach(() => {
  asked = [];
  left = 0;
});

test('nobody is asked without a call, on the way into the same call, or who does not want to be', async () => {
  expect(await guardWith(null, 'cancel').mayGo('join')).toBe(true);
  expect(await guardWith('room-1', 'cancel').mayGo('join', 'room-1')).toBe(true);
  expect(await guardWith('room-1', 'cancel', false).mayGo('quit')).toBe(true);
  expect([asked, left]).toEqual([[], 0]);
});

test.each([
  ['leave', true, 1],
  ['stayInBoth', true, 0],
  ['cancel', false, 0],
] as const)('%s decides', async (answer, mayGo, leaves) => {
  expect(await guardWith('room-1', answer).mayGo('join', 'room-2')).toBe(mayGo);
  expect([asked, left]).toEqual([['join'], leaves]);
});

test('a second press while the question stands goes nowhere and asks nothing', async () => {
  const { promise, resolve } = Promise.withResolvers<CallAnswer>();
  const guard = guardWith('room-1', promise);
  const first = guard.mayGo('join');
  expect(await guard.mayGo('join')).toBe(false);
  resolve('leave');
  expect(await first).toBe(true);
  expect(asked).toEqual(['join']);
});
