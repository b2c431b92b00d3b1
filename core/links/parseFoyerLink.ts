import { isSafeAddress } from '../join/safeAddress.ts';
import { type FoyerLink, type LinkRefusal, linkScheme, longestLink, type ParsedLink } from './foyerLink.ts';

type Values = ReadonlyMap<string, string>;

interface Route {
  /** The keys that it may carry, each once. */
  readonly keys: readonly string[];
  readonly read: (values: Values) => FoyerLink | LinkRefusal;
}

// A map, not an object: what a link says is never looked up among the properties that every object has.
const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['join/next', { keys: [], read: () => ({ kind: 'joinNext' }) }],
  ['join', { keys: ['service', 'alias', 'room'], read: readJoin }],
  ['new', { keys: ['service'], read: readNew }],
  ['agenda', { keys: [], read: () => ({ kind: 'agenda' }) }],
  ['settings', { keys: [], read: () => ({ kind: 'settings' }) }],
]);

const servicePattern = /^[a-z0-9-]{1,64}$/;
/** A room's id, or its key: the account's id before it. */
const roomPattern = /^(?:[a-z0-9-]{1,64}\/)?[a-z0-9-]{1,64}$/;
/** What a link is written in (RFC 3986 section 2), and what people paste: other scripts, but nothing that is not seen. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Z}]/u;

/**
 * Reads a `foyer:` link, written with or without two slashes (`foyer:join/next`, `foyer://join/next`); some programs make
 * the one of the other. Total, in time that grows with the text and stops at {@link longestLink}. Whatever is not known
 * is refused: a link that says more than Foyer understands is not followed by half.
 */
export function parseFoyerLink(text: string): ParsedLink {
  if (text.length > longestLink) {
    return refuse('tooLong');
  }
  const colon = text.indexOf(':');
  if (text.slice(0, Math.max(colon, 0)).toLowerCase() !== linkScheme) {
    return refuse('notALink');
  }
  if (unseen.test(text) || text.includes('#')) {
    return refuse('unreadable');
  }
  const rest = text.slice(colon + 1).replace(/^\/\//, '');
  const question = rest.indexOf('?');
  const path = question < 0 ? rest : rest.slice(0, question);
  // Programs that take the route for a host end it with a slash and write it small.
  const route = routes.get(path.replace(/\/$/, '').toLowerCase());
  if (route === undefined) {
    return refuse('unknownRoute');
  }
  const values = readQuery(question < 0 ? '' : rest.slice(question + 1), route.keys);
  const read = typeof values === 'string' ? values : route.read(values);
  return typeof read === 'string' ? refuse(read) : { kind: 'link', link: read };
}

function readQuery(query: string, keys: readonly string[]): Values | LinkRefusal {
  const values = new Map<string, string>();
  for (const pair of query === '' ? [] : query.split('&')) {
    const equals = pair.indexOf('=');
    const key = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = decode(equals < 0 ? '' : pair.slice(equals + 1));
    if (key === null || value === null) {
      return 'unreadable';
    }
    if (!keys.includes(key) || values.has(key)) {
      return 'unknownKey';
    }
    values.set(key, value);
  }
  return values;
}

/** Null for what is no UTF-8, or hides something. A plus is a plus: addresses have them. */
function decode(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text);
    return unseen.test(decoded) ? null : decoded;
  } catch {
    return null;
  }
}

function readJoin(values: Values): FoyerLink | LinkRefusal {
  const serviceId = values.get('service') ?? '';
  const address = values.get('alias') ?? '';
  const room = values.get('room') ?? '';
  if (serviceId === '' || (address === '') === (room === '')) {
    return 'incomplete';
  }
  if (!servicePattern.test(serviceId)) {
    return 'badValue';
  }
  if (room !== '') {
    return roomPattern.test(room) ? { kind: 'joinRoom', serviceId, room } : 'badValue';
  }
  return isSafeAddress(address) ? { kind: 'joinAddress', serviceId, address } : 'badValue';
}

function readNew(values: Values): FoyerLink | LinkRefusal {
  const serviceId = values.get('service') ?? null;
  return serviceId === null || servicePattern.test(serviceId) ? { kind: 'newRoom', serviceId } : 'badValue';
}

function refuse(reason: LinkRefusal): ParsedLink {
  return { kind: 'refused', reason };
}
