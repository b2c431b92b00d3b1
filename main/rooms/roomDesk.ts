import type { Account, AccountView, FieldProblem } from '../../core/model/account.ts';
import type { RoomCreation, RoomEnding, RoomsSlice } from '../../core/model/room.ts';
import { isLive } from '../../core/rooms/roomLife.ts';
import type { ReadyAccount } from '../accounts/accountOpenings.ts';
import { checkRoomFields } from '../accounts/checkDraft.ts';
import { phoneReaderFor } from '../accounts/phoneNumbers.ts';
import type { Clock } from '../clock.ts';
import { findService } from '../services/registry.ts';
import type { CreatedRoom, FoundRoom, RoomFailure, RoomHost } from '../services/service.ts';
import type { StoredRoom } from '../settings/storedRooms.ts';
import { type RoomBook, roomKeyOf } from './roomBook.ts';
import { RoomHosts } from './roomHosts.ts';
import { viewRoom } from './roomView.ts';
import { RoomWatch } from './roomWatch.ts';

/** Why something about a room did not work, as it is told. */
export type FailedRoom = Extract<RoomCreation, { readonly kind: 'failed' }>;

/** What the desk works with. */
export interface RoomDeskParts {
  readonly clock: Clock;
  readonly book: RoomBook;
  readonly accounts: () => readonly Account[];
  /** Where this machine is (ISO 3166, two letters, or empty). */
  readonly region: () => string;
  readonly isOnline: () => boolean;
  /** Whether somebody has the rooms before them now. */
  /** False where an administrator switched new rooms off. */
  readonly mayOpen: () => boolean;
  readonly isWatched: () => boolean;
  readonly copyText: (text: string) => Promise<void>;
  /** What is shown changed: ask for `slice` and `judge`. */
  readonly onChanged: () => void;
  /** A service did not answer: is there a network? */
  readonly onUnreachable: () => void;
  readonly onBug: (error: unknown) => void;
}

/** Opens rooms and looks after them. Nothing is ever tried twice: a second try is a second room. */
export class RoomDesk {
  readonly #parts: RoomDeskParts;
  readonly #hosts: RoomHosts;
  readonly #watch: RoomWatch;
  readonly #openings = new Map<string, Promise<RoomCreation>>();

  constructor(parts: RoomDeskParts) {
    const { book, clock, isWatched, onChanged, onBug } = parts;
    this.#parts = parts;
    this.#hosts = new RoomHosts({
      lastGood: (accountId) => book.lastGood(accountId),
      rememberGood: (accountId) => book.rememberGood(accountId, clock.wall()),
    });
    const findHost = (accountId: string): RoomHost | undefined => this.#hosts.find(accountId);
    this.#watch = new RoomWatch({ clock, book, findHost, isWatched, onChanged, onBug });
  }

  /** Takes up the rooms of an earlier run. */
  async start(): Promise<void> {
    await this.#parts.book.sweep();
    await this.#watch.followClock();
  }

  readonly follow = (ready: ReadyAccount): void => {
    this.#hosts.follow(ready);
    this.#watch.replan();
    this.#parts.onChanged();
  };

  readonly forgetAccount = async (accountId: string): Promise<void> => {
    this.#hosts.forget(accountId);
    await this.#parts.book.forgetAccount(accountId);
    this.#watch.replan();
    this.#parts.onChanged();
  };

  findHost(accountId: string): RoomHost | undefined {
    return this.#hosts.find(accountId);
  }

  /** Completes what is said of accounts that have no agenda to be judged by. */
  judge(views: readonly AccountView[]): readonly AccountView[] {
    return this.#hosts.judge(views);
  }

  slice(): RoomsSlice {
    const { book } = this.#parts;
    const accounts = this.#parts.accounts();
    const mayOpen = this.#parts.mayOpen();
    const hosts = accounts.map(({ id }) => id).filter((id) => mayOpen && this.#hosts.find(id) !== undefined);
    const rooms = book.rooms.map((room) =>
      viewRoom(
        room,
        accounts.find(({ id }) => id === room.accountId),
        {
          ...this.#watch.peopleIn(roomKeyOf(room)),
          canEnd: this.#hosts.find(room.accountId)?.end !== undefined,
        },
      ),
    );
    return { hostAccountIds: book.orderHosts(hosts), rooms, openingFor: [...this.#openings.keys()].at(-1) ?? null };
  }

  /** Opens a room and copies its link. A press while one is being opened for the account is the same press. */
  create(accountId: string, typed: Readonly<Record<string, string>>): Promise<RoomCreation> {
    const running = this.#openings.get(accountId);
    if (running !== undefined) {
      return running;
    }
    const opening = this.#create(accountId, typed).finally(() => {
      this.#openings.delete(accountId);
      this.#parts.onChanged();
    });
    this.#openings.set(accountId, opening);
    this.#parts.onChanged();
    return opening;
  }

  /** Somebody went in from here. */
  async noteEntered(key: string): Promise<void> {
    const room = this.#parts.book.find(key);
    if (room !== undefined && isLive(room.phase)) {
      await this.#parts.book.update(key, { phase: 'entered' });
      this.#watch.putOff(room.accountId);
      this.#parts.onChanged();
    }
  }

  async end(key: string): Promise<RoomEnding> {
    const room = this.#parts.book.find(key);
    const host = room === undefined ? undefined : this.#hosts.find(room.accountId);
    if (room === undefined || host?.end === undefined) {
      return { kind: 'failed', status: { kind: 'secretLost' }, detail: null };
    }
    const ended = await host.end(await this.#parts.book.open(room));
    if (ended.kind === 'failed') {
      return { kind: 'failed', status: this.#noteFailure(room.accountId, ended).status, detail: ended.detail };
    }
    await this.#parts.book.update(key, { phase: 'over' });
    this.#watch.replan();
    this.#parts.onChanged();
    return ended;
  }

  /**
   * Takes rooms of no more use out of the list: one, or all when `key` is null. One that somebody entered and that nobody
   * can end from here is of no more use when its owner says so.
   */
  async forget(key: string | null): Promise<void> {
    await this.#parts.book.forget((room) =>
      key === null ? !isLive(room.phase) : roomKeyOf(room) === key && this.#mayForget(room),
    );
    this.#parts.onChanged();
  }

  #mayForget({ phase, accountId }: StoredRoom): boolean {
    return !isLive(phase) || (phase === 'entered' && this.#hosts.find(accountId)?.end === undefined);
  }

  /** Takes a room that was found at its service among those of Foyer. Returns its key. */
  async keep(accountId: string, { room, sight }: FoundRoom): Promise<string> {
    const key = roomKeyOf({ accountId, id: room.id });
    await this.#parts.book.add({ ...room, accountId });
    await this.#watch.take(key, sight);
    this.#watch.putOff(accountId);
    this.#parts.onChanged();
    return key;
  }

  /** Somebody wants to know about a room now. */
  readonly lookSoon = (key: string): void => this.#watch.lookSoon(key);

  /** A service took an account well. */
  noteGood(accountId: string): void {
    this.#hosts.noteGood(accountId);
    this.#parts.onChanged();
  }

  /** Notes why something about an account's rooms did not work. Returns it as it is told. */
  noteFailure(accountId: string, failure: RoomFailure): FailedRoom {
    const failed = this.#toFailed(accountId, failure);
    this.#parts.onChanged();
    return failed;
  }

  /** Lets every room expire whose time has come. */
  followClock(): Promise<void> {
    return this.#watch.followClock();
  }

  /** The window came or went, or the machine woke up. */
  readonly wake = (): void => void this.followClock().catch(this.#parts.onBug);

  stop(): void {
    this.#watch.stop();
  }

  async #create(accountId: string, typed: Readonly<Record<string, string>>): Promise<RoomCreation> {
    const account = this.#parts.accounts().find(({ id }) => id === accountId);
    const host = this.#hosts.find(accountId);
    const form = account === undefined ? null : findService(account.serviceId)?.view.newRoom;
    if (host === undefined || !form || !this.#parts.mayOpen()) {
      return { kind: 'failed', status: { kind: 'secretLost' }, detail: null, trackingId: null, retryAt: null };
    }
    const readPhone = await phoneReaderFor(form.fields, typed, this.#parts.region());
    const checked = checkRoomFields(form.fields, typed, readPhone);
    if (!('fields' in checked)) {
      return { kind: 'invalid', problems: checked satisfies readonly FieldProblem[] };
    }
    const outcome = await host.create(checked.fields);
    switch (outcome.kind) {
      case 'created':
        return this.#take(accountId, outcome);
      case 'invalid':
        return outcome;
      case 'uncertain':
        this.#parts.onUnreachable();
        return outcome;
      case 'failed':
        return this.#toFailed(accountId, outcome);
    }
  }

  async #take(accountId: string, { room }: CreatedRoom): Promise<RoomCreation> {
    const { book, copyText } = this.#parts;
    if (this.#hosts.find(accountId) === undefined) {
      // The account was removed meanwhile: nothing of it is kept.
      return { kind: 'failed', status: { kind: 'secretLost' }, detail: null, trackingId: null, retryAt: null };
    }
    await book.add({ ...room, accountId });
    book.rememberHost(accountId);
    this.#hosts.noteGood(accountId);
    this.#watch.putOff(accountId);
    const isLinkCopied = room.link !== null && (await isDone(copyText(room.link)));
    return { kind: 'created', roomKey: roomKeyOf({ accountId, id: room.id }), isLinkCopied };
  }

  #toFailed(accountId: string, failure: RoomFailure): FailedRoom {
    const { status } = this.#noteFailure(accountId, failure);
    const { detail, trackingId, retryAfter } = failure;
    const retryAt = retryAfter === null ? null : new Date(this.#parts.clock.wall() + retryAfter).toISOString();
    return { kind: 'failed', status, detail, trackingId, retryAt };
  }

  #noteFailure(accountId: string, failure: RoomFailure): Pick<AccountView, 'status'> {
    this.#hosts.noteFailure(accountId, failure);
    if (failure.status.kind !== 'unreachable') {
      return failure;
    }
    this.#parts.onUnreachable();
    return { status: this.#parts.isOnline() ? failure.status : { kind: 'offline' } };
  }
}

function isDone(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
