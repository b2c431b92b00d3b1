import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RoomSearch } from '../../../core/model/room.ts';
import { foyerBridge } from '../../common/foyerBridge.ts';
import { text } from '../../common/texts.ts';
import { selectRooms, useAgendaStore } from '../agendaStore.ts';
import { announce } from '../windowActions.ts';

/** The rooms that were found. */
export type FoundRooms = Extract<RoomSearch, { readonly kind: 'found' }>;
/** Why there are none to show. */
export type FailedSearch = Extract<RoomSearch, { readonly kind: 'failed' }> | { readonly kind: 'fault' };

type Search = FoundRooms | FailedSearch | { readonly kind: 'looking' };

/** How a search for the rooms of an account stands. */
export interface RoomSearchState {
  /** Without those that are among the rooms of Foyer by now. */
  readonly search: Search;
  readonly lookAgain: () => void;
  /** Takes a room out that is there no more. */
  readonly drop: (roomId: string) => void;
}

const looking: Search = { kind: 'looking' };

/** Looks for the rooms of an account, once it is wanted. */
export function useRoomSearch(accountId: string, isWanted: boolean): RoomSearchState {
  const [search, setSearch] = useState<Search>(looking);
  const isStarted = useRef(false);
  const lookAgain = useCallback(() => {
    setSearch(looking);
    announce(text('agenda:foundRooms.looking'));
    foyerBridge.findRooms({ accountId }).then(
      (result) => {
        setSearch(result);
        announce(result.kind === 'found' ? foundText(result) : '');
      },
      () => setSearch({ kind: 'fault' }),
    );
  }, [accountId]);
  useEffect(() => {
    if (isWanted && !isStarted.current) {
      isStarted.current = true;
      lookAgain();
    }
  }, [isWanted, lookAgain]);
  const drop = useCallback((roomId: string) => {
    setSearch((state) =>
      state.kind === 'found' ? { ...state, rooms: state.rooms.filter((room) => room.roomId !== roomId) } : state,
    );
  }, []);
  return { search: useUnkept(search, accountId), lookAgain, drop };
}

function foundText({ rooms }: FoundRooms): string {
  return rooms.length === 0 ? text('agenda:foundRooms.none') : text('agenda:foundRooms.found', { count: rooms.length });
}

/** A room that was kept has its place among the others. */
function useUnkept(search: Search, accountId: string): Search {
  const { rooms } = useAgendaStore(selectRooms);
  return useMemo(() => {
    if (search.kind !== 'found') {
      return search;
    }
    const kept = new Set(rooms.filter(({ phase }) => phase === 'open' || phase === 'entered').map(({ key }) => key));
    return { ...search, rooms: search.rooms.filter(({ roomId }) => !kept.has(`${accountId}/${roomId}`)) };
  }, [search, rooms, accountId]);
}
