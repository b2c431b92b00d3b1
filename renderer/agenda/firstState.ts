import type { FoyerState, StateChange } from '../../core/model/foyerState.ts';
import { foyerBridge } from '../common/foyerBridge.ts';

const early: StateChange[] = [];
let listener = (change: StateChange): void => {
  early.push(change);
};
foyerBridge.onStateChanged((change) => listener(change));

/** The first state, asked for before anything else of this window is evaluated: it is on its way while React loads. */
export const firstState: Promise<FoyerState> = foyerBridge.getState({});

/** Hands over the changes of the state: those that came before, then each as it comes. */
export function followState(replaceSlice: (change: StateChange) => void): void {
  listener = replaceSlice;
  for (const change of early.splice(0)) {
    replaceSlice(change);
  }
}
