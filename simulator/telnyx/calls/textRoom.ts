import * as z from 'zod/mini';
import type { CallHandle } from './callRegistry.ts';
import { createMediaPeer } from './mediaPeer.ts';
import type { PluginCall, PluginHandler, PluginReply } from './pluginCall.ts';
import { handlesIn } from './tell.ts';

/** The text room: messages over a data channel. */
export const textRoom: Readonly<Record<string, PluginHandler>> = { setup, ack };

const textSchema = z.object({
  textroom: z.string(),
  transaction: z.optional(z.string()),
  username: z.optional(z.string()),
  text: z.optional(z.string()),
  tos: z.optional(z.array(z.string())),
});

async function setup({ handle }: PluginCall): Promise<PluginReply> {
  handle.role = 'text';
  handle.peer ??= createMediaPeer({
    onChannel: (channel) => {
      handle.sendText = (text) => channel.send(text);
      channel.onMessage.subscribe((message) => receive(handle, message.toString()));
    },
  });
  const { number } = handle.session.room;
  return { data: { textroom: 'event', result: 'ok', janus_room_id: number }, jsep: await handle.peer.offerChannel() };
}

async function ack({ handle, jsep }: PluginCall): Promise<PluginReply> {
  if (jsep) await handle.peer?.acceptAnswer(jsep);
  return { data: { textroom: 'event', result: 'ok' } };
}

function receive(handle: CallHandle, message: string): void {
  const parsed = textSchema.safeParse(parseJson(message));
  if (!parsed.success) return;
  const { textroom, transaction, username, text, tos } = parsed.data;
  const room = handle.session.room.number;
  const everybody = handlesIn(handle.session.room, 'text');
  if (textroom === 'join') {
    handle.display = username ?? '';
    for (const other of everybody) if (other !== handle) send(other, { textroom: 'join', room, username });
  }
  // The sender gets its own message too, as from Janus itself.
  if (textroom === 'message') {
    const receivers = everybody.filter(({ display }) => tos === undefined || tos.includes(display));
    const date = new Date().toISOString();
    const whisper = tos !== undefined && { whisper: true };
    for (const receiver of receivers) send(receiver, { textroom, room, from: handle.display, date, text, ...whisper });
  }
  send(handle, { textroom: 'success', transaction });
}

function send({ sendText }: CallHandle, message: object): void {
  sendText?.(JSON.stringify(message));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
