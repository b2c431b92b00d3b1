import SearchIcon from 'lucide-react/icons/search';
import CloseIcon from 'lucide-react/icons/x';
import { useEffect, useRef } from 'react';
import { IconButton } from '../common/IconButton.tsx';
import { text } from '../common/texts.ts';
import { selectRows, useTimeFormat } from './agendaLayout.ts';
import { useAgendaStore } from './agendaStore.ts';
import { meetingKeys } from './listMovement.ts';
import { announce, closeSearch } from './windowActions.ts';

// Long enough not to interrupt typing, short enough to belong to it.
const announceAfter = 500;

/** The search, in the place of the header. What it finds is shown in the list while it is typed. */
export function SearchField() {
  const query = useAgendaStore((state) => state.query ?? '');
  const now = useAgendaStore((state) => state.now);
  const format = useTimeFormat();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus();
      }
    };
  }, []);
  return (
    <header className="header">
      <h1 className="spoken">{format.formatDay(now)}</h1>
      <search className="search">
        <SearchIcon className="icon" aria-hidden />
        <input
          ref={field}
          type="text"
          value={query}
          aria-label={text('agenda:search.label')}
          placeholder={text('agenda:search.placeholder')}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          onChange={(event) => useAgendaStore.setState({ query: event.target.value, position: null })}
        />
        <ResultCount />
        <IconButton icon={CloseIcon} label={text('agenda:search.close')} onClick={closeSearch} />
      </search>
    </header>
  );
}

function ResultCount() {
  const query = useAgendaStore((state) => state.query?.trim() ?? '');
  const count = useAgendaStore((state) => meetingKeys(selectRows(state)).length);
  useEffect(() => {
    if (query !== '') {
      const timer = window.setTimeout(() => announce(text('agenda:search.results', { count })), announceAfter);
      return () => window.clearTimeout(timer);
    }
    return undefined;
  }, [query, count]);
  return query === '' ? null : <span className="search-count">{text('agenda:search.results', { count })}</span>;
}
