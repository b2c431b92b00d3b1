import ical from 'ical.js';
import { collectLinks } from '../../core/invites/collectLinks.ts';
import type { LinkRule, MeetingLink } from '../../core/invites/linkRule.ts';
import { type CalendarMoment, type FindClock, instantOf, readMoment, readMoments } from './calendarMoment.ts';
import { type CalendarProperties, type CalendarProperty, readProperties } from './calendarProperty.ts';

/** One event of a calendar file: a meeting, a series, or one changed occurrence of a series. */
export interface CalendarEvent {
  readonly uid: string;
  /** Which occurrence of the series this is about (ms since 1970); null for the meeting or series itself. */
  readonly recurrenceId: number | null;
  /** It stands for the named occurrence and all after it. */
  readonly isAndFuture: boolean;
  readonly sequence: number;
  /** When this version of it was written, ms since 1970. */
  readonly stamp: number;
  readonly isCancelled: boolean;
  readonly start: CalendarMoment;
  /** Ms; never negative. */
  readonly length: number;
  /** As RFC 5545 writes it; null for what does not repeat. */
  readonly rule: string | null;
  readonly addedDates: readonly CalendarMoment[];
  readonly excludedDates: readonly CalendarMoment[];
  readonly subject: string;
  readonly organizerName: string;
  readonly organizerEmail: string;
  /** Ways in, best first. */
  readonly links: readonly MeetingLink[];
}

/** Where invites carry ways in, the place that is made for it first. */
const conferenceProperties = [
  'conference',
  'x-google-conference',
  'x-google-hangout',
  'x-microsoft-skypeteamsmeetingurl',
  'x-microsoft-onlinemeetingexternallink',
  'x-microsoft-onlinemeetingconflink',
];

/** Reads one event; null when it lacks what a meeting cannot do without: an id and a start. */
export function readEvent(text: string, findClock: FindClock, rules: readonly LinkRule[]): CalendarEvent | null {
  const properties = readProperties(text);
  const all = (name: string): readonly CalendarProperty[] => properties.get(name) ?? [];
  const start = all('dtstart').flatMap((property) => readMoments(property, findClock))[0];
  const uid = tidy(textOf(properties, 'uid'), 500);
  if (start === undefined || uid === '') {
    return null;
  }
  const [recurrence] = all('recurrence-id');
  const recurrenceMoment = recurrence === undefined ? undefined : readMoments(recurrence, findClock)[0];
  return {
    uid,
    recurrenceId: recurrenceMoment === undefined ? null : instantOf(recurrenceMoment),
    isAndFuture: recurrence?.parameters['range']?.toUpperCase() === 'THISANDFUTURE',
    sequence: Math.max(0, Number.parseInt(textOf(properties, 'sequence', true), 10) || 0),
    stamp: stampOf(properties, findClock),
    isCancelled: textOf(properties, 'status').trim().toUpperCase() === 'CANCELLED',
    start,
    length: lengthOf(properties, start, findClock),
    rule: all('rrule')[0]?.raw.trim() ?? null,
    addedDates: all('rdate').flatMap((property) => readMoments(property, findClock)),
    excludedDates: all('exdate').flatMap((property) => readMoments(property, findClock)),
    subject: tidy(textOf(properties, 'summary'), 1_000),
    organizerName: tidy(all('organizer')[0]?.parameters['cn'] ?? '', 200),
    organizerEmail: tidy((all('organizer')[0]?.raw ?? '').replace(/^mailto:/i, ''), 320),
    links: linksOf(properties, rules),
  };
}

function linksOf(properties: CalendarProperties, rules: readonly LinkRule[]): readonly MeetingLink[] {
  const unescaped = (name: string): string =>
    (properties.get(name) ?? []).map(({ values, raw }) => (values.length === 0 ? raw : values.join(' '))).join(' ');
  const conference = conferenceProperties.map(unescaped).join(' ');
  return collectLinks([conference, ...['url', 'location', 'description', 'x-alt-desc'].map(unescaped)], rules);
}

function stampOf(properties: CalendarProperties, findClock: FindClock): number {
  const moments = ['dtstamp', 'last-modified'].map((name) =>
    readMoment(textOf(properties, name, true), null, findClock),
  );
  return Math.max(0, ...moments.map((moment) => (moment === null ? 0 : instantOf(moment))));
}

const longestMeeting = 366 * 86_400_000;

function lengthOf(properties: CalendarProperties, start: CalendarMoment, findClock: FindClock): number {
  const [endProperty] = properties.get('dtend') ?? [];
  const end = endProperty === undefined ? undefined : readMoments(endProperty, findClock)[0];
  const length = end === undefined ? durationOf(properties) : instantOf(end) - instantOf(start);
  return Math.min(Math.max(0, length), longestMeeting);
}

function durationOf(properties: CalendarProperties): number {
  try {
    const seconds = ical.Duration.fromString(textOf(properties, 'duration', true).trim()).toSeconds();
    return Number.isFinite(seconds) ? seconds * 1_000 : 0;
  } catch {
    return 0;
  }
}

function textOf(properties: CalendarProperties, name: string, isRaw = false): string {
  const [property] = properties.get(name) ?? [];
  return (isRaw ? property?.raw : property?.values.join(', ')) ?? '';
}

/** One line, of a length that can be shown. */
function tidy(text: string, longest: number): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed();
}
