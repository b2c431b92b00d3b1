import { takerFor } from '../takeFault.ts';
import type { CallHandle } from './callRegistry.ts';
import { readDisplay } from './display.ts';
import { createMediaPeer, type MediaKind, type MediaPacket } from './mediaPeer.ts';
import type { PluginCall, PluginHandler, PluginReply } from './pluginCall.ts';
import { cardOf, handlesIn, tellAll } from './tell.ts';

/** The video room: which streams there are, sending and receiving them. */
export const videoRoom: Readonly<Record<string, PluginHandler>> = {
  join: (call) => (call.body.ptype === 'subscriber' ? subscribe(call) : join(call)),
  configure: (call) => (call.handle.role === 'subscriber' ? choose(call) : publish(call)),
  start,
};

function join({ handle, body }: PluginCall): PluginReply {
  const { room } = handle.session;
  handle.display = body.display ?? '';
  const display = readDisplay(handle.display);
  if (display === null) return failed(429, 'Unreadable display');
  handle.role = display.stream === undefined ? 'listener' : 'publisher';
  const published = handlesIn(room, 'publisher', handle.session).filter(({ isPublished }) => isPublished);
  const publishers = handle.role === 'listener' ? published.map(cardOf) : [];
  return { data: { videoroom: 'joined', room: room.id, id: handle.id, publishers } };
}

async function publish({ world, handle, body, jsep }: PluginCall): Promise<PluginReply> {
  const data = { videoroom: 'event', configured: 'ok' };
  if (handle.role !== 'publisher') return { data };
  const { room } = handle.session;
  handle.display = body.display ?? handle.display;
  if (jsep === undefined) {
    if (handle.isPublished) tellAll(room, 'listener', { videoroom: 'event', ...cardOf(handle) }, handle.session);
    return { data };
  }
  const isFaulty = () => takerFor(world.faults, 'signalling', room.id)('noMedia') !== undefined;
  handle.peer ??= createMediaPeer({
    onPacket: (kind, packet, level) => {
      if (!isFaulty()) passOn(handle, kind, packet, level);
    },
  });
  const answer = await handle.peer.answer(jsep, false);
  handle.isPublished = true;
  tellAll(room, 'listener', { videoroom: 'event', publishers: [cardOf(handle)] }, handle.session);
  return { data, jsep: answer };
}

function passOn(publisher: CallHandle, kind: MediaKind, packet: MediaPacket, level: number | null): void {
  const { room, isMuted } = publisher.session;
  if (kind === 'audio' && isMuted) return;
  for (const subscriber of publisher.subscribers) {
    if (subscriber.wants[kind]) subscriber.peer?.send(kind, packet, publisher.id);
  }
  const change = kind === 'audio' ? publisher.talk.hear(level, performance.now()) : null;
  if (change !== null) tellAll(room, 'listener', { videoroom: change, room: room.id, id: publisher.id });
}

async function subscribe({ handle, body }: PluginCall): Promise<PluginReply> {
  const { room } = handle.session;
  const publisher = handlesIn(room, 'publisher').find(({ id }) => id === body.feed);
  if (publisher?.isPublished !== true) return failed(428, `No such feed (${body.feed})`);
  handle.role = 'subscriber';
  handle.publisher = publisher;
  handle.wants = { audio: body.audio ?? true, video: body.video ?? true };
  handle.peer ??= createMediaPeer({ onKeyframeWanted: () => publisher.peer?.askForKeyframe() });
  const offer = await handle.peer.offer(['audio', 'video']);
  publisher.subscribers.add(handle);
  return { data: { videoroom: 'attached', room: room.id, id: publisher.id }, jsep: offer };
}

function choose({ handle, body }: PluginCall): PluginReply {
  const before = handle.wants;
  handle.wants = { audio: body.audio ?? before.audio, video: body.video ?? before.video };
  if (handle.wants.video && !before.video) handle.publisher?.peer?.askForKeyframe();
  return { data: { videoroom: 'event', configured: 'ok' } };
}

async function start({ handle, jsep }: PluginCall): Promise<PluginReply> {
  if (jsep) await handle.peer?.acceptAnswer(jsep);
  return { data: { videoroom: 'event', started: 'ok' } };
}

function failed(code: number, error: string): PluginReply {
  return { data: { videoroom: 'event', error_code: code, error } };
}
