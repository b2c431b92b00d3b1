import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FoyerState, StateChange } from '../../core/model/foyerState.ts';

/** The one state that every surface is drawn from. */
export type StateStore = StoreApi<FoyerState>;

/** Holds the state; replaced slice by slice with `setState`. */
export function createStateStore(first: FoyerState): StateStore {
  return createStore<FoyerState>(() => first);
}

/** Tells which slices were replaced, one call for each. Returns the way to stop. */
export function onSliceReplaced(store: StateStore, listener: (change: StateChange) => void): () => void {
  return store.subscribe((now, before) => {
    for (const slice of [
      'agenda',
      'accounts',
      'services',
      'rooms',
      'links',
      'signIn',
      'offer',
      'notices',
      'environment',
      'call',
      'reminders',
      'choices',
      'shortcuts',
    ] as const) {
      if (now[slice] !== before[slice]) {
        listener({ slice, value: now[slice] } as StateChange);
      }
    }
  });
}
