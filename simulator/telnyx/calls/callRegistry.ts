import type { WebSocket } from 'ws';
import { type AudioMix, createAudioMix } from './audioMix.ts';
import type { MediaPeer } from './mediaPeer.ts';
import { createTalkDetector, type TalkDetector } from './talkDetector.ts';

/** The plugins of Janus that the SDK uses. */
export type Plugin = 'janus.plugin.audiobridge' | 'janus.plugin.videoroom' | 'janus.plugin.textroom';

/**
 * What a handle became by joining: the one that tells who comes and goes, the one with the audio mix, the one that tells
 * which streams there are, a stream sent, a stream received, or the text messages.
 */
export type Role = 'new' | 'registrar' | 'bridge' | 'listener' | 'publisher' | 'subscriber' | 'text';

/** One connection of a client to a plugin. */
export interface CallHandle {
  readonly id: number;
  readonly plugin: Plugin;
  readonly session: CallSession;
  role: Role;
  /** As the client sent it last. */
  display: string;
  peer: MediaPeer | null;
  /** Of a publisher: whether it has begun, and who receives it. */
  isPublished: boolean;
  readonly subscribers: Set<CallHandle>;
  /** Of a subscriber: what it receives, and which kinds of it. */
  publisher: CallHandle | null;
  wants: { readonly audio: boolean; readonly video: boolean };
  readonly talk: TalkDetector;
  /** Of the text messages: how to reach this client, once its channel is open. */
  sendText: ((text: string) => void) | null;
}

/** One client: a socket, and with it a session of Janus. */
export interface CallSession {
  readonly id: number;
  readonly room: CallRoom;
  readonly socket: WebSocket;
  readonly handles: Map<number, CallHandle>;
  /** Null until it has joined. */
  participantId: string | null;
  /** Muted by the host. */
  isMuted: boolean;
  /** Whether everything that joining takes is done. */
  isInCall: boolean;
  /** Gone: by itself, kicked, or because the meeting ended. The socket may outlive it a little. */
  isOver: boolean;
}

/** The clients in one room. */
export interface CallRoom {
  /** The room's id in the REST API. */
  readonly id: string;
  /** Janus' own number for it, which text messages name. */
  readonly number: number;
  readonly sessions: Set<CallSession>;
  readonly mix: AudioMix;
}

/** All running calls. */
export interface CallRegistry {
  /** Starts a session; its room is there as long as it has sessions. */
  open(roomId: string, socket: WebSocket): CallSession;
  attach(session: CallSession, plugin: Plugin): CallHandle;
  /** Takes a session out of its room. */
  remove(session: CallSession): void;
  sessions(): readonly CallSession[];
  find(participantId: string): CallSession | undefined;
}

/** Builds a registry without calls. */
export function createCallRegistry(): CallRegistry {
  const rooms = new Map<string, CallRoom>();
  let lastId = 1000;
  const nextId = (): number => {
    lastId += 1;
    return lastId;
  };
  const roomOf = (id: string): CallRoom => {
    const room = rooms.get(id) ?? { id, number: nextId(), sessions: new Set(), mix: createAudioMix() };
    rooms.set(id, room);
    return room;
  };
  const sessions = () => [...rooms.values()].flatMap((room) => [...room.sessions]);
  return {
    open: (roomId, socket) => {
      const state = { participantId: null, isMuted: false, isInCall: false, isOver: false };
      const session = { id: nextId(), room: roomOf(roomId), socket, handles: new Map(), ...state };
      session.room.sessions.add(session);
      return session;
    },
    attach: (session, plugin) => {
      const handle: CallHandle = { id: nextId(), plugin, session, ...freshHandle() };
      session.handles.set(handle.id, handle);
      return handle;
    },
    remove: (session) => {
      session.room.sessions.delete(session);
      if (session.room.sessions.size === 0) rooms.delete(session.room.id);
    },
    sessions,
    find: (participantId) => sessions().find((each) => each.participantId === participantId),
  };
}

function freshHandle(): Omit<CallHandle, 'id' | 'plugin' | 'session'> {
  return {
    role: 'new',
    display: '',
    peer: null,
    isPublished: false,
    subscribers: new Set(),
    publisher: null,
    wants: { audio: true, video: true },
    talk: createTalkDetector(),
    sendText: null,
  };
}
