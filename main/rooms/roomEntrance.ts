import { orderWaysIn } from '../../core/join/chooseWayIn.ts';
import type { Account } from '../../core/model/account.ts';
import type { OfferedWay, RemotePage, WayInView } from '../../core/model/wayIn.ts';
import { isLive } from '../../core/rooms/roomLife.ts';
import type { MessageKey } from '../../core/texts/catalog.ts';
import type { JoinResult } from '../../preload/channels.ts';
import type { OpenPage } from '../links/pageOpener.ts';
import { entryProblem } from '../services/entryProblem.ts';
import type { HostedRoom, RoomEntry, RoomHost } from '../services/service.ts';
import type { StoredRoom } from '../settings/storedRooms.ts';
import type { RoomBook } from './roomBook.ts';
import type { RoomDesk } from './roomDesk.ts';

/** A call that is to be opened in a window of its own. */
export interface CallRequest {
  readonly account: Account;
  readonly host: RoomHost;
  readonly room: HostedRoom;
}

/** What entering works with. */
export interface RoomEntranceParts {
  readonly book: RoomBook;
  readonly desk: RoomDesk;
  readonly findAccount: (accountId: string) => Account | undefined;
  /** URI schemes that some program of this machine handles. */
  readonly handledSchemes: () => Promise<ReadonlySet<string>>;
  /** Opens a page in the browser. Its address may carry a token: it is recorded nowhere. False when nothing took it. */
  readonly openPage: OpenPage;
  /** Whether pages of others may be shown in Foyer. */
  readonly hasRemotePages: () => boolean;
  /** Asks somebody who is in a call, unless in this room's, before they are taken elsewhere. */
  readonly mayGo: (roomId: string) => Promise<boolean>;
  /** Opens a page in a window of Foyer's own. False when it may not be shown. */
  readonly openInFoyer: (page: RemotePage) => boolean;
  readonly rememberedWay: (serviceId: string) => string | null;
  readonly rememberWay: (serviceId: string, wayId: string) => void;
  /** Opens the call window; left out, there is none. */
  readonly openCall?: (call: CallRequest) => Promise<boolean>;
  readonly copyText: (text: string) => Promise<void>;
}

interface OpenedRoom {
  readonly stored: StoredRoom;
  readonly room: HostedRoom;
  readonly host: RoomHost;
  readonly ways: readonly OfferedWay[];
}

/** Gets people into rooms, each time on the way that is asked for now. */
export class RoomEntrance {
  readonly #parts: RoomEntranceParts;
  readonly #entering = new Map<string, Promise<JoinResult>>();

  constructor(parts: RoomEntranceParts) {
    this.#parts = parts;
  }

  /** The ways into a room that this machine can take, the one that a plain press takes first. */
  async waysInto(roomKey: string): Promise<readonly WayInView[]> {
    const opened = await this.#open(roomKey);
    return (opened?.ways ?? []).map(({ id, kind, label, target }, index) => ({
      id,
      kind,
      label,
      target,
      isPreferred: index === 0,
    }));
  }

  /**
   * Takes a way into a room; the first one when `wayId` is null. A chosen way that opens something is remembered. A press
   * while somebody is being let in is the same press: what lets in may be good only once.
   */
  enter(roomKey: string, wayId: string | null): Promise<JoinResult> {
    const running = this.#entering.get(roomKey);
    if (running !== undefined) {
      return running;
    }
    const entering = this.#enter(roomKey, wayId).finally(() => this.#entering.delete(roomKey));
    this.#entering.set(roomKey, entering);
    return entering;
  }

  async #enter(roomKey: string, wayId: string | null): Promise<JoinResult> {
    const opened = await this.#open(roomKey);
    if (opened === null) {
      return refuse('services:rooms.gone');
    }
    const way = wayId === null ? opened.ways[0] : opened.ways.find(({ id }) => id === wayId);
    if (way === undefined) {
      return refuse('services:rooms.noWayIn');
    }
    if (way.kind === 'copy') {
      await this.#parts.copyText(way.target);
      return { kind: 'copied', text: way.target };
    }
    if (!(await this.#parts.mayGo(opened.room.id))) {
      return refuse('services:join.stayed');
    }
    const entry = await opened.host.enter(opened.room, way.serviceWayId);
    if (entry.kind === 'failed') {
      this.#parts.desk.noteFailure(opened.stored.accountId, entry);
      return refuse(entryProblem(entry));
    }
    const problem = await this.#take(opened, entry, way);
    if (problem !== null) {
      return refuse(problem);
    }
    if (wayId !== null) {
      this.#remember(opened, way);
    }
    if (entry.kind === 'page' && entry.isSpent === true) {
      await this.#parts.book.spend(roomKey);
    }
    await this.#parts.desk.noteEntered(roomKey);
    return { kind: 'opened', label: way.label };
  }

  #remember({ stored }: OpenedRoom, { id, isForOnce }: OfferedWay): void {
    const account = this.#parts.findAccount(stored.accountId);
    if (account !== undefined && isForOnce !== true) {
      this.#parts.rememberWay(account.serviceId, id);
    }
  }

  async #take(
    { room, stored, host }: OpenedRoom,
    entry: RoomEntry,
    { kind, inFoyer }: OfferedWay,
  ): Promise<MessageKey | null> {
    const { openCall, openPage, openInFoyer } = this.#parts;
    const account = this.#parts.findAccount(stored.accountId);
    if (entry.kind === 'page') {
      const { url } = entry;
      const isOpen =
        kind === 'window'
          ? openInFoyer({ url, origins: inFoyer?.origins ?? [] })
          : await openPage(url, account?.serviceId ?? null);
      return isOpen ? null : 'services:rooms.cannotOpen';
    }
    if (openCall === undefined || account === undefined) {
      return 'services:rooms.noCallWindow';
    }
    return (await openCall({ account, host, room })) ? null : 'services:rooms.cannotOpen';
  }

  async #open(roomKey: string): Promise<OpenedRoom | null> {
    const { book, desk, handledSchemes, findAccount, rememberedWay } = this.#parts;
    await desk.followClock();
    const stored = book.find(roomKey);
    const host = stored === undefined ? undefined : desk.findHost(stored.accountId);
    if (stored === undefined || host === undefined || !isLive(stored.phase)) {
      return null;
    }
    const room = await book.open(stored);
    const handled = await handledSchemes();
    const hasHandlerFor = (scheme: string): boolean => handled.has(scheme);
    const account = findAccount(stored.accountId);
    const remembered = account === undefined ? null : rememberedWay(account.serviceId);
    return {
      stored,
      room,
      host,
      ways: orderWaysIn(host.waysIn(room), {
        hasHandlerFor,
        remembered,
        hasRemotePages: this.#parts.hasRemotePages(),
      }),
    };
  }
}

function refuse(message: MessageKey): JoinResult {
  return { kind: 'refused', message };
}
