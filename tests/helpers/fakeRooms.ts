import type { Account } from '../../core/model/account.ts';
import type { RemotePage } from '../../core/model/wayIn.ts';
import { RoomBook } from '../../main/rooms/roomBook.ts';
import { RoomDesk } from '../../main/rooms/roomDesk.ts';
import { RoomEntrance, type RoomEntranceParts } from '../../main/rooms/roomEntrance.ts';
import type { CreatedRoom, HostedRoom, RoomFailure, RoomHost, RoomSight } from '../../main/services/service.ts';
import type { FakeProfile } from './fakeProfile.ts';
import type { FakeTime } from './fakeTime.ts';

/** A host without a service: it does as it is told and notes what was asked. */
export interface FakeHost extends Omit<RoomHost, 'enter'> {
  enter: RoomHost['enter'];
  /** What was asked, in order. */
  readonly asked: string[];
  /** What the next creations lead to; a room each when there is nothing. */
  readonly outcomes: (RoomFailure | { readonly kind: 'uncertain' } | Error)[];
  sight: RoomSight | RoomFailure;
  /** Creations wait for it. */
  gate: Promise<unknown>;
  life: number | null;
  /** What the last creation was given. */
  fields: Readonly<Record<string, string>> | null;
}

/** Failure of a kind. */
export function failed(
  kind: 'refused' | 'limited' | 'unreachable' | 'notSetUp',
  retryAfter: number | null = null,
): RoomFailure {
  return { kind: 'failed', status: { kind }, detail: 'so it is', retryAfter, trackingId: 'id-1' };
}

const inFoyer = { label: 'services:eightbyeight.ways.agentInFoyer', origins: ['https://portal.example'] } as const;

/** Builds the host; rooms live a quarter of an hour unless told. */
export function createFakeHost(time: FakeTime): FakeHost {
  let count = 0;
  const host: FakeHost = {
    asked: [],
    outcomes: [],
    sight: { kind: 'sight', phase: 'open', peopleCount: null, peopleNames: [], note: null },
    gate: Promise.resolve(),
    life: 15 * 60_000,
    fields: null,
    probe: async () => ({ kind: 'good' }),
    create: async (fields) => {
      host.asked.push('create');
      host.fields = fields;
      await host.gate;
      const outcome = host.outcomes.shift();
      if (outcome instanceof Error) {
        throw outcome;
      }
      count += 1;
      return outcome ?? createRoom(host, time, count);
    },
    waysIn: ({ link, secrets }) => [
      ...(secrets['token']
        ? [{ id: 'own', kind: 'web', label: 'services:eightbyeight.ways.agent', target: 'x', inFoyer } as const]
        : []),
      { id: 'copy', kind: 'copy', label: 'services:eightbyeight.ways.copy', target: link ?? '' },
    ],
    enter: async ({ secrets }: HostedRoom) => {
      host.asked.push('enter');
      return { kind: 'page', url: `https://portal.example/?token=${secrets['token']}` };
    },
    look: async ({ title }) => {
      host.asked.push(`look ${title}`);
      return host.sight;
    },
  };
  return host;
}

function createRoom({ life }: FakeHost, time: FakeTime, count: number): CreatedRoom {
  const now = time.clock.wall();
  return {
    kind: 'created',
    room: {
      id: `room-${count}`,
      title: `ORDER${count}`,
      createdAt: new Date(now).toISOString(),
      expiresAt: life === null ? null : new Date(now + life).toISOString(),
      link: `https://guest.example/${count}`,
      details: { reference: `ORDER${count}`, isTexted: 'true' },
      secrets: { token: `token-of-${count}` },
    },
  };
}

/** One run of the program as far as rooms go. */
export interface FakeRooms {
  readonly book: RoomBook;
  readonly desk: RoomDesk;
  readonly entrance: RoomEntrance;
  readonly copied: string[];
  readonly opened: string[];
  /** Pages opened in windows of Foyer's own. */
  readonly shown: RemotePage[];
  /** Ways in chosen last, by service. */
  readonly remembered: Map<string, string>;
  readonly bugs: unknown[];
  isWatched: boolean;
  isOnline: boolean;
}

/** The account that rooms are opened for. */
export const deskAccount: Account = {
  id: 'desk-1',
  serviceId: 'eightbyeight',
  name: 'Desk',
  fields: { agentLogin: 'agent@office.example' },
};

/** Builds the parts on a profile; hosts are followed by the test. */
export function buildFakeRooms(
  profile: FakeProfile,
  time: FakeTime,
  parts: Partial<Pick<RoomEntranceParts, 'openCall' | 'openPage' | 'openInFoyer'>> = {},
): FakeRooms {
  const book = new RoomBook({ store: profile.rooms, vault: profile.vault });
  const copyText = async (text: string): Promise<void> => void rooms.copied.push(text);
  const bugs: unknown[] = [];
  const desk = new RoomDesk({
    mayOpen: () => true,
    clock: time.clock,
    book,
    accounts: () => profile.accounts.value.accounts,
    region: () => 'CH',
    isOnline: () => rooms.isOnline,
    isWatched: () => rooms.isWatched,
    copyText,
    onChanged: () => undefined,
    onUnreachable: () => undefined,
    onBug: (error) => bugs.push(error),
  });
  const entrance = new RoomEntrance({
    book,
    desk,
    findAccount: (accountId) => profile.accounts.value.accounts.find(({ id }) => id === accountId),
    handledSchemes: async () => new Set(),
    mayGo: async () => true,
    hasRemotePages: () => true,
    openPage: async (url) => rooms.opened.push(url) > 0,
    openInFoyer: (page) => rooms.shown.push(page) > 0,
    rememberedWay: (serviceId) => rooms.remembered.get(serviceId) ?? null,
    rememberWay: (serviceId, wayId) => void rooms.remembered.set(serviceId, wayId),
    copyText,
    ...parts,
  });
  const rooms: FakeRooms = {
    book,
    desk,
    entrance,
    copied: [],
    opened: [],
    shown: [],
    remembered: new Map(),
    bugs,
    isWatched: false,
    isOnline: true,
  };
  return rooms;
}
