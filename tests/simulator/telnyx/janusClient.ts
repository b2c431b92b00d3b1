import { randomUUID } from 'node:crypto';
import { afterEach } from 'vitest';
import { WebSocket } from 'ws';
import type { Simulator } from '../../../simulator/simulator.ts';

/** A frame as it came. */
export interface ServerFrame {
  readonly janus?: string;
  readonly transaction?: string;
  readonly sender?: number;
  readonly status_code?: number;
  readonly error?: { readonly code: number };
  readonly data?: { readonly id: number };
  readonly plugindata?: { readonly plugin: string; readonly data: PluginData };
  readonly jsep?: { readonly type: 'offer' | 'answer'; readonly sdp: string };
}

/** The data of a plugin, as far as tests read it. */
export interface PluginData extends Readonly<Record<string, unknown>> {
  readonly id?: number;
  readonly participants?: readonly Card[];
  readonly publishers?: readonly Card[];
}

/** How a handle is shown to others. */
export interface Card {
  readonly id: number;
  readonly display: string;
  readonly audio_moderated?: boolean;
}

/** A scripted client: what the SDK sends, one step at a time. */
export interface JanusClient {
  /** The code with which the socket closed; waits for it. */
  readonly closed: Promise<number>;
  /** The token of the messages from now on. */
  setToken(token: string): void;
  /** Sends a frame and gives the answer that is no `ack` of a message. */
  ask(frame: object): Promise<ServerFrame>;
  /** Sends text as it is. */
  sendText(text: string): void;
  attach(plugin: 'audiobridge' | 'videoroom' | 'textroom'): Promise<number>;
  /** Asks a plugin and gives the whole frame of its answer. */
  message(handle: number, body: object, jsep?: object): Promise<ServerFrame>;
  /** Waits for an event to that handle, now or already there; each is given once. */
  event(handle: number, fits: (data: PluginData) => boolean): Promise<PluginData>;
  /** Waits for any frame; each is given once. */
  frame(fits: (frame: ServerFrame) => boolean): Promise<ServerFrame>;
  close(): void;
}

const open: WebSocket[] = [];

afterEach(() => {
  for (const socket of open.splice(0)) socket.terminate();
});

/** Connects a socket; rejects if the upgrade is refused. */
export async function connectSocket(
  simulator: Simulator,
  path: string,
  protocol = 'janus-protocol',
): Promise<WebSocket> {
  const socket = new WebSocket(`${simulator.telnyxEndpoints.telnyxSignalling}${path}`, protocol, {
    ca: simulator.telnyx.certificate,
  });
  open.push(socket);
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return socket;
}

/** Connects a client to a room; nothing is sent yet. */
export async function connect(simulator: Simulator, roomId: string, firstToken: string): Promise<JanusClient> {
  const socket = await connectSocket(simulator, `/${roomId}/janus`);
  const frames: ServerFrame[] = [];
  const waiting = new Set<() => void>();
  let token = firstToken;
  let sessionId: number | undefined;
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)));
    for (const look of waiting) look();
  });

  const frame: JanusClient['frame'] = (fits) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`no such frame among ${JSON.stringify(frames)}`));
      }, 3000);
      const look = () => {
        const index = frames.findIndex(fits);
        const [hit] = index < 0 ? [] : frames.splice(index, 1);
        if (hit === undefined) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(hit);
      };
      waiting.add(look);
      look();
    });
  const ask: JanusClient['ask'] = (request) => {
    const transaction = randomUUID();
    socket.send(JSON.stringify({ ...request, client_token: token, session_id: sessionId, transaction }));
    return frame((each) => each.transaction === transaction);
  };

  return {
    closed: new Promise((resolve) => socket.once('close', resolve)),
    setToken: (next) => {
      token = next;
    },
    ask: async (request) => {
      const answer = await ask(request);
      if ('janus' in request && request.janus === 'create') sessionId = answer.data?.id;
      return answer;
    },
    sendText: (text) => socket.send(text),
    attach: async (plugin) => (await ask({ janus: 'attach', plugin: `janus.plugin.${plugin}` })).data?.id ?? 0,
    message: (handle, body, jsep) => ask({ janus: 'message', handle_id: handle, body, ...(jsep && { jsep }) }),
    event: async (handle, fits) => {
      const isIt = (each: ServerFrame) =>
        each.sender === handle && each.transaction === undefined && fits(each.plugindata?.data ?? {});
      return (await frame(isIt)).plugindata?.data ?? {};
    },
    frame,
    close: () => socket.close(1000),
  };
}

/** Writes a display as the SDK does. */
export function display(participantId: string, more: object = {}): string {
  return Buffer.from(JSON.stringify({ participantId, ...more })).toString('base64');
}

/** Reads a display. */
export function readDisplay(text: string): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(text, 'base64').toString());
}

/** Somebody in a room who has joined, without media. */
export interface Joined {
  readonly client: JanusClient;
  readonly participantId: string;
  readonly registrar: number;
  readonly listener: number;
  /** What the registrar and the listener were answered. */
  readonly participants: readonly Card[];
  readonly publishers: readonly Card[];
}

/** Creates a session, registers and listens, as the SDK's `connect()` begins. */
export async function join(
  simulator: Simulator,
  roomId: string,
  token: string,
  username: string,
  wantedId: string = randomUUID(),
): Promise<Joined> {
  const client = await connect(simulator, roomId, token);
  await client.ask({ janus: 'create' });
  const registrar = await client.attach('audiobridge');
  const external = JSON.stringify({ username });
  const registered = await client.message(registrar, {
    request: 'join',
    room: roomId,
    display: display(wantedId, { external }),
  });
  const listener = await client.attach('videoroom');
  const listening = { request: 'join', room: roomId, ptype: 'publisher', display: display(wantedId) };
  const listened = await client.message(listener, listening);
  const { participants = [] } = registered.plugindata?.data ?? {};
  const { publishers = [] } = listened.plugindata?.data ?? {};
  return { client, participantId: wantedId, registrar, listener, participants, publishers };
}
