import { SetupError } from '../setup/setupError.mjs';
import { desktopKind } from './desktopKind.mjs';

/** Refuses where there is no desktop to show a window on, or where Electron's sandbox could not work. */
export function assertOrdinaryUser() {
  if (process.getuid?.() === 0) {
    throw new SetupError(
      'Foyer does not start as root: Electron’s sandbox, which it always uses, does not work for root. Start it as an ' +
        'ordinary user, or see it with `npm run demo`, which brings a user and a desktop of its own.',
    );
  }
  if (desktopKind() === 'virtual') {
    throw new SetupError('There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set). Try `npm run demo`.');
  }
}
