import ChevronDown from 'lucide-react/icons/chevron-down';
import PlusIcon from 'lucide-react/icons/plus';
import { Button } from '../../common/Button.tsx';
import { IconButton } from '../../common/IconButton.tsx';
import { text } from '../../common/texts.ts';
import { useAgendaStore } from '../agendaStore.ts';
import { enterSchedule } from '../scheduling/entrances.ts';
import { useSchedulers } from '../scheduling/useScheduler.ts';
import { openRoom } from './roomActions.ts';
import { useHosts, useIsOpening } from './useRooms.ts';

/** "New room" with the account used last, and a menu where there is more to choose. Nothing where no account can. */
export function NewRoomButtons({ look }: { readonly look: 'plain' | 'go' }) {
  const hosts = useHosts();
  const isOpening = useIsOpening();
  const platform = useAgendaStore(({ foyer }) => foyer?.environment.platform);
  const [first, ...others] = hosts;
  const [scheduler] = useSchedulers();
  if (first === undefined) {
    return scheduler === undefined ? null : (
      <Button look={look} onClick={() => void enterSchedule(scheduler.accountId)}>
        {scheduler.label}
      </Button>
    );
  }
  const hasMore = others.length > 0 || first.newRoom.fields.length > 0 || first.newRoom.listsRooms;
  return (
    <span className="new-room" data-look={look}>
      <Button
        look={look}
        className="new-room-button"
        isBusy={isOpening}
        aria-keyshortcuts={platform === 'darwin' ? 'Meta+N' : 'Control+N'}
        onClick={() => void openRoom(first.accountId)}
      >
        {isOpening ? null : <PlusIcon className="icon" aria-hidden />}
        <span className="new-room-label">{isOpening ? text('agenda:newRoom.opening') : first.label}</span>
      </Button>
      {hasMore || scheduler !== undefined ? (
        <IconButton
          icon={ChevronDown}
          look={look}
          className="new-room-more"
          label={text('agenda:newRoom.more')}
          aria-haspopup="menu"
          isBusy={isOpening}
          onClick={({ currentTarget: anchor }) =>
            useAgendaStore.setState(({ menu }) => ({
              menu: menu?.anchor === anchor ? null : { kind: 'newRoom', anchor },
            }))
          }
        />
      ) : null}
    </span>
  );
}
