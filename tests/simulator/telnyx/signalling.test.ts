import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { clockAt, start } from '../pexipClient.ts';
import { connect, connectSocket, display, join, readDisplay } from './janusClient.ts';
import { call, dataOf, mintTokens } from './telnyxClient.ts';

async function startWithRoom(options: SimulatorOptions = {}, settings: object = {}) {
  const simulator = await start(options);
  const room = simulator.telnyx.addRoom(settings);
  const { token, refreshToken } = await mintTokens(simulator, room.id);
  return { simulator, telnyx: simulator.telnyx, room, token, refreshToken };
}

describe('the socket', () => {
  it('is WebSocket over TLS, below the room, with the subprotocol', async () => {
    const { simulator, room } = await startWithRoom();
    expect(simulator.telnyxEndpoints.telnyxSignalling).toMatch(/^wss:\/\/127\.0\.0\.1:\d+$/);
    const socket = await connectSocket(simulator, `/${room.id}/janus`);
    expect(socket.protocol).toBe('janus-protocol');
    await expect(connectSocket(simulator, `/${room.id}`)).rejects.toThrow('404');
    await expect(connectSocket(simulator, `/${room.id}/janus`, 'other')).rejects.toThrow('400');
    expect(simulator.telnyx.requests().slice(1)).toMatchObject([
      { origin: 'telnyxSignalling', url: `/${room.id}/janus`, status: 101 },
      { status: 404 },
      { status: 400 },
    ]);
  });

  it('can be trusted by the hash of its key alone', async () => {
    const { telnyx } = await startWithRoom();
    expect(telnyx.certificate).toContain('BEGIN CERTIFICATE');
    expect(Buffer.from(telnyx.publicKeyHash, 'base64')).toHaveLength(32);
    expect(telnyx.publicKeyHash).not.toBe((await startWithRoom()).telnyx.publicKeyHash);
  });
});

describe('a session', () => {
  it('is created, kept alive and destroyed; each answer names its transaction', async () => {
    const { simulator, room, token } = await startWithRoom();
    const client = await connect(simulator, room.id, token);
    expect(await client.ask({ janus: 'create' })).toMatchObject({
      janus: 'success',
      data: { id: expect.any(Number) },
    });
    expect(await client.ask({ janus: 'keepalive' })).toMatchObject({ janus: 'ack' });
    const handle = await client.attach('videoroom');
    const candidate = { janus: 'trickle', handle_id: handle, candidate: { completed: true } };
    expect(await client.ask(candidate)).toMatchObject({ janus: 'ack' });
    expect(await client.ask({ janus: 'detach', handle_id: handle })).toMatchObject({ janus: 'success' });
    expect(await client.ask({ janus: 'destroy' })).toMatchObject({ janus: 'success' });
    expect(await client.ask({ janus: 'keepalive' })).toMatchObject({ janus: 'error', error: { code: 458 } });
    client.close();
    expect(await client.closed).toBe(1000);
  });

  it.each([
    [{ janus: 'attach', plugin: 'janus.plugin.echotest' }, 460],
    [{ janus: 'detach', handle_id: 1 }, 459],
    [{ janus: 'message', handle_id: 1, body: { request: 'join' } }, 459],
    [{ janus: 'dance' }, 453],
  ])('answers %j with an error', async (frame, code) => {
    const { simulator, room, token } = await startWithRoom();
    const client = await connect(simulator, room.id, token);
    expect(await client.ask(frame)).toMatchObject({ janus: 'error', error: { code } });
  });

  it('survives what is no message', async () => {
    const { simulator, room, token } = await startWithRoom();
    const client = await connect(simulator, room.id, token);
    for (const text of ['{', '[]', '{"janus":7}', 'null']) {
      client.sendText(text);
      await client.frame(({ error }) => error?.code === 454);
    }
    const handle = await client.attach('videoroom');
    expect(await client.message(handle, { request: 'dance' })).toMatchObject({ error: { code: 456 } });
    const unreadable = await client.message(handle, { request: 'join', ptype: 'publisher', display: '!' });
    expect(unreadable.plugindata?.data).toHaveProperty('error_code');
    const nobody = await client.message(handle, { request: 'join', ptype: 'subscriber', feed: 1 });
    expect(nobody.plugindata?.data).toMatchObject({ error_code: 428 });
  });
});

describe('people', () => {
  it('learn of each other, and the REST API of both', async () => {
    const { simulator, room, token } = await startWithRoom();
    const ana = await join(simulator, room.id, token, 'Ana');
    expect(ana.participants).toStrictEqual([]);
    const ben = await join(simulator, room.id, token, 'Ben');
    expect(ben.participants.map((card) => readDisplay(card.display))).toMatchObject([
      { participantId: ana.participantId, external: '{"username":"Ana"}' },
    ]);
    const news = await ana.client.event(ana.registrar, ({ audiobridge }) => audiobridge === 'joined');
    expect(news).not.toHaveProperty('id');
    expect(news.participants).toMatchObject([{ id: ben.registrar }]);
    const [session] = simulator.telnyx.sessions(room.id);
    expect(dataOf(await call(simulator, 'GET', `/rooms/${room.id}`))).toMatchObject({ active_session_id: session?.id });
    expect(simulator.telnyx.participants()).toMatchObject([
      { id: ben.participantId, context: '{"username":"Ben"}', leftAt: null },
      { id: ana.participantId, context: '{"username":"Ana"}', leftAt: null },
    ]);
    await ben.client.ask({ janus: 'destroy' });
    expect(await ana.client.event(ana.registrar, ({ leaving }) => leaving === ben.registrar)).toBeDefined();
    expect(simulator.telnyx.sessions()).toMatchObject([{ endedAt: null }]);
    ana.client.close();
    await expect.poll(() => simulator.telnyx.sessions()).toMatchObject([{ endedAt: expect.any(Number) }]);
    expect(simulator.telnyx.calls()).toStrictEqual([]);
  });

  it('keep the id they chose, unless somebody has it', async () => {
    const { simulator, room, token } = await startWithRoom();
    const id = randomUUID();
    for (const wanted of [id, id, 'one']) await join(simulator, room.id, token, 'Ana', wanted);
    const ids = simulator.telnyx.participants().map((each) => each.id);
    expect(new Set(ids).size).toBe(3);
    expect(ids.filter((each) => each === id || each === 'one')).toStrictEqual([id]);
  });

  it('are not let in beyond the size of the room', async () => {
    const { simulator, room, token } = await startWithRoom({}, { max_participants: 2 });
    await join(simulator, room.id, token, 'Ana');
    await join(simulator, room.id, token, 'Ben');
    const cleo = await connect(simulator, room.id, token);
    await cleo.ask({ janus: 'create' });
    const registrar = await cleo.attach('audiobridge');
    const request = { request: 'join', room: room.id, display: display(randomUUID()) };
    expect(await cleo.message(registrar, request)).toMatchObject({ status_code: 403 });
    expect(simulator.telnyx.participants()).toHaveLength(2);
  });
});

describe('tokens', () => {
  it('are looked at with every message: expired and revoked ones end in 401', async () => {
    const clock = clockAt('2026-01-14T09:00:00Z');
    const { simulator, room, refreshToken } = await startWithRoom({ now: clock.now });
    const { token } = await mintTokens(simulator, room.id, { token_ttl_secs: 10 });
    const client = await connect(simulator, room.id, token);
    await client.ask({ janus: 'create' });
    clock.advance(10_000);
    expect(await client.ask({ janus: 'keepalive' })).toMatchObject({
      status_code: 401,
      error_message: expect.any(String),
      transaction: expect.any(String),
    });
    const path = `/rooms/${room.id}/actions/refresh_client_token`;
    client.setToken(String(dataOf(await call(simulator, 'POST', path, { refresh_token: refreshToken }))['token']));
    expect(await client.ask({ janus: 'keepalive' })).toMatchObject({ janus: 'ack' });
    simulator.telnyx.revokeTokens();
    expect(await client.ask({ janus: 'keepalive' })).toMatchObject({ status_code: 401 });
    for (const wrong of ['', 'stranger', refreshToken]) {
      client.setToken(wrong);
      expect(await client.ask({ janus: 'keepalive' })).toMatchObject({ status_code: 401 });
    }
  });

  it('open no other room, and none that is gone', async () => {
    const { simulator, room, token } = await startWithRoom();
    const other = simulator.telnyx.addRoom();
    const stray = await connect(simulator, other.id, token);
    expect(await stray.ask({ janus: 'create' })).toMatchObject({ status_code: 403 });
    simulator.telnyx.deleteRoom(room.id);
    const late = await connect(simulator, room.id, token);
    expect(await late.ask({ janus: 'create' })).toMatchObject({ status_code: 403 });
  });

  it('are named in the log of messages by their id only', async () => {
    const { simulator, telnyx, room, token } = await startWithRoom();
    const ana = await join(simulator, room.id, token, 'Ana');
    await ana.client.ask({ janus: 'keepalive' });
    const [access] = telnyx.tokens();
    expect(telnyx.messages()).toMatchObject([
      { janus: 'create', participantId: null, tokenId: access?.id, outcome: 'answered' },
      { janus: 'attach', plugin: 'janus.plugin.audiobridge' },
      { janus: 'message', request: 'join', participantId: ana.participantId },
      { janus: 'attach', plugin: 'janus.plugin.videoroom' },
      { janus: 'message', plugin: 'janus.plugin.videoroom', request: 'join' },
      { janus: 'keepalive' },
    ]);
    expect(JSON.stringify(telnyx.messages())).not.toContain(token);
    telnyx.clearMessages();
    expect(telnyx.messages()).toStrictEqual([]);
  });
});

describe('the host', () => {
  it('kicks somebody: all are told, and the socket does not stay', async () => {
    const { simulator, room, token } = await startWithRoom();
    const [ana, ben] = [await join(simulator, room.id, token, 'Ana'), await join(simulator, room.id, token, 'Ben')];
    const [session] = simulator.telnyx.sessions();
    const path = `/room_sessions/${session?.id}/actions/kick`;
    await call(simulator, 'POST', path, { participants: [ben.participantId] });
    for (const each of [ana, ben]) await each.client.event(each.registrar, ({ kicked }) => kicked === ben.registrar);
    expect(simulator.telnyx.calls()).toMatchObject([{ participantId: ana.participantId }]);
    expect(await ben.client.ask({ janus: 'destroy' })).toMatchObject({ janus: 'success' });
    expect(await ben.client.closed).toBe(1000);
    await ana.client.ask({ janus: 'keepalive' });
  });

  it('ends the session for all', async () => {
    const { simulator, room, token } = await startWithRoom();
    const ana = await join(simulator, room.id, token, 'Ana');
    const ended = ana.client.event(ana.listener, ({ videoroom }) => videoroom === 'destroyed');
    simulator.telnyx.endSession(simulator.telnyx.sessions()[0]?.id ?? '');
    await ended;
    expect(simulator.telnyx.calls()).toStrictEqual([]);
  });

  it('deletes the room: everybody is kicked', async () => {
    const { simulator, room, token } = await startWithRoom();
    const ana = await join(simulator, room.id, token, 'Ana');
    expect((await call(simulator, 'DELETE', `/rooms/${room.id}`)).status).toBe(204);
    await ana.client.event(ana.registrar, ({ kicked }) => kicked === ana.registrar);
    expect(simulator.telnyx.sessions()).toMatchObject([{ endedAt: expect.any(Number) }]);
  });
});

describe('faults of the signalling', () => {
  it.each([401, 403, 503] as const)('refuse with %d at each step, and between messages', async (status) => {
    const { simulator, telnyx, room, token } = await startWithRoom();
    const client = await connect(simulator, room.id, token);
    telnyx.setFault({ name: 'refused', status }, { times: 1 });
    expect(await client.ask({ janus: 'create' })).toMatchObject({ status_code: status });
    expect(await client.ask({ janus: 'create' })).toMatchObject({ janus: 'success' });
    telnyx.setFault({ name: 'refused', status, at: 'attach' }, { times: 1, clientId: room.id });
    const plugin = 'janus.plugin.audiobridge';
    expect(await client.ask({ janus: 'attach', plugin })).toMatchObject({ status_code: status });
    const registrar = await client.attach('audiobridge');
    telnyx.setFault({ name: 'refused', status, at: 'join' }, { times: 1 });
    const request = { request: 'join', room: room.id, display: display(randomUUID()) };
    expect(await client.message(registrar, request)).toMatchObject({ status_code: status });
    telnyx.refuseCalls(status, { roomId: room.id });
    expect(await client.frame((frame) => frame.status_code === status)).not.toHaveProperty('transaction');
  });

  it('leave messages without an answer', async () => {
    const { simulator, telnyx, room, token } = await startWithRoom();
    telnyx.setFault('unanswered', { times: 1 });
    const client = await connect(simulator, room.id, token);
    const unanswered = client.ask({ janus: 'create' }).catch(() => 'nothing');
    await expect.poll(() => telnyx.messages()).toMatchObject([{ janus: 'create', outcome: 'unanswered' }]);
    expect(await client.ask({ janus: 'create' })).toMatchObject({ janus: 'success' });
    client.close();
    await client.closed;
    unanswered.catch(() => undefined);
  });

  it.each([1006, 3999, 4000] as const)('close the socket with %d, now or at a step', async (code) => {
    const { simulator, telnyx, room, token } = await startWithRoom();
    const first = await connect(simulator, room.id, token);
    telnyx.closeSockets(code, { roomId: room.id });
    expect(await first.closed).toBe(code);
    telnyx.setFault({ name: 'socketClosed', code, at: 'create' });
    const second = await connect(simulator, room.id, token);
    second.sendText(JSON.stringify({ janus: 'create', client_token: token }));
    expect(await second.closed).toBe(code);
    expect(telnyx.calls()).toStrictEqual([]);
  });

  it('refuse the upgrade, or never answer it', async () => {
    const { simulator, telnyx, room } = await startWithRoom();
    telnyx.setFault('upgradeRefused', { times: 1 });
    await expect(connectSocket(simulator, `/${room.id}/janus`)).rejects.toThrow('503');
    telnyx.setFault('upgradeHangs', { times: 1 });
    const hanging = connectSocket(simulator, `/${room.id}/janus`).catch(() => 'ended');
    await expect.poll(() => telnyx.requests().filter(({ status }) => status === null)).toHaveLength(1);
    await simulator.close();
    expect(await hanging).toBe('ended');
  });

  it('refuse tokens that come from a refresh', async () => {
    const { simulator, telnyx, room, token, refreshToken } = await startWithRoom();
    telnyx.setFault('refreshedTokenRejected');
    const client = await connect(simulator, room.id, token);
    await client.ask({ janus: 'create' });
    const path = `/rooms/${room.id}/actions/refresh_client_token`;
    client.setToken(String(dataOf(await call(simulator, 'POST', path, { refresh_token: refreshToken }))['token']));
    expect(await client.ask({ janus: 'keepalive' })).toMatchObject({ status_code: 401 });
  });

  it('cut the network for a while: for one, the others stay', async () => {
    const clock = clockAt('2026-01-14T09:00:00Z');
    const { simulator, telnyx, room, token } = await startWithRoom({ now: clock.now });
    const [ana, ben] = [await join(simulator, room.id, token, 'Ana'), await join(simulator, room.id, token, 'Ben')];
    telnyx.cutNetwork(5, { participantId: ben.participantId });
    expect(await ben.client.closed).toBe(1006);
    await ana.client.event(ana.registrar, ({ leaving }) => leaving === ben.registrar);
    await expect(connect(simulator, room.id, token)).rejects.toThrow();
    expect(await ana.client.ask({ janus: 'keepalive' })).toMatchObject({ janus: 'ack' });
    clock.advance(5000);
    const again = await join(simulator, room.id, token, 'Ben');
    expect(again.participants).toHaveLength(1);
  });
});
