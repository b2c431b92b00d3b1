import { useState } from 'react';
import { Button } from '../../common/Button.tsx';
import { text } from '../../common/texts.ts';
import { CreationTrouble } from './CreationTrouble.tsx';
import { NewRoomButtons } from './NewRoomButtons.tsx';
import { RoomCard } from './RoomCard.tsx';
import { forgetRoom } from './roomActions.ts';
import { useHosts, useRoomsLayout } from './useRooms.ts';
import './roomCards.css';
import './roomsHome.css';

/** The rooms where nothing lists meetings: then they are the main thing. */
export function RoomsHome() {
  const { current, recent } = useRoomsLayout();
  const hasHosts = useHosts().length > 0;
  return (
    <>
      {hasHosts ? (
        <section className="lead" data-kind="rooms" aria-label={text('agenda:newRoom.region')}>
          <h2 className="lead-subject">{text('agenda:newRoom.title')}</h2>
          <p className="lead-details">{text('agenda:newRoom.detail')}</p>
          <div className="join-actions">
            <NewRoomButtons look="go" />
          </div>
          <CreationTrouble />
        </section>
      ) : null}
      <section className="rooms-home" aria-label={text('agenda:rooms.region')}>
        {current.length === 0 ? null : (
          <ul className="room-cards" aria-label={text('agenda:rooms.open')}>
            {current.map((room) => (
              <RoomCard key={room.key} room={room} />
            ))}
          </ul>
        )}
        {recent.length === 0 ? null : <Recents />}
      </section>
    </>
  );
}

function Recents() {
  const { recent } = useRoomsLayout();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="recents" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text('agenda:rooms.recentCount', { count: recent.length })}</summary>
      <ul className="room-cards" aria-label={text('agenda:rooms.recent')}>
        {recent.map((room) => (
          <RoomCard key={room.key} room={room} isRecent />
        ))}
      </ul>
      <Button look="quiet" aria-label={text('agenda:rooms.clearLabel')} onClick={() => void forgetRoom(null)}>
        {text('agenda:rooms.clear')}
      </Button>
    </details>
  );
}
