import type { Meeting } from '../../../core/model/meeting.ts';
import type { AgendaFailure, AgendaSource, FetchedAgenda, ServiceAccess, TimeWindow } from '../service.ts';
import { fetchCalendar, type Validators } from './fetchCalendar.ts';
import { troubled } from './words.ts';

/** What is kept of the file that was read last: not the file, which may be large. */
interface KeptCalendar {
  readonly validators: Validators;
  /** Until when its meetings are known, ISO 8601 UTC. */
  readonly until: string;
  readonly meetings: readonly Meeting[];
}

const week = 7 * 86_400_000;

/** The meetings of a calendar file that its server keeps up to date. */
export class CalendarAgenda implements AgendaSource {
  /** Calendars are made for programs that come by the hour or the day; a file that did not change costs little. */
  readonly interval = 15 * 60_000;
  readonly #access: ServiceAccess;
  #kept: KeptCalendar | null = null;

  constructor(access: ServiceAccess) {
    this.#access = access;
  }

  readonly fetchMeetings = async (window: TimeWindow): Promise<FetchedAgenda> => {
    // A window that goes on moving needs the file anew once it has left what was read of it.
    const kept = this.#kept !== null && window.to <= this.#kept.until ? this.#kept : null;
    const fetched = await fetchCalendar(this.#access, kept?.validators ?? null);
    if (fetched.kind === 'failed') {
      return fetched;
    }
    const calendar = fetched.kind === 'unchanged' ? kept : await this.#read(fetched.text, fetched.validators, window);
    if (calendar === null || 'kind' in calendar) {
      return calendar ?? troubled('notACalendar');
    }
    this.#kept = calendar;
    return {
      kind: 'meetings',
      meetings: calendar.meetings.filter(({ start, end }) => end > window.from && start < window.to),
      coveredUntil: null,
      serviceTime: null,
      trackingId: '',
    };
  };

  async #read(text: string, validators: Validators, { from, to }: TimeWindow): Promise<KeptCalendar | AgendaFailure> {
    const until = new Date(Date.parse(to) + week).toISOString();
    const read = await this.#access.readCalendar(text, { from, to: until });
    switch (read.kind) {
      case 'read':
        return read.isWhole ? { validators, until, meetings: read.meetings } : troubled('tooLarge');
      case 'notACalendar':
        return troubled(/^\uFEFF?\s*</.test(text) ? 'page' : 'notACalendar');
      case 'tooLarge':
        return troubled('tooLarge');
      case 'gaveUp':
        return troubled('tooHard');
    }
  }
}
