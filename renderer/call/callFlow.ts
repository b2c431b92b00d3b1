import type { State } from '@telnyx/video';
import type { CallTrouble } from '../../preload/callChannels.ts';
import { callBridge } from './callBridge.ts';
import { markGap, receiveMessage } from './callMessages.ts';
import { type CallEnd, type CallPhase, callState, say, setCallState } from './callStore.ts';
import { followLocalMedia, startDevice, stopDevice } from './media/localMedia.ts';
import { enterRoom, findPerson, type LiveRoom, type Loss, LossError, type RoomFollower } from './session/liveRoom.ts';
import { stopWatchingMedia, watchMedia } from './session/mediaWatch.ts';
import { nameOf, readTiles, screenKey, selfKey } from './session/readTiles.ts';
import { within } from './session/within.ts';
import { text } from './texts.ts';

/** The way in takes so long (ms) at most before it is called unreachable. */
const passLimit = 9_000;
/** A lost connection is tried again for so long. */
const reconnectFor = 60_000;
const waits: readonly number[] = [0, 1_000, 2_000, 4_000];
/** Who spoke last keeps the frame for so long. */
const speakingStays = 4_000;

let room: LiveRoom | null = null;
/** Counts up with every try to get in: what belongs to an earlier one is void. */
let attempt = 0;
let speakingTimer: number | undefined;
/** What the others know this person by; unique, so that the service's list can be matched with the call's. */
const ownId = crypto.randomUUID();

type Outcome =
  | { readonly kind: 'in' }
  | { readonly kind: 'out'; readonly why: CallEnd; readonly detail: string | null };

/** From the lobby, or from where a call ended, into the call. */
export async function join(): Promise<void> {
  attempt += 1;
  const mine = attempt;
  setPhase({ kind: 'joining' });
  const outcome = await enter(mine, false);
  if (mine !== attempt) {
    return;
  }
  if (outcome.kind === 'in') {
    setCallState({ startedAt: Date.now() });
  } else {
    await finish(outcome.why, outcome.detail);
  }
}

/** Gives up joining, or goes back from an end to the lobby. */
export function backToLobby(): void {
  attempt += 1;
  setPhase({ kind: 'lobby' });
  startAgain();
}

/** Leaves for good; the window closes. */
export async function leaveAndClose(): Promise<void> {
  attempt += 1;
  await dropRoom();
  stopDevice('camera');
  stopDevice('microphone');
  await callBridge.leave({});
}

/** Leaves the call and enters it again at once: what did not get through may take another way then. */
export async function enterAnew(): Promise<void> {
  attempt += 1;
  await dropRoom();
  await reconnect();
}

/** Writes to everybody in the call; throws when it did not arrive. */
export async function sendToRoom(written: string): Promise<void> {
  if (room === null) {
    throw new LossError({ kind: 'broken' });
  }
  await room.sendMessage(written);
}

/** Sends everybody out, oneself included. */
export async function endForAll(): Promise<void> {
  const outcome = await callBridge.endForAll({});
  if (outcome === 'failed') {
    say('call:stage.failed');
    return;
  }
  await leaveAndClose();
}

/** Follows what main tells about this call, and one's own devices. */
export function followCall(): void {
  followLocalMedia(() => void publishSelf());
  callBridge.onPassRenewed(({ token }) => {
    // One that is not taken is noticed when the service refuses the old token; the way back asks for a new one.
    room?.renew(token).catch(() => undefined);
  });
  callBridge.onClosing(() => void leaveAndClose());
}

/** Tells the others what camera and microphone give now. */
export async function publishSelf(): Promise<void> {
  const { camera, microphone, isMuted } = callState();
  const tracks = {
    ...(camera !== null && { video: camera }),
    ...(microphone !== null && !isMuted && { audio: microphone }),
  };
  const mine = room;
  try {
    await mine?.publish(selfKey, tracks);
  } catch {
    // A connection that was lost meanwhile says so itself.
    if (mine === room) {
      say('call:stage.failed');
    }
  }
}

/** Shows a screen to the others, or no longer. */
export async function publishScreen(track: MediaStreamTrack | null): Promise<void> {
  callState().screen?.stop();
  setCallState({ screen: track });
  try {
    await (track === null ? room?.unpublish(screenKey) : room?.publish(screenKey, { video: track }));
  } catch {
    say('call:stage.shareFailed');
  }
}

async function enter(mine: number, isFresh: boolean): Promise<Outcome> {
  const view = callState().view;
  const pass = await within(passLimit, callBridge.getPass({ isFresh })).catch(() => null);
  if (pass === null || view === null) {
    return out('unreachable');
  }
  if (pass.kind === 'trouble') {
    return out(pass.trouble, pass.detail);
  }
  const context = JSON.stringify({ id: ownId, username: callState().name.trim() || text('call:stage.guest') });
  try {
    const entered = await enterRoom({ roomId: view.roomId, token: pass.token, context }, createFollower(mine));
    if (mine !== attempt) {
      await entered.leave();
      return out('left');
    }
    room = entered;
  } catch (error) {
    const loss: Loss = error instanceof LossError ? error.loss : { kind: 'broken' };
    return loss.kind === 'refused' ? afterRefusal(mine, loss.status, isFresh) : out(endOf(loss));
  }
  setCallState({ mostPeople: pass.mostPeople, canMessage: room.canMessage });
  markGap();
  watchMedia(isMediaExpected);
  setPhase({ kind: 'inCall' });
  await publishSelf();
  const { screen } = callState();
  if (screen !== null) {
    await publishScreen(screen.readyState === 'live' ? screen : null);
  }
  return { kind: 'in' };
}

/** A token may have ended before its time, so that a new one is worth one try; why else, the service's REST side knows. */
async function afterRefusal(mine: number, status: number, wasFresh: boolean): Promise<Outcome> {
  if (mine !== attempt || status === 503) {
    return out('failed');
  }
  if (status === 401 && !wasFresh) {
    return enter(mine, true);
  }
  const pass = await within(passLimit, callBridge.getPass({ isFresh: false })).catch(() => null);
  return pass?.kind === 'trouble' ? out(pass.trouble, pass.detail) : out('refused');
}

async function reconnect(): Promise<void> {
  attempt += 1;
  const mine = attempt;
  setPhase({ kind: 'reconnecting' });
  const until = performance.now() + reconnectFor;
  for (let count = 0; performance.now() < until; count += 1) {
    await pause(waits[count] ?? 5_000);
    const outcome = mine === attempt ? await enter(mine, false) : null;
    if (outcome === null || mine !== attempt || outcome.kind === 'in') {
      return;
    }
    if (isFinal(outcome.why)) {
      await finish(outcome.why, outcome.detail);
      return;
    }
  }
  await finish('unreachable', null);
}

/** What waiting does not mend. A room may be full of one's own ghost for a while. */
function isFinal(why: CallEnd): boolean {
  return why !== 'unreachable' && why !== 'full' && why !== 'failed' && why !== 'limited';
}

async function afterLoss(loss: Loss): Promise<void> {
  room = null;
  stopWatchingMedia();
  setCallState({ tiles: callState().tiles.filter(({ isLocal }) => isLocal), mix: null, speakingId: null });
  if (loss.kind === 'kicked' || loss.kind === 'ended') {
    // Whoever deletes a room sends everybody out of it.
    const pass = await within(passLimit, callBridge.getPass({ isFresh: false })).catch(() => null);
    await finish(pass?.kind === 'trouble' && pass.trouble === 'gone' ? 'gone' : loss.kind, null);
  } else {
    await reconnect();
  }
}

async function finish(why: CallEnd, detail: string | null): Promise<void> {
  attempt += 1;
  await dropRoom();
  await publishScreen(null);
  stopDevice('camera');
  stopDevice('microphone');
  setCallState({ startedAt: null, dialog: null, panel: null, isMediaStuck: false });
  if (why === 'ended' || why === 'gone') {
    // They were of that call; another one may have other people in it.
    setCallState({ messages: [], unread: 0, draft: '' });
  }
  setPhase({ kind: 'over', why, detail });
  if (callState().isMini) {
    setCallState({ isMini: false });
    await callBridge.setMini({ isMini: false });
  }
}

async function dropRoom(): Promise<void> {
  const leaving = room;
  room = null;
  stopWatchingMedia();
  setCallState({ tiles: [], mix: null, speakingId: null });
  await leaving?.leave();
}

function createFollower(mine: number): RoomFollower {
  let latest: State | null = null;
  const nameFor = (id: string): string => nameOf(latest === null ? undefined : findPerson(latest, id)?.context);
  return {
    onState: (state) => {
      if (mine === attempt) {
        latest = state;
        setCallState({ tiles: readTiles(state), mix: state.mixedAudioTrack ?? null });
      }
    },
    onSpoke: (participantId) => {
      window.clearTimeout(speakingTimer);
      setCallState({ speakingId: participantId });
      speakingTimer = window.setTimeout(() => setCallState({ speakingId: null }), speakingStays);
    },
    onJoined: (id) => say('call:stage.joined', { name: nameFor(id) }),
    onLeft: (id) => say('call:stage.left', { name: nameFor(id) }),
    onMessage: (id, said) => receiveMessage(id, nameFor(id), said),
    onScreen: (id) => say('call:stage.sharingStarted', { name: nameFor(id) }),
    onMutedByOther: () => say('call:stage.mutedByOther'),
    onLost: (loss) => mine === attempt && void afterLoss(loss),
  };
}

/** Whether somebody else sends a picture or sound. */
function isMediaExpected(): boolean {
  return callState().tiles.some(({ isLocal, isSending }) => !isLocal && isSending);
}

function startAgain(): void {
  void startDevice('microphone');
  if (!callState().isCameraOff) {
    void startDevice('camera');
  }
}

function setPhase(phase: CallPhase): void {
  setCallState({ phase });
}

function out(why: CallEnd, detail: string | null = null): Outcome {
  return { kind: 'out', why, detail };
}

function endOf(loss: Exclude<Loss, { kind: 'refused' }>): CallEnd {
  const ends = { broken: 'unreachable', kicked: 'kicked', ended: 'ended' } as const satisfies Record<
    typeof loss.kind,
    CallTrouble | CallEnd
  >;
  return ends[loss.kind];
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    window.setTimeout(resolve, milliseconds);
  });
}
