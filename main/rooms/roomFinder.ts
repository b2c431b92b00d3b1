import { isInUse } from '../../core/agendaView/roomsView.ts';
import type { FoundRoomView, RoomEnding, RoomSearch } from '../../core/model/room.ts';
import { isLive } from '../../core/rooms/roomLife.ts';
import type { FoundRoom } from '../services/service.ts';
import { type RoomBook, roomKeyOf } from './roomBook.ts';
import type { RoomDesk } from './roomDesk.ts';

/** What looking for rooms works with. */
export interface RoomFinderParts {
  readonly book: RoomBook;
  readonly desk: RoomDesk;
}

const lostSecret: RoomSearch = {
  kind: 'failed',
  status: { kind: 'secretLost' },
  detail: null,
  trackingId: null,
  retryAt: null,
};

/** Finds the rooms that are at a service already, when somebody asks; what was found can be kept or ended. */
export class RoomFinder {
  readonly #parts: RoomFinderParts;
  /** What was found last, by account: windows name a room, and only one that they were shown. */
  readonly #found = new Map<string, readonly FoundRoom[]>();
  readonly #searches = new Map<string, Promise<RoomSearch>>();

  constructor(parts: RoomFinderParts) {
    this.#parts = parts;
  }

  /** Looks for the rooms of an account that are not among those of Foyer. Asked while it looks, it is the same look. */
  find(accountId: string): Promise<RoomSearch> {
    const running = this.#searches.get(accountId);
    if (running !== undefined) {
      return running;
    }
    const search = this.#find(accountId).finally(() => this.#searches.delete(accountId));
    this.#searches.set(accountId, search);
    return search;
  }

  /** Takes a room that was found among those of Foyer. Returns its key, or null when it is not known any more. */
  async keep(accountId: string, roomId: string): Promise<string | null> {
    const found = this.#known(accountId, roomId);
    return found === undefined ? null : this.#parts.desk.keep(accountId, found);
  }

  /** Ends a room that was found, for everybody in it. */
  async end(accountId: string, roomId: string): Promise<RoomEnding> {
    const { desk } = this.#parts;
    const found = this.#known(accountId, roomId);
    const host = desk.findHost(accountId);
    if (found === undefined || host?.end === undefined) {
      return { kind: 'failed', status: { kind: 'secretLost' }, detail: null };
    }
    const ended = await host.end({ ...found.room, accountId });
    if (ended.kind === 'failed') {
      const { status, detail } = desk.noteFailure(accountId, ended);
      return { kind: 'failed', status, detail };
    }
    this.#found.set(
      accountId,
      (this.#found.get(accountId) ?? []).filter((each) => each !== found),
    );
    return ended;
  }

  async #find(accountId: string): Promise<RoomSearch> {
    const { desk } = this.#parts;
    const host = desk.findHost(accountId);
    if (host?.list === undefined) {
      return lostSecret;
    }
    const listed = await host.list();
    if (listed.kind === 'failed') {
      return desk.noteFailure(accountId, listed);
    }
    desk.noteGood(accountId);
    this.#found.set(accountId, listed.rooms);
    const others = listed.rooms
      .filter(({ room }) => !this.#isKept(accountId, room.id))
      .toSorted((a, b) => Number(isInUse(b.sight)) - Number(isInUse(a.sight)));
    return {
      kind: 'found',
      rooms: others.map((found) => viewFound(found, host.end !== undefined)),
      isWhole: listed.isWhole,
    };
  }

  #known(accountId: string, roomId: string): FoundRoom | undefined {
    return this.#found.get(accountId)?.find(({ room }) => room.id === roomId);
  }

  #isKept(accountId: string, id: string): boolean {
    const kept = this.#parts.book.find(roomKeyOf({ accountId, id }));
    return kept !== undefined && isLive(kept.phase);
  }
}

function viewFound({ room, sight }: FoundRoom, canEnd: boolean): FoundRoomView {
  const { phase, peopleCount, peopleNames } = sight;
  return { roomId: room.id, title: room.title, phase, peopleCount, peopleNames, canEnd };
}
