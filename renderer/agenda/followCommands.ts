import { foyerBridge } from '../common/foyerBridge.ts';
import { openRoomByKey } from './keyboard.ts';
import { showMeeting } from './showMeeting.ts';
import { openConnections, openHealth, openKeys, openSearch, openSettings } from './windowActions.ts';

/** Does what the user asked for outside the window (menu, tray). */
export function followCommands(): void {
  const actions = {
    openSearch,
    openSettings,
    openAccounts: () => openConnections(null),
    openRoom: () => {
      if (!openRoomByKey()) {
        openConnections(null);
      }
    },
    openHealth,
    showKeys: openKeys,
  };
  foyerBridge.onCommanded((command) =>
    typeof command === 'object' ? showMeeting(command.showMeeting) : actions[command](),
  );
}
