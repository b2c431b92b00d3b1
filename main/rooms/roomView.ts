import type { Account } from '../../core/model/account.ts';
import type { RoomView } from '../../core/model/room.ts';
import { isLive } from '../../core/rooms/roomLife.ts';
import { findService } from '../services/registry.ts';
import type { StoredRoom } from '../settings/storedRooms.ts';
import { roomKeyOf } from './roomBook.ts';
import type { People } from './roomWatch.ts';

/** What only a run of the program knows of a room. */
export interface RoomNews extends People {
  readonly canEnd: boolean;
}

/** A room as windows see it. */
export function viewRoom(room: StoredRoom, account: Account | undefined, news: RoomNews): RoomView {
  const face = account === undefined ? undefined : findService(account.serviceId)?.rooms;
  return {
    key: roomKeyOf(room),
    accountId: room.accountId,
    title: room.title,
    createdAt: room.createdAt,
    expiresAt: room.expiresAt,
    phase: room.phase,
    peopleCount: isLive(room.phase) ? news.peopleCount : null,
    peopleNames: isLive(room.phase) ? news.peopleNames : [],
    note: room.note ?? face?.describe?.(room, room.phase) ?? null,
    hasLink: room.link !== null && isLive(room.phase),
    canEnd: news.canEnd && isLive(room.phase),
  };
}
