import { type Meeting, meetingKey } from '../../../core/model/meeting.ts';
import type {
  AgendaFailure,
  AgendaSource,
  FetchedAgenda,
  MeetingEntry,
  RoomFailure,
  ServiceAccess,
  TimeWindow,
} from '../service.ts';
import { failure } from './answer.ts';
import { JoinMeApi } from './joinMeApi.ts';
import { checkLink, type MeetingLinks, meetingLinks, viewerCode } from './links.ts';
import { parseList, parseMeeting, parseStarted, type ScheduledMeeting } from './parseMeetings.ts';
import { startWay } from './waysIn.ts';

/** The most meetings that one poll asks for the links of; the others follow with the next ones. */
const mostDetails = 6;

/** The scheduled meetings of whoever signed in, who is the presenter of them all. */
export class JoinMeAgenda implements AgendaSource {
  readonly #access: ServiceAccess;
  readonly #api: JoinMeApi;
  /** What only single meetings tell, by id; asked for once as long as the meeting stays as it is. */
  readonly #details = new Map<string, { readonly mark: string; readonly links: MeetingLinks }>();

  constructor(access: ServiceAccess) {
    this.#access = access;
    this.#api = new JoinMeApi(access);
  }

  readonly fetchMeetings = async (window: TimeWindow): Promise<FetchedAgenda> => {
    const query = new URLSearchParams({ endDate: window.to });
    const answer = await this.#api.call({ method: 'GET', path: `/meetings?${query}` });
    if (answer.kind !== 'good') {
      return toAgendaFailure(answer.failure);
    }
    const listed = parseList(answer.text);
    if (listed === null) {
      return toAgendaFailure(failure({ kind: 'unreadable' }));
    }
    // Where the date goes is not published, so that it may be ignored.
    const meetings = listed
      .filter(({ start, end }) => end > window.from && start < window.to)
      .toSorted((a, b) => Number(a.start > b.start) - Number(a.start < b.start));
    await this.#fetchDetails(meetings);
    return {
      kind: 'meetings',
      meetings: meetings.map((meeting) => this.#toMeeting(meeting)),
      coveredUntil: null,
      serviceTime: answer.serviceTime,
      trackingId: '',
    };
  };

  /** Starts a meeting. Each start gives a new link for the presenter, which is good once and for ten minutes. */
  readonly enter = async ({ serviceMeetingId }: Meeting, wayId: string): Promise<MeetingEntry | RoomFailure> => {
    if (wayId !== startWay) {
      return failure({ kind: 'unreadable' });
    }
    const path = `/meetings/${encodeURIComponent(serviceMeetingId)}/start`;
    const answer = await this.#api.call({ method: 'POST', path, body: {}, isOnce: true });
    if (answer.kind !== 'good') {
      return answer.kind === 'bad' && answer.httpStatus === 404 ? failure({ kind: 'notSetUp' }) : answer.failure;
    }
    const url = checkLink(parseStarted(answer.text)?.presenterLink ?? null, this.#access);
    return url === null ? failure({ kind: 'unreadable' }) : { kind: 'page', url };
  };

  /** One after the other, so that no second has many calls; trouble with one leaves the rest to the next poll. */
  async #fetchDetails(meetings: readonly ScheduledMeeting[]): Promise<void> {
    const ids = new Set(meetings.map(({ id }) => id));
    for (const id of this.#details.keys()) {
      if (!ids.has(id)) {
        this.#details.delete(id);
      }
    }
    const missing = meetings.filter((meeting) => this.#details.get(meeting.id)?.mark !== markOf(meeting));
    for (const meeting of missing.slice(0, mostDetails)) {
      const answer = await this.#api.call({ method: 'GET', path: `/meetings/${encodeURIComponent(meeting.id)}` });
      const single = answer.kind === 'good' ? parseMeeting(answer.text) : null;
      if (answer.kind !== 'good') {
        return;
      }
      const { viewerLink, conferenceId } = single ?? meeting;
      const links = meetingLinks(viewerLink, conferenceId, this.#access);
      this.#details.set(meeting.id, { mark: markOf(meeting), links });
    }
  }

  #toMeeting(scheduled: ScheduledMeeting): Meeting {
    const { id, name, start, end, viewerLink, conferenceId } = scheduled;
    const accountId = this.#access.account.id;
    const known = this.#details.get(id)?.links ?? meetingLinks(viewerLink, conferenceId, this.#access);
    return {
      key: meetingKey(accountId, id, start),
      accountId,
      serviceMeetingId: id,
      subject: name,
      organizerName: '',
      organizerEmail: '',
      start,
      end,
      // Whoever signed in can start it, also while its link is not known.
      address: viewerCode(known.viewerLink) ?? id,
      badge: 'join.me',
      details: { ...known },
    };
  }
}

/** A meeting that changed may have other links. */
function markOf({ name, start, end, isAtPersonalUrl }: ScheduledMeeting): string {
  return JSON.stringify([name, start, end, isAtPersonalUrl]);
}

function toAgendaFailure({ status, retryAfter }: RoomFailure): AgendaFailure {
  return { kind: 'failed', status, retryAfter, serviceTime: null, trackingId: null };
}
