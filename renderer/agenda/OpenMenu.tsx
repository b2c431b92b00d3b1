import { OnDemand } from '../common/OnDemand.tsx';
import { useAgendaStore } from './agendaStore.ts';
import { newRoomMenu, roomMenu, waysMenu } from './parts.ts';

/** The menu that is open, if one is. */
export function OpenMenu() {
  const menu = useAgendaStore((state) => state.menu);
  switch (menu?.kind) {
    case undefined:
      return null;
    case 'ways':
      return <OnDemand part={waysMenu} key={menu.meetingKey} props={menu} />;
    case 'room':
      return <OnDemand part={roomMenu} key={menu.roomKey} props={menu} />;
    case 'newRoom':
      return <OnDemand part={newRoomMenu} props={menu} />;
  }
}
