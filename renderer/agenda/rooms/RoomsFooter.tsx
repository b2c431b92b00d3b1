import HistoryIcon from 'lucide-react/icons/history';
import { cardsThatFit } from '../../../core/agendaView/roomsView.ts';
import type { RoomView } from '../../../core/model/room.ts';
import { Button } from '../../common/Button.tsx';
import { IconButton } from '../../common/IconButton.tsx';
import { text } from '../../common/texts.ts';
import { useAgendaStore } from '../agendaStore.ts';
import { CreationTrouble } from './CreationTrouble.tsx';
import { NewRoomButtons } from './NewRoomButtons.tsx';
import { RoomCard } from './RoomCard.tsx';
import { openRooms } from './roomActions.ts';
import { useRoomsStore } from './roomsStore.ts';
import { useRoomsLayout, useWindowSize } from './useRooms.ts';
import './roomCards.css';
import './roomsFooter.css';

// Sizes of roomCards.css and roomsFooter.css in CSS pixels: known beforehand, so that nothing has to be measured.
const cardHeight = 54;
const noteHeight = 50;
const gap = 8;
const barHeight = 71;
const troubleHeight = 100;
const wideFrom = 600;

/** Below the agenda: the rooms that are open, as many as a third of the window holds, and the button for a new one. */
export function RoomsFooter() {
  const { current, recent } = useRoomsLayout();
  const shown = current.slice(0, useShownCount(current));
  const hiddenCount = current.length - shown.length;
  const isFormOpen = useAgendaStore(({ dialog }) => dialog?.kind === 'newRoom');
  return (
    <section className="rooms-footer" aria-label={text('agenda:rooms.region')}>
      <div className="rooms-column">
        {isFormOpen ? null : <CreationTrouble />}
        {shown.length === 0 ? null : (
          <ul className="room-cards" aria-label={text('agenda:rooms.open')}>
            {shown.map((room) => (
              <RoomCard key={room.key} room={room} />
            ))}
          </ul>
        )}
        <div className="rooms-bar">
          <NewRoomButtons look="plain" />
          {hiddenCount > 0 ? (
            <Button className="rooms-more" aria-haspopup="dialog" onClick={() => openRooms(null)}>
              {text(shown.length === 0 ? 'agenda:rooms.count' : 'agenda:rooms.more', { count: hiddenCount })}
            </Button>
          ) : null}
          {hiddenCount === 0 && recent.length > 0 ? (
            <IconButton
              icon={HistoryIcon}
              look="plain"
              className="rooms-recent"
              label={text('agenda:rooms.recentCount', { count: recent.length })}
              aria-haspopup="dialog"
              onClick={() => openRooms(null)}
            />
          ) : null}
        </div>
      </div>
    </section>
  );
}

function useShownCount(rooms: readonly RoomView[]): number {
  const { width, height } = useWindowSize();
  const hasTrouble = useRoomsStore(({ outcome }) => outcome !== null);
  const heights = rooms.map(({ note }) => cardHeight + (note === null ? 0 : noteHeight));
  return cardsThatFit(heights, {
    columns: width >= wideFrom ? 2 : 1,
    height: height / 3 - barHeight - (hasTrouble ? troubleHeight : 0),
    gap,
  });
}
