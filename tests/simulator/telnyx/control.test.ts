import { describe, expect, it } from 'vitest';
import { faultNames } from '../../../simulator/telnyx/fault.ts';
import { start } from '../pexipClient.ts';
import { connect, join } from './janusClient.ts';
import { call, mintTokens } from './telnyxClient.ts';

async function startControlled() {
  const simulator = await start();
  const control = async (method: string, path: string, body?: unknown) => {
    const payload = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${simulator.controlUrl}/telnyx${path}`, { method, headers, ...payload });
    const text = await response.text();
    return { status: response.status, json: text === '' ? null : JSON.parse(text) };
  };
  return { simulator, telnyx: simulator.telnyx, control };
}

describe('the control API of Telnyx', () => {
  it('tells the key and the certificate', async () => {
    const { telnyx, control } = await startControlled();
    expect((await control('GET', '/api-key')).json).toStrictEqual({ apiKey: telnyx.apiKey });
    expect((await control('GET', '/certificate')).json).toStrictEqual({
      certificate: telnyx.certificate,
      publicKeyHash: telnyx.publicKeyHash,
    });
  });

  it('makes rooms and fills them with people who have no call', async () => {
    const { telnyx, control } = await startControlled();
    const { json: room } = await control('POST', '/rooms', { unique_name: 'demo', max_participants: 3 });
    const ana = (await control('POST', `/rooms/${room.id}/participants`, { context: 'Ana' })).json;
    const ben = (await control('POST', `/rooms/${room.id}/participants`, { context: 'Ben' })).json;
    expect((await control('GET', '/rooms')).json).toMatchObject({ rooms: [{ settings: { unique_name: 'demo' } }] });
    expect((await control('GET', `/sessions?roomId=${room.id}`)).json.sessions).toMatchObject([{ id: ana.sessionId }]);
    await control('PUT', `/participants/${ben.id}/muted`, { isMuted: true });
    await control('DELETE', `/participants/${ana.id}?as=leave`);
    const { participants } = (await control('GET', `/participants?sessionId=${ana.sessionId}`)).json;
    expect(participants).toMatchObject([
      { context: 'Ben', isMuted: true, leftAt: null },
      { context: 'Ana', leftAt: expect.any(Number) },
    ]);
    await control('DELETE', `/participants/${ben.id}`);
    expect(telnyx.sessions()).toMatchObject([{ endedAt: expect.any(Number) }]);
    const { sessionId } = (await control('POST', `/rooms/${room.id}/participants`, { context: 'Ana' })).json;
    expect((await control('DELETE', `/sessions/${sessionId}`)).status).toBe(204);
    expect((await control('DELETE', `/rooms/${room.id}`)).status).toBe(204);
    expect(telnyx.rooms()).toStrictEqual([]);
  });

  it('lists and ends tokens', async () => {
    const { simulator, telnyx, control } = await startControlled();
    const { token } = await mintTokens(simulator, telnyx.addRoom().id);
    const { json } = await control('GET', '/tokens');
    expect(json.tokens).toMatchObject([{ kind: 'access' }, { kind: 'refresh' }]);
    expect(JSON.stringify(json)).not.toContain(token);
    expect((await control('DELETE', '/tokens?kind=refresh')).status).toBe(204);
    expect(telnyx.tokens().map(({ isRevoked }) => isRevoked)).toStrictEqual([false, true]);
    expect((await control('DELETE', '/tokens?kind=other')).status).toBe(400);
  });

  it('shows calls and their messages, and disturbs them', async () => {
    const { simulator, telnyx, control } = await startControlled();
    const roomId = telnyx.addRoom().id;
    const { token } = await mintTokens(simulator, roomId);
    const { client, participantId } = await join(simulator, roomId, token, 'Ana');
    expect((await control('GET', '/calls')).json.calls).toMatchObject([
      { roomId, participantId, handles: [{ role: 'registrar', state: null }, { role: 'listener' }] },
    ]);
    expect((await control('GET', '/messages')).json.messages).toHaveLength(5);
    await control('DELETE', '/messages');
    expect(telnyx.messages()).toStrictEqual([]);
    await control('POST', '/calls/refuse', { status: 503, roomId });
    await client.frame((frame) => frame.status_code === 503);
    await control('POST', '/calls/close', { code: 4000, participantId });
    expect(await client.closed).toBe(4000);
    await control('POST', '/calls/cut', { seconds: 0.3, roomId });
    await expect(connect(simulator, roomId, token)).rejects.toThrow();
    await expect.poll(() => connect(simulator, roomId, token).then(Boolean, () => false)).toBe(true);
  });

  it.each(faultNames)('takes %s by its name alone', async (name) => {
    const { telnyx, control } = await startControlled();
    expect((await control('POST', '/faults', { fault: name })).status).toBe(200);
    expect(telnyx.faults()).toMatchObject([{ fault: { name }, endpoint: 'everywhere', clientId: null }]);
    await control('DELETE', `/faults/${name}`);
    expect(telnyx.faults()).toStrictEqual([]);
  });

  it('changes limits', async () => {
    const { simulator, telnyx, control } = await startControlled();
    expect((await control('PATCH', '/limits', { medium: 1 })).json).toMatchObject({ medium: 1, windowMs: 60_000 });
    await call(simulator, 'GET', '/rooms');
    expect((await call(simulator, 'GET', '/rooms')).status).toBe(429);
    await control('DELETE', '/limits/counts');
    expect((await call(simulator, 'GET', '/rooms')).status).toBe(200);
    expect((await control('GET', '/limits')).json).toStrictEqual(telnyx.limits());
  });

  it.each([
    ['POST', '/rooms', { max_participants: 1 }],
    ['DELETE', '/rooms/one', undefined],
    ['POST', '/rooms/one/participants', { context: 'Ana' }],
    ['DELETE', '/sessions/one', undefined],
    ['DELETE', '/participants/one', undefined],
    ['POST', '/calls/close', { code: 4242 }],
    ['POST', '/calls/cut', { seconds: -1 }],
    ['POST', '/faults', { fault: 'gremlins' }],
    ['POST', '/faults', { fault: { name: 'refused', at: 'lunch' } }],
    ['PATCH', '/limits', { medium: -1 }],
  ])('refuses %s %s with %j', async (method, path, body) => {
    const { control } = await startControlled();
    const answer = await control(method, path, body);
    expect([answer.status, answer.json]).toStrictEqual([400, { error: expect.any(String) }]);
  });
});
