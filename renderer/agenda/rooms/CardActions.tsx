import Ellipsis from 'lucide-react/icons/ellipsis';
import LinkIcon from 'lucide-react/icons/link';
import { useEffect, useRef } from 'react';
import type { RoomView } from '../../../core/model/room.ts';
import { Button } from '../../common/Button.tsx';
import { IconButton } from '../../common/IconButton.tsx';
import { text } from '../../common/texts.ts';
import { selectRooms, useAgendaStore } from '../agendaStore.ts';
import { copyRoom, endRoom, enterRoom, keepRoom, makeAgain } from './roomActions.ts';
import { useRoomsStore } from './roomsStore.ts';
import { useIsOpening } from './useRooms.ts';

/** See {@link CardActions}. */
export interface CardActionsProps {
  readonly room: RoomView;
  /** Whether it can be entered. */
  readonly isLive: boolean;
  readonly isRecent: boolean;
}

/** What can be done with a room: the one thing that is likely, and a menu. */
export function CardActions({ room, isLive, isRecent }: CardActionsProps) {
  const isAsked = useRoomsStore(({ askedToEnd }) => askedToEnd === room.key);
  const { title } = room;
  if (isAsked) {
    return <EndQuestion room={room} />;
  }
  return (
    <div className="room-actions">
      {isLive ? <LiveActions room={room} /> : null}
      {isLive || isRecent ? null : <AgainButton room={room} />}
      <IconButton
        icon={Ellipsis}
        label={text('agenda:rooms.moreFor', { title })}
        aria-haspopup="menu"
        onClick={({ currentTarget: anchor }) =>
          useAgendaStore.setState(({ menu }) => ({
            menu: menu?.anchor === anchor ? null : { kind: 'room', roomKey: room.key, anchor },
          }))
        }
      />
    </div>
  );
}

function LiveActions({ room }: { readonly room: RoomView }) {
  const isEntering = useRoomsStore(({ feedback }) => feedback?.roomKey === room.key && feedback.tone === 'quiet');
  const { title } = room;
  return (
    <>
      <Button
        className="room-join"
        isBusy={isEntering}
        aria-label={text('agenda:rooms.joinNamed', { title })}
        onClick={() => void enterRoom(room.key, null)}
      >
        {text('agenda:rooms.join')}
      </Button>
      {room.hasLink ? (
        <IconButton
          icon={LinkIcon}
          className="room-copy"
          label={text('agenda:rooms.copyLinkOf', { title })}
          onClick={() => void copyRoom(room.key, 'link')}
        />
      ) : null}
    </>
  );
}

function AgainButton({ room }: { readonly room: RoomView }) {
  const isOpening = useIsOpening();
  const canOpen = useAgendaStore((state) => selectRooms(state).hostAccountIds.includes(room.accountId));
  return canOpen ? (
    <Button
      className="room-join"
      isBusy={isOpening}
      aria-label={text('agenda:rooms.againNamed', { title: room.title })}
      onClick={() => void makeAgain(room)}
    >
      {text('agenda:rooms.again')}
    </Button>
  ) : null;
}

function EndQuestion({ room }: { readonly room: RoomView }) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div className="room-actions" data-question>
      <Button look="bad" onClick={() => void endRoom(room)}>
        {text('agenda:rooms.endConfirm')}
      </Button>
      <Button ref={keep} onClick={keepRoom}>
        {text('agenda:rooms.endKeep')}
      </Button>
    </div>
  );
}
