import type { Account } from '../../core/model/account.ts';
import { isLive } from '../../core/rooms/roomLife.ts';
import type { Translate } from '../../core/texts/translator.ts';
import type { TimeFormat } from '../../core/time/timeFormat.ts';
import type { AskArgument, AskResult, JoinResult } from '../../preload/channels.ts';
import { calendarFileName } from '../invites/calendarFile.ts';
import type { StoredRoom } from '../settings/storedRooms.ts';
import { buildInviteFile } from './inviteFile.ts';
import { hasInvite, type InvitedRoom, inviteText } from './inviteText.ts';
import type { RoomBook } from './roomBook.ts';

/** What invites are made with. */
export interface RoomInvitesParts {
  readonly book: RoomBook;
  readonly followClock: () => Promise<void>;
  readonly wall: () => number;
  readonly findAccount: (accountId: string) => Account | undefined;
  readonly translate: Translate;
  /** How times are written now. */
  readonly format: () => TimeFormat;
  readonly copyText: (text: string) => Promise<void>;
  /** Asks where a file shall go; null when the user thought better of it. */
  readonly chooseFile: (name: string) => Promise<string | null>;
  readonly writeFile: (path: string, text: string) => Promise<void>;
}

/** Hands rooms on: as a link, as a text, as a calendar file. */
export class RoomInvites {
  readonly #parts: RoomInvitesParts;

  constructor(parts: RoomInvitesParts) {
    this.#parts = parts;
  }

  async copy(roomKey: string, what: AskArgument<'copyRoom'>['what']): Promise<JoinResult> {
    const room = await this.#find(roomKey);
    const text = room === null ? null : await this.#textOf(room, what);
    if (text === null) {
      return { kind: 'refused', message: 'services:rooms.noLink' };
    }
    await this.#parts.copyText(text);
    return { kind: 'copied', text };
  }

  async save(roomKey: string): Promise<AskResult<'saveRoomInvite'>> {
    const room = await this.#find(roomKey);
    if (room === null) {
      return 'failed';
    }
    const { chooseFile, writeFile } = this.#parts;
    const path = await chooseFile(calendarFileName(room.title));
    if (path === null) {
      return 'cancelled';
    }
    try {
      await writeFile(path, await this.#file(room));
      return 'saved';
    } catch {
      return 'failed';
    }
  }

  #textOf(room: StoredRoom, what: AskArgument<'copyRoom'>['what']): Promise<string> | string | null {
    if (what === 'calendar') {
      return this.#file(room);
    }
    if (!hasInvite(room)) {
      return null;
    }
    return what === 'link' ? room.link : this.#text(room);
  }

  /** Without a link for everybody, it is for those who have Foyer and the same account. */
  #file(room: StoredRoom): Promise<string> {
    const account = this.#parts.findAccount(room.accountId);
    const summary = account?.name ?? room.title;
    const description = hasInvite(room) ? this.#text(room) : room.title;
    return buildInviteFile(room, { summary, description, serviceId: account?.serviceId ?? null }, this.#parts.wall());
  }

  #text(room: InvitedRoom): string {
    const { findAccount, translate, format } = this.#parts;
    return inviteText(room, findAccount(room.accountId), { translate, format: format() });
  }

  async #find(roomKey: string): Promise<StoredRoom | null> {
    await this.#parts.followClock();
    const room = this.#parts.book.find(roomKey);
    return room !== undefined && isLive(room.phase) ? room : null;
  }
}
