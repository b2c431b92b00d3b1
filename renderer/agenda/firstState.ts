import { agendaEntries } from '../../core/agendaView/agendaEntry.ts';
import type { FoyerState, StateChange, StateNews } from '../../core/model/foyerState.ts';
import { fromJsonText } from '../../core/model/jsonText.ts';
import type { Meeting } from '../../core/model/meeting.ts';
import { foyerBridge } from '../common/foyerBridge.ts';

/** The state as the window began. */
export const firstState: Promise<FoyerState> = foyerBridge.getState({}).then(fromJsonText);

/** Hands over the changes of the state since then: those that came before, then each as it comes. */
export function followState(replaceSlice: (change: StateChange) => void): void {
  // Null until a first part came: a window that opened in between has the whole agenda by its first state.
  let parts: readonly (readonly Meeting[])[] | null = null;
  foyerBridge.onStateChanged((text) => {
    const news: StateNews = fromJsonText(text);
    if (news.slice === 'agendaPart') {
      // Their times are read in turns, too.
      agendaEntries(news.meetings);
      parts = news.isFirst ? [news.meetings] : parts && [...parts, news.meetings];
    } else if (news.slice === 'agenda' && news.isInParts === true) {
      if (parts !== null) {
        replaceSlice({ slice: 'agenda', value: { ...news.value, meetings: parts.flat() } });
      }
      parts = null;
    } else {
      replaceSlice(news);
    }
  });
}
