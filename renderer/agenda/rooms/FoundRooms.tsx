import { useEffect, useMemo, useRef, useState } from 'react';
import { searchRooms } from '../../../core/agendaView/searchRooms.ts';
import { Button } from '../../common/Button.tsx';
import { text } from '../../common/texts.ts';
import { useTimeFormat } from '../agendaLayout.ts';
import { useAgendaStore } from '../agendaStore.ts';
import { TrackingId } from '../TrackingId.tsx';
import { openConnections } from '../windowActions.ts';
import { creationDetail, creationTitle, needsEdit, toneOf } from './creationTexts.ts';
import { FoundRoomRow } from './FoundRoomRow.tsx';
import type { Host } from './hosts.ts';
import { type FailedSearch, type FoundRooms as Found, useRoomSearch } from './useRoomSearch.ts';
import '../../common/textField.css';
import './foundRooms.css';

/** See {@link FoundRooms}. */
export interface FoundRoomsProps {
  readonly host: Host;
  /** Whether it was asked for, and is looked for at once. */
  readonly isWanted: boolean;
}

// Some accounts have thousands; each press shows as many again.
const pageSize = 50;
// Fewer are seen at a glance.
const searchFrom = 10;

/** The rooms that an account's service has already: looked for when they are asked for, and not before. */
export function FoundRooms({ host, isWanted }: FoundRoomsProps) {
  const summary = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(isWanted);
  const { search, lookAgain, drop } = useRoomSearch(host.accountId, isOpen);
  useEffect(() => {
    if (isWanted) {
      summary.current?.focus();
    }
  }, [isWanted]);
  // What is pressed goes with its answer, and the focus must stay near.
  function pressLookAgain(): void {
    summary.current?.focus();
    lookAgain();
  }
  function dropRoom(roomId: string): void {
    drop(roomId);
    summary.current?.focus();
  }
  return (
    <details className="found-rooms" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary ref={summary}>
        <h3>{text('agenda:foundRooms.title', { name: host.accountName })}</h3>
      </summary>
      {search.kind === 'looking' ? <p className="found-state">{text('agenda:foundRooms.looking')}</p> : null}
      {search.kind === 'found' ? <FoundList host={host} found={search} onGone={dropRoom} /> : null}
      {search.kind === 'failed' || search.kind === 'fault' ? (
        <SearchTrouble host={host} search={search} onTryAgain={pressLookAgain} />
      ) : null}
      {search.kind === 'found' ? (
        <Button look="link" onClick={pressLookAgain}>
          {text('agenda:foundRooms.again')}
        </Button>
      ) : null}
    </details>
  );
}

interface FoundListProps {
  readonly host: Host;
  readonly found: Found;
  readonly onGone: (roomId: string) => void;
}

function FoundList({ host, found, onGone }: FoundListProps) {
  const [shownCount, setShownCount] = useState(pageSize);
  const [query, setQuery] = useState('');
  const rooms = useMemo(() => searchRooms(found.rooms, query), [found.rooms, query]);
  const hiddenCount = Math.max(0, rooms.length - shownCount);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (shownCount > pageSize) {
      list.current?.children[shownCount - pageSize]?.querySelector('button')?.focus();
    }
  }, [shownCount]);
  return (
    <>
      {found.rooms.length < searchFrom && query === '' ? null : <RoomSearchField query={query} onQuery={setQuery} />}
      {rooms.length === 0 ? (
        <p className="found-state" role="status">
          {text(query.trim() === '' ? 'agenda:foundRooms.none' : 'agenda:foundRooms.noMatch')}
        </p>
      ) : (
        <ul ref={list} className="room-cards" aria-label={text('agenda:foundRooms.list', { name: host.accountName })}>
          {rooms.slice(0, shownCount).map((room) => (
            <FoundRoomRow key={room.roomId} accountId={host.accountId} room={room} onGone={onGone} />
          ))}
        </ul>
      )}
      {hiddenCount === 0 ? null : (
        <Button onClick={() => setShownCount(shownCount + pageSize)}>
          {text('agenda:foundRooms.more', { count: Math.min(pageSize, hiddenCount) })}
        </Button>
      )}
      {found.isWhole ? null : <p className="found-state">{text('agenda:foundRooms.notWhole')}</p>}
    </>
  );
}

interface RoomSearchFieldProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

function RoomSearchField({ query, onQuery }: RoomSearchFieldProps) {
  const label = text('agenda:foundRooms.search');
  return (
    <div className="field found-search">
      <input
        type="text"
        value={query}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        onChange={(event) => onQuery(event.currentTarget.value)}
      />
    </div>
  );
}

interface SearchTroubleProps {
  readonly host: Host;
  readonly search: FailedSearch;
  readonly onTryAgain: () => void;
}

function SearchTrouble({ host, search, onTryAgain }: SearchTroubleProps) {
  const { accountId, serviceName } = host;
  const now = useAgendaStore((state) => state.now);
  const format = useTimeFormat();
  const detail = creationDetail(search, serviceName);
  const retryAt = search.kind === 'failed' ? search.retryAt : null;
  const isTooEarly = retryAt !== null && Date.parse(retryAt) > now;
  return (
    <div className="bar" data-tone={toneOf(search)} role="status">
      <div className="bar-text">
        <p>
          {creationTitle(search, serviceName, now, format)}
          {detail === '' ? null : ` ${detail}`}
        </p>
        {search.kind === 'failed' && search.trackingId !== null ? <TrackingId id={search.trackingId} /> : null}
        {needsEdit(search) ? (
          <Button look="link" onClick={() => openConnections(accountId)}>
            {text('agenda:newRoom.edit')}
          </Button>
        ) : null}
        {needsEdit(search) || isTooEarly ? null : (
          <Button look="link" onClick={onTryAgain}>
            {text('agenda:foundRooms.tryAgain')}
          </Button>
        )}
      </div>
    </div>
  );
}
