import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { phaseOf } from '../../../core/agendaView/roomsView.ts';
import type { RoomView } from '../../../core/model/room.ts';
import { text } from '../../common/texts.ts';
import { useAgendaStore } from '../agendaStore.ts';
import { announce } from '../windowActions.ts';
import { CardActions } from './CardActions.tsx';
import { moveInCards } from './cardMovement.ts';
import { RoomMark } from './RoomMark.tsx';
import { RoomWords } from './RoomWords.tsx';
import { copyRoom } from './roomActions.ts';
import { useRoomsStore } from './roomsStore.ts';
import { useClockFace } from './useClockFace.ts';
import { useRoomOwner } from './useRooms.ts';

/** See {@link RoomCard}. */
export interface RoomCardProps {
  readonly room: RoomView;
  /** Whether it lies among the recents: what can be done with it is in its menu. */
  readonly isRecent?: boolean;
}

/** One room: what it is called, how long it lasts, who is in it, and what can be done with it. */
export function RoomCard({ room, isRecent = false }: RoomCardProps) {
  const card = useRef<HTMLLIElement>(null);
  const face = useClockFace(room.createdAt, isRecent ? null : room.expiresAt);
  const owner = useRoomOwner(room.accountId);
  const now = useAgendaStore((state) => state.now);
  const isLate = face?.isOver === true && room.phase === 'open';
  const phase = isLate ? 'expired' : phaseOf(room, now);
  const isLive = phase === 'open' || phase === 'entered';
  useTellOfTime(room.title, isLive && face?.isLow === true, phase === 'expired' && !isRecent);
  useComingFocus(room.key, card);
  return (
    <li
      ref={card}
      className="room-card"
      data-phase={phase}
      data-low={isLive && face?.isLow === true}
      onKeyDown={(event) => handleCardKey(event, room, isLive)}
      onContextMenu={openMenu}
    >
      <RoomMark face={isLive ? face : null} phase={phase} isEmpty={room.peopleCount === 0} />
      <div className="room-texts">
        <h3 className="room-title" title={`${room.title} · ${owner}`}>
          <bdi>{room.title}</bdi>
          <span className="room-owner"> · {owner}</span>
        </h3>
        <RoomWords room={room} phase={phase} face={isLive ? face : null} />
      </div>
      <CardActions room={room} isLive={isLive} isRecent={isRecent} />
    </li>
  );
}

function handleCardKey(event: KeyboardEvent<HTMLElement>, room: RoomView, isLive: boolean): void {
  const isMenuKey = event.key === '.' || event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
  const isCopyKey = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c';
  if (isCopyKey && isLive && room.hasLink) {
    event.preventDefault();
    void copyRoom(room.key, 'link');
  } else if (isMenuKey) {
    openMenu(event);
  } else {
    moveInCards(event);
  }
}

function openMenu(event: KeyboardEvent<HTMLElement> | MouseEvent<HTMLElement>): void {
  const more = event.currentTarget.querySelector('[aria-haspopup="menu"]');
  if (more instanceof HTMLElement) {
    event.preventDefault();
    more.click();
  }
}

/** What is seen in a colour is said once as well. */
function useTellOfTime(title: string, isLow: boolean, isExpired: boolean): void {
  const before = useRef({ isLow, isExpired });
  useEffect(() => {
    if (isLow && !before.current.isLow) {
      announce(text('agenda:rooms.lowOnTime', { title }));
    } else if (isExpired && !before.current.isExpired) {
      announce(text('agenda:rooms.expired', { title }));
    }
    before.current = { isLow, isExpired };
  }, [title, isLow, isExpired]);
}

function useComingFocus(roomKey: string, card: { readonly current: HTMLElement | null }): void {
  const isWanted = useRoomsStore(({ focusKey }) => focusKey === roomKey);
  useEffect(() => {
    if (isWanted) {
      card.current?.querySelector('button')?.focus();
      useRoomsStore.setState({ focusKey: null });
    }
  }, [isWanted, card]);
}
