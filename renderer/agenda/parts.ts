import { createPart } from '../common/part.ts';

// Not in the first picture, so not in the first script.

/** The first run. */
export const firstRun = createPart(async () => (await import('./FirstRun.tsx')).FirstRun);
/** The page of settings. */
export const settingsDialog = createPart(async () => (await import('./settings/SettingsDialog.tsx')).SettingsDialog);
/** The dialog of how everything is. */
export const healthDialog = createPart(async () => (await import('./health/HealthDialog.tsx')).HealthDialog);
/** The dialog of the keys. */
export const keysDialog = createPart(async () => (await import('./KeysDialog.tsx')).KeysDialog);
/** The card of a link. */
export const linkCard = createPart(async () => (await import('./LinkCard.tsx')).LinkCard);
/** The dialog of what was dropped, pasted or typed. */
export const offerDialog = createPart(async () => (await import('./OfferDialog.tsx')).OfferDialog);
/** The menu of a meeting's ways in. */
export const waysMenu = createPart(async () => (await import('./WaysMenu.tsx')).WaysMenu);
/** The rooms, below an agenda. */
export const roomsFooter = createPart(async () => (await import('./rooms/RoomsFooter.tsx')).RoomsFooter);
/** The rooms, where there is no agenda. */
export const roomsHome = createPart(async () => (await import('./rooms/RoomsHome.tsx')).RoomsHome);
/** The dialog of all rooms. */
export const roomsDialog = createPart(async () => (await import('./rooms/RoomsDialog.tsx')).RoomsDialog);
/** The dialog with what may be said about a new room. */
export const newRoomDialog = createPart(async () => (await import('./rooms/NewRoomDialog.tsx')).NewRoomDialog);
/** The menu of one room. */
export const roomMenu = createPart(async () => (await import('./rooms/RoomMenu.tsx')).RoomMenu);
/** The menu of who can open a room, and how. */
export const newRoomMenu = createPart(async () => (await import('./rooms/NewRoomMenu.tsx')).NewRoomMenu);
/** The form for a scheduled meeting. */
export const scheduleDialog = createPart(async () => (await import('./scheduling/ScheduleDialog.tsx')).ScheduleDialog);
/** All that a service has of a meeting. */
export const meetingDialog = createPart(async () => (await import('./scheduling/MeetingDialog.tsx')).MeetingDialog);
