import type { FoyerState } from '../../core/model/foyerState.ts';
import { hasAgenda, isFirstRun } from './agendaStore.ts';
import {
  firstRun,
  keysDialog,
  linkCard,
  meetingDialog,
  newRoomDialog,
  newRoomMenu,
  offerDialog,
  roomMenu,
  roomsDialog,
  roomsFooter,
  roomsHome,
  scheduleDialog,
  waysMenu,
} from './parts.ts';
import { canSchedule } from './scheduling/schedulers.ts';

/** Fetches what the first picture of a state needs beyond the first script; mostly nothing. */
export async function loadFirstParts(foyer: FoyerState): Promise<void> {
  if (isFirstRun(foyer)) {
    await firstRun.load();
  } else if (!hasAgenda(foyer)) {
    await roomsHome.load();
  } else if (foyer.rooms.rooms.some(({ phase }) => phase === 'open' || phase === 'entered')) {
    await roomsFooter.load();
  }
}

/** Fetches what may be pressed first, so that it does not have to be fetched then. */
export async function loadLaterParts(foyer: FoyerState): Promise<void> {
  const always = [waysMenu, keysDialog, linkCard, offerDialog];
  const forRooms = [roomsFooter, roomMenu, newRoomMenu, roomsDialog, newRoomDialog];
  const forScheduling = [scheduleDialog, meetingDialog];
  const wanted = [
    ...always,
    ...(foyer.rooms.hostAccountIds.length === 0 ? [] : forRooms),
    ...(canSchedule(foyer) ? forScheduling : []),
  ];
  await Promise.all(wanted.map((part) => part.load()));
}
