import { beforeEach, describe, expect, test } from 'vitest';
import type { AccountView } from '../../../core/model/account.ts';
import type { FoyerState } from '../../../core/model/foyerState.ts';
import { noLinks } from '../../../core/model/links.ts';
import type { Meeting } from '../../../core/model/meeting.ts';
import { invitesId } from '../../../core/model/offer.ts';
import { noReminders } from '../../../core/model/reminder.ts';
import type { RoomView } from '../../../core/model/room.ts';
import { MeetingJoiner } from '../../../main/links/joinMeeting.ts';
import { LinkedMeetings } from '../../../main/links/linkedMeetings.ts';
import type { CardLink, LinkLookup } from '../../../main/links/linkLookup.ts';
import { lookUpLink } from '../../../main/links/linkLookup.ts';
import { services } from '../../../main/services/registry.ts';
import { at, buildMeeting } from '../../helpers/fakeMeetings.ts';

let opened: string[];
let handled: readonly string[];
let accounts: readonly AccountView[];
let meetings: readonly Meeting[];
let rooms: readonly RoomView[];

function account(id: string, serviceId: string, fields: Readonly<Record<string, string>> = {}): AccountView {
  const seen = { lastSuccessAt: null, nextAttemptAt: null, trackingId: null, clockSkew: null } as const;
  return { id, serviceId, name: id, fields, status: { kind: 'current' }, ...seen, secretStorage: 'encrypted' };
}

const room: RoomView = {
  key: 'desk-1/a1',
  accountId: 'desk-1',
  title: 'Desk',
  createdAt: at(0),
  expiresAt: null,
  phase: 'open',
  peopleCount: null,
  peopleNames: [],
  note: null,
  hasLink: true,
  canEnd: false,
};

beforeEach(() => {
  opened = [];
  handled = [];
  accounts = [account('room-1', 'pexip', { node: 'join.corp.example' }), account('desk-1', 'eightbyeight')];
  meetings = [buildMeeting({ minutes: 60 })];
  rooms = [room];
});

function lookUp(link: CardLink): Promise<LinkLookup> {
  const state = {
    agenda: { meetings, changes: [], isRefreshing: false },
    accounts,
    services: services.map(({ view }) => view),
    rooms: {
      hostAccountIds: accounts.filter(({ id }) => id === 'desk-1').map(({ id }) => id),
      rooms,
      openingFor: null,
    },
    links: noLinks,
    reminders: noReminders,
  } as unknown as FoyerState;
  const linked = new LinkedMeetings();
  const joiner = new MeetingJoiner({
    findMeeting: (key) => linked.find(key) ?? meetings.find((meeting) => meeting.key === key),
    findAccount: (id) => accounts.find((candidate) => candidate.id === id),
    handledSchemes: async () => new Set(handled),
    rememberedWay: () => null,
    rememberWay: () => opened.push('remembered'),
    mayGo: async () => true,
    hasRemotePages: () => true,
    openPage: async (uri) => opened.push(uri) > 0,
    openInFoyer: ({ url }) => opened.push(url) > 0,
    enter: async () => null,
    copyText: async (text) => void opened.push(`copied ${text}`),
  });
  const web = { id: 'guest', kind: 'web', label: 'services:eightbyeight.ways.guest', isPreferred: true } as const;
  return lookUpLink(link, {
    state: () => state,
    wall: () => Date.parse(at(30)),
    timeZone: () => 'UTC',
    meetings: { waysInto: (key) => joiner.waysInto(key), join: (key, wayId) => joiner.join(key, wayId) },
    rooms: {
      waysInto: async () => [{ ...web, target: 'https://guests.example/secret' }],
      join: async (key) => {
        opened.push(`room ${key}`);
        return { kind: 'opened', label: web.label };
      },
    },
    noteMeeting: linked.note,
  });
}

const addressed = (address: string, serviceId = 'pexip'): CardLink => ({ kind: 'joinAddress', serviceId, address });

describe('the next meeting', () => {
  test('is the one that leads the agenda, and is opened only when taken', async () => {
    const { offer, take } = await lookUp({ kind: 'joinNext' });
    expect(offer).toMatchObject({ kind: 'join', title: 'Budget review', start: at(60), host: 'join.corp.example' });
    expect(offer).toMatchObject({ trust: { serviceId: 'pexip', host: null }, meetingKey: meetings[0]?.key });
    expect(opened).toEqual([]);
    expect((await take?.())?.kind).toBe('opened');
    expect(opened).toEqual(['https://join.corp.example/webapp3/m/112233445@video.corp.example']);
  });

  test('without an address cannot be opened, and “always” is not offered', async () => {
    meetings = [buildMeeting({ address: null })];
    const { offer, take } = await lookUp({ kind: 'joinNext' });
    expect(offer).toMatchObject({ kind: 'join', way: null, trust: null });
    expect(take).toBeNull();
  });

  test('may be one of an invite, which has no account; “always” is not offered for what came from anybody', async () => {
    const url = 'https://zoom.us/j/91234567890';
    const link = { badge: 'Zoom', url };
    meetings = [buildMeeting({ accountId: invitesId, address: url, links: [link] })];
    const { offer, take } = await lookUp({ kind: 'joinNext' });
    expect(offer).toMatchObject({ kind: 'join', host: 'zoom.us', trust: null, way: { isCopy: false } });
    expect((await take?.())?.kind).toBe('opened');
    expect(opened).toEqual([url]);
    accounts = [];
    expect((await lookUp({ kind: 'joinNext' })).offer).toMatchObject({ kind: 'join', accountId: invitesId });
  });

  test('may not be there', async () => {
    meetings = [buildMeeting({ minutes: -120 })];
    expect((await lookUp({ kind: 'joinNext' })).offer).toEqual({ kind: 'nothingNext' });
    accounts = [];
    expect((await lookUp({ kind: 'joinNext' })).offer).toEqual({ kind: 'connect', serviceId: null });
  });
});

describe('an address', () => {
  test('is dialled by the account that knows most ways, and trusted by its own domain', async () => {
    accounts = [account('room-0', 'pexip'), ...accounts];
    const { offer, take } = await lookUp(addressed('ada@Other.Example'));
    const where = {
      accountId: 'room-1',
      host: 'join.corp.example',
      trust: { serviceId: 'pexip', host: 'other.example' },
    };
    expect(offer).toMatchObject({ kind: 'join', title: 'ada@Other.Example', ...where });
    await take?.();
    expect(opened).toEqual(['https://join.corp.example/webapp3/m/ada@Other.Example']);
  });

  test('without a domain is trusted by the page that dials it, and otherwise not at all', async () => {
    expect((await lookUp(addressed('5551'))).offer).toMatchObject({ trust: { host: 'join.corp.example' } });
    handled = ['sip'];
    accounts = [account('room-1', 'pexip')];
    expect((await lookUp(addressed('5551'))).offer).toMatchObject({ host: null, trust: null });
  });

  test('that can only be copied is', async () => {
    accounts = [account('room-1', 'pexip')];
    const { offer, take } = await lookUp(addressed('ada@meet.example'));
    expect(offer).toMatchObject({ way: { isCopy: true }, trust: null });
    await take?.();
    expect(opened).toEqual(['copied ada@meet.example']);
  });

  test('of a service that is not connected, or is none, says so', async () => {
    accounts = [];
    expect((await lookUp(addressed('a@b.example'))).offer).toEqual({ kind: 'connect', serviceId: 'pexip' });
    expect((await lookUp(addressed('a@b.example', 'constructor'))).offer).toEqual({ kind: 'connect', serviceId: null });
  });
});

describe('a room', () => {
  test('is one of the book, by key or id', async () => {
    for (const wanted of ['a1', 'desk-1/a1']) {
      const { offer, take } = await lookUp({ kind: 'joinRoom', serviceId: 'eightbyeight', room: wanted });
      expect(offer).toMatchObject({ kind: 'join', title: 'Desk', host: 'guests.example' });
      expect(JSON.stringify(offer)).not.toContain('secret');
      await take?.();
    }
    expect(opened).toEqual(['room desk-1/a1', 'room desk-1/a1']);
  });

  test('of another service, or that is over, is gone', async () => {
    expect((await lookUp({ kind: 'joinRoom', serviceId: 'telnyx', room: 'a1' })).offer.kind).toBe('gone');
    rooms = [{ ...room, phase: 'over' }];
    expect((await lookUp({ kind: 'joinRoom', serviceId: 'eightbyeight', room: 'a1' })).offer.kind).toBe('gone');
  });

  test('that is new is opened by the account used last, or the one of the service', async () => {
    const offered = { kind: 'newRoom', accountId: 'desk-1' };
    expect((await lookUp({ kind: 'newRoom', serviceId: null })).offer).toEqual(offered);
    expect((await lookUp({ kind: 'newRoom', serviceId: 'eightbyeight' })).offer).toEqual(offered);
    expect((await lookUp({ kind: 'newRoom', serviceId: 'telnyx' })).offer).toEqual({
      kind: 'connect',
      serviceId: 'telnyx',
    });
  });
});
