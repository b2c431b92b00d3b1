import { takerFor } from '../takeFault.ts';
import type { CallHandle } from './callRegistry.ts';
import { readDisplay } from './display.ts';
import { createMediaPeer, type MediaPacket } from './mediaPeer.ts';
import type { PluginCall, PluginHandler, PluginReply } from './pluginCall.ts';
import { cardOf, handlesIn, sendEvent, tellAll } from './tell.ts';

/** The audio bridge: who is there, and the sound of the others. */
export const audioBridge: Readonly<Record<string, PluginHandler>> = { join, configure };

function join({ world, handle, body }: PluginCall): PluginReply {
  const { session } = handle;
  const { room } = session;
  handle.display = body.display ?? '';
  const display = readDisplay(handle.display);
  if (display === null) return { data: { audiobridge: 'event', error_code: 487, error: 'Unreadable display' } };
  if (display.stream === undefined && session.participantId === null) {
    const most = world.rooms.find(room.id)?.settings.max_participants ?? 0;
    if (world.sessions.present(room.id).length >= most) return { refusal: { status: 403, message: 'Room is full' } };
    session.participantId = world.sessions.join(room.id, display.external ?? '', display.participantId).id;
  }
  handle.role = display.stream === undefined ? 'registrar' : 'bridge';
  tellAll(room, 'registrar', { audiobridge: 'joined', room: room.id, participants: [cardOf(handle)] }, session);
  const others = [...handlesIn(room, 'registrar', session), ...handlesIn(room, 'bridge', session)];
  return { data: { audiobridge: 'joined', room: room.id, id: handle.id, participants: others.map(cardOf) } };
}

async function configure({ world, handle, jsep, take }: PluginCall): Promise<PluginReply> {
  const data = { audiobridge: 'event', result: 'ok' };
  if (jsep === undefined) return { data };
  const { session } = handle;
  const isSilenced = () => session.isMuted || isFaulty();
  const isFaulty = () => takerFor(world.faults, 'signalling', session.room.id)('noMedia') !== undefined;
  handle.peer ??= createMediaPeer({
    onPacket: (_kind, packet, level) => {
      if (!isSilenced()) passOn(handle, packet, level);
    },
  });
  const hasMix = take('noMix') === undefined;
  const answer = await handle.peer.answer(jsep, hasMix);
  session.room.mix.addListener(handle.id);
  session.isInCall = true;
  return { data, jsep: answer };
}

function passOn(handle: CallHandle, packet: MediaPacket, level: number | null): void {
  const { room } = handle.session;
  const now = performance.now();
  const hearers = room.mix.hear(handle.id, level, now);
  for (const bridge of handlesIn(room, 'bridge', handle.session)) {
    if (hearers.includes(bridge.id)) bridge.peer?.send('audio', packet, handle.id);
  }
  const change = handle.talk.hear(level, now);
  if (change === null) return;
  for (const registrar of handlesIn(room, 'registrar')) {
    sendEvent(registrar, { audiobridge: change, room: room.id, id: handle.id });
  }
}
