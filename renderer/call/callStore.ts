import { create } from 'zustand';
import type { CallMessage } from '../../core/call/messages.ts';
import type { MessageKey } from '../../core/texts/catalog.ts';
import type { CallTrouble, CallView } from '../../preload/callChannels.ts';

/** Why the call is over. */
export type CallEnd = CallTrouble | 'kicked' | 'ended' | 'left';

/** Where the window is. */
export type CallPhase =
  | { readonly kind: 'lobby' }
  | { readonly kind: 'joining' }
  | { readonly kind: 'inCall' }
  /** The connection was lost, and is being tried again. */
  | { readonly kind: 'reconnecting' }
  | { readonly kind: 'over'; readonly why: CallEnd; readonly detail: string | null };

/** One tile: a person, or a screen that somebody shows. */
export interface TileView {
  readonly key: string;
  readonly participantId: string;
  /** What the person came in with. */
  readonly context: string;
  readonly name: string;
  readonly kind: 'person' | 'screen';
  readonly isLocal: boolean;
  readonly isMuted: boolean;
  /** Whether a picture or sound is to be expected from it. */
  readonly isSending: boolean;
  /** Null while there is no picture to show. */
  readonly video: MediaStreamTrack | null;
}

/** What is wrong with a device; null when nothing is. */
export type DeviceProblem = 'denied' | 'missing' | 'busy' | null;

/** One device to choose. */
export interface DeviceView {
  readonly id: string;
  readonly label: string;
}

/** The devices by what they are for. */
export interface DeviceLists {
  readonly cameras: readonly DeviceView[];
  readonly microphones: readonly DeviceView[];
  readonly speakers: readonly DeviceView[];
}

/** What is said for a moment. */
export interface Note {
  readonly message: MessageKey;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What is open over the call. */
export type CallDialog = 'screens' | 'endForAll' | 'devices' | 'keys';

/** What is open beside the tiles. */
export type CallPanel = 'people' | 'messages';

/** All that the window draws from. */
export interface CallState {
  /** Null until main has answered. */
  readonly view: CallView | null;
  readonly phase: CallPhase;
  readonly name: string;
  readonly isMuted: boolean;
  readonly isCameraOff: boolean;
  /** Chosen devices by label; empty for the system's own choice. */
  readonly chosen: { readonly camera: string; readonly microphone: string; readonly speaker: string };
  readonly devices: DeviceLists;
  readonly camera: MediaStreamTrack | null;
  readonly microphone: MediaStreamTrack | null;
  readonly problems: { readonly camera: DeviceProblem; readonly microphone: DeviceProblem };
  /** Everybody in the call, oneself first. */
  readonly tiles: readonly TileView[];
  readonly mix: MediaStreamTrack | null;
  readonly speakingId: string | null;
  readonly screen: MediaStreamTrack | null;
  readonly mostPeople: number | null;
  /** Ms since the epoch; null before the call. */
  readonly startedAt: number | null;
  readonly panel: CallPanel | null;
  readonly canMessage: boolean;
  /** Of this call only; nothing keeps them. */
  readonly messages: readonly CallMessage[];
  readonly unread: number;
  readonly draft: string;
  /** Nothing comes of what the others send. */
  readonly isMediaStuck: boolean;
  readonly dialog: CallDialog | null;
  readonly isMini: boolean;
  readonly note: Note | null;
}

/** The one store of this window. */
export const useCallStore = create<CallState>(() => ({
  view: null,
  phase: { kind: 'lobby' },
  name: '',
  isMuted: false,
  isCameraOff: false,
  chosen: { camera: '', microphone: '', speaker: '' },
  devices: { cameras: [], microphones: [], speakers: [] },
  camera: null,
  microphone: null,
  problems: { camera: null, microphone: null },
  tiles: [],
  mix: null,
  speakingId: null,
  screen: null,
  mostPeople: null,
  startedAt: null,
  panel: null,
  canMessage: false,
  messages: [],
  unread: 0,
  draft: '',
  isMediaStuck: false,
  dialog: null,
  isMini: false,
  note: null,
}));

/** The state as it is now. */
export const callState = useCallStore.getState;
/** Replaces parts of the state. */
export const setCallState = useCallStore.setState;

let noteTimer: number | undefined;
const noteStays = 5_000;

/** Says something for a moment. */
export function say(message: MessageKey, values: Note['values'] = {}): void {
  window.clearTimeout(noteTimer);
  setCallState({ note: { message, values } });
  noteTimer = window.setTimeout(() => setCallState({ note: null }), noteStays);
}
