import CheckIcon from 'lucide-react/icons/check';
import { useEffect, useState } from 'react';
import { canEnter } from '../../../core/agendaView/roomsView.ts';
import type { RoomView } from '../../../core/model/room.ts';
import type { WayInView } from '../../../core/model/wayIn.ts';
import { foyerBridge } from '../../common/foyerBridge.ts';
import { Menu, MenuItem, MenuLine } from '../../common/Menu.tsx';
import { text } from '../../common/texts.ts';
import { selectRooms, useAgendaStore } from '../agendaStore.ts';
import { copyRoom, endRoom, enterRoom, forgetRoom, makeAgain, saveInvite } from './roomActions.ts';
import { peopleText } from './roomPeople.ts';
import './roomMenu.css';

/** See {@link RoomMenu}. */
export interface RoomMenuProps {
  readonly roomKey: string;
  readonly anchor: HTMLElement;
}

/** Everything that can be done with one room. */
export function RoomMenu({ roomKey, anchor }: RoomMenuProps) {
  const room = useAgendaStore((state) => selectRooms(state).rooms.find(({ key }) => key === roomKey));
  const [isLive] = useState(() => room !== undefined && canEnter(room, Date.now()));
  const hasLink = room?.hasLink === true;
  const [ways, setWays] = useState<readonly WayInView[] | null>(isLive ? null : []);
  useEffect(() => {
    void foyerBridge.lookIntoRoom({ roomKey });
  }, [roomKey]);
  useEffect(() => {
    if (isLive) {
      // A link is copied by an item of its own.
      const isWanted = ({ kind }: WayInView): boolean => kind !== 'copy' || !hasLink;
      void foyerBridge.getRoomWaysIn({ roomKey }).then((found) => setWays(found.filter(isWanted)));
    }
  }, [isLive, hasLink, roomKey]);
  if (room === undefined || ways === null) {
    return null;
  }
  const inside = isLive && room.peopleCount ? peopleText(room) : '';
  const label = text('agenda:rooms.menu', { title: room.title });
  return (
    <Menu label={inside === '' ? label : `${label}. ${inside}`} anchor={anchor} onClose={closeMenu}>
      {inside === '' ? null : (
        <p className="menu-people" aria-hidden>
          {inside}
        </p>
      )}
      {ways.map((way) => (
        <WayItem key={way.id} way={way} roomKey={roomKey} />
      ))}
      {ways.length === 0 ? null : <MenuLine />}
      {isLive ? <InviteItems roomKey={roomKey} hasLink={hasLink} /> : null}
      {isLive ? <EndItem room={room} /> : <EndedItems room={room} />}
    </Menu>
  );
}

function closeMenu(): void {
  useAgendaStore.setState({ menu: null });
}

interface ItemProps {
  readonly label: string;
  readonly onChoose: () => Promise<void>;
}

function Item({ label, onChoose }: ItemProps) {
  return (
    <MenuItem
      role="menuitem"
      onChoose={() => {
        closeMenu();
        void onChoose();
      }}
    >
      <span className="menu-mark" />
      <span className="menu-texts">{label}</span>
    </MenuItem>
  );
}

function WayItem({ way, roomKey }: { readonly way: WayInView; readonly roomKey: string }) {
  return (
    <MenuItem
      role="menuitemradio"
      isChecked={way.isPreferred}
      onChoose={() => {
        closeMenu();
        void enterRoom(roomKey, way.id);
      }}
    >
      <span className="menu-mark">{way.isPreferred ? <CheckIcon className="icon" aria-hidden /> : null}</span>
      <span className="menu-texts">
        <span>
          {way.kind === 'copy' ? text('agenda:ways.copy') : text('agenda:ways.join', { way: text(way.label) })}
        </span>{' '}
        <bdi className="menu-target">{way.target}</bdi>
      </span>
    </MenuItem>
  );
}

function InviteItems({ roomKey, hasLink }: { readonly roomKey: string; readonly hasLink: boolean }) {
  return (
    <>
      {hasLink ? (
        <>
          <Item label={text('agenda:rooms.copyLink')} onChoose={() => copyRoom(roomKey, 'link')} />
          <Item label={text('agenda:rooms.copyInvite')} onChoose={() => copyRoom(roomKey, 'invite')} />
        </>
      ) : null}
      <Item label={text('agenda:rooms.copyCalendar')} onChoose={() => copyRoom(roomKey, 'calendar')} />
      <Item label={text('agenda:rooms.saveInvite')} onChoose={() => saveInvite(roomKey)} />
    </>
  );
}

/** A room in use that cannot be ended from here can at least be put away. */
function EndItem({ room }: { readonly room: RoomView }) {
  const item = room.canEnd ? (
    <Item label={text('agenda:rooms.end')} onChoose={() => endRoom(room)} />
  ) : (
    <Item label={text('agenda:rooms.remove')} onChoose={() => forgetRoom(room)} />
  );
  return room.canEnd || room.phase === 'entered' ? (
    <>
      <MenuLine />
      {item}
    </>
  ) : null;
}

function EndedItems({ room }: { readonly room: RoomView }) {
  const canOpen = useAgendaStore((state) => selectRooms(state).hostAccountIds.includes(room.accountId));
  return (
    <>
      {canOpen ? <Item label={text('agenda:rooms.again')} onChoose={() => makeAgain(room)} /> : null}
      <Item label={text('agenda:rooms.remove')} onChoose={() => forgetRoom(room)} />
    </>
  );
}
