import type { WayIn } from '../../../core/model/wayIn.ts';
import type {
  CallHost,
  CreatedRoom,
  FoundRooms,
  HostedRoom,
  RoomEntry,
  RoomFailure,
  RoomHost,
  RoomSight,
  ServiceAccess,
} from '../service.ts';
import { ClientTokens } from './clientTokens.ts';
import { sightOf } from './peopleIn.ts';
import { readPages } from './readPages.ts';
import { generateRoomName } from './roomName.ts';
import {
  type ParticipantRecord,
  parseRoom,
  parseRooms,
  parseSessions,
  type RoomRecord,
  toHostedRoom,
} from './roomRecord.ts';
import { RoomSessions } from './roomSessions.ts';
import { TelnyxApi, toFailure, unreadable } from './telnyxApi.ts';

const callWay: WayIn['id'] = 'call';
const usualSize = 10;
/** The platform's code for a name that another room has (page "API errors"). */
const duplicateCode = '10012';
const mostNames = 3;
/** A room found by its name after a lost answer must be this young (ms) to be the one that was asked for. */
const youngRoom = 300_000;

interface Wish {
  readonly unique_name: string;
  readonly max_participants: number;
  readonly enable_recording: boolean;
}

interface NameTaken {
  readonly kind: 'taken';
  readonly failure: RoomFailure;
}

/** The rooms of one Telnyx account. */
export class TelnyxRooms implements RoomHost {
  readonly #api: TelnyxApi;

  constructor(access: ServiceAccess) {
    this.#api = new TelnyxApi(access);
  }

  readonly probe: RoomHost['probe'] = async () => {
    const answer = await this.#api.call({
      method: 'GET',
      cost: 'medium',
      path: '/rooms',
      query: { 'page[size]': '1' },
    });
    if (answer.kind === 'bad') {
      return toFailure(answer);
    }
    return parseRooms(answer.body) === null ? unreadable : { kind: 'good' };
  };

  readonly create: RoomHost['create'] = async (fields) => {
    const named = fields['name'] || null;
    for (let attempt = 1; ; attempt += 1) {
      const wish: Wish = {
        unique_name: named ?? generateRoomName(),
        max_participants: Number(fields['size'] || usualSize),
        enable_recording: fields['recording'] === 'true',
      };
      const made = await this.#make(wish, named === null);
      if (made.kind !== 'taken') {
        return made;
      }
      // Surely no room was made, so that another name of ours is no repetition.
      if (named !== null || attempt === mostNames) {
        return named === null ? made.failure : this.#open(named, made.failure);
      }
    }
  };

  readonly list = async (): Promise<FoundRooms | RoomFailure> => {
    const found = await readPages(this.#api, '/rooms', {}, parseRooms);
    if (found.kind === 'failed') {
      return found;
    }
    const isAnyInUse = found.items.some(({ active_session_id: session }) => session);
    const people = isAnyInUse ? await this.#peopleByRoom() : new Map<string, readonly ParticipantRecord[]>();
    const rooms = found.items.map((record) => ({
      room: toHostedRoom(record, Date.now()),
      sight: sightOfListed(record, people.get(record.id)),
    }));
    return {
      kind: 'rooms',
      rooms: rooms.toSorted((a, b) => b.room.createdAt.localeCompare(a.room.createdAt)),
      isWhole: found.isWhole,
    };
  };

  readonly waysIn = (room: HostedRoom): readonly WayIn[] => [
    { id: callWay, kind: 'app', label: 'services:telnyx.ways.call', target: room.title },
  ];

  readonly enter = async (room: HostedRoom, wayId: string): Promise<RoomEntry | RoomFailure> => {
    if (wayId !== callWay) {
      throw new RangeError('no such way into the room');
    }
    return { kind: 'call', roomId: room.id };
  };

  readonly look = (room: HostedRoom): Promise<RoomSight | RoomFailure> =>
    new RoomSessions(this.#api, room.id).lookFromOutside();

  /** Deletes the room: everybody is sent out and nobody can come back. */
  readonly end = async (room: HostedRoom): Promise<{ readonly kind: 'ended' } | RoomFailure> => {
    const answer = await this.#api.call({ method: 'DELETE', cost: 'medium', path: `/rooms/${room.id}` });
    return answer.kind === 'good' || answer.httpStatus === 404 ? { kind: 'ended' } : toFailure(answer);
  };

  readonly call = (room: HostedRoom): CallHost => {
    const tokens = new ClientTokens(this.#api, room.id);
    const sessions = new RoomSessions(this.#api, room.id);
    const { mintPass, renewPass } = tokens;
    const { look, moderate, endForAll } = sessions;
    return { mintPass, renewPass, look, moderate, endForAll };
  };

  /** Who is in the rooms, as far as the service tells: without it, the rooms are still there. */
  async #peopleByRoom(): Promise<ReadonlyMap<string, readonly ParticipantRecord[]>> {
    const query = { 'filter[active]': 'true', include_participants: 'true' };
    const list = await readPages(this.#api, '/room_sessions', query, parseSessions);
    const sessions = list.kind === 'list' ? list.items : [];
    return new Map(
      sessions.flatMap(({ roomId, participants }) =>
        roomId === null || participants === null ? [] : [[roomId, participants] as const],
      ),
    );
  }

  async #make(
    wish: Wish,
    isOwnName: boolean,
  ): Promise<CreatedRoom | RoomFailure | { readonly kind: 'uncertain' } | NameTaken> {
    const answer = await this.#api.call({ method: 'POST', cost: 'medium', path: '/rooms', body: wish, isOnce: true });
    if (answer.kind === 'good') {
      const room = parseRoom(answer.body);
      return room === null ? this.#findLost(wish, isOwnName) : created({ ...room, ...wish });
    }
    if (!answer.isUndone) {
      return this.#findLost(wish, isOwnName);
    }
    const failure = toFailure(answer);
    return answer.error.code === duplicateCode ? { kind: 'taken', failure } : failure;
  }

  /** Names are unique in an account: who asks for a room by the name of one that is there wants that one. */
  async #open(name: string, otherwise: RoomFailure): Promise<CreatedRoom | RoomFailure> {
    const found = await this.#findByName(name);
    return found === null || found.room === undefined ? otherwise : created(found.room);
  }

  /** Looks for a room whose creation got no answer. Only a name of our own making surely tells it from an older one. */
  async #findLost(wish: Wish, isOwnName: boolean): Promise<CreatedRoom | { readonly kind: 'uncertain' }> {
    const found = isOwnName ? await this.#findByName(wish.unique_name) : null;
    const age =
      found?.room === undefined
        ? Number.POSITIVE_INFINITY
        : Math.abs(found.now - Date.parse(found.room.created_at ?? ''));
    return found?.room !== undefined && age < youngRoom ? created(found.room) : { kind: 'uncertain' };
  }

  async #findByName(name: string): Promise<{ readonly room: RoomRecord | undefined; readonly now: number } | null> {
    const query = { 'filter[unique_name]': name, 'page[size]': '250' };
    const answer = await this.#api.call({ method: 'GET', cost: 'medium', path: '/rooms', query });
    if (answer.kind === 'bad') {
      return null;
    }
    // Whether the filter wants the whole name is not documented.
    const room = parseRooms(answer.body)?.items.find(({ unique_name: found }) => found === name);
    return { room, now: answer.serviceTime ?? Date.now() };
  }
}

/** Of a room whose people are not told it is only known whether there are any. */
function sightOfListed(
  { active_session_id: session }: RoomRecord,
  people: readonly ParticipantRecord[] | undefined,
): RoomSight {
  return session && people === undefined
    ? { ...sightOf([]), phase: 'entered', peopleCount: null }
    : sightOf(session && people !== undefined ? people : []);
}

function created(room: RoomRecord): CreatedRoom {
  return { kind: 'created', room: toHostedRoom(room, Date.now()) };
}
