import type { Meeting } from '../../../core/model/meeting.ts';
import type { AgendaFailure, AgendaSource, FetchedAgenda, ServiceAccess, TimeWindow } from '../service.ts';
import { type Conditions, fetchCalendar } from './fetchCalendar.ts';
import { troubled } from './words.ts';

/** What is kept of the file that was read last: not the file, which may be large. */
interface KeptCalendar {
  readonly conditions: Conditions;
  /** Of which part of time its meetings are known. */
  readonly read: TimeWindow;
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
    const kept = this.#kept !== null && isWithin(window, this.#kept.read) ? this.#kept : null;
    const fetched = await fetchCalendar(this.#access, kept?.conditions ?? null);
    if (fetched.kind === 'failed') {
      return fetched;
    }
    const calendar = fetched.kind === 'unchanged' ? kept : await this.#read(fetched.text, fetched.conditions, window);
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

  async #read(text: string, conditions: Conditions, { from, to }: TimeWindow): Promise<KeptCalendar | AgendaFailure> {
    // A week more than is asked for: while the window goes on, the file need not come again for that alone.
    const wide = { from, to: new Date(Date.parse(to) + week).toISOString() };
    const read = await this.#access.readCalendar(text, wide);
    switch (read.kind) {
      case 'read':
        return read.isWhole ? { conditions, read: wide, meetings: read.meetings } : troubled('tooLarge');
      case 'notACalendar':
        return troubled(/^\uFEFF?\s*</.test(text) ? 'page' : 'notACalendar');
      case 'tooLarge':
        return troubled('tooLarge');
      case 'gaveUp':
        return troubled('tooHard');
    }
  }
}

function isWithin(inner: TimeWindow, outer: TimeWindow): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}
