import type { Room, State } from '@telnyx/video';
import { readMessageText } from '../../../core/call/messages.ts';
import { type PersonFacts, type StreamFacts, selfKey } from './readTiles.ts';
import { closeConnections, followLine, silentFor } from './surroundings.ts';
import { within } from './within.ts';

/** Fetches the SDK, once; nobody needs it before a call is entered. */
export function loadSdk(): Promise<typeof import('@telnyx/video')> {
  return import('@telnyx/video');
}

/** Why a call broke off. `refused` carries the status that the service gave. */
export type Loss =
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'broken' }
  | { readonly kind: 'kicked' }
  | { readonly kind: 'ended' };

/** A call could not be entered. */
export class LossError extends Error {
  readonly loss: Loss;

  constructor(loss: Loss) {
    super(loss.kind);
    this.loss = loss;
  }
}

/** The tracks of one stream; what is left out is told to the others as off. */
export interface Tracks {
  readonly audio?: MediaStreamTrack;
  readonly video?: MediaStreamTrack;
}

/** Who wants to know what happens in the call. */
export interface RoomFollower {
  readonly onState: (state: State) => void;
  readonly onSpoke: (participantId: string) => void;
  readonly onJoined: (participantId: string) => void;
  readonly onLeft: (participantId: string) => void;
  readonly onScreen: (participantId: string) => void;
  /** Somebody else wrote to everybody, or to this person. */
  readonly onMessage: (participantId: string, text: string) => void;
  /** Somebody muted this person for all. */
  readonly onMutedByOther: () => void;
  /** Once, and nothing after it. */
  readonly onLost: (loss: Loss) => void;
}

/** A call that one is in. */
export interface LiveRoom {
  /** Whether there are text messages. */
  readonly canMessage: boolean;
  /** Resolves when the service has the message for everybody. */
  readonly sendMessage: (text: string) => Promise<void>;
  readonly renew: (token: string) => Promise<void>;
  /** Sends these tracks as that stream, in place of what it had. */
  readonly publish: (key: string, tracks: Tracks) => Promise<void>;
  readonly unpublish: (key: string) => Promise<void>;
  readonly leave: () => Promise<void>;
}

/** How long (ms) each step may take; the SDK's own limits are 30 s, or none at all. */
const stepLimit = 9_000;
const leaveLimit = 1_000;
/** The SDK sends a keepalive every 5 s, and each is answered: a line that is silent for longer is dead. */
const longestSilence = 12_000;
const listenEvery = 2_000;
/** The stream of the mixed sound, which needs no subscription. */
const mixKey = 'audiobridge';

/** What lets into a call, and what the others know one by. */
export interface RoomEntry {
  readonly roomId: string;
  readonly token: string;
  readonly context: string;
}

/** The call has no text messages; it goes without. */
class NoMessagesError extends Error {}

/** Enters a call. Throws a {@link LossError} when that fails, at the moment it is known. */
export async function enterRoom(entry: RoomEntry, follower: RoomFollower): Promise<LiveRoom> {
  try {
    return await openRoom(entry, follower, true);
  } catch (error) {
    if (error instanceof NoMessagesError) {
      return openRoom(entry, follower, false);
    }
    throw error;
  }
}

async function openRoom(entry: RoomEntry, follower: RoomFollower, enableMessages: boolean): Promise<LiveRoom> {
  const line = watchLine(follower.onLost);
  try {
    const { roomId, token, context } = entry;
    const { initialize } = await loadSdk();
    const opening = initialize({ roomId, clientToken: token, context, logLevel: 'ERROR', enableMessages });
    const room = await line.unlessLost(within(stepLimit, opening));
    followRoom(room, follower, line.lose);
    await line.unlessLost(within(stepLimit, room.connect()));
    line.enter();
    return createLiveRoom(room, line.stop, enableMessages);
  } catch (error) {
    line.stop();
    closeConnections();
    const isKnown = error instanceof LossError || error instanceof NoMessagesError;
    throw isKnown ? error : new LossError({ kind: 'broken' });
  }
}

interface LineWatch {
  /** Rejects as soon as the line is lost. */
  readonly unlessLost: <Value>(promise: Promise<Value>) => Promise<Value>;
  readonly lose: (loss: Loss) => void;
  /** From now on a loss is told instead of thrown. */
  readonly enter: () => void;
  readonly stop: () => void;
}

function watchLine(onLost: RoomFollower['onLost']): LineWatch {
  let isIn = false;
  let isOver = false;
  const { promise: lost, reject } = Promise.withResolvers<never>();
  lost.catch(() => undefined);
  const stop = (): void => {
    isOver = true;
    window.clearInterval(listening);
    followLine(null);
  };
  const lose = (loss: Loss): void => {
    if (isOver) {
      return;
    }
    stop();
    // What never was has not ended.
    reject(new LossError(loss.kind === 'ended' ? { kind: 'broken' } : loss));
    if (isIn) {
      closeConnections();
      onLost(loss);
    }
  };
  const listening = window.setInterval(() => silentFor() > longestSilence && lose({ kind: 'broken' }), listenEvery);
  followLine({
    onRefused: (status) => lose({ kind: 'refused', status }),
    onBroken: () => lose({ kind: 'broken' }),
    onNoMessages: () => reject(new NoMessagesError()),
  });
  return {
    unlessLost: (promise) => Promise.race([promise, lost]),
    lose,
    enter: () => {
      isIn = true;
    },
    stop,
  };
}

function followRoom(room: Room, follower: RoomFollower, lose: (loss: Loss) => void): void {
  const ownId = (): string => room.getState().localParticipantId;
  const subscribe = (participantId: string, key: string): void => {
    if (participantId !== ownId() && key !== mixKey) {
      // Sound comes with the mix; a second copy of it would be heard twice.
      room.addSubscription(participantId, key, { audio: false, video: true }).catch(() => undefined);
    }
  };
  room.on('state_changed', follower.onState);
  room.on('connected', (state) => {
    const streams: Iterable<StreamFacts> = state.streams.values();
    for (const { participantId, key } of streams) {
      subscribe(participantId, key);
    }
    follower.onState(state);
  });
  room.on('stream_published', (participantId, key) => {
    subscribe(participantId, key);
    if (key !== selfKey && key !== mixKey && participantId !== ownId()) {
      follower.onScreen(participantId);
    }
  });
  room.on('participant_joined', (id) => id !== ownId() && follower.onJoined(id));
  room.on('audio_activity', (id) => follower.onSpoke(id));
  room.on('message_received', (id, message) => {
    const said = readMessageText(message);
    // One's own come back as well.
    if (said !== null && id !== ownId()) {
      follower.onMessage(id, said);
    }
  });
  room.on('track_censored', (id, _key, kind) => id === ownId() && kind === 'audio' && follower.onMutedByOther());
  room.on('participant_leaving', (id, reason) => {
    if (id === ownId()) {
      lose({ kind: reason === 'kicked' ? 'kicked' : 'ended' });
    } else {
      follower.onLeft(id);
    }
  });
  room.on('disconnected', (reason) => {
    // The SDK closes by itself, "user initiated", when the service ends the session.
    const isEnded = reason === 'user_initiated' || reason === 'session_terminated';
    lose({ kind: isEnded ? 'ended' : 'broken' });
  });
}

function createLiveRoom(room: Room, stopWatching: () => void, canMessage: boolean): LiveRoom {
  let turn: Promise<unknown> = Promise.resolve();
  // One change at a time: the SDK loses the second of two that overlap.
  const inTurn = (run: () => Promise<void>): Promise<void> => {
    const done = turn.then(() => within(stepLimit, run()));
    turn = done.catch(() => undefined);
    return done;
  };
  return {
    canMessage,
    sendMessage: (payload) => within(stepLimit, room.sendMessage({ type: 'text', payload })),
    renew: (token) => within(stepLimit, room.updateClientToken(token)),
    publish: (key, tracks) =>
      inTurn(() => (key in room.getLocalStreams() ? room.updateStream(key, tracks) : room.addStream(key, tracks))),
    unpublish: (key) => inTurn(() => (key in room.getLocalStreams() ? room.removeStream(key) : Promise.resolve())),
    leave: async () => {
      stopWatching();
      try {
        await within(leaveLimit, room.disconnect());
      } catch {
        // It is over in any case.
      }
      closeConnections();
    },
  };
}

/** Who somebody in the call is; undefined once they are gone. */
export function findPerson(state: State, participantId: string): PersonFacts | undefined {
  const people: ReadonlyMap<string, PersonFacts> = state.participants;
  return people.get(participantId);
}
