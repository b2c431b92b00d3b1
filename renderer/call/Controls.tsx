import KeysIcon from 'lucide-react/icons/keyboard';
import InviteIcon from 'lucide-react/icons/link';
import MessagesIcon from 'lucide-react/icons/message-square-text';
import EndIcon from 'lucide-react/icons/phone-off';
import MiniIcon from 'lucide-react/icons/picture-in-picture-2';
import ShareIcon from 'lucide-react/icons/screen-share';
import StopSharingIcon from 'lucide-react/icons/screen-share-off';
import DevicesIcon from 'lucide-react/icons/settings-2';
import PeopleIcon from 'lucide-react/icons/users';
import { Button } from '../common/Button.tsx';
import { IconButton } from '../common/IconButton.tsx';
import { copyInvite, toggleMini, togglePanel, toggleShare } from './callActions.ts';
import { leaveAndClose } from './callFlow.ts';
import { setCallState, useCallStore } from './callStore.ts';
import { DeviceControls } from './DeviceControls.tsx';
import { Duration } from './Duration.tsx';
import { text } from './texts.ts';

/** More unread messages are only "many". */
const mostCounted = 99;

/** What can be done in a call. */
export function Controls({ peopleCount }: { readonly peopleCount: number }) {
  const isMini = useCallStore((state) => state.isMini);
  return (
    <footer className="controls">
      <RoomFacts peopleCount={peopleCount} />
      <div className="controls-bar" role="toolbar" aria-label={text('call:stage.controls')}>
        <div className="controls-group">
          <OwnControls />
          <Button className="leave" look="plain" aria-keyshortcuts="Shift+L" onClick={() => void leaveAndClose()}>
            {text('call:stage.leave')}
          </Button>
        </div>
        <div className="controls-group" data-end>
          {isMini ? null : <MoreControls />}
          <IconButton
            className="control"
            icon={MiniIcon}
            label={text(isMini ? 'call:stage.leaveMini' : 'call:stage.mini')}
            aria-pressed={isMini}
            aria-keyshortcuts="I"
            onClick={toggleMini}
          />
        </div>
      </div>
    </footer>
  );
}

function RoomFacts({ peopleCount: count }: { readonly peopleCount: number }) {
  const title = useCallStore((state) => state.view?.title ?? '');
  const most = useCallStore((state) => state.mostPeople);
  return (
    <div className="room-facts">
      <h1>{title}</h1>
      <p>
        {most === null ? text('call:stage.people', { count }) : text('call:stage.peopleOf', { count, most })} ·{' '}
        <Duration />
      </p>
    </div>
  );
}

function OwnControls() {
  const isMuted = useCallStore((state) => state.isMuted || state.microphone === null);
  const isCameraOff = useCallStore((state) => state.camera === null);
  const isSharing = useCallStore((state) => state.screen !== null);
  return (
    <>
      <DeviceControls isMuted={isMuted} isCameraOff={isCameraOff} />
      <IconButton
        className="control"
        icon={isSharing ? StopSharingIcon : ShareIcon}
        label={text(isSharing ? 'call:stage.stopSharing' : 'call:stage.share')}
        aria-keyshortcuts="S"
        data-active={isSharing}
        onClick={toggleShare}
      />
    </>
  );
}

function MoreControls() {
  const isListOpen = useCallStore((state) => state.panel === 'people');
  const canCopyInvite = useCallStore((state) => state.view?.canCopyInvite ?? false);
  return (
    <>
      <IconButton
        className="control"
        icon={PeopleIcon}
        label={text('call:stage.participants')}
        aria-pressed={isListOpen}
        aria-keyshortcuts="P"
        onClick={() => togglePanel('people')}
      />
      <MessagesControl />
      {canCopyInvite ? (
        <IconButton
          className="control"
          icon={InviteIcon}
          label={text('call:stage.copyInvite')}
          onClick={() => void copyInvite()}
        />
      ) : null}
      <IconButton
        className="control"
        icon={DevicesIcon}
        label={text('call:stage.devices')}
        onClick={() => setCallState({ dialog: 'devices' })}
      />
      <IconButton
        className="control"
        icon={KeysIcon}
        label={text('call:stage.keys')}
        aria-keyshortcuts="?"
        onClick={() => setCallState({ dialog: 'keys' })}
      />
      <IconButton
        className="control"
        icon={EndIcon}
        label={text('call:stage.endForAll')}
        onClick={() => setCallState({ dialog: 'endForAll' })}
      />
    </>
  );
}

/** Absent where the room has no messages. */
function MessagesControl() {
  const isOpen = useCallStore((state) => state.panel === 'messages');
  const canMessage = useCallStore((state) => state.canMessage);
  const unread = useCallStore((state) => state.unread);
  if (!canMessage) {
    return null;
  }
  return (
    <span className="badged">
      <IconButton
        className="control"
        icon={MessagesIcon}
        label={unread === 0 ? text('call:stage.messages') : text('call:stage.unread', { count: unread })}
        aria-pressed={isOpen}
        aria-keyshortcuts="C"
        onClick={() => togglePanel('messages')}
      />
      {unread === 0 ? null : (
        <span className="badge" aria-hidden>
          {unread > mostCounted ? `${mostCounted}+` : unread}
        </span>
      )}
    </span>
  );
}
