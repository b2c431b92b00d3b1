import { isLive, phaseAfterLook } from '../../core/rooms/roomLife.ts';
import type { Clock } from '../clock.ts';
import type { RoomHost, RoomSight } from '../services/service.ts';
import type { StoredRoom } from '../settings/storedRooms.ts';
import { type RoomBook, roomKeyOf } from './roomBook.ts';

/** What watching over rooms works with. */
export interface RoomWatchParts {
  readonly clock: Clock;
  readonly book: RoomBook;
  readonly findHost: (accountId: string) => RoomHost | undefined;
  /** Whether somebody has the rooms before them now. */
  readonly isWatched: () => boolean;
  readonly onChanged: () => void;
  readonly onBug: (error: unknown) => void;
}

/** Who is in a room. */
export type People = Pick<RoomSight, 'peopleCount' | 'peopleNames'>;

const nobodyKnown: People = { peopleCount: null, peopleNames: [] };

/** Between two looks of one account, whatever number of rooms it has. */
const lookEvery = 30_000;
/** The same when somebody asks about one of them. */
const lookSoonEvery = 5_000;
/** A room that is over may have more to tell for so long. */
const settlesWithin = 10 * 60_000;
/** The date may be set and the machine may sleep: the clocks are compared at least this often while one runs. */
const longestWait = 10 * 60_000;

/** Lets rooms expire, and looks into them while somebody sees the answer: one timer for all, none while nothing is due. */
export class RoomWatch {
  readonly #parts: RoomWatchParts;
  readonly #people = new Map<string, People>();
  /** When an account's service may be asked again, in ms of uptime. */
  readonly #looksFrom = new Map<string, number>();
  readonly #lookedAt = new Map<string, number>();
  /** When an account's service was asked last, or, if that is later, until when it wants to be left alone. */
  readonly #restsFrom = new Map<string, number>();
  /** Rooms that are over and may have more to tell, and until when that is waited for, in ms of uptime. */
  readonly #unsettled = new Map<string, number>();
  /** Rooms that their service tells nothing more about. */
  readonly #blind = new Set<string>();
  #cancelTimer: (() => void) | null = null;
  #isStopped = false;

  constructor(parts: RoomWatchParts) {
    this.#parts = parts;
  }

  /** Who is in a room, as far as is known. */
  peopleIn(key: string): People {
    return this.#people.get(key) ?? nobodyKnown;
  }

  /** Something about the rooms, the hosts or the window changed. */
  replan(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    const { clock, book } = this.#parts;
    const end = book.nextEnd();
    const waits = [end === null ? null : end - clock.wall(), this.#waitForLook()].filter((wait) => wait !== null);
    if (waits.length > 0 && !this.#isStopped) {
      const wait = Math.min(Math.max(Math.min(...waits), 0), longestWait);
      this.#cancelTimer = clock.after(wait, () => void this.#wake().catch(this.#parts.onBug));
    }
  }

  /** A room was just made or entered: there is nothing new to see yet. */
  putOff(accountId: string): void {
    this.#looksFrom.set(accountId, this.#parts.clock.uptime() + lookEvery);
    this.replan();
  }

  /** Somebody wants to know about a room: it is the next of its account, and need not wait as long. */
  lookSoon(key: string): void {
    const room = this.#parts.book.find(key);
    if (room !== undefined) {
      this.#lookedAt.delete(key);
      this.#looksFrom.set(room.accountId, (this.#restsFrom.get(room.accountId) ?? 0) + lookSoonEvery);
      this.replan();
    }
  }

  /** Takes what was seen of a room. */
  async take(key: string, { phase, note, peopleCount, peopleNames, isUnsettled = false }: RoomSight): Promise<void> {
    const before = this.#parts.book.find(key);
    if (before === undefined || !(isLive(before.phase) || this.#unsettled.has(key))) {
      return;
    }
    this.#people.set(key, { peopleCount, peopleNames });
    if (!isUnsettled) {
      this.#unsettled.delete(key);
    } else if (!this.#unsettled.has(key)) {
      this.#unsettled.set(key, this.#parts.clock.uptime() + settlesWithin);
    }
    await this.#parts.book.update(key, {
      phase: isLive(before.phase) ? phaseAfterLook(before.phase, phase) : before.phase,
      note,
    });
    this.#parts.onChanged();
  }

  async followClock(): Promise<void> {
    if (await this.#parts.book.followClock(this.#parts.clock.wall())) {
      this.#parts.onChanged();
    }
    this.replan();
  }

  stop(): void {
    this.#isStopped = true;
    this.replan();
  }

  async #wake(): Promise<void> {
    await this.followClock();
    if (this.#parts.isWatched()) {
      await Promise.all(this.#dueRooms().map((room) => this.#look(room)));
      this.replan();
    }
  }

  /** Rooms that can be looked into, the one that was not for longest first. */
  #seenRooms(): readonly StoredRoom[] {
    const { book, findHost } = this.#parts;
    return book.rooms
      .filter((room) => (isLive(room.phase) || this.#isUnsettled(room)) && !this.#blind.has(roomKeyOf(room)))
      .filter(({ accountId }) => findHost(accountId)?.look !== undefined)
      .toSorted((a, b) => this.#lastLook(a) - this.#lastLook(b));
  }

  #isUnsettled(room: StoredRoom): boolean {
    return (this.#unsettled.get(roomKeyOf(room)) ?? 0) > this.#parts.clock.uptime();
  }

  #lastLook(room: StoredRoom): number {
    return this.#lookedAt.get(roomKeyOf(room)) ?? 0;
  }

  #waitForLook(): number | null {
    const rooms = this.#parts.isWatched() ? this.#seenRooms() : [];
    const now = this.#parts.clock.uptime();
    return rooms.length === 0 ? null : Math.min(...rooms.map((room) => this.#looksFromOf(room) - now));
  }

  #looksFromOf({ accountId }: StoredRoom): number {
    return this.#looksFrom.get(accountId) ?? 0;
  }

  /** One room of each account whose time has come. */
  #dueRooms(): readonly StoredRoom[] {
    const now = this.#parts.clock.uptime();
    const due = this.#seenRooms().filter((room) => this.#looksFromOf(room) <= now);
    const firstOfAccount = new Map(due.toReversed().map((room) => [room.accountId, room]));
    return [...firstOfAccount.values()];
  }

  async #look(room: StoredRoom): Promise<void> {
    const { book, clock, findHost, onBug } = this.#parts;
    const key = roomKeyOf(room);
    this.#lookedAt.set(key, clock.uptime());
    this.#looksFrom.set(room.accountId, clock.uptime() + lookEvery);
    this.#restsFrom.set(room.accountId, clock.uptime());
    try {
      const seen = await findHost(room.accountId)?.look?.(await book.open(room), room.phase);
      if (seen?.kind === 'sight') {
        await this.take(key, seen);
      } else if (seen?.status.kind === 'refused') {
        this.#blind.add(key);
      } else if (seen !== undefined) {
        const wait = Math.max(seen.retryAfter ?? 0, lookEvery);
        this.#looksFrom.set(room.accountId, clock.uptime() + wait);
        this.#restsFrom.set(room.accountId, clock.uptime() + wait);
      }
    } catch (error) {
      this.#blind.add(key);
      onBug(error);
    }
  }
}
