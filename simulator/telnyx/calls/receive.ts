import type { SignallingStep } from '../fault.ts';
import { type TakeFault, takerFor } from '../takeFault.ts';
import type { TelnyxWorld } from '../telnyxWorld.ts';
import type { Judgement } from '../tokenStore.ts';
import { audioBridge } from './audioBridge.ts';
import type { CallSession, Plugin } from './callRegistry.ts';
import { closeSocket } from './closeSocket.ts';
import { removeHandle, removeSession } from './departure.ts';
import { type JanusFrame, readFrame } from './janusFrame.ts';
import type { LoggedMessage } from './messageLog.ts';
import type { PluginHandler } from './pluginCall.ts';
import { sendEvent, sendFrame } from './tell.ts';
import { textRoom } from './textRoom.ts';
import { videoRoom } from './videoRoom.ts';

const plugins: Readonly<Record<Plugin, Readonly<Record<string, PluginHandler>>>> = {
  'janus.plugin.audiobridge': audioBridge,
  'janus.plugin.videoroom': videoRoom,
  'janus.plugin.textroom': textRoom,
};

type Outcome = LoggedMessage['outcome'];

interface Refusal {
  readonly status: number;
  readonly message: string;
}

/** Handles one message of a client: faults first, then its token, then what it asks for. */
export async function receive(world: TelnyxWorld, session: CallSession, text: string): Promise<void> {
  const frame = readFrame(text);
  if (frame === null) return sendError(session, undefined, 454, 'Unusable message');
  const judgement = world.tokens.judge(frame.client_token ?? '', 'access', session.room.id);
  const { participantId } = session;
  const outcome = await answer(world, session, frame, judgement);
  world.messages.add({
    at: world.clock.steady(),
    roomId: session.room.id,
    participantId: session.participantId ?? participantId,
    janus: frame.janus,
    plugin: frame.plugin ?? session.handles.get(frame.handle_id ?? 0)?.plugin ?? null,
    request: frame.body?.request ?? null,
    tokenId: judgement.token?.id ?? null,
    outcome,
  });
}

async function answer(
  world: TelnyxWorld,
  session: CallSession,
  frame: JanusFrame,
  judgement: Judgement,
): Promise<Outcome> {
  const take = takerFor(world.faults, 'signalling', session.room.id);
  const step = stepOf(session, frame);
  const isHere = (fault: { readonly at: SignallingStep }) => fault.at === step;
  const closed = take('socketClosed', isHere);
  if (closed) {
    closeSocket(session.socket, closed.code);
    return 'closed';
  }
  if (take('unanswered', isHere)) return 'unanswered';
  const refused = take('refused', isHere);
  const refusal = refused
    ? { status: refused.status, message: 'Refused by a fault of the simulator' }
    : tokenRefusal(world, session.room.id, judgement, take);
  return refusal ? refuse(session, frame, refusal) : obey(world, session, frame, take);
}

function stepOf(session: CallSession, { janus, body }: JanusFrame): SignallingStep | null {
  if (session.isInCall) return 'call';
  if (janus === 'create' || janus === 'attach') return janus;
  return body?.request === 'join' ? 'join' : null;
}

function tokenRefusal(
  world: TelnyxWorld,
  roomId: string,
  { token, problem }: Judgement,
  take: TakeFault,
): Refusal | null {
  if (problem === 'otherRoom' || (problem === null && world.rooms.find(roomId) === undefined)) {
    return { status: 403, message: 'Forbidden' };
  }
  const isRejected = token?.isRefreshed === true && take('refreshedTokenRejected') !== undefined;
  return problem !== null || isRejected ? { status: 401, message: 'Unauthorized' } : null;
}

function refuse(session: CallSession, { transaction }: JanusFrame, { status, message }: Refusal): Outcome {
  sendFrame(session, { status_code: status, error_message: message, transaction });
  return 'refused';
}

async function obey(world: TelnyxWorld, session: CallSession, frame: JanusFrame, take: TakeFault): Promise<Outcome> {
  const { transaction } = frame;
  if (session.isOver && frame.janus !== 'destroy') return unusable(session, frame, 458, 'No such session');
  switch (frame.janus) {
    case 'create':
      sendFrame(session, { janus: 'success', transaction, data: { id: session.id } });
      return 'answered';
    case 'keepalive':
    case 'trickle':
      // The server only answers checks of connections: it needs no candidates.
      sendFrame(session, { janus: 'ack', transaction });
      return 'answered';
    case 'destroy':
      removeSession(world, session);
      sendFrame(session, { janus: 'success', transaction });
      return 'answered';
    case 'attach':
      return attach(world, session, frame, take);
    case 'detach':
      return detach(session, frame);
    case 'message':
      return askPlugin(world, session, frame, take);
    default:
      return unusable(session, frame, 453, `Unknown request '${frame.janus}'`);
  }
}

function attach(world: TelnyxWorld, session: CallSession, frame: JanusFrame, take: TakeFault): Outcome {
  const plugin = frame.plugin ?? '';
  const missing = plugin === 'janus.plugin.textroom' ? take('noMessages') : undefined;
  if (missing?.as === 'silent') return 'unanswered';
  if (!isPlugin(plugin) || missing) return unusable(session, frame, 460, `No such plugin '${plugin}'`);
  const { id } = world.calls.attach(session, plugin);
  sendFrame(session, { janus: 'success', transaction: frame.transaction, data: { id } });
  return 'answered';
}

function isPlugin(name: string): name is Plugin {
  return Object.hasOwn(plugins, name);
}

function detach(session: CallSession, frame: JanusFrame): Outcome {
  const handle = session.handles.get(frame.handle_id ?? 0);
  if (handle === undefined) return unusable(session, frame, 459, 'No such handle');
  removeHandle(handle);
  sendFrame(session, { janus: 'success', transaction: frame.transaction });
  return 'answered';
}

async function askPlugin(
  world: TelnyxWorld,
  session: CallSession,
  frame: JanusFrame,
  take: TakeFault,
): Promise<Outcome> {
  const { body, jsep, transaction } = frame;
  const handle = session.handles.get(frame.handle_id ?? 0);
  if (handle === undefined) return unusable(session, frame, 459, 'No such handle');
  const handler = plugins[handle.plugin][body?.request ?? ''];
  if (body === undefined || handler === undefined)
    return unusable(session, frame, 456, `Unknown request '${body?.request}'`);
  const reply = await handler({ world, handle, body, jsep, take });
  if ('refusal' in reply) return refuse(session, frame, reply.refusal);
  // The client may have gone while the answer was made.
  if (session.handles.get(handle.id) !== handle) handle.peer?.close().catch(() => undefined);
  sendEvent(handle, reply.data, { transaction, ...(reply.jsep && { jsep: reply.jsep }) });
  return 'answered';
}

function unusable(session: CallSession, { transaction }: JanusFrame, code: number, reason: string): Outcome {
  sendError(session, transaction, code, reason);
  return 'unusable';
}

function sendError(session: CallSession, transaction: string | undefined, code: number, reason: string): void {
  sendFrame(session, { janus: 'error', transaction, error: { code, reason } });
}
