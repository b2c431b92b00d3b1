import { describe, expect, test } from 'vitest';
import { callIn, openAccount } from './telnyxAccount.ts';

describe('passes', () => {
  test('a pass holds a token of ten minutes and what renews it for four hours', async () => {
    const { host, simulator } = await openAccount();
    const { id } = simulator.telnyx.addRoom();
    const call = callIn(host, id);
    const pass = await call.mintPass();
    expect(pass).toMatchObject({ kind: 'pass', token: expect.any(String), renewal: { secret: expect.any(String) } });
    if (pass.kind !== 'pass' || pass.renewal === null) {
      throw new Error('no pass');
    }
    expect(pass.lifetime).toBeGreaterThan(598_000);
    expect(pass.lifetime).toBeLessThanOrEqual(600_000);
    expect(pass.renewal.lifetime).toBeGreaterThan(14_398_000);
    const renewed = await call.renewPass(pass.renewal);
    expect(renewed).toMatchObject({ kind: 'pass', renewal: pass.renewal });
    expect(renewed.kind === 'pass' && renewed.token !== pass.token).toBe(true);
  });

  test('a service whose clock is hours off gives the same life', async () => {
    const { host, simulator } = await openAccount();
    const { id } = simulator.telnyx.addRoom();
    simulator.telnyx.setClockOffset(-7_200_000);
    const pass = await callIn(host, id).mintPass();
    expect(pass.kind === 'pass' ? pass.lifetime : 0).toBeGreaterThan(598_000);
  });

  test('an answer of tokens alone is enough', async () => {
    const { host, simulator } = await openAccount();
    const { id } = simulator.telnyx.addRoom();
    simulator.telnyx.setFault('fieldsMissing');
    expect(await callIn(host, id).mintPass()).toMatchObject({ kind: 'pass', lifetime: 600_000 });
  });

  test('an ended refresh token is refused', async () => {
    const { host, simulator } = await openAccount();
    const { id } = simulator.telnyx.addRoom();
    const call = callIn(host, id);
    const pass = await call.mintPass();
    simulator.telnyx.revokeTokens({ kind: 'refresh' });
    expect(pass.kind === 'pass' && pass.renewal !== null && (await call.renewPass(pass.renewal))).toMatchObject({
      kind: 'failed',
      status: { kind: 'refused' },
    });
  });
});

describe('people', () => {
  test('are muted and sent out, by id or by what they came in with', async () => {
    const { host, simulator } = await openAccount();
    const { id } = simulator.telnyx.addRoom({ max_participants: 4 });
    const ana = simulator.telnyx.addParticipant(id, '{"username":"Ana"}');
    simulator.telnyx.addParticipant(id, '{"username":"Ben"}');
    const call = callIn(host, id);
    expect(await call.look()).toEqual({ kind: 'callSight', peopleCount: 2, mostPeople: 4 });
    expect(await call.moderate('mute', { id: ana.id, context: '' })).toEqual({ kind: 'done' });
    expect(await call.moderate('kick', { id: 'of-the-call', context: '{"username":"Ben"}' })).toEqual({ kind: 'done' });
    expect(await call.look()).toMatchObject({ peopleCount: 1 });
    expect(await call.moderate('kick', { id: 'nobody', context: '' })).toEqual({ kind: 'gone' });
  });

  test('ending for all empties the room and leaves it; an ended session is ended', async () => {
    const { host, simulator } = await openAccount();
    const { id } = simulator.telnyx.addRoom();
    simulator.telnyx.addParticipant(id, 'ana');
    const call = callIn(host, id);
    simulator.telnyx.setFault('alreadyEnded', { endpoint: 'endSession', times: 1 });
    expect(await call.endForAll()).toEqual({ kind: 'ended' });
    expect(await call.endForAll()).toEqual({ kind: 'ended' });
    expect(await call.look()).toMatchObject({ kind: 'callSight', peopleCount: 0 });
    expect(await call.endForAll()).toEqual({ kind: 'ended' });
    expect(simulator.telnyx.rooms()).toHaveLength(1);
  });

  test('a deleted room says so', async () => {
    const { host, simulator } = await openAccount();
    const { id } = simulator.telnyx.addRoom();
    simulator.telnyx.deleteRoom(id);
    const call = callIn(host, id);
    expect(await call.look()).toMatchObject({ kind: 'failed', status: { kind: 'notSetUp' } });
    expect(await call.mintPass()).toMatchObject({ kind: 'failed', status: { kind: 'notSetUp' } });
    expect(await call.endForAll()).toEqual({ kind: 'ended' });
  });
});
