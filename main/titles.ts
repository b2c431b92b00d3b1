import { hidesTitles } from '../core/privacy/hidesTitles.ts';
import type { Translate } from '../core/texts/translator.ts';
import type { StateStore } from './shell/stateStore.ts';

/** What a meeting is called outside of the window (tray, notifications): words in its place while titles are hidden. */
export function createTitleOf(
  store: Pick<StateStore, 'getState'>,
  translate: Translate,
): (meeting: { readonly subject: string }) => string {
  return ({ subject }) => {
    if (hidesTitles(store.getState())) {
      return translate('agenda:meeting.hiddenTitle');
    }
    return subject.trim() || translate('agenda:meeting.noSubject');
  };
}
