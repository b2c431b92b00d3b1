import { describe, expect, test } from 'vitest';
import { AgendaBook } from '../../../main/agenda/agendaBook.ts';
import { openRoom, week, windowAround } from './pexipRoom.ts';

describe('a token', () => {
  test('is asked for once and used until the service refuses it', async () => {
    const room = await openRoom();
    for (let poll = 0; poll < 4; poll += 1) {
      await room.fetch();
    }
    expect(room.asked()).toEqual(['token 200', 'meetings 200', 'meetings 200', 'meetings 200', 'meetings 200']);
  });

  test('that ran out is renewed once, and the call made again', async () => {
    let now = Date.now();
    const room = await openRoom({ now: () => now });
    room.simulator.pexip.setTokenLifetime(60);
    await room.fetch();
    room.asked();
    now += 61_000;
    expect(await room.fetch(windowAround(now))).toMatchObject({ kind: 'meetings' });
    expect(room.asked()).toEqual(['meetings 401', 'token 200', 'meetings 200']);
  });

  test('that was revoked in the middle of its hour is renewed, also on the second page', async () => {
    const room = await openRoom();
    await room.fetch();
    room.simulator.pexip.revokeTokens();
    expect(await room.fetch()).toMatchObject({ kind: 'meetings' });
    expect(room.asked().slice(2)).toEqual(['meetings 401', 'token 200', 'meetings 200']);
  });

  test('refused a second time ends the attempt: nothing is asked in a loop', async () => {
    const room = await openRoom();
    room.simulator.pexip.setFault('unauthorized');
    expect(await room.fetch()).toMatchObject({ kind: 'failed', status: { kind: 'refused' } });
    expect(room.asked()).toEqual(['token 200', 'meetings 401', 'token 200', 'meetings 401']);
    expect(await room.fetch()).toMatchObject({ status: { kind: 'refused' } });
    expect(room.asked()).toEqual(['meetings 401', 'token 200', 'meetings 401']);
  });

  test('is not renewed for a 403, which no new token would change', async () => {
    const room = await openRoom();
    room.simulator.pexip.setFault('forbidden');
    expect(await room.fetch()).toMatchObject({ status: { kind: 'refused' } });
    expect(room.asked()).toEqual(['token 200', 'meetings 403']);
  });

  test('cannot be had while the secret is wrong, and one call tells so', async () => {
    const room = await openRoom({ secret: 'wrong' });
    expect(await room.fetch()).toMatchObject({ status: { kind: 'refused' } });
    expect(room.asked()).toEqual(['token 401']);
  });

  test('is had with any secret that can be typed', async () => {
    const secret = 'a:b%20+/=&"\\~!';
    const client = { id: 'odd', secret, name: 'Odd', hasMailbox: true, meetings: [] };
    const room = await openRoom({ clientId: 'odd', secret, pexip: { clients: [client] } });
    expect(await room.fetch()).toMatchObject({ kind: 'meetings', meetings: [] });
  });
});

describe('the limits of the service', () => {
  test.each([
    ['seconds', 120],
    ['httpDate', 120],
  ] as const)('with Retry-After in %s are told as a wait', async (form, seconds) => {
    const room = await openRoom();
    room.simulator.pexip.setFault({ name: 'rateLimited', retryAfter: { form, seconds } });
    const failed = await room.fetch();
    expect(failed).toMatchObject({ status: { kind: 'limited' }, retryAfter: expect.closeTo(120_000, -4) });
  });

  test('are understood from the service’s own clock, however wrong ours is', async () => {
    const room = await openRoom();
    room.simulator.pexip.setClockOffset(-3_600_000);
    room.simulator.pexip.setFault({ name: 'unavailable', retryAfter: { form: 'httpDate', seconds: 90 } });
    expect(await room.fetch()).toMatchObject({ retryAfter: expect.closeTo(90_000, -4) });
  });

  test('without Retry-After leave the wait to us', async () => {
    const room = await openRoom({ pexip: { limits: { calls: 0 } } });
    expect(await room.fetch()).toMatchObject({ status: { kind: 'limited' }, retryAfter: null });
  });

  test('are kept on this side already: a held call is not sent, and says when it may be', async () => {
    let left = 1;
    const take = (): number => {
      left -= 1;
      return left >= 0 ? 0 : 42_000;
    };
    const room = await openRoom({ budget: { take, wait: () => 0 } });
    expect(await room.fetch()).toMatchObject({ status: { kind: 'limited' }, retryAfter: 42_000, trackingId: null });
    expect(room.asked()).toEqual(['token 200']);
  });
});

describe('the service’s clock', () => {
  test.each([
    [0, false],
    [110_000, false],
    [-110_000, false],
    [180_000, true],
    [-180_000, true],
  ])('%d ms ahead of ours is told: %s', async (offset, isTold) => {
    const room = await openRoom();
    room.simulator.pexip.setClockOffset(offset);
    const book = new AgendaBook({});
    const now = Date.now();
    book.take('room-1', await room.fetch(), week, now);
    room.simulator.pexip.setFault('unavailable');
    const afterSuccess = book.record('room-1').clockSkew;
    book.take('room-1', await room.fetch(), week, now);
    for (const skew of [afterSuccess, book.record('room-1').clockSkew]) {
      expect(skew).toEqual(isTold ? expect.closeTo(-offset, -4) : null);
    }
  });
});
