import { writeFile } from 'node:fs/promises';
import { app, BrowserWindow, clipboard, dialog, net, type SaveDialogOptions } from 'electron';
import { createTimeFormat } from '../core/time/timeFormat.ts';
import type { AccountBook } from './accounts/accountBook.ts';
import type { Vault } from './accounts/vault.ts';
import type { Foundation } from './foundation.ts';
import { RoomBook } from './rooms/roomBook.ts';
import { RoomDesk } from './rooms/roomDesk.ts';
import { RoomEntrance, type RoomEntranceParts } from './rooms/roomEntrance.ts';
import { RoomFinder } from './rooms/roomFinder.ts';
import { RoomInvites } from './rooms/roomInvites.ts';
import type { StateStore } from './shell/stateStore.ts';
import { readSystemFormats } from './shell/systemFormats.ts';

/** The parts between the accounts that open rooms and the rooms that are shown. */
export interface RoomParts {
  readonly roomBook: RoomBook;
  readonly roomDesk: RoomDesk;
}

/** Whom the rooms tell, and what they ask. */
export interface RoomLinks {
  readonly accounts: () => AccountBook['accounts'];
  readonly vault: Vault;
  readonly isWatched: () => boolean;
  readonly onChanged: () => void;
  readonly onUnreachable: () => void;
}

/**
 * Where this machine is, as far as the system knows; for phone numbers without a country code. A Linux without the files of
 * its own locale tells Electron nothing, but still names it.
 */
export function systemRegion(): string {
  const { locale } = readSystemFormats(app, process.env);
  return app.getLocaleCountryCode() || (new Intl.Locale(locale).region ?? '');
}

const copyText = async (text: string): Promise<void> => clipboard.writeText(text);

/** Builds the book and the desk of rooms. */
export function buildRoomParts({ clock, profile, problems, choices }: Foundation, links: RoomLinks): RoomParts {
  const { vault, accounts, isWatched, onChanged, onUnreachable } = links;
  const roomBook = new RoomBook({ store: profile.rooms, vault });
  const roomDesk = new RoomDesk({
    clock,
    book: roomBook,
    accounts,
    region: systemRegion,
    isOnline: () => net.isOnline(),
    mayOpen: () => !choices().disabledFeatures.includes('newRooms'),
    isWatched,
    copyText,
    onChanged,
    onUnreachable,
    onBug: problems.report,
  });
  return { roomBook, roomDesk };
}

/** The ways into rooms and out to others. */
export interface RoomDoors {
  readonly entrance: RoomEntrance;
  readonly finder: RoomFinder;
  readonly invites: RoomInvites;
}

/** Builds the doors of the rooms. */
export function buildRoomDoors(
  { translate, clock }: Foundation,
  { roomBook: book, roomDesk: desk }: RoomParts,
  outside: Pick<
    RoomEntranceParts,
    | 'findAccount'
    | 'handledSchemes'
    | 'openPage'
    | 'openInFoyer'
    | 'hasRemotePages'
    | 'mayGo'
    | 'openCall'
    | 'rememberedWay'
    | 'rememberWay'
  > & {
    readonly store: StateStore;
  },
): RoomDoors {
  const { store, ...doors } = outside;
  return {
    entrance: new RoomEntrance({ ...doors, book, desk, copyText }),
    finder: new RoomFinder({ book, desk }),
    invites: new RoomInvites({
      book,
      followClock: () => desk.followClock(),
      wall: clock.wall,
      findAccount: outside.findAccount,
      translate,
      format: () => createTimeFormat(store.getState().environment),
      copyText,
      chooseFile: (name) => chooseFile(name, translate('services:rooms.inviteFilter')),
      writeFile: (path, text) => writeFile(path, text, 'utf8'),
    }),
  };
}

/** Asks where a calendar file shall go; null when the user thought better of it. */
export async function chooseFile(defaultPath: string, filter: string): Promise<string | null> {
  const options: SaveDialogOptions = { defaultPath, filters: [{ name: filter, extensions: ['ics'] }] };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === '' ? null : filePath;
}
