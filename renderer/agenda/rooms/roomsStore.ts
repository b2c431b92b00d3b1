import { create } from 'zustand';
import type { RoomCreation } from '../../../core/model/room.ts';

/** What came of the latest thing done with a room; shown on its card. */
export interface RoomFeedback {
  readonly roomKey: string;
  readonly tone: 'quiet' | 'good' | 'bad';
  readonly text: string;
}

/** Why a press on "New room" made none. */
export interface CreationOutcome {
  readonly accountId: string;
  /** What was asked for, to ask for the same again. */
  readonly fields: Readonly<Record<string, string>>;
  readonly result: Extract<RoomCreation, { readonly kind: 'failed' | 'uncertain' }> | { readonly kind: 'fault' };
}

/** What only this window knows of the rooms. */
export interface RoomsWindowState {
  /** Whether a press on "New room" waits for its answer. */
  readonly isOpening: boolean;
  readonly outcome: CreationOutcome | null;
  readonly feedback: RoomFeedback | null;
  /** The room whose end waits for a second press, since others are in it. */
  readonly askedToEnd: string | null;
  /** Rooms that others were made in place of. */
  readonly replacedKeys: ReadonlySet<string>;
  /** What was said about the rooms that were opened from here; it may be private, so that it is kept nowhere else. */
  readonly askedFor: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** The room whose card takes the focus as soon as it is there. */
  readonly focusKey: string | null;
}

/** See {@link RoomsWindowState}. */
export const useRoomsStore = create<RoomsWindowState>(() => ({
  isOpening: false,
  outcome: null,
  feedback: null,
  askedToEnd: null,
  replacedKeys: new Set(),
  askedFor: new Map(),
  focusKey: null,
}));
