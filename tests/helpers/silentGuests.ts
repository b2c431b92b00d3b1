import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { Simulator } from '../../simulator/simulator.ts';

/** People in a simulated room who neither send nor get media. */
export interface SilentGuests {
  readonly ids: readonly string[];
  leave(): void;
}

/** Has people with these names join, one after the other, with the messages that the SDK begins a call with. */
export async function inviteGuests(
  simulator: Simulator,
  roomId: string,
  names: readonly string[],
): Promise<SilentGuests> {
  const sockets: WebSocket[] = [];
  const ids: string[] = [];
  for (const name of names) {
    const participantId = randomUUID();
    sockets.push(await joinSilently(simulator, roomId, { participantId, name }));
    ids.push(participantId);
  }
  const leave = (): void => {
    for (const socket of sockets) {
      socket.close(1000);
    }
  };
  return { ids, leave };
}

async function joinSilently(
  simulator: Simulator,
  roomId: string,
  { participantId, name }: { readonly participantId: string; readonly name: string },
): Promise<WebSocket> {
  const token = await mintToken(simulator, roomId);
  const url = `${simulator.telnyxEndpoints.telnyxSignalling}/${roomId}/janus`;
  const socket = new WebSocket(url, 'janus-protocol', { ca: simulator.telnyx.certificate });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  let session: number | undefined;
  const ask = (frame: object): Promise<Answer> => {
    const transaction = randomUUID();
    socket.send(JSON.stringify({ ...frame, client_token: token, session_id: session, transaction }));
    return new Promise((resolve) => {
      const listen = (data: unknown): void => {
        const answer: Answer = JSON.parse(String(data));
        if (answer.transaction === transaction) {
          socket.off('message', listen);
          resolve(answer);
        }
      };
      socket.on('message', listen);
    });
  };
  session = (await ask({ janus: 'create' })).data?.id;
  const external = JSON.stringify({ id: participantId, username: name });
  const roles = [
    { plugin: 'janus.plugin.audiobridge', body: { request: 'join', room: roomId, muted: true }, more: { external } },
    { plugin: 'janus.plugin.videoroom', body: { request: 'join', room: roomId, ptype: 'publisher' }, more: {} },
  ];
  for (const { plugin, body, more } of roles) {
    const handle = (await ask({ janus: 'attach', plugin })).data?.id;
    const display = Buffer.from(JSON.stringify({ participantId, ...more })).toString('base64');
    await ask({ janus: 'message', handle_id: handle, body: { ...body, display } });
  }
  return socket;
}

interface Answer {
  readonly transaction?: string;
  readonly data?: { readonly id: number };
}

async function mintToken(simulator: Simulator, roomId: string): Promise<string> {
  const { telnyxApi } = simulator.telnyxEndpoints;
  const response = await fetch(`${telnyxApi}/rooms/${roomId}/actions/generate_join_client_token`, {
    method: 'POST',
    headers: { authorization: `Bearer ${simulator.telnyx.apiKey}`, 'content-type': 'application/json' },
    body: '{}',
  });
  const { data }: { readonly data: { readonly token: string } } = await response.json();
  return data.token;
}
