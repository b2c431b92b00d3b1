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
  return orderWaysIn(ways, { hasHandlerFor, remembered, hasRemotePages: true })
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

describe('a page that may be shown in Foyer', () => {
  const page: WayIn = {
    id: 'web',
    kind: 'web',
    label,
    target: 'https://join.example/m/a',
    inFoyer: { label: 'services:pexip.ways.webInFoyer', origins: ['https://join.example'] },
  };
  const context = { hasHandlerFor: () => true, remembered: null, hasRemotePages: true };

  test('is offered in the browser first, and after it in a window, by the same way of its service', () => {
    expect(orderWaysIn([page], context)).toEqual([
      { ...page, serviceWayId: 'web' },
      { ...page, id: 'web-in-foyer', kind: 'window', label: 'services:pexip.ways.webInFoyer', serviceWayId: 'web' },
    ]);
  });

  test('is shown there by a plain press only after that was chosen', () => {
    const remembered = 'web-in-foyer';
    expect(orderWaysIn([page], { ...context, remembered }).map(({ id }) => id)).toEqual(['web-in-foyer', 'web']);
    const { inFoyer: _, ...elsewhere } = page;
    expect(orderWaysIn([elsewhere], { ...context, remembered }).map(({ id }) => id)).toEqual(['web']);
  });
});
