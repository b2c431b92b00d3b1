import SearchIcon from 'lucide-react/icons/search';
import CloseIcon from 'lucide-react/icons/x';
import { type RefObject, useEffect } from 'react';
import { IconButton } from '../../common/IconButton.tsx';
import { announce } from '../windowActions.ts';
import { text } from './settingsText.ts';

// Long enough not to interrupt typing, short enough to belong to it.
const announceAfter = 500;

/** See {@link SettingsSearch}. */
export interface SettingsSearchProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly query: string;
  /** How much was found; null while nothing is searched for. */
  readonly count: number | null;
  readonly onQuery: (query: string) => void;
  /** Leaves the field for what is below it. */
  readonly onLeave: () => void;
}

/** The field that finds settings in all sections. */
export function SettingsSearch({ field, query, count, onQuery, onLeave }: SettingsSearchProps) {
  useEffect(() => {
    if (count !== null) {
      const timer = window.setTimeout(() => announce(text('settings:page.results', { count })), announceAfter);
      return () => window.clearTimeout(timer);
    }
    return undefined;
  }, [count]);
  return (
    <search className="search settings-search">
      <SearchIcon className="icon" aria-hidden />
      <input
        ref={field}
        type="text"
        value={query}
        aria-label={text('settings:page.search')}
        placeholder={text('settings:page.search')}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onLeave();
          }
        }}
      />
      {query === '' ? null : (
        <IconButton
          icon={CloseIcon}
          label={text('settings:page.clearSearch')}
          onClick={() => {
            onQuery('');
            field.current?.focus();
          }}
        />
      )}
    </search>
  );
}
