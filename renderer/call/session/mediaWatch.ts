import { isStuck, type MediaFlow, nextMediaFlow, unseenFlow } from '../../../core/call/mediaFlow.ts';
import { setCallState } from '../callStore.ts';
import { readMedia } from './surroundings.ts';

const lookEvery = 3_000;

let timer: number | undefined;

/** From now on says in the state whether media is stuck; `isExpected` tells whether somebody sends any. */
export function watchMedia(isExpected: () => boolean): void {
  stopWatchingMedia();
  let flow: MediaFlow = unseenFlow;
  const look = async (mine: number): Promise<void> => {
    const seen = await readMedia();
    if (mine === timer) {
      flow = nextMediaFlow(flow, { ...seen, isExpected: isExpected() });
      setCallState({ isMediaStuck: isStuck(flow) });
    }
  };
  const started: number = window.setInterval(() => void look(started), lookEvery);
  timer = started;
}

/** The call is over, or not there for now. */
export function stopWatchingMedia(): void {
  window.clearInterval(timer);
  timer = undefined;
  setCallState({ isMediaStuck: false });
}
