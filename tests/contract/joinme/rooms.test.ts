import { describe, expect, test } from 'vitest';
import { findService } from '../../../main/services/registry.ts';
import type { HostedRoom } from '../../../main/services/service.ts';
import { connect, type JoinmeDesk, openDesk } from './joinmeAccount.ts';

async function openHost(person?: string): Promise<JoinmeDesk> {
  const desk = await openDesk();
  if (person !== undefined) {
    desk.simulator.joinme.setRules({ autoConsent: person });
  }
  await connect(desk);
  return desk;
}

async function open(desk: JoinmeDesk, fields: Readonly<Record<string, string>> = {}): Promise<HostedRoom> {
  const made = await desk.host().create(fields);
  if (made.kind !== 'created') {
    throw new Error(`no meeting: ${JSON.stringify(made)}`);
  }
  return { ...made.room, accountId: 'account' };
}

const describeRoom = findService('joinme')?.rooms?.describe;

describe('a meeting at once', () => {
  test('has a link for others and one for the presenter, which is a secret, and its ten minutes', async () => {
    const desk = await openHost();
    const room = await open(desk);
    expect(room.link).toMatch(/\/\d{9}$/);
    expect(room.title).toMatch(/^\d{9}$/);
    expect(Date.parse(room.expiresAt ?? '') - Date.parse(room.createdAt)).toBe(600_000);
    expect(JSON.stringify({ ...room, secrets: {} })).not.toMatch(/token=|4821/);
    expect(
      desk
        .host()
        .waysIn(room)
        .map(({ id }) => id),
    ).toEqual(['presenter', 'viewer', 'phone', 'copy']);
    expect(describeRoom?.(room, 'open')).toMatchObject({ message: 'services:joinme.notes.waitsForPresenter' });
    expect(desk.simulator.joinme.runs()).toHaveLength(1);
  });

  test('lets the presenter in once, and the others from then on', async () => {
    const desk = await openHost();
    const room = await open(desk);
    expect((await fetch(room.link ?? '')).ok).toBe(true);
    const entry = await desk.host().enter(room, 'presenter');
    expect(entry).toMatchObject({ kind: 'page', isSpent: true });
    const url = entry.kind === 'page' ? entry.url : '';
    expect([(await fetch(url)).status, (await fetch(url)).status]).toEqual([200, 410]);
    const spent = { ...room, secrets: {} };
    expect(
      desk
        .host()
        .waysIn(spent)
        .map(({ id }) => id),
    ).toEqual(['viewer', 'phone', 'copy']);
    expect(await desk.host().enter(spent, 'presenter')).toMatchObject({ kind: 'failed' });
    expect(await desk.host().enter(spent, 'viewer')).toEqual({ kind: 'page', url: room.link });
  });

  test('can be at the personal URL, where there is one', async () => {
    const desk = await openHost();
    expect(await open(desk, { personal: 'true' })).toMatchObject({ title: 'irisvega' });
    desk.simulator.joinme.setFault('textBooleansRefused');
    expect(await open(desk, { personal: 'true' })).toMatchObject({ title: 'irisvega' });
  });

  test.each(['mara.quist@corp.example', 'oto.lind@corp.example'])(
    'says that %s has no personal URL',
    async (person) => {
      const desk = await openHost(person);
      expect(await desk.host().create({ personal: 'true' })).toEqual({
        kind: 'invalid',
        problems: [{ field: 'personal', message: 'services:joinme.noPersonalUrl' }],
      });
      expect(desk.simulator.joinme.runs()).toHaveLength(0);
    },
  );

  test('of a free account has no phone numbers, and says so', async () => {
    const desk = await openHost('mara.quist@corp.example');
    const room = await open(desk);
    expect(
      desk
        .host()
        .waysIn(room)
        .map(({ id }) => id),
    ).toEqual(['presenter', 'viewer', 'copy']);
    expect(describeRoom?.(room, 'entered')).toMatchObject({ message: 'services:joinme.notes.noPhone' });
  });

  test.each([
    ['serverError', 'serverError'],
    ['unavailable', 'serverError'],
    ['badRequest', 'serverError'],
    ['rateLimited', 'limited'],
    ['throttled', 'limited'],
    ['accountInactive', 'refused'],
    ['staleToken', 'refused'],
    ['forbidden', 'refused'],
  ] as const)('that meets %s fails as %s, and nothing was started', async (fault, kind) => {
    const desk = await openHost();
    desk.simulator.joinme.setFault(fault, { endpoint: 'startNow' });
    expect(await desk.host().create({})).toMatchObject({ kind: 'failed', status: { kind } });
    expect(desk.simulator.joinme.runs()).toHaveLength(0);
  });

  test.each(['answerLost', 'connectionCut', 'hang', 'htmlBody', 'truncatedJson', 'emptyBody'] as const)(
    'that meets %s may exist, and is not started again',
    async (fault) => {
      const desk = await openHost();
      desk.simulator.joinme.setFault(fault, { endpoint: 'startNow' });
      desk.asked();
      expect(await desk.host().create({})).toEqual({ kind: 'uncertain' });
      expect(desk.asked().filter((line) => line.startsWith('POST')).length).toBeLessThanOrEqual(1);
    },
  );

  test.each(['minimalAnswer', 'extraFields', 'plainStatus'] as const)('bears %s', async (fault) => {
    const desk = await openHost();
    desk.simulator.joinme.setFault(fault, { endpoint: 'startNow' });
    const room = await open(desk);
    expect(desk.host().waysIn(room)[0]?.id).toBe('presenter');
    expect(room.link === null).toBe(fault === 'minimalAnswer');
  });

  test('at an address of somebody else is none', async () => {
    const desk = await openHost();
    desk.simulator.joinme.setRules({ linkBase: 'https://join.me.evil.example' });
    expect(await desk.host().create({})).toEqual({ kind: 'uncertain' });
  });
});
