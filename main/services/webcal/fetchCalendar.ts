import type { ServiceAnswer, ServiceRequest } from '../limitedRequest.ts';
import type { AgendaFailure, ServiceAccess } from '../service.ts';
import { readAddress } from './address.ts';
import { failed, troubled } from './words.ts';

/** The headers that ask for a file only if it is not what it was any more (RFC 9110 section 13.1). */
export type Conditions = Readonly<Record<string, string>>;

/** What is at an address. */
export type FetchedCalendar =
  | { readonly kind: 'file'; readonly text: string; readonly conditions: Conditions }
  /** What it was when the conditions were made. */
  | { readonly kind: 'unchanged' };

/** As many as a browser would call a loop is too many for a file. */
const mostRedirects = 5;
const redirects: readonly number[] = [301, 302, 303, 307, 308];
/** Characters, some 40,000 events; and ms, since some calendars are put together while they are asked for. */
const limits = { longestBody: 20_000_000, patience: 30_000 } as const;

type Answered = Extract<ServiceAnswer, { readonly kind: 'answered' }>;

/**
 * Fetches the file at the account's address, wherever that leads on to, as long as it stays encrypted. With `conditions` of
 * an earlier file, only if that changed.
 */
export async function fetchCalendar(
  { secrets, endpoints, request }: Pick<ServiceAccess, 'secrets' | 'endpoints' | 'request'>,
  conditions: Conditions | null,
): Promise<FetchedCalendar | AgendaFailure> {
  let text = secrets['address'] ?? '';
  for (let count = 0; count <= mostRedirects; count += 1) {
    const address = readAddress(text, endpoints['webcal']);
    if (typeof address === 'string') {
      return troubled(address === 'notSecure' ? 'insecure' : 'leadsAstray');
    }
    const answer = await request(buildRequest(address, conditions));
    const next = answer.kind === 'answered' ? nextAddress(answer, address) : null;
    if (next === null) {
      return toCalendar(answer, conditions !== null);
    }
    text = next;
  }
  return troubled('roundabout');
}

function buildRequest(address: URL, conditions: Conditions | null): ServiceRequest {
  const accept = 'text/calendar, text/plain;q=0.5, */*;q=0.1';
  return { method: 'GET', url: address.href, headers: { accept, ...conditions }, showsRedirects: true, limits };
}

/** Where an answer leads on to, which may be anything; null when it does not. */
function nextAddress({ httpStatus, headers }: Answered, address: URL): string | null {
  const location = headers.get('location');
  return redirects.includes(httpStatus) && location !== null ? (URL.parse(location, address.href)?.href ?? '') : null;
}

function toCalendar(answer: ServiceAnswer, isConditional: boolean): FetchedCalendar | AgendaFailure {
  switch (answer.kind) {
    case 'unreachable':
      return troubled('unreachable');
    case 'held':
      return failed({ kind: 'limited' }, answer.wait);
    case 'answered':
      return isConditional && answer.httpStatus === 304 ? { kind: 'unchanged' } : readFile(answer);
  }
}

function readFile(answer: Answered): FetchedCalendar | AgendaFailure {
  const { httpStatus, headers, text, isTooLong } = answer;
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
  return { kind: 'file', text, conditions: conditionsOf(headers) };
}

function conditionsOf(headers: Headers): Conditions {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  return { ...(etag && { 'if-none-match': etag }), ...(lastModified && { 'if-modified-since': lastModified }) };
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
