import { describe, expect, it } from 'vitest';
import { officeAccount } from '../../../simulator/eightbyeight/account.ts';
import { start } from '../pexipClient.ts';
import { makeRoom, requestToken, startStill } from './eightByEightClient.ts';

const authorization = `Bearer ${officeAccount.apiKey}`;

describe('a token', () => {
  it.each([
    ['nothing', undefined],
    ['an empty body', ''],
    ['an empty object', {}],
    ['no wish for a room', { create_room: false }],
  ])('comes alone for %s', async (_, body) => {
    const { simulator } = await startStill();
    const response = await requestToken(simulator, body);
    expect(response.status).toBe(200);
    expect(await response.json()).toStrictEqual({ auth_token: expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/) });
    expect(simulator.eightByEight.rooms()).toStrictEqual([]);
  });

  it('comes with a room, its link and its reference, in the published order', async () => {
    const { simulator } = await startStill();
    const answer = await makeRoom(simulator, { call_reference: 'ORD20260114' });
    expect(Object.keys(answer)).toStrictEqual(['call_reference', 'guest_link', 'auth_token']);
    expect(answer.call_reference).toBe('ORD20260114');
    expect(answer.guest_link.startsWith(`${simulator.endpoints.eightByEight}/guest/`)).toBe(true);
    expect(answer.guest_link).toMatch(/\/guest\/[A-Za-z0-9]{10}$/);
    expect(simulator.eightByEight.rooms()).toMatchObject([{ reference: 'ORD20260114', state: 'open' }]);
  });

  it('comes with a made-up reference when none was sent', async () => {
    const { simulator } = await startStill();
    expect((await makeRoom(simulator)).call_reference).toMatch(/^[a-z]{8}$/);
  });

  it('comes alone for a phone number or reference without the wish for a room', async () => {
    const { simulator } = await startStill();
    const response = await requestToken(simulator, { phone_number: '+6591230000', call_reference: 'ORD20260114' });
    expect(Object.keys(await response.json())).toStrictEqual(['auth_token']);
    expect(simulator.eightByEight.rooms()).toHaveLength(0);
  });

  it('is asked for with one slash or two', async () => {
    const { simulator } = await startStill();
    const twice = `${simulator.endpoints.eightByEight}//api/v1/tokens`;
    const headers = { authorization, 'content-type': 'application/json' };
    expect((await fetch(twice, { method: 'POST', headers, body: '{"create_room":true}' })).status).toBe(200);
    expect(simulator.eightByEight.rooms()).toHaveLength(1);
  });

  it('makes a room each time, also for a reference seen before', async () => {
    const { simulator } = await startStill();
    const one = await makeRoom(simulator, { call_reference: 'ORD20260114' });
    const other = await makeRoom(simulator, { call_reference: 'ORD20260114' });
    expect(other.guest_link).not.toBe(one.guest_link);
    expect(other.auth_token).not.toBe(one.auth_token);
    expect(simulator.eightByEight.rooms()).toHaveLength(2);
  });

  it('has a guest link elsewhere, when told', async () => {
    const { simulator } = await startStill({ eightByEight: { rules: { guestBase: 'https://guests.example' } } });
    expect((await makeRoom(simulator)).guest_link).toMatch(/^https:\/\/guests\.example\/guest\//);
  });
});

describe('a body', () => {
  it.each([
    ['a reference of 7', { call_reference: 'A234567' }, 1000],
    ['a reference of 21', { call_reference: 'A23456789012345678901' }, 1000],
    ['a reference that is no text', { call_reference: 12_345_678 }, 1000],
    ['null for a reference', { call_reference: null }, 1000],
    ['a phone number without its country', { phone_number: '91230000' }, 1002],
    ['a phone number with spaces', { phone_number: '+65 9123 0000' }, 1002],
    ['a phone number that is too long', { phone_number: '+6591230000123456' }, 1002],
    ['null for a phone number', { phone_number: null }, 1000],
    ['text for a boolean', { create_room: 'true' }, 1000],
    ['an unknown field', { room_size: 2 }, 1000],
    ['a list', '[]', 1000],
    ['half of its JSON', '{"create_room":', 1000],
  ])('with %s is refused, and makes no room', async (_, fields, code) => {
    const { simulator } = await startStill();
    const body = typeof fields === 'string' ? fields : { create_room: true, ...fields };
    const response = await requestToken(simulator, body);
    expect(response.status).toBe(400);
    expect(response.headers.get('x-simulator-choice')).not.toBeNull();
    expect(await response.json()).toStrictEqual({
      code,
      message: expect.any(String),
      errorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      timestamp: '2026-01-14T09:12:44.85Z',
    });
    expect(simulator.eightByEight.rooms()).toStrictEqual([]);
  });

  it.each(['A2345678', 'A2345678901234567890'])('may have the reference %s', async (reference) => {
    const { simulator } = await startStill();
    expect((await makeRoom(simulator, { call_reference: reference })).call_reference).toBe(reference);
  });

  it('must be said to be JSON, also when there is none', async () => {
    const { simulator } = await startStill();
    expect((await requestToken(simulator, undefined, { headers: { authorization } })).status).toBe(400);
    const headers = { authorization, 'content-type': 'application/json; charset=utf-8' };
    expect((await requestToken(simulator, '{}', { headers })).status).toBe(200);
  });
});

describe('an API key', () => {
  it.each([
    ['missing', undefined],
    ['wrong', 'Bearer something-else'],
    ['bare', officeAccount.apiKey],
    ['basic', `Basic ${officeAccount.apiKey}`],
  ])('that is %s gets 401', async (_, header) => {
    const simulator = await start();
    const headers = { 'content-type': 'application/json', ...(header !== undefined && { authorization: header }) };
    const response = await requestToken(simulator, { create_room: true }, { headers });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 1200 });
    expect(simulator.eightByEight.rooms()).toStrictEqual([]);
  });

  it('of an account without the product gets 403', async () => {
    const simulator = await start();
    simulator.eightByEight.addAccount({ ...officeAccount, isEnabled: false });
    const response = await requestToken(simulator, { create_room: true });
    expect([response.status, await response.json()]).toMatchObject([403, { code: 1201 }]);
  });

  it('is useless once it is deleted, and so are its tokens', async () => {
    const simulator = await start();
    const { auth_token: token } = await makeRoom(simulator);
    simulator.eightByEight.removeAccount('office');
    expect((await requestToken(simulator)).status).toBe(401);
    const headers = { 'x-token': token, 'content-type': 'application/json' };
    const answer = await fetch(`${simulator.endpoints.eightByEight}/api/v1/call-logs`, { headers });
    expect(answer.status).toBe(401);
  });
});
