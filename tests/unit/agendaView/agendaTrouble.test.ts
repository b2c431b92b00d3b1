import { describe, expect, test } from 'vitest';
import { agendaTrouble, shownAsOf } from '../../../core/agendaView/agendaTrouble.ts';
import type { AccountStatus, AccountView } from '../../../core/model/account.ts';

function buildAccount(id: string, status: AccountStatus, other: Partial<AccountView> = {}): AccountView {
  return {
    id,
    serviceId: 'pexip',
    name: id,
    fields: {},
    status,
    lastSuccessAt: '2026-04-14T10:12:00.000Z',
    nextAttemptAt: null,
    trackingId: null,
    clockSkew: null,
    secretStorage: 'encrypted',
    ...other,
  };
}

describe('the trouble that is told', () => {
  test('is none while all is well or nothing is known yet', () => {
    expect(agendaTrouble([])).toBeNull();
    expect(agendaTrouble([buildAccount('a', { kind: 'current' }), buildAccount('b', { kind: 'waiting' })])).toBeNull();
  });

  test('is one for all accounts that have it', () => {
    const accounts = [buildAccount('a', { kind: 'offline' }), buildAccount('b', { kind: 'offline' })];
    expect(agendaTrouble(accounts)).toEqual({ kind: 'offline', accounts, otherCount: 0 });
  });

  test('is told of those together of whom the same is said', () => {
    const words = {
      title: 'services:webcal.troubles.gone.title',
      advice: 'services:webcal.troubles.gone.advice',
    } as const;
    const gone = ['a', 'c'].map((id) => buildAccount(id, { kind: 'notSetUp', words }));
    const other = buildAccount('b', { kind: 'notSetUp' });
    expect(agendaTrouble([...gone, other])).toEqual({ kind: 'notSetUp', accounts: gone, otherCount: 1 });
    expect(agendaTrouble([other, ...gone])).toEqual({ kind: 'notSetUp', accounts: [other], otherCount: 2 });
  });

  test('is what a person has to mend before what time mends, and counts the others', () => {
    const refused = buildAccount('b', { kind: 'refused' });
    const accounts = [
      buildAccount('a', { kind: 'unreachable' }),
      refused,
      buildAccount('c', { kind: 'current' }, { clockSkew: 180_000 }),
      buildAccount('d', { kind: 'current' }),
    ];
    expect(agendaTrouble(accounts)).toEqual({ kind: 'refused', accounts: [refused], otherCount: 2 });
  });

  test('is the clock only where nothing else is wrong', () => {
    const skewed = buildAccount('a', { kind: 'current' }, { clockSkew: -180_000 });
    expect(agendaTrouble([skewed])?.kind).toBe('clockSkew');
    expect(agendaTrouble([{ ...skewed, status: { kind: 'limited' } }])?.kind).toBe('limited');
  });
});

test('the agenda is as old as its oldest part', () => {
  const newer = buildAccount('a', { kind: 'current' }, { lastSuccessAt: '2026-04-14T10:41:00.000Z' });
  const never = buildAccount('b', { kind: 'waiting' }, { lastSuccessAt: null });
  expect(shownAsOf([newer, buildAccount('c', { kind: 'offline' }), never])).toBe('2026-04-14T10:12:00.000Z');
  expect(shownAsOf([never])).toBeNull();
});
