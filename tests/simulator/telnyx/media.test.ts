import { describe, expect, it } from 'vitest';
import { start } from '../pexipClient.ts';
import { display, type Joined, join, readDisplay } from './janusClient.ts';
import { openBridge, openTexts, publish, subscribe } from './mediaClient.ts';
import { mintTokens } from './telnyxClient.ts';

async function startWithPeople(...names: string[]) {
  const simulator = await start();
  const { id: roomId } = simulator.telnyx.addRoom();
  const { token } = await mintTokens(simulator, roomId);
  const people: Joined[] = [];
  for (const name of names) people.push(await join(simulator, roomId, token, name));
  const [ana, ben, cleo] = people;
  if (ana === undefined || ben === undefined) throw new Error('two at least');
  return { simulator, telnyx: simulator.telnyx, roomId, token, ana, ben, cleo };
}

const arrives = (received: { audio: number; video: number }, kind: 'audio' | 'video', count = 10) =>
  expect.poll(() => received[kind], { timeout: 5000 }).toBeGreaterThan(count);

describe('a published stream', () => {
  it('is announced, received, changed and withdrawn', async () => {
    const { telnyx, roomId, ana, ben } = await startWithPeople('Ana', 'Ben');
    const sent = await publish(ana, roomId);
    const news = await ben.client.event(ben.listener, ({ publishers }) => publishers !== undefined);
    expect(news.publishers).toMatchObject([{ id: sent.feed }]);
    expect(readDisplay(news.publishers?.[0]?.display ?? '')).toMatchObject({ stream: { key: 'self' } });
    sent.start();
    const { received, started, handle } = await subscribe(ben, roomId, sent.feed);
    expect(started.plugindata?.data).toMatchObject({ started: 'ok' });
    await arrives(received, 'video');
    await arrives(received, 'audio');
    expect(sent.keyframesWanted()).toBeGreaterThan(0);
    expect(telnyx.calls().flatMap(({ handles }) => handles)).toContainEqual(
      expect.objectContaining({
        id: sent.feed,
        role: 'publisher',
        state: 'connected',
        keyframesAsked: expect.any(Number),
      }),
    );

    const changed = display(ana.participantId, { stream: { id: 'a', key: 'self', isVideoEnabled: false } });
    const answer = await ana.client.message(sent.feed, { request: 'configure', display: changed });
    expect(answer.plugindata?.data).toMatchObject({ configured: 'ok' });
    expect(await ben.client.event(ben.listener, (data) => 'display' in data)).toMatchObject({
      id: sent.feed,
      display: changed,
    });

    await ana.client.ask({ janus: 'detach', handle_id: sent.feed });
    await ben.client.event(ben.listener, ({ unpublished }) => unpublished === sent.feed);
    await ben.client.ask({ janus: 'detach', handle_id: handle });
    expect(telnyx.calls().every(({ handles }) => handles.every(({ state }) => state === null))).toBe(true);
  });

  it('is told to who comes later, and can be received in part', async () => {
    const { simulator, roomId, token, ana } = await startWithPeople('Ana', 'Ben');
    const sent = await publish(ana, roomId);
    sent.start();
    const cleo = await join(simulator, roomId, token, 'Cleo');
    expect(cleo.publishers).toMatchObject([{ id: sent.feed }]);
    const { received, handle } = await subscribe(cleo, roomId, sent.feed, { audio: true, video: false });
    await arrives(received, 'audio');
    expect(received.video).toBe(0);
    await cleo.client.message(handle, { request: 'configure', audio: false, video: true });
    await arrives(received, 'video');
  });

  it('loses its sound when the host mutes, until unmuted', async () => {
    const { simulator, telnyx, roomId, token, ana, ben } = await startWithPeople('Ana', 'Ben');
    const sent = await publish(ana, roomId);
    sent.start();
    const { received } = await subscribe(ben, roomId, sent.feed);
    await arrives(received, 'audio');
    telnyx.setMuted(ana.participantId, true);
    for (const each of [ana, ben]) {
      const event = await each.client.event(each.listener, (data) => data['audio-moderation'] === 'muted');
      expect(event).toMatchObject({ id: sent.feed });
    }
    const [before, pictures] = [received.audio, received.video];
    await arrives(received, 'video', pictures + 10);
    expect(received.audio).toBeLessThan(before + 5);
    const cleo = await join(simulator, roomId, token, 'Cleo');
    expect(cleo.publishers).toMatchObject([{ audio_moderated: true }]);
    telnyx.setMuted(ana.participantId, false);
    await arrives(received, 'audio', before + 10);
  });
});

describe('the audio mix', () => {
  it('is the other one of two, and says who talks', async () => {
    const { roomId, ana, ben } = await startWithPeople('Ana', 'Ben');
    const [anaBridge, benBridge] = [await openBridge(ana, roomId, 1), await openBridge(ben, roomId, 2)];
    anaBridge.start();
    benBridge.start(127);
    await arrives(anaBridge.received, 'audio');
    await arrives(benBridge.received, 'audio');
    expect(new Set(anaBridge.received.marks)).toStrictEqual(new Set([2]));
    expect(new Set(benBridge.received.marks)).toStrictEqual(new Set([1]));
    const talking = await ben.client.event(ben.registrar, ({ audiobridge }) => audiobridge === 'talking');
    expect(talking).toMatchObject({ id: anaBridge.handle });
    anaBridge.start(127);
    await ben.client.event(ben.registrar, ({ audiobridge }) => audiobridge === 'stopped-talking');
  });

  it('of three is who speaks', async () => {
    const { roomId, ana, ben, cleo } = await startWithPeople('Ana', 'Ben', 'Cleo');
    if (cleo === undefined) throw new Error('three');
    const bridges = [
      await openBridge(ana, roomId, 1),
      await openBridge(ben, roomId, 2),
      await openBridge(cleo, roomId, 3),
    ];
    const [one, two, three] = bridges;
    one?.start(10);
    two?.start(90);
    three?.start(90);
    const last = () => three?.received.marks.at(-1);
    await expect.poll(last, { timeout: 5000 }).toBe(1);
    one?.start(90);
    two?.start(10);
    await expect.poll(last, { timeout: 5000 }).toBe(2);
    await expect.poll(() => two?.received.audio).toBeGreaterThan(0);
  });

  it('is missing when told', async () => {
    const { telnyx, roomId, ana } = await startWithPeople('Ana', 'Ben');
    telnyx.setFault('noMix');
    const { answer } = await openBridge(ana, roomId, 1);
    expect(answer.jsep?.sdp).toContain('a=recvonly');
  });
});

describe('no media', () => {
  it('passes nothing on although all is connected', async () => {
    const { telnyx, roomId, ana, ben } = await startWithPeople('Ana', 'Ben');
    const sent = await publish(ana, roomId);
    const { received, peer } = await subscribe(ben, roomId, sent.feed);
    telnyx.setFault('noMedia');
    sent.start();
    await expect.poll(() => peer.connectionState).toBe('connected');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(received).toMatchObject({ audio: 0, video: 0 });
    telnyx.clearFaults();
    await arrives(received, 'video');
  });
});

describe('text messages', () => {
  it('reach all, or those they are for', async () => {
    const { roomId, ana, ben, cleo } = await startWithPeople('Ana', 'Ben', 'Cleo');
    if (cleo === undefined) throw new Error('three');
    const [one, two, three] = [
      await openTexts(ana, roomId),
      await openTexts(ben, roomId),
      await openTexts(cleo, roomId),
    ];
    await expect
      .poll(() => [one, two, three].every(({ texts }) => texts.some((each) => each['transaction'] === 'join')))
      .toBe(true);
    one.send({ textroom: 'message', transaction: 't1', text: 'hello' });
    await expect
      .poll(() => three.texts)
      .toContainEqual(expect.objectContaining({ textroom: 'message', from: ana.participantId, text: 'hello' }));
    await expect.poll(() => one.texts).toContainEqual({ textroom: 'success', transaction: 't1' });
    two.send({ textroom: 'message', transaction: 't2', text: 'psst', tos: [ana.participantId] });
    await expect.poll(() => one.texts).toContainEqual(expect.objectContaining({ text: 'psst', whisper: true }));
    expect(three.texts).not.toContainEqual(expect.objectContaining({ text: 'psst' }));
  });

  it('are kept away when told', async () => {
    const { telnyx, ana } = await startWithPeople('Ana', 'Ben');
    const attach = () => ana.client.ask({ janus: 'attach', plugin: 'janus.plugin.textroom' });
    telnyx.setFault('noMessages', { times: 1 });
    expect(await attach()).toMatchObject({ janus: 'error', error: { code: 460 } });
    telnyx.setFault({ name: 'noMessages', as: 'silent' });
    attach().catch(() => 'nothing');
    await expect.poll(() => telnyx.messages().at(-1)).toMatchObject({ janus: 'attach', outcome: 'unanswered' });
    telnyx.clearFaults();
    expect(await ana.client.attach('textroom')).toBeGreaterThan(0);
  });
});

describe('whoever goes', () => {
  it('leaves no connection behind, and streams go before people', async () => {
    const { telnyx, roomId, ana, ben } = await startWithPeople('Ana', 'Ben');
    const sent = await publish(ana, roomId);
    await openBridge(ana, roomId, 1);
    await subscribe(ben, roomId, sent.feed);
    ana.client.close();
    const gone = await ben.client.frame(({ plugindata }) => {
      return plugindata?.data['unpublished'] === sent.feed || plugindata?.data['leaving'] === ana.registrar;
    });
    expect(gone.plugindata?.data).toHaveProperty('unpublished');
    await ben.client.event(ben.registrar, ({ leaving }) => leaving === ana.registrar);
    ben.client.close();
    await expect.poll(() => telnyx.calls()).toStrictEqual([]);
    expect(telnyx.sessions()).toMatchObject([{ endedAt: expect.any(Number) }]);
  });
});
