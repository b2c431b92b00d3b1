import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Meeting } from '../../../core/model/meeting.ts';
import type { ServiceAnswer } from '../limitedRequest.ts';
import type { AgendaFailure, AgendaSource, FetchedAgenda, ServiceAccess, TimeWindow, TokenAge } from '../service.ts';
import { findBadge } from './findBadge.ts';
import { parseMeetings } from './parseMeetings.ts';

const token = z.object({ access_token: z.string().check(z.minLength(1), z.regex(/^[\x21-\x7e]+$/)) });

/** The most meetings one answer holds (API page "Get meetings"). */
const pageSize = 100;
/** A window that is not through after so many pages is taken as far as it goes; five calls leave room in the limit. */
const mostPages = 5;

interface Sent {
  readonly answer: ServiceAnswer;
  readonly trackingId: string;
}

/**
 * The agenda of one Pexip One-Touch-Join room. The token is kept until the service answers 401, then renewed once and
 * the call repeated once (service introduction, "Authentication").
 */
export class PexipAgenda implements AgendaSource {
  readonly #access: ServiceAccess;
  #token: string | null = null;
  /** Ms since 1970. */
  #tokenSince = 0;

  constructor(access: ServiceAccess) {
    this.#access = access;
  }

  readonly fetchMeetings = async (window: TimeWindow): Promise<FetchedAgenda> => {
    const meetings = new Map<string, Meeting>();
    let from = window.from;
    for (let page = 1; ; page += 1) {
      const sent = await this.#askForMeetings({ ...window, from });
      if ('kind' in sent) {
        return sent;
      }
      const parsed = parseMeetings(sent.text, this.#access.account.id, (address) =>
        findBadge(address, this.#access.account.fields),
      );
      if (parsed === null) {
        return failure({ kind: 'unreadable' }, sent);
      }
      for (const meeting of parsed.meetings) {
        meetings.set(meeting.key, meeting);
      }
      const lastStart = parsed.meetings.at(-1)?.start ?? from;
      const isFull = parsed.entryCount >= pageSize;
      if (!isFull || page === mostPages || lastStart <= from) {
        const found = [...meetings.values()];
        return { kind: 'meetings', meetings: found, coveredUntil: isFull ? lastStart : null, ...origin(sent) };
      }
      from = lastStart;
    }
  };

  /** How long it is good for is only seen when it is refused. */
  readonly tokenAge = (): TokenAge | null =>
    this.#token === null ? null : { since: new Date(this.#tokenSince).toISOString(), until: null };

  async #askForMeetings(window: TimeWindow): Promise<Page | AgendaFailure> {
    const token = this.#token ?? (await this.#renewToken());
    if (typeof token !== 'string') {
      return token;
    }
    const first = await this.#requestMeetings(token, window);
    if (first.answer.kind !== 'answered' || first.answer.httpStatus !== 401) {
      return toPage(first);
    }
    this.#token = null;
    const renewed = await this.#renewToken();
    return typeof renewed === 'string' ? toPage(await this.#requestMeetings(renewed, window)) : renewed;
  }

  async #renewToken(): Promise<string | AgendaFailure> {
    const sent = await this.#requestToken();
    const page = toPage(sent);
    if ('kind' in page) {
      return page;
    }
    const parsed = z.safeParse(token, parseJson(page.text));
    if (!parsed.success) {
      return failure({ kind: 'unreadable' }, page);
    }
    this.#token = parsed.data.access_token;
    this.#tokenSince = Date.now();
    return this.#token;
  }

  #requestToken(): Promise<Sent> {
    const { account, secrets, endpoints } = this.#access;
    const pair = `${account.fields['clientId'] ?? ''}:${secrets['clientSecret'] ?? ''}`;
    return this.#send(
      'POST',
      `${endpoints['pexipAuth']}/oauth/token`,
      { authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
      new URLSearchParams({ grant_type: 'client_credentials' }),
    );
  }

  #requestMeetings(bearer: string, { from, to }: TimeWindow): Promise<Sent> {
    const query = new URLSearchParams({ startTime: from, endTime: to, limit: String(pageSize) });
    const url = `${this.#access.endpoints['pexipApi']}/v1/meetings?${query}`;
    return this.#send('GET', url, { authorization: `Bearer ${bearer}` });
  }

  async #send(
    method: 'GET' | 'POST',
    url: string,
    headers: Record<string, string>,
    body?: URLSearchParams,
  ): Promise<Sent> {
    const trackingId = randomUUID();
    const answer = await this.#access.request({
      method,
      url,
      // Pexip's own pages spell the header in two ways; support may search for either.
      headers: { ...headers, accept: 'application/json', 'x-trackingid': trackingId, 'x-tracking-id': trackingId },
      ...(body === undefined ? {} : { body }),
    });
    return { answer, trackingId };
  }
}

interface Page {
  readonly text: string;
  readonly serviceTime: number | null;
  readonly trackingId: string;
}

/** The body of a good answer, or what the answer's status means (API page "Get meetings", list of statuses). */
function toPage({ answer, trackingId }: Sent): Page | AgendaFailure {
  if (answer.kind === 'unreachable') {
    return failure({ kind: 'unreachable' }, { trackingId, serviceTime: null });
  }
  if (answer.kind === 'held') {
    return {
      kind: 'failed',
      status: { kind: 'limited' },
      retryAfter: answer.wait,
      serviceTime: null,
      trackingId: null,
    };
  }
  const { httpStatus, headers, text } = answer;
  const serviceTime = parseHttpDate(headers.get('date'));
  const about = { trackingId, serviceTime };
  if (httpStatus === 200) {
    return { text, ...about };
  }
  const retryAfter = parseRetryAfter(headers.get('retry-after'), serviceTime);
  return failure(statusOf(httpStatus), about, retryAfter);
}

function statusOf(httpStatus: number): AgendaFailure['status'] {
  switch (httpStatus) {
    case 401:
    case 403:
      return { kind: 'refused' };
    case 404:
      return { kind: 'notSetUp' };
    case 429:
      return { kind: 'limited' };
    default:
      return { kind: 'serverError', httpStatus };
  }
}

function failure(
  status: AgendaFailure['status'],
  about: Omit<Page, 'text'>,
  retryAfter: number | null = null,
): AgendaFailure {
  return { kind: 'failed', status, retryAfter, ...origin(about) };
}

function origin({ trackingId, serviceTime }: Omit<Page, 'text'>): Omit<Page, 'text'> {
  return { trackingId, serviceTime };
}

function parseHttpDate(value: string | null): number | null {
  const time = Date.parse(value ?? '');
  return Number.isNaN(time) ? null : time;
}

/** `Retry-After` in ms. Pexip documents none; either form of RFC 9110 section 10.2.3 is understood if it comes. */
function parseRetryAfter(value: string | null, serviceTime: number | null): number | null {
  if (value === null) {
    return null;
  }
  if (/^\d{1,9}$/.test(value.trim())) {
    return Number(value) * 1_000;
  }
  const until = parseHttpDate(value);
  return until === null ? null : Math.max(0, until - (serviceTime ?? Date.now()));
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
