import { compareRooms, endsAt, isLive, orderHosts, phaseAt } from '../../core/rooms/roomLife.ts';
import type { Vault } from '../accounts/vault.ts';
import type { HostedRoom } from '../services/service.ts';
import type { ProfileStore } from '../settings/profileStore.ts';
import type { StoredRoom, StoredRooms } from '../settings/storedRooms.ts';

/** What the book of rooms works with. */
export interface RoomBookParts {
  readonly store: ProfileStore<StoredRooms>;
  readonly vault: Pick<Vault, 'read' | 'keep' | 'forget' | 'sweep'>;
}

/** What can become of a room. */
export type RoomChange = Partial<Pick<StoredRoom, 'phase' | 'note'>>;

/** Rooms of no more use that are remembered. */
const mostRecents = 10;

/** What the vault knows rooms by, beside the accounts. */
const vaultPrefix = 'room-';

/** Unique over all accounts. */
export function roomKeyOf({ accountId, id }: Pick<StoredRoom, 'accountId' | 'id'>): string {
  return `${accountId}/${id}`;
}

/** The rooms: on disk without what lets their owner in; that is in the vault, and no longer than the room is of use. */
export class RoomBook {
  readonly #store: ProfileStore<StoredRooms>;
  readonly #vault: RoomBookParts['vault'];

  constructor({ store, vault }: RoomBookParts) {
    this.#store = store;
    this.#vault = vault;
  }

  /** Newest first, those of no more use at the end. */
  get rooms(): readonly StoredRoom[] {
    return this.#store.value.rooms;
  }

  find(key: string): StoredRoom | undefined {
    return this.rooms.find((room) => roomKeyOf(room) === key);
  }

  /** What the vault has of rooms, to be followed when the user changes what may lie on the disk. */
  get vaultIds(): readonly string[] {
    return this.rooms.filter(({ phase }) => isLive(phase)).map(vaultId);
  }

  /** Removes what a crash left in the vault. */
  sweep(): Promise<void> {
    return this.#vault.sweep(vaultPrefix, this.vaultIds);
  }

  /** Writes a new room down at once: it exists, whatever happens to the program now. */
  async add({ secrets, ...room }: HostedRoom): Promise<void> {
    const stored: StoredRoom = { ...room, phase: 'open', note: null };
    this.#replace([stored, ...this.rooms.filter((other) => roomKeyOf(other) !== roomKeyOf(stored))]);
    if (Object.keys(secrets).length > 0) {
      // A disk that refuses costs nothing in this run: the vault has it in memory.
      await this.#vault.keep(vaultId(stored), secrets).catch(() => undefined);
    }
  }

  /** A room with what lets its owner in, as far as that is still there. */
  async open(room: StoredRoom): Promise<HostedRoom> {
    const found = isLive(room.phase) ? await this.#vault.read(vaultId(room)) : null;
    const { phase: _phase, note: _note, ...hosted } = room;
    return { ...hosted, secrets: found?.kind === 'found' ? found.secrets : {} };
  }

  /** What let its owner in was good once, and was used. */
  async spend(key: string): Promise<void> {
    const room = this.find(key);
    if (room !== undefined) {
      await this.#vault.forget(vaultId(room)).catch(() => undefined);
    }
  }

  async update(key: string, change: RoomChange): Promise<void> {
    const before = this.find(key);
    if (before === undefined || isSame(before, change)) {
      return;
    }
    const after = { ...before, ...change };
    const isOver = !isLive(after.phase);
    if (isOver) {
      await this.#vault.forget(vaultId(before)).catch(() => undefined);
    }
    this.#replace(
      this.rooms.map((room) => (roomKeyOf(room) === key ? { ...after, ...(isOver && { link: null }) } : room)),
    );
  }

  /** Moves on every room whose time has come. Returns whether there was any. */
  async followClock(now: number): Promise<boolean> {
    const due = this.rooms.filter((room) => phaseAt(room, now) !== room.phase);
    await Promise.all(due.map((room) => this.update(roomKeyOf(room), { phase: phaseAt(room, now) })));
    return due.length > 0;
  }

  /** When the next room moves on by itself (ms since 1970), or null. */
  nextEnd(): number | null {
    const ends = this.rooms.flatMap((room) => endsAt(room) ?? []);
    return ends.length === 0 ? null : Math.min(...ends);
  }

  /** Takes rooms out of the list; those that are of use only with their account. */
  async forget(doesFit: (room: StoredRoom) => boolean): Promise<void> {
    const gone = this.rooms.filter(doesFit);
    await Promise.all(gone.map((room) => this.#vault.forget(vaultId(room)).catch(() => undefined)));
    this.#replace(this.rooms.filter((room) => !doesFit(room)));
  }

  async forgetAccount(accountId: string): Promise<void> {
    await this.forget((room) => room.accountId === accountId);
    const { usedHosts, lastGood, rooms } = this.#store.value;
    const { [accountId]: _, ...others } = lastGood;
    this.#store.replace({ rooms, usedHosts: usedHosts.filter((id) => id !== accountId), lastGood: others });
  }

  /** These accounts, the one that opened a room last first. */
  orderHosts(accountIds: readonly string[]): readonly string[] {
    return orderHosts(accountIds, this.#store.value.usedHosts);
  }

  rememberHost(accountId: string): void {
    const { usedHosts, ...rest } = this.#store.value;
    this.#store.replace({ ...rest, usedHosts: [accountId, ...usedHosts.filter((id) => id !== accountId)] });
  }

  lastGood(accountId: string): string | null {
    return this.#store.value.lastGood[accountId] ?? null;
  }

  rememberGood(accountId: string, now: number): void {
    const { lastGood, ...rest } = this.#store.value;
    this.#store.replace({ ...rest, lastGood: { ...lastGood, [accountId]: new Date(now).toISOString() } });
  }

  #replace(rooms: readonly StoredRoom[]): void {
    const ordered = rooms.toSorted(compareRooms);
    const recents = ordered.filter(({ phase }) => !isLive(phase));
    const dropped = new Set(recents.slice(mostRecents));
    this.#store.replace({ ...this.#store.value, rooms: ordered.filter((room) => !dropped.has(room)) });
  }
}

function vaultId({ id }: Pick<StoredRoom, 'id'>): string {
  return `${vaultPrefix}${id}`;
}

function isSame(room: StoredRoom, change: RoomChange): boolean {
  return JSON.stringify({ ...room, ...change }) === JSON.stringify(room);
}
