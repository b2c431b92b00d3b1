import { describe, expect, test } from 'vitest';
import { orderWaysIn } from '../../../core/join/chooseWayIn.ts';
import type { WayIn } from '../../../core/model/wayIn.ts';

const label = 'services:pexip.ways.copy';
const ways: readonly WayIn[] = [
  { id: 'app', kind: 'app', label, target: 'pexip://a@b.example', needsHandlerFor: 'pexip' },
  { id: 'web', kind: 'web', label, target: 'https://join.example/webapp3/m/a@b.example' },
  { id: 'sip', kind: 'sip', label, target: 'sip:a@b.example', needsHandlerFor: 'sip' },
  { id: 'copy', kind: 'copy', label, target: 'a@b.example' },
];

function order(handled: readonly string[], remembered: string | null): string {
  const hasHandlerFor = (scheme: string): boolean => handled.includes(scheme);
  return orderWaysIn(ways, { hasHandlerFor, remembered })
    .map(({ id }) => id)
    .join(' ');
}

describe('a plain press on Join', () => {
  test('takes the service’s best way that this machine can take', () => {
    expect(order(['pexip', 'sip'], null)).toBe('app web sip copy');
    expect(order(['sip'], null)).toBe('web sip copy');
    expect(order([], null)).toBe('web copy');
  });

  test('takes the way chosen last, for as long as the machine can take it', () => {
    expect(order(['pexip', 'sip'], 'sip')).toBe('sip app web copy');
    expect(order(['pexip'], 'sip')).toBe('app web copy');
    expect(order(['pexip'], 'a way of an older version')).toBe('app web copy');
  });
});
