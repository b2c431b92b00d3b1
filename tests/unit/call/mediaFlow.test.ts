import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStuck, type MediaLook, nextMediaFlow, unseenFlow } from '../../../core/call/mediaFlow.ts';

function after(looks: readonly MediaLook[]): boolean {
  return isStuck(looks.reduce(nextMediaFlow, unseenFlow));
}

function times(count: number, look: MediaLook): readonly MediaLook[] {
  return Array.from({ length: count }, () => look);
}

const silence: MediaLook = { packets: 0, isExpected: true, isConnected: true };

test('four looks without a packet are too many, three are not', () => {
  expect(after(times(3, silence))).toBe(false);
  expect(after(times(4, silence))).toBe(true);
});

test('one packet ends it', () => expect(after([...times(9, silence), { ...silence, packets: 1 }])).toBe(false));

test('media that stops is noticed as well', () =>
  expect(after([{ ...silence, packets: 50 }, ...times(4, { ...silence, packets: 50 })])).toBe(true));

test('nobody sends: nothing is missed', () => expect(after(times(20, { ...silence, isExpected: false }))).toBe(false));

test('without a connection it is stuck also when one is alone', () =>
  expect(after(times(4, { packets: 0, isExpected: false, isConnected: false }))).toBe(true));

test('packets that keep coming are never called stuck', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 })), fc.boolean(), (growths, isExpected) => {
      let packets = 0;
      const looks = growths.map((growth) => {
        packets += growth;
        return { packets, isExpected, isConnected: true };
      });
      expect(after(looks)).toBe(false);
    }),
  );
});
