import ical from 'ical.js';
import type { LinkRule } from '../../core/invites/linkRule.ts';
import { type CalendarEvent, readEvent } from './calendarEvent.ts';
import { type CalendarBlock, walkCalendar } from './calendarLines.ts';
import type { FindClock } from './calendarMoment.ts';
import { expandSeries, type OccurrenceWindow } from './expandSeries.ts';
import { clockOfOffsets, findZoneClock, type ZoneClock } from './zoneClock.ts';

/** What is asked of a calendar file. */
export interface CalendarQuestion {
  readonly text: string;
  readonly window: OccurrenceWindow;
  readonly rules: readonly LinkRule[];
  /** The zone of times that name none: that of this machine. */
  readonly localZone: string;
}

/** One time at which something takes place, with what there is to know of it. */
export interface CalendarMeeting {
  /** ISO 8601 UTC. */
  readonly start: string;
  readonly end: string;
  readonly subject: string;
  readonly organizerName: string;
  readonly organizerEmail: string;
  readonly links: CalendarEvent['links'];
}

/** One version of an event, as it can be kept and read again. */
export interface CalendarPart {
  readonly recurrenceId: number | null;
  readonly sequence: number;
  readonly stamp: number;
  readonly isCancelled: boolean;
  /** The event in a calendar of its own, with its time zone; what it says of itself is left out, its links are kept. */
  readonly source: string;
}

/** All that a file says of one id. */
export interface CalendarEntry {
  readonly uid: string;
  readonly subject: string;
  readonly isAllDay: boolean;
  readonly parts: readonly CalendarPart[];
  readonly meetings: readonly CalendarMeeting[];
}

/** What is in a calendar file. */
export interface CalendarContent {
  /** What the sender means by it ("REQUEST", "CANCEL"); empty when it does not say. */
  readonly method: string;
  /** Those with a meeting in the window, and those that are about cancelled or changed ones. */
  readonly entries: readonly CalendarEntry[];
  /** Events that were read, whether or not they are among the entries. */
  readonly eventCount: number;
  /** False when there was more in the window than anybody's agenda holds, and the rest was left out. */
  readonly isWhole: boolean;
}

const day = 86_400_000;
/** What began longer ago than this is over, as far as a glance can tell. */
const longestEvent = 40 * day;
const mostZones = 200;
/** Events and series that may matter to one window: more than any person's calendar, less than memory is worth. */
const mostHeld = 3_000;

interface HeldEvent {
  readonly event: CalendarEvent;
  readonly text: string;
}

/**
 * Reads a calendar file for the meetings of a window. Total: whatever a file holds, what makes sense of it is found. Events
 * are taken one at a time, and those that cannot be in the window are let go at once.
 */
export function readCalendar({ text, window, rules, localZone }: CalendarQuestion): CalendarContent {
  const zones = new ZoneShelf(localZone);
  const held = new Map<string, HeldEvent[]>();
  let method = '';
  let eventCount = 0;
  let heldCount = 0;
  let isWhole = true;
  walkCalendar(text, { onMethod: () => undefined, onBlock: (block) => zones.add(block) });
  walkCalendar(text, {
    onMethod: (found) => {
      method = method === '' ? found.slice(0, 40) : method;
    },
    onBlock: (block) => {
      if (block.kind === 'VEVENT') {
        eventCount += 1;
        const mayMatter = canMatter(block.text, window);
        const event = mayMatter && heldCount < mostHeld ? readEvent(block.text, zones.find, rules) : null;
        isWhole &&= !mayMatter || heldCount < mostHeld;
        if (event !== null) {
          heldCount += 1;
          const others = held.get(event.uid);
          if (others === undefined) {
            held.set(event.uid, [{ event, text: block.text }]);
          } else {
            others.push({ event, text: block.text });
          }
        }
      }
    },
  });
  const entries = [...held].map(([uid, events]) => entryOf(uid, events, window, zones));
  return { method, entries: entries.filter(({ parts }) => parts.length > 0), eventCount, isWhole };
}

/** A glance before an event is read: one that does not repeat and is far outside of the window is no concern. */
function canMatter(text: string, { from, to, isOpen }: OccurrenceWindow): boolean {
  const [, endYear, endMonth, endDate] = /^RRULE:.*\bUNTIL=(\d{4})(\d\d)(\d\d)/im.exec(text) ?? [];
  if (endYear !== undefined && !/^(?:RDATE|RECURRENCE-ID)/im.test(text)) {
    const until = Date.UTC(Number(endYear), Number(endMonth) - 1, Number(endDate));
    return until > from - longestEvent;
  }
  if (/^(?:RRULE|RDATE|RECURRENCE-ID;[^:]*RANGE|DURATION:(?!PT\d{1,2}[HMS]))/im.test(text)) {
    return true;
  }
  // Of what is kept open, cancellations and changes matter whenever they are; calendars of years are full of them.
  if (isOpen && /^(?:RECURRENCE-ID|STATUS:CANCELLED)/im.test(text)) {
    return true;
  }
  const at = (name: string): number => {
    const [, year, month, date] = new RegExp(`^${name}[;:].*?(\\d{4})(\\d\\d)(\\d\\d)(?:T|$)`, 'im').exec(text) ?? [];
    return year === undefined ? Number.NaN : Date.UTC(Number(year), Number(month) - 1, Number(date));
  };
  const moments = ['DTSTART', 'DTEND', 'RECURRENCE-ID'].map(at).filter((moment) => !Number.isNaN(moment));
  const isOver = Math.max(...moments) < from - 2 * day;
  const isAhead = !isOpen && Math.min(...moments) > to + 2 * day;
  return moments.length === 0 || !(isOver || isAhead);
}

function entryOf(uid: string, held: readonly HeldEvent[], window: OccurrenceWindow, zones: ZoneShelf): CalendarEntry {
  const newest = newestOfEach(held);
  const occurrences = expandSeries(
    newest.map(({ event }) => event),
    window,
  );
  const isAbout =
    occurrences.length > 0 || newest.some(({ event }) => event.isCancelled || event.recurrenceId !== null);
  const [first] = newest;
  const isAllDay = newest.every(({ event }) => event.start.isDate);
  return {
    uid,
    subject: first?.event.subject ?? '',
    isAllDay,
    parts: isAbout || isAllDay ? newest.map((one) => partOf(one, zones)) : [],
    meetings: occurrences.map(({ event, start, end }) => ({
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
      subject: event.subject,
      organizerName: event.organizerName,
      organizerEmail: event.organizerEmail,
      links: event.links,
    })),
  };
}

/** A file may hold several versions of an event: the one with the highest sequence, then the one written last. */
function newestOfEach(held: readonly HeldEvent[]): readonly HeldEvent[] {
  const newest = new Map<number | null, HeldEvent>();
  for (const one of held) {
    const known = newest.get(one.event.recurrenceId)?.event;
    const { sequence, stamp } = one.event;
    if (known === undefined || sequence > known.sequence || (sequence === known.sequence && stamp >= known.stamp)) {
      newest.set(one.event.recurrenceId, one);
    }
  }
  return [...newest.values()];
}

function partOf({ event, text }: HeldEvent, zones: ZoneShelf): CalendarPart {
  const { recurrenceId, sequence, stamp, isCancelled } = event;
  const kept = text
    .split('\r\n')
    .filter((line) =>
      /^(?:UID|SEQUENCE|DTSTAMP|RECURRENCE-ID|STATUS|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|SUMMARY|ORGANIZER)[;:]/i.test(
        line,
      ),
    );
  const links = event.links.map(({ url }) => `CONFERENCE;VALUE=URI:${url}`);
  const own = zones.sourcesOf(text);
  const lines = ['BEGIN:VCALENDAR', ...own, 'BEGIN:VEVENT', ...kept, ...links, 'END:VEVENT', 'END:VCALENDAR'];
  return { recurrenceId, sequence, stamp, isCancelled, source: lines.join('\r\n') };
}

/** The time zones of a file. The time zone database is asked first: rules in files are often cut short or out of date. */
class ZoneShelf {
  readonly #blocks = new Map<string, string>();
  readonly #clocks = new Map<string, ZoneClock>();
  readonly #local: ZoneClock;

  constructor(localZone: string) {
    this.#local = findZoneClock(localZone) ?? clockOfOffsets(() => 0);
  }

  add({ kind, text }: CalendarBlock): void {
    const [, id] = kind === 'VTIMEZONE' ? (/^TZID[^:\r\n]*:(.*)$/im.exec(text) ?? []) : [];
    if (id !== undefined && this.#blocks.size < mostZones) {
      this.#blocks.set(id.trim(), text);
    }
  }

  readonly find: FindClock = (tzid) => {
    if (tzid === null) {
      return this.#local;
    }
    const known = this.#clocks.get(tzid) ?? findZoneClock(tzid) ?? this.#ownClock(tzid) ?? this.#local;
    this.#clocks.set(tzid, known);
    return known;
  };

  /** The definitions that an event needs to be read again without its file. */
  sourcesOf(text: string): readonly string[] {
    const needed = [...this.#blocks].filter(([id]) => findZoneClock(id) === null && text.includes(id));
    return needed.map(([, block]) => `BEGIN:VTIMEZONE\r\n${block}\r\nEND:VTIMEZONE`);
  }

  #ownClock(tzid: string): ZoneClock | null {
    const block = this.#blocks.get(tzid);
    // Clocks are changed by the year; rules of another kind come from a broken file, and would be followed for ages.
    if (block === undefined || /FREQ=(?!YEARLY\b)|INTERVAL=\d{3}/i.test(block)) {
      return null;
    }
    try {
      const component = new ical.Component(ical.parse(`BEGIN:VTIMEZONE\r\n${block}\r\nEND:VTIMEZONE`) as unknown[]);
      const zone = new ical.Timezone(component);
      const toInstant = (wall: number): number =>
        wall - zone.utcOffset(ical.Time.fromJSDate(new Date(wall), true)) * 1_000;
      // A definition that cannot be used says so at its first use.
      return Number.isFinite(toInstant(Date.UTC(2026, 0))) ? { toInstant } : null;
    } catch {
      return null;
    }
  }
}
