import type { ServiceAnswer, ServiceRequest } from '../limitedRequest.ts';
import type { AgendaFailure, ServiceAccess } from '../service.ts';
import { readAddress } from './address.ts';
import { failed, troubled } from './words.ts';

/** By what a server tells whether a file is still what it was (RFC 9110 section 8.8). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What is at an address. */
export type FetchedCalendar =
  | { readonly kind: 'file'; readonly text: string; readonly validators: Validators }
  /** What it was when `Validators` were given. */
  | { readonly kind: 'unchanged' };

/** As many as a browser would call a loop is too many for a file. */
const mostRedirects = 5;
const redirects: readonly number[] = [301, 302, 303, 307, 308];
/** Characters, some 40,000 events; and ms, since some calendars are put together while they are asked for. */
const limits = { longestBody: 20_000_000, patience: 30_000 } as const;

type Answered = Extract<ServiceAnswer, { readonly kind: 'answered' }>;

/** Fetches the file at the account's address, wherever that leads on to, as long as it stays encrypted. */
export async function fetchCalendar(
  { secrets, endpoints, request }: Pick<ServiceAccess, 'secrets' | 'endpoints' | 'request'>,
  known: Validators | null,
): Promise<FetchedCalendar | AgendaFailure> {
  let text = secrets['address'] ?? '';
  for (let count = 0; count <= mostRedirects; count += 1) {
    const address = readAddress(text, endpoints['webcal']);
    if (typeof address === 'string') {
      return troubled(address === 'notSecure' ? 'insecure' : 'leadsAstray');
    }
    const answer = await request(buildRequest(address, known));
    if (answer.kind !== 'answered') {
      return answer.kind === 'held' ? failed({ kind: 'limited' }, answer.wait) : troubled('unreachable');
    }
    const location = answer.headers.get('location');
    if (!redirects.includes(answer.httpStatus) || location === null) {
      return toCalendar(answer, known);
    }
    text = URL.parse(location, address.href)?.href ?? '';
  }
  return troubled('roundabout');
}

function buildRequest(address: URL, known: Validators | null): ServiceRequest {
  return {
    method: 'GET',
    url: address.href,
    headers: {
      accept: 'text/calendar, text/plain;q=0.5, */*;q=0.1',
      ...(known?.etag != null && { 'if-none-match': known.etag }),
      ...(known?.lastModified != null && { 'if-modified-since': known.lastModified }),
    },
    showsRedirects: true,
    limits,
  };
}

function toCalendar(answer: Answered, known: Validators | null): FetchedCalendar | AgendaFailure {
  const { httpStatus, headers, text, isTooLong } = answer;
  if (httpStatus === 304 && known !== null) {
    return { kind: 'unchanged' };
  }
  if (httpStatus !== 200) {
    return refusal(answer);
  }
  if (isTooLong) {
    return troubled('tooLarge');
  }
  // A file that breaks off would make the meetings that it lacks look as if they were cancelled.
  if (/^\uFEFF?\s*BEGIN:VCALENDAR\b/i.test(text.slice(0, 1_000)) && !/END:VCALENDAR\s*$/i.test(text.slice(-1_000))) {
    return troubled('cutShort');
  }
  const validators = { etag: headers.get('etag'), lastModified: headers.get('last-modified') };
  return { kind: 'file', text, validators };
}

function refusal({ httpStatus, headers }: Answered): AgendaFailure {
  switch (httpStatus) {
    case 401:
    case 403:
      return troubled('signIn');
    case 404:
    case 410:
      return troubled('gone');
    case 429:
      return failed({ kind: 'limited' }, parseRetryAfter(headers));
    default:
      return failed({ kind: 'serverError', httpStatus }, parseRetryAfter(headers));
  }
}

/** `Retry-After` in ms, in either form of RFC 9110 section 10.2.3. */
function parseRetryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) {
    return Number(value) * 1_000;
  }
  const until = Date.parse(value);
  const sent = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(until) ? null : Math.max(0, until - (Number.isNaN(sent) ? Date.now() : sent));
}
