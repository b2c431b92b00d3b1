import ListIcon from 'lucide-react/icons/list';
import PlusIcon from 'lucide-react/icons/plus';
import OptionsIcon from 'lucide-react/icons/sliders-horizontal';
import { Fragment } from 'react';
import { Menu, MenuItem, MenuLine } from '../../common/Menu.tsx';
import { text } from '../../common/texts.ts';
import { useAgendaStore } from '../agendaStore.ts';
import { ScheduleItems } from '../scheduling/ScheduleItems.tsx';
import type { Host } from './hosts.ts';
import { openNewRoomDialog, openRoom, openRooms } from './roomActions.ts';
import { useHosts } from './useRooms.ts';

/** Everybody who can open a room, the one used last first, each with its options. */
export function NewRoomMenu({ anchor }: { readonly anchor: HTMLElement }) {
  const hosts = useHosts();
  return (
    <Menu label={text('agenda:newRoom.menu')} anchor={anchor} onClose={closeMenu}>
      {hosts.map((host, index) => (
        <Fragment key={host.accountId}>
          {index === 0 ? null : <MenuLine />}
          <HostItems host={host} />
        </Fragment>
      ))}
      <ScheduleItems />
    </Menu>
  );
}

function closeMenu(): void {
  useAgendaStore.setState({ menu: null });
}

function HostItems({ host }: { readonly host: Host }) {
  const { accountId, accountName, label, newRoom } = host;
  return (
    <>
      <MenuItem
        role="menuitem"
        onChoose={() => {
          closeMenu();
          void openRoom(accountId);
        }}
      >
        <span className="menu-mark">
          <PlusIcon className="icon" aria-hidden />
        </span>
        <span className="menu-texts">{label}</span>
      </MenuItem>
      {newRoom.fields.length === 0 ? null : (
        <MenuItem
          role="menuitem"
          onChoose={() => {
            closeMenu();
            openNewRoomDialog(accountId);
          }}
        >
          <span className="menu-mark">
            <OptionsIcon className="icon" aria-hidden />
          </span>
          <span className="menu-texts">{text('agenda:newRoom.withOptions', { label })}</span>
        </MenuItem>
      )}
      {newRoom.listsRooms ? (
        <MenuItem role="menuitem" onChoose={() => openRooms(accountId)}>
          <span className="menu-mark">
            <ListIcon className="icon" aria-hidden />
          </span>
          <span className="menu-texts">{text('agenda:foundRooms.menu', { name: accountName })}</span>
        </MenuItem>
      ) : null}
    </>
  );
}
