import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createZoneSearch, offsetText, type ZoneSearch, zoneText } from '../../../core/scheduling/zoneSearch.ts';
import { findZoneOffset } from '../../../core/time/zoneOffset.ts';
import { DraftField } from './DraftField.tsx';
import { text } from './schedulingTexts.ts';

/** See {@link ZoneField}. */
export interface ZoneFieldProps {
  /** Name in the time zone database. */
  readonly zone: string;
  /** Offsets are those of this instant (ms since the epoch). */
  readonly at: number;
  readonly problem: string | null;
  readonly onChange: (zone: string) => void;
}

/** As many as are drawn; whoever looks for another one types. */
const mostShown = 60;
const learntAtOnce = 20;

/** A time zone, found by typing a part of its name: a combobox with a list. */
export function ZoneField({ zone, at, problem, onChange }: ZoneFieldProps) {
  const listId = useId();
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const search = useZoneSearch(zone, query !== null);
  const found = query === null ? [] : search.find(query).slice(0, mostShown);
  const isOpen = found.length > 0;
  const close = (): void => setQuery(null);
  const choose = (name: string | undefined): void => {
    close();
    if (name !== undefined && name !== zone) {
      onChange(name);
    }
  };
  const type = (typed: string): void => {
    setQuery(typed);
    setActive(0);
  };
  const press = (event: KeyboardEvent): void => {
    const moved = isOpen ? movedTo(event.key, active, found.length) : null;
    if (moved !== null) {
      event.preventDefault();
      setActive(moved);
    } else if (query === null && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      type('');
    } else if (event.key === 'Enter' && query !== null) {
      event.preventDefault();
      choose(found[active]);
    } else if (event.key === 'Escape' && query !== null) {
      // Closes the list, not the form around it.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  const count = query === null ? '' : text('scheduling:zones', { count: found.length });
  return (
    <DraftField label={text('scheduling:zone')} hint={text('scheduling:zoneHint')} problem={problem}>
      {(marks) => (
        <>
          <input
            {...marks}
            type="text"
            role="combobox"
            className="schedule-zone"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isOpen ? `${listId}-${active}` : undefined}
            value={query ?? labelOf(zone, at)}
            onFocus={(event) => event.target.select()}
            onClick={() => query === null && type('')}
            onChange={(event) => type(event.target.value)}
            onKeyDown={press}
            onBlur={() => choose(query?.trim() ? (found[active] ?? query.trim()) : undefined)}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
          <ZoneList id={listId} zones={found} at={at} active={active} onChoose={choose} />
          <p className="spoken" role="status">
            {count}
          </p>
        </>
      )}
    </DraftField>
  );
}

interface ZoneListProps {
  readonly id: string;
  readonly zones: readonly string[];
  readonly at: number;
  readonly active: number;
  readonly onChoose: (zone: string) => void;
}

function ZoneList({ id, zones, at, active, onChoose }: ZoneListProps) {
  const list = useRef<HTMLDivElement>(null);
  const isOpen = zones.length > 0;
  useLayoutEffect(() => {
    if (isOpen) {
      list.current?.showPopover();
    } else {
      list.current?.hidePopover();
    }
  }, [isOpen]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      popover="manual"
      className="menu schedule-zones"
      aria-label={text('scheduling:zoneOptions')}
    >
      {zones.map((zone, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which says which option is meant.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
        <div
          key={zone}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className="menu-item"
          // The field keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(zone)}
        >
          <span>{zoneText(zone)}</span>
          <span className="schedule-offset">{offsetOf(zone, at)}</span>
        </div>
      ))}
    </div>
  );
}

/** The search, which learns while the field is used: all at once would hold the window up. */
function useZoneSearch(zone: string, isUsed: boolean): ZoneSearch {
  const [search] = useState(() => createZoneSearch(zone));
  useEffect(() => {
    if (!isUsed) {
      return undefined;
    }
    const timer = window.setInterval(() => {
      if (!search.learn(learntAtOnce)) {
        window.clearInterval(timer);
      }
    }, 16);
    return () => window.clearInterval(timer);
  }, [isUsed, search]);
  return search;
}

function movedTo(key: string, active: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return (active + count - 1) % count;
    default:
      return null;
  }
}

function labelOf(zone: string, at: number): string {
  const offset = offsetOf(zone, at);
  return offset === '' || offset === zone ? zoneText(zone) : `${zoneText(zone)} (${offset})`;
}

function offsetOf(zone: string, at: number): string {
  const offsetAt = findZoneOffset(zone);
  return offsetAt === null ? '' : offsetText(offsetAt(at));
}
