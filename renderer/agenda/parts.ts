import { createPart } from '../common/part.ts';

// Not in the first picture, so not in the first script.

/** The first run. */
export const firstRun = createPart(async () => (await import('./FirstRun.tsx')).FirstRun);
/** The rooms dialog. */
export const roomsDialog = createPart(async () => (await import('./RoomsDialog.tsx')).RoomsDialog);
/** The dialog of the keys. */
export const keysDialog = createPart(async () => (await import('./KeysDialog.tsx')).KeysDialog);
/** The menu of a meeting's ways in. */
export const waysMenu = createPart(async () => (await import('./WaysMenu.tsx')).WaysMenu);
