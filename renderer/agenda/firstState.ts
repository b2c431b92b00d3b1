import type { FoyerState, StateChange } from '../../core/model/foyerState.ts';
import { fromJsonText } from '../../core/model/jsonText.ts';
import { foyerBridge } from '../common/foyerBridge.ts';

/** The state as the window began. */
export const firstState: Promise<FoyerState> = foyerBridge.getState({}).then(fromJsonText);

/** Hands over the changes of the state since then: those that came before, then each as it comes. */
export function followState(replaceSlice: (change: StateChange) => void): void {
  foyerBridge.onStateChanged((change) => replaceSlice(fromJsonText(change)));
}
