import { hidesTitles } from '../../core/privacy/hidesTitles.ts';
import { text } from '../common/texts.ts';
import { type AgendaWindowState, useAgendaStore } from './agendaStore.ts';

/** What a meeting is called in the window. */
export type TitleOf = (meeting: { readonly subject: string }) => string;

/** The subject, or words for its absence. */
const subjectOf: TitleOf = ({ subject }) => subject.trim() || text('agenda:meeting.noSubject');

const hidden: TitleOf = () => text('agenda:meeting.hiddenTitle');

/** Titles as they may be seen now: words in their place while they are hidden and nobody peeks. */
export function useTitleOf(): TitleOf {
  return useAgendaStore(isHiding) ? hidden : subjectOf;
}

function isHiding({ foyer, isPeeking }: AgendaWindowState): boolean {
  return foyer !== null && !isPeeking && hidesTitles(foyer);
}

/** Shows hidden titles for as long as Alt is held. */
export function followPeeking(): void {
  const peek = (isPeeking: boolean): void => {
    if (useAgendaStore.getState().isPeeking !== isPeeking) {
      useAgendaStore.setState({ isPeeking });
    }
  };
  window.addEventListener('keydown', ({ key }) => key === 'Alt' && peek(true));
  window.addEventListener('keyup', ({ key }) => key === 'Alt' && peek(false));
  window.addEventListener('blur', () => peek(false));
}
