import { describe, expect, test } from 'vitest';
import { type FaultInput, type FaultName, faultNames } from '../../../simulator/eightbyeight/fault.ts';
import { startAgent } from './agent.ts';

/** What a person is told, in one word. */
function outcomeOf(answer: { readonly kind: string; readonly status?: { readonly kind: string } }): string {
  return answer.status?.kind ?? answer.kind;
}

interface Case {
  readonly fault: FaultInput;
  /** What becomes of a creation, and how many rooms there are after it. */
  readonly create: string;
  readonly rooms: 0 | 1;
  /** What becomes of a probe. */
  readonly probe: string;
}

/** Every fault on `tokens`. A room that may have been made is never called a failure, and never made again. */
const faults: readonly Case[] = [
  { fault: { name: 'latency', milliseconds: 20 }, create: 'created', rooms: 1, probe: 'good' },
  { fault: { name: 'connectionReset' }, create: 'uncertain', rooms: 0, probe: 'unreachable' },
  { fault: { name: 'hang' }, create: 'uncertain', rooms: 0, probe: 'unreachable' },
  { fault: { name: 'answerLost' }, create: 'uncertain', rooms: 1, probe: 'unreachable' },
  { fault: { name: 'connectionCut' }, create: 'uncertain', rooms: 1, probe: 'unreachable' },
  { fault: { name: 'unauthorized' }, create: 'refused', rooms: 0, probe: 'refused' },
  { fault: { name: 'forbidden' }, create: 'notSetUp', rooms: 0, probe: 'notSetUp' },
  { fault: { name: 'notFound' }, create: 'serverError', rooms: 0, probe: 'serverError' },
  { fault: { name: 'rateLimited' }, create: 'limited', rooms: 0, probe: 'limited' },
  { fault: { name: 'serverError' }, create: 'serverError', rooms: 0, probe: 'serverError' },
  { fault: { name: 'unavailable' }, create: 'serverError', rooms: 0, probe: 'serverError' },
  { fault: { name: 'badRequest' }, create: 'serverError', rooms: 0, probe: 'serverError' },
  { fault: { name: 'unprocessable' }, create: 'serverError', rooms: 0, probe: 'serverError' },
  { fault: { name: 'emptyBody' }, create: 'uncertain', rooms: 1, probe: 'unreadable' },
  { fault: { name: 'htmlBody' }, create: 'uncertain', rooms: 1, probe: 'unreadable' },
  { fault: { name: 'truncatedJson' }, create: 'uncertain', rooms: 1, probe: 'unreadable' },
  { fault: { name: 'otherErrors' }, create: 'created', rooms: 1, probe: 'good' },
  { fault: { name: 'missingField' }, create: 'created', rooms: 1, probe: 'good' },
  { fault: { name: 'extraFields' }, create: 'created', rooms: 1, probe: 'good' },
  { fault: { name: 'wrongTypes' }, create: 'uncertain', rooms: 1, probe: 'unreadable' },
  { fault: { name: 'sampleSlips' }, create: 'created', rooms: 1, probe: 'good' },
];

describe('whatever the service does', () => {
  test('is among the cases tested here', () => {
    expect(new Set<FaultName>(faults.map(({ fault }) => fault.name))).toEqual(new Set(faultNames));
  });

  test.each(faults)(
    '$fault.name makes a creation $create, with $rooms rooms',
    async ({ fault, create, rooms, probe }) => {
      const limits = { patience: fault.name === 'hang' ? 300 : 10_000, longestBody: 1_000_000 };
      const { simulator, host, open } = await startAgent({ limits });
      // A kept connection: where one breaks, some clients send again by themselves.
      expect(await host.probe()).toEqual({ kind: 'good' });
      simulator.eightByEight.clearRequests();
      simulator.eightByEight.setFault(fault);
      expect(outcomeOf(await host.create({ phoneNumber: '+6591230000' }))).toBe(create);
      expect(simulator.eightByEight.requests()).toHaveLength(1);
      expect(simulator.eightByEight.rooms()).toHaveLength(rooms);
      expect(outcomeOf(await host.probe())).toBe(probe);
      expect(simulator.eightByEight.rooms()).toHaveLength(rooms);
      expect(simulator.eightByEight.sms()).toEqual([]);

      simulator.eightByEight.clearFaults();
      await open();
      expect(simulator.eightByEight.rooms()).toHaveLength(rooms + 1);
    },
  );

  test('two faults at once make no second room either, and never a false success', async () => {
    const { simulator, host } = await startAgent();
    const quick = faults.filter(({ fault }) => fault.name !== 'hang');
    for (const [index, one] of quick.entries()) {
      for (const other of quick.slice(index + 1)) {
        simulator.eightByEight.clearFaults();
        simulator.eightByEight.clearRooms();
        simulator.eightByEight.setFault(one.fault);
        simulator.eightByEight.setFault(other.fault);
        const outcome = outcomeOf(await host.create({}));
        const made = simulator.eightByEight.rooms().length;
        const pair = `${one.fault.name} and ${other.fault.name}: ${outcome}`;
        expect(made, pair).toBeLessThanOrEqual(1);
        // What failed for sure made no room; what was made is either known or uncertain.
        expect(made === 0 || outcome === 'created' || outcome === 'uncertain', pair).toBe(true);
        expect(outcome !== 'created' || made === 1, pair).toBe(true);
      }
    }
  }, 30_000);

  test.each(['guest_link', 'auth_token', 'call_reference'] as const)(
    'a room without its %s is still one',
    async (field) => {
      const { simulator, host, open } = await startAgent();
      simulator.eightByEight.setFault({ name: 'missingField', field });
      const room = await open({ callReference: 'ORDER2026' });
      expect(room.title).toBe('ORDER2026');
      expect(host.waysIn(room).map(({ id }) => id)).toEqual(
        { guest_link: ['agent'], auth_token: ['guest', 'copy'], call_reference: ['agent', 'guest', 'copy'] }[field],
      );
    },
  );

  test('a failure quotes what the service said, and its id', async () => {
    const { simulator, host } = await startAgent();
    simulator.eightByEight.setFault('forbidden');
    expect(await host.create({})).toEqual({
      kind: 'failed',
      status: { kind: 'notSetUp' },
      detail: expect.stringMatching(/\w/),
      trackingId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      retryAfter: null,
    });
    simulator.eightByEight.setFault('otherErrors');
    expect(await host.create({})).toMatchObject({ status: { kind: 'notSetUp' }, detail: null, trackingId: null });
    simulator.eightByEight.setFault('htmlBody');
    expect(await host.create({})).toMatchObject({ status: { kind: 'notSetUp' }, detail: null, trackingId: null });
  });

  test.each(['seconds', 'httpDate'] as const)('a pause given as %s is kept', async (form) => {
    const { simulator, host } = await startAgent();
    simulator.eightByEight.setFault({ name: 'rateLimited', retryAfter: { form, seconds: 90 } });
    expect(await host.create({})).toMatchObject({ status: { kind: 'limited' }, retryAfter: 90_000 });
  });

  test('a service that is not there makes nothing uncertain: nothing was sent', async () => {
    const { simulator, host } = await startAgent();
    await simulator.close();
    expect(await host.create({})).toMatchObject({ kind: 'failed', status: { kind: 'unreachable' } });
  });

  test('a press that the call limit holds is sent neither now nor later', async () => {
    const { simulator, host } = await startAgent({ budget: { take: () => 7_000, wait: () => 7_000 } });
    expect(await host.create({})).toMatchObject({ status: { kind: 'limited' }, retryAfter: 7_000 });
    expect(simulator.eightByEight.requests()).toEqual([]);
  });

  test('a wrong key and an account that is not enabled are told apart', async () => {
    expect(await (await startAgent({ apiKey: 'nobodys-api-key' })).host.probe()).toMatchObject({
      status: { kind: 'refused' },
    });
    const { simulator, host } = await startAgent({ apiKey: 'spare-account-key' });
    simulator.eightByEight.addAccount({ id: 'spare', apiKey: 'spare-account-key', isEnabled: false });
    expect(await host.probe()).toMatchObject({ status: { kind: 'notSetUp' } });
  });
});
