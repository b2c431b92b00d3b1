import { leadMeeting } from '../../core/agendaView/leadMeeting.ts';
import type { FoyerLink } from '../../core/links/foyerLink.ts';
import type { FoyerState } from '../../core/model/foyerState.ts';
import type { LinkOffer } from '../../core/model/links.ts';
import type { Meeting } from '../../core/model/meeting.ts';
import type { WayInView } from '../../core/model/wayIn.ts';
import { isLive } from '../../core/rooms/roomLife.ts';
import { createCalendarDays } from '../../core/time/calendarDays.ts';
import type { JoinResult } from '../../preload/channels.ts';

/** A link that shows a card. */
export type CardLink = Exclude<FoyerLink, { readonly kind: 'agenda' | 'settings' }>;

/** What a link would do, and the way to do it. */
export interface LinkLookup {
  readonly offer: LinkOffer;
  /** Does it; null where there is nothing to open. */
  readonly take: (() => Promise<JoinResult>) | null;
}

/** Something that is joined by its key. */
interface Joiner {
  readonly waysInto: (key: string) => Promise<readonly WayInView[]>;
  readonly join: (key: string, wayId: null) => Promise<JoinResult>;
}

/** What looking up works with. */
export interface LinkLookupParts {
  readonly state: () => FoyerState;
  /** Ms since 1970. */
  readonly wall: () => number;
  readonly timeZone: () => string;
  readonly meetings: Joiner;
  readonly rooms: Joiner;
  /** Has the joiner find a meeting that is in no agenda. */
  readonly noteMeeting: (meeting: Meeting) => void;
}

type JoinOffer = Extract<LinkOffer, { readonly kind: 'join' }>;

/** Finds out what a link would do now. Opens nothing. */
export async function lookUpLink(link: CardLink, parts: LinkLookupParts): Promise<LinkLookup> {
  switch (link.kind) {
    case 'joinNext':
      return lookUpNext(parts);
    case 'joinAddress':
      return lookUpAddress(link, parts);
    case 'joinRoom':
      return lookUpRoom(link, parts);
    case 'newRoom':
      return lookUpHost(link, parts);
  }
}

async function lookUpNext(parts: LinkLookupParts): Promise<LinkLookup> {
  const { agenda, reminders } = parts.state();
  const calendar = createCalendarDays(parts.timeZone());
  const meeting = leadMeeting(agenda.meetings, parts.wall(), calendar, reminders.hiddenKeys);
  if (meeting === undefined) {
    const canHave = parts.state().accounts.some(({ serviceId }) => hasAgenda(parts.state(), serviceId));
    return toTell(canHave ? { kind: 'nothingNext' } : { kind: 'connect', serviceId: null });
  }
  const { key, accountId, subject: title, start, end, address } = meeting;
  const serviceId = parts.state().accounts.find(({ id }) => id === accountId)?.serviceId ?? null;
  const known = { what: 'next', accountId, meetingKey: key, title, start, end } as const;
  const way = await preferredWay(parts.meetings, key);
  const host = hostOf(way, address);
  // Invites come from anybody, so that no "always" can stand for what they lead to.
  const trust = serviceId === null ? null : { serviceId, host: null };
  return toJoin(parts.meetings, key, { ...known, way, host, trust });
}

async function lookUpAddress(
  { serviceId, address }: Extract<FoyerLink, { readonly kind: 'joinAddress' }>,
  parts: LinkLookupParts,
): Promise<LinkLookup> {
  const accounts = parts.state().accounts.filter((account) => account.serviceId === serviceId);
  const now = new Date(parts.wall()).toISOString();
  const found = accounts.map((account): Meeting => {
    const identity = { key: `link/${account.id}/${address}`, accountId: account.id, serviceMeetingId: '' };
    return {
      ...identity,
      subject: '',
      organizerName: '',
      organizerEmail: '',
      start: now,
      end: now,
      address,
      badge: null,
    };
  });
  const ways = await Promise.all(
    found.map((meeting) => {
      parts.noteMeeting(meeting);
      return parts.meetings.waysInto(meeting.key);
    }),
  );
  // One account of the service may know more ways than another: the web app of its node.
  const most = Math.max(...ways.map(({ length }) => length));
  const index = ways.findIndex(({ length }) => length === most);
  const meeting = found[index];
  if (meeting === undefined || most === 0) {
    return toTell({ kind: 'connect', serviceId: hasAgenda(parts.state(), serviceId) ? serviceId : null });
  }
  const way = ways[index]?.find(({ isPreferred }) => isPreferred) ?? null;
  const page = hostOf(way, null);
  // Whose domain an address is in says more than the page that dials it: a page dials any address.
  const trusted = hostOf(null, address) ?? page;
  const host = page ?? trusted;
  const trust = trusted === null ? null : { serviceId, host: trusted };
  const { accountId, key } = meeting;
  const known = {
    what: 'address',
    accountId,
    meetingKey: null,
    title: address,
    start: null,
    end: null,
  } as const;
  return toJoin(parts.meetings, key, { ...known, way, host, trust });
}

async function lookUpRoom(
  { serviceId, room: wanted }: Extract<FoyerLink, { readonly kind: 'joinRoom' }>,
  parts: LinkLookupParts,
): Promise<LinkLookup> {
  const { rooms, accounts } = parts.state();
  const ids = new Set(accounts.filter((account) => account.serviceId === serviceId).map(({ id }) => id));
  const room = rooms.rooms.find(
    ({ key, accountId, phase }) =>
      ids.has(accountId) && isLive(phase) && (key === wanted || key === `${accountId}/${wanted}`),
  );
  if (room === undefined) {
    return toTell({ kind: 'gone' });
  }
  const { accountId, key, title } = room;
  const known = { what: 'room', accountId, meetingKey: null, title, start: null, end: null } as const;
  const way = await preferredWay(parts.rooms, key);
  return toJoin(parts.rooms, key, { ...known, way, host: hostOf(way, null), trust: { serviceId, host: null } });
}

function lookUpHost(
  { serviceId }: Extract<FoyerLink, { readonly kind: 'newRoom' }>,
  { state }: LinkLookupParts,
): LinkLookup {
  const { rooms, accounts, services } = state();
  const accountId = rooms.hostAccountIds.find(
    (id) => serviceId === null || accounts.some((account) => account.id === id && account.serviceId === serviceId),
  );
  const isKnown = services.some((service) => service.id === serviceId && service.newRoom !== null);
  return toTell(
    accountId === undefined
      ? { kind: 'connect', serviceId: isKnown ? serviceId : null }
      : { kind: 'newRoom', accountId },
  );
}

async function preferredWay({ waysInto }: Joiner, key: string): Promise<WayInView | null> {
  return (await waysInto(key)).find(({ isPreferred }) => isPreferred) ?? null;
}

/** A web page's own host; else the one in the address. */
function hostOf(way: WayInView | null, address: string | null): string | null {
  const page = way?.kind === 'web' ? URL.parse(way.target) : null;
  const named = address?.includes('@') ? address.slice(address.lastIndexOf('@') + 1) : '';
  return (page?.host || named || null)?.toLowerCase() ?? null;
}

function toJoin(
  joiner: Joiner,
  key: string,
  { way, ...offer }: Omit<JoinOffer, 'kind' | 'way'> & { readonly way: WayInView | null },
): LinkLookup {
  return {
    offer: {
      kind: 'join',
      ...offer,
      way: way === null ? null : { label: way.label, isCopy: way.kind === 'copy' },
      trust: way === null || way.kind === 'copy' ? null : offer.trust,
    },
    take: way === null ? null : () => joiner.join(key, null),
  };
}

function toTell(offer: LinkOffer): LinkLookup {
  return { offer, take: null };
}

function hasAgenda({ services }: FoyerState, serviceId: string): boolean {
  return services.some((service) => service.id === serviceId && service.hasAgenda);
}
