import { Button } from '../../common/Button.tsx';
import { Dialog } from '../../common/Dialog.tsx';
import { text } from '../../common/texts.ts';
import { Announcement } from '../Announcement.tsx';
import { useAgendaStore } from '../agendaStore.ts';
import { closeDialog } from '../windowActions.ts';
import { FoundRooms } from './FoundRooms.tsx';
import { RoomCard } from './RoomCard.tsx';
import { RoomMenu } from './RoomMenu.tsx';
import { forgetRoom } from './roomActions.ts';
import { useHosts, useRoomsLayout } from './useRooms.ts';
import './roomCards.css';
import './roomsDialog.css';

/** See {@link RoomsDialog}. */
export interface RoomsDialogProps {
  /** The account whose rooms are looked for at once. */
  readonly findingFor: string | null;
}

/** All rooms: the open ones that found no place in the window, the recent ones, and on demand those at the services. */
export function RoomsDialog({ findingFor }: RoomsDialogProps) {
  const listing = useHosts().filter(({ newRoom }) => newRoom.listsRooms);
  const { current, recent } = useRoomsLayout();
  // Within the dialog: nothing outside of it can be pressed.
  const menu = useAgendaStore((state) => state.menu);
  return (
    <Dialog title={text('agenda:rooms.title')} closeLabel={text('agenda:rooms.close')} onClose={closeDialog}>
      {current.length === 0 ? (
        <p className="rooms-none" tabIndex={-1} data-refocus>
          {text('agenda:rooms.none')}
        </p>
      ) : (
        <ul className="room-cards" aria-label={text('agenda:rooms.open')}>
          {current.map((room) => (
            <RoomCard key={room.key} room={room} />
          ))}
        </ul>
      )}
      {listing.map((host) => (
        <FoundRooms key={host.accountId} host={host} isWanted={host.accountId === findingFor} />
      ))}
      {recent.length === 0 ? null : (
        <section className="rooms-recents">
          <header>
            <h3>{text('agenda:rooms.recent')}</h3>
            <Button look="quiet" aria-label={text('agenda:rooms.clearLabel')} onClick={() => void forgetRoom(null)}>
              {text('agenda:rooms.clear')}
            </Button>
          </header>
          <ul className="room-cards" aria-label={text('agenda:rooms.recent')}>
            {recent.map((room) => (
              <RoomCard key={room.key} room={room} isRecent />
            ))}
          </ul>
        </section>
      )}
      {menu?.kind === 'room' ? <RoomMenu key={menu.roomKey} roomKey={menu.roomKey} anchor={menu.anchor} /> : null}
      <Announcement />
    </Dialog>
  );
}
