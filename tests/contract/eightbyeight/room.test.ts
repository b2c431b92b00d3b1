import { describe, expect, test } from 'vitest';
import type { HostedRoom, RoomSight } from '../../../main/services/service.ts';
import { type Agent, startAgent } from './agent.ts';

const minute = 60_000;

async function pageOf({ host }: Agent, room: HostedRoom, way: string): Promise<URL> {
  const entry = await host.enter(room, way);
  if (entry.kind !== 'page') {
    throw new Error(`no page: ${JSON.stringify(entry)}`);
  }
  return new URL(entry.url);
}

async function signIn(agent: Agent, room: HostedRoom): Promise<string> {
  return (await fetch(await pageOf(agent, room, 'agent'))).text();
}

function callIdOf({ simulator }: Agent): string {
  return simulator.eightByEight.rooms().at(-1)?.callId ?? '';
}

describe('a room', () => {
  test('has a reference of its own, a link for the guest and a quarter of an hour', async () => {
    const agent = await startAgent();
    const before = Date.now();
    const rooms = await Promise.all([agent.open(), agent.open()]);
    expect(new Set(rooms.map(({ title }) => title)).size).toBe(2);
    for (const room of rooms) {
      expect(room.title).toMatch(/^[A-Z0-9]{12}$/);
      expect(Date.parse(room.expiresAt ?? '') - Date.parse(room.createdAt)).toBe(15 * minute);
      expect(Date.parse(room.createdAt)).toBeGreaterThanOrEqual(before);
      expect(agent.simulator.eightByEight.rooms().map(({ guestLink }) => guestLink)).toContain(room.link);
      expect(agent.simulator.eightByEight.rooms().map(({ reference }) => reference)).toContain(room.title);
      expect(Object.keys(room.secrets)).toEqual(['token']);
      expect(JSON.stringify({ ...room, secrets: {} })).not.toContain(room.secrets['token']);
    }
  });

  test('is texted to the guest when the agent signs in, not before', async () => {
    const agent = await startAgent();
    const room = await agent.open({ phoneNumber: '+6591230000', callReference: 'ORDER2026' });
    const { sms } = agent.simulator.eightByEight;
    expect(agent.host.waysIn(room).map(({ id, target }) => [id, target.includes('token')])).toEqual([
      ['agent', false],
      ['guest', false],
      ['copy', false],
    ]);
    expect(sms()).toEqual([]);
    const url = await pageOf(agent, room, 'agent');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      mode: 'embedded',
      user: 'agent@office.example',
      token: room.secrets['token'],
    });
    expect(url.href).toContain('user=agent%40office.example');
    expect(sms()).toEqual([]);
    expect(await signIn(agent, room)).toContain('Waiting for the guest');
    expect(sms()).toMatchObject([{ to: '+6591230000', reference: 'ORDER2026', guestLink: room.link }]);
  });

  test('may be shown in Foyer at the addresses that are published, and at no other that a link leads to', async () => {
    const agent = await startAgent();
    const room = await agent.open();
    const base = agent.simulator.endpoints.eightByEight;
    const origins = [base, 'https://www.video-interaction.com'];
    const waysTo = (link: string) => agent.host.waysIn({ ...room, link }).map(({ inFoyer }) => inFoyer?.origins);
    expect(waysTo(`${base}/guest/Qp7Zk2LmXa`)).toEqual([origins, origins, undefined]);
    expect(waysTo('https://www.video-interaction.com/guest/Qp7Zk2LmXa')).toEqual([origins, origins, undefined]);
    expect(waysTo('https://video-interaction.com.evil.example/guest/x')).toEqual([origins, undefined, undefined]);
  });

  test('takes one guest, by its link', async () => {
    const agent = await startAgent();
    const room = await agent.open();
    await signIn(agent, room);
    const link = await pageOf(agent, room, 'guest');
    const join = () =>
      fetch(link, { method: 'POST', body: new URLSearchParams({ name: 'Mara Lind' }), redirect: 'manual' });
    expect((await join()).status).toBeLessThan(400);
    expect((await join()).status).toBe(409);
    expect(agent.simulator.eightByEight.rooms()).toMatchObject([{ state: 'connected', guest: 'Mara Lind' }]);
  });

  test('of which the key is gone can be entered as the guest only', async () => {
    const agent = await startAgent();
    const room = { ...(await agent.open()), secrets: {} };
    expect(agent.host.waysIn(room).map(({ id }) => id)).toEqual(['guest', 'copy']);
    expect(await agent.host.enter(room, 'agent')).toMatchObject({ kind: 'failed' });
  });
});

describe('the call log', () => {
  async function look({ host }: Agent, room: HostedRoom): Promise<RoomSight> {
    const seen = await host.look?.(room, 'entered');
    if (seen?.kind !== 'sight') {
      throw new Error(`no sight: ${JSON.stringify(seen)}`);
    }
    return seen;
  }

  test('is not asked before somebody went in', async () => {
    const agent = await startAgent();
    const room = await agent.open();
    expect(await agent.host.look?.(room, 'open')).toMatchObject({ kind: 'sight', phase: 'open' });
    expect(agent.simulator.eightByEight.requests()).toHaveLength(1);
  });

  test('tells when a call is over, how long it was and how it was liked', async () => {
    const agent = await startAgent();
    const others = [await agent.open(), await agent.open()];
    const room = await agent.open({ callReference: 'ORDER2026' });
    await signIn(agent, room);
    expect(await look(agent, room)).toMatchObject({ phase: 'entered', note: null });
    const callId = callIdOf(agent);
    agent.simulator.eightByEight.joinAsGuest(callId, 'Mara Lind');
    agent.simulator.eightByEight.setClockOffset(352_000);
    expect(await look(agent, room)).toMatchObject({ phase: 'entered' });
    agent.simulator.eightByEight.endCall(callId);
    agent.simulator.eightByEight.noteCall(callId, { agentRating: '5' });
    expect(await look(agent, room)).toEqual({
      kind: 'sight',
      phase: 'over',
      peopleCount: null,
      peopleNames: [],
      isUnsettled: true,
      note: {
        message: 'services:eightbyeight.notes.rated',
        values: { duration: expect.stringMatching(/^5:5\d$/), agent: '5', guest: '–' },
      },
    });
    for (const other of others) {
      expect(await look(agent, other)).toMatchObject({ phase: 'entered' });
    }
  });

  test('with the slips of its samples is read, and one that makes no sense says nothing', async () => {
    const agent = await startAgent();
    const room = await agent.open({ phoneNumber: '+6591230000' });
    await signIn(agent, room);
    agent.simulator.eightByEight.endCall(callIdOf(agent));
    for (const fault of ['sampleSlips', 'extraFields'] as const) {
      agent.simulator.eightByEight.setFault(fault, { endpoint: 'callLogs' });
      expect(await look(agent, room)).toMatchObject({ phase: 'over' });
    }
    agent.simulator.eightByEight.setFault('htmlBody', { endpoint: 'call' });
    expect(await look(agent, room)).toMatchObject({ phase: 'over' });
    agent.simulator.eightByEight.setFault('htmlBody', { endpoint: 'callLogs' });
    expect(await agent.host.look?.(room, 'entered')).toMatchObject({ status: { kind: 'unreadable' } });
  });

  test('waits for ratings for a while, and not once both are there', async () => {
    const agent = await startAgent();
    const room = await agent.open();
    await signIn(agent, room);
    const callId = callIdOf(agent);
    agent.simulator.eightByEight.joinAsGuest(callId, 'Mara Lind');
    agent.simulator.eightByEight.setClockOffset(60_000);
    agent.simulator.eightByEight.endCall(callId);
    expect(await look(agent, room)).toMatchObject({
      phase: 'over',
      isUnsettled: true,
      note: { message: 'services:eightbyeight.notes.ended' },
    });
    agent.simulator.eightByEight.noteCall(callId, { agentRating: '5', guestRating: '4' });
    expect(await look(agent, room)).toMatchObject({
      isUnsettled: false,
      note: { message: 'services:eightbyeight.notes.rated', values: { agent: '5', guest: '4' } },
    });
  });

  test('is asked with a token of its own, made anew once when it has ended: a call may outlast it', async () => {
    const agent = await startAgent();
    const room = await agent.open();
    await signIn(agent, room);
    const asked = (): readonly string[] =>
      agent.simulator.eightByEight.requests().map(({ method, url }) => `${method} ${url.replace(/\?.*/, '')}`);
    const before = asked().length;
    await look(agent, room);
    await look(agent, { ...room, secrets: {} });
    const log = 'GET /api/v1/call-logs';
    expect(asked().slice(before)).toEqual(['POST /api/v1/tokens', log, log]);
    agent.simulator.eightByEight.revokeTokens();
    await look(agent, room);
    expect(asked().slice(before + 3)).toEqual([log, 'POST /api/v1/tokens', log]);
    expect(agent.simulator.eightByEight.rooms()).toHaveLength(1);
  });

  test('refuses where the key is refused, and asks no more than once', async () => {
    const agent = await startAgent();
    const room = await agent.open();
    agent.simulator.eightByEight.setFault('unauthorized', { endpoint: 'callLogs' });
    expect(await agent.host.look?.(room, 'entered')).toMatchObject({ status: { kind: 'refused' } });
    agent.simulator.eightByEight.setFault('unauthorized', { endpoint: 'tokens' });
    expect(await agent.host.look?.(room, 'entered')).toMatchObject({ status: { kind: 'refused' } });
  });

  test('keeps two rooms of one reference apart', async () => {
    const agent = await startAgent();
    const first = await agent.open({ callReference: 'ORDER2026' });
    await signIn(agent, first);
    agent.simulator.eightByEight.endCall(callIdOf(agent));
    expect(await look(agent, first)).toMatchObject({ phase: 'over' });
    const second = { ...first, createdAt: new Date(Date.now() + 5 * minute).toISOString() };
    expect(await look(agent, second)).toMatchObject({ phase: 'entered' });
  });
});
