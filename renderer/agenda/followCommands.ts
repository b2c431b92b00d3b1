import { foyerBridge } from '../common/foyerBridge.ts';
import { openKeys, openRooms, openSearch } from './windowActions.ts';

/** Does what the user asked for outside the window (menu, tray). */
export function followCommands(): void {
  const actions = { openSearch, openAccounts: () => openRooms(null), showKeys: openKeys };
  foyerBridge.onCommanded((command) => actions[command]());
}
