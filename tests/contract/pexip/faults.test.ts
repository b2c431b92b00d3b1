import { describe, expect, test } from 'vitest';
import type { Meeting } from '../../../core/model/meeting.ts';
import type { FetchedAgenda } from '../../../main/services/service.ts';
import { type FaultInput, type FaultName, faultNames } from '../../../simulator/pexip/fault.ts';
import { openRoom, type PexipRoom } from './pexipRoom.ts';

/** What a person is told, in one word. */
function outcome(fetched: FetchedAgenda): string {
  return fetched.kind === 'meetings' ? 'meetings' : fetched.status.kind;
}

/**
 * Every fault, in the order in which the simulator lets them act, with what comes of it on either endpoint. `latency` is
 * kept short: it is waited for in real time.
 */
const faults: readonly { readonly fault: FaultInput; readonly meetings: string; readonly token: string }[] = [
  { fault: { name: 'latency', milliseconds: 20 }, meetings: 'meetings', token: 'meetings' },
  { fault: { name: 'connectionReset' }, meetings: 'unreachable', token: 'unreachable' },
  { fault: { name: 'hang' }, meetings: 'unreachable', token: 'unreachable' },
  { fault: { name: 'unauthorized' }, meetings: 'refused', token: 'refused' },
  { fault: { name: 'forbidden' }, meetings: 'refused', token: 'refused' },
  { fault: { name: 'notFound' }, meetings: 'notSetUp', token: 'notSetUp' },
  { fault: { name: 'rateLimited' }, meetings: 'limited', token: 'limited' },
  { fault: { name: 'serverError' }, meetings: 'serverError', token: 'serverError' },
  { fault: { name: 'unavailable' }, meetings: 'serverError', token: 'serverError' },
  { fault: { name: 'tokenRevoked' }, meetings: 'meetings', token: 'meetings' },
  { fault: { name: 'noAlias' }, meetings: 'meetings', token: 'meetings' },
  { fault: { name: 'offsetTimes' }, meetings: 'meetings', token: 'meetings' },
  { fault: { name: 'fractionalSeconds' }, meetings: 'meetings', token: 'meetings' },
  { fault: { name: 'extraFields' }, meetings: 'meetings', token: 'meetings' },
  { fault: { name: 'wrongTypes' }, meetings: 'meetings', token: 'meetings' },
  // With cut connections the rest of an answer, whatever it would have been, is gone.
  { fault: { name: 'connectionCut' }, meetings: 'unreachable', token: 'unreachable' },
  { fault: { name: 'emptyBody' }, meetings: 'unreadable', token: 'unreadable' },
  { fault: { name: 'htmlBody' }, meetings: 'unreadable', token: 'unreadable' },
  { fault: { name: 'truncatedJson' }, meetings: 'unreadable', token: 'unreadable' },
  // It counts meetings and lists none: no empty day.
  { fault: { name: 'missingMeetings' }, meetings: 'unreadable', token: 'meetings' },
];

/** With a cut connection, status faults say nothing any more; otherwise the first fault that spoils anything wins. */
function expectedOf(pair: readonly (typeof faults)[number][]): string {
  const spoiling = pair.map(({ meetings }) => meetings).filter((kind) => kind !== 'meetings');
  const isCut = pair.some(({ fault }) => fault.name === 'connectionCut');
  return isCut ? 'unreachable' : (spoiling[0] ?? 'meetings');
}

describe('whatever the service does', () => {
  test('is among the cases tested here', () => {
    expect(new Set<FaultName>(faults.map(({ fault }) => fault.name))).toEqual(new Set(faultNames));
  });

  test.each(faults)('$fault.name ends in $meetings, or for a token in $token', async ({ fault, meetings, token }) => {
    const options = fault.name === 'hang' ? { limits: { patience: 300, longestBody: 1_000_000 } } : {};
    const room = await openRoom(options);
    room.simulator.pexip.setFault(fault);
    expect(outcome(await room.fetch())).toBe(meetings);
    room.simulator.pexip.clearFaults();
    expect(outcome(await room.fetch())).toBe('meetings');

    const other = await openRoom(options);
    other.simulator.pexip.setFault(fault, { endpoint: 'token' });
    expect(outcome(await other.fetch())).toBe(token);
    other.simulator.pexip.clearFaults();
    expect(outcome(await other.fetch())).toBe('meetings');
  });

  test('two faults at once end as the first of them does', async () => {
    const room = await openRoom();
    const quick = faults.filter(({ fault }) => fault.name !== 'hang');
    const pairs = quick.flatMap((one, index) => quick.slice(index + 1).map((other) => [one, other] as const));
    for (const pair of pairs) {
      room.simulator.pexip.clearFaults();
      await room.fetch();
      for (const { fault } of pair) {
        room.simulator.pexip.setFault(fault);
      }
      expect(`${pair.map(({ fault }) => fault.name)}: ${outcome(await room.fetch())}`).toBe(
        `${pair.map(({ fault }) => fault.name)}: ${expectedOf(pair)}`,
      );
    }
  }, 20_000);

  test.each(['emptyBody', 'htmlBody'] as const)('a refusal with %s is a refusal', async (name) => {
    const room = await openRoom({ secret: 'wrong' });
    room.simulator.pexip.setFault({ name, onlyStatus: 401 }, { endpoint: 'token' });
    expect(outcome(await room.fetch())).toBe('refused');
    expect(room.asked()).toEqual(['token 401']);
  });

  test.each(['serverError', 'unavailable', 'notFound', 'rateLimited', 'forbidden'] as const)(
    '%s with a web page as its body is what its status says',
    async (name) => {
      const room = await openRoom();
      room.simulator.pexip.setFault(name);
      const plain = await room.fetch();
      room.simulator.pexip.setFault('htmlBody');
      expect(outcome(await room.fetch())).toBe(outcome(plain));
    },
  );

  test('a failure names the request, the status and the service’s time', async () => {
    const room = await openRoom();
    room.simulator.pexip.setFault('unavailable');
    const failed = await room.fetch();
    const [, last] = room.simulator.pexip.requests();
    expect(failed).toMatchObject({
      kind: 'failed',
      status: { kind: 'serverError', httpStatus: 503 },
      trackingId: last?.trackingIds['x-trackingid'],
      serviceTime: expect.closeTo(Date.now(), -4),
    });
  });

  test('rooms without a mailbox are told from wrong secrets', async () => {
    expect(outcome(await (await openRoom({ clientId: 'spare-unit' })).fetch())).toBe('notSetUp');
    expect(outcome(await (await openRoom({ clientId: 'nobody' })).fetch())).toBe('refused');
  });
});

async function meetingsOf(room: PexipRoom): Promise<readonly Meeting[]> {
  const fetched = await room.fetch();
  return fetched.kind === 'meetings' ? fetched.meetings : [];
}

describe('meetings come out the same', () => {
  test.each<FaultInput>([
    { name: 'offsetTimes', minutes: 120 },
    { name: 'offsetTimes', minutes: -570 },
    { name: 'offsetTimes', minutes: 1439 },
    { name: 'fractionalSeconds' },
    { name: 'extraFields' },
    { name: 'noAlias', as: 'missing' },
    { name: 'noAlias', as: 'null' },
    { name: 'noAlias', as: 'empty' },
  ])('with %o', async (fault) => {
    const room = await openRoom();
    const plain = await meetingsOf(room);
    expect(plain.length).toBeGreaterThan(8);
    expect(plain.some(({ address }) => address === null)).toBe(true);
    room.simulator.pexip.setFault(fault);
    if (fault.name === 'fractionalSeconds') {
      const cut = (meetings: readonly Meeting[]) => meetings.map(({ start, subject }) => [start.slice(0, 19), subject]);
      expect(cut(await meetingsOf(room))).toEqual(cut(plain));
    } else {
      expect(await meetingsOf(room)).toEqual(plain);
    }
  });

  test('and none is hidden by unusable ones beside them', async () => {
    const room = await openRoom();
    const plain = await meetingsOf(room);
    room.simulator.pexip.setFault('wrongTypes');
    const mixed = await meetingsOf(room);
    expect(mixed).toEqual(expect.arrayContaining([...plain]));
    const added = mixed.filter(({ key }) => plain.every((meeting) => meeting.key !== key));
    // These two have an id and their times; what was misshapen of them is left empty.
    expect(added.map(({ serviceMeetingId }) => serviceMeetingId)).toEqual(['bad-subject', 'bad-alias']);
    expect(added).toMatchObject([{ subject: '' }, { address: null }]);
  });

  test('and an answer without a list is an empty day when it counts none', async () => {
    const room = await openRoom();
    room.simulator.pexip.setMeetings('boardroom-7', []);
    room.simulator.pexip.setFault('missingMeetings');
    expect(await room.fetch()).toMatchObject({ kind: 'meetings', meetings: [], coveredUntil: null });
  });
});
