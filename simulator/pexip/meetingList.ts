import type { TakeFault } from './fault.ts';
import { formatInstant, type InstantStyle, parseInstant } from './instant.ts';
import type { MeetingQuery } from './meetingQuery.ts';
import type { SimulatedMeeting } from './simulatedMeeting.ts';

interface Style {
  readonly time: InstantStyle;
  readonly noAlias: 'missing' | 'null' | 'empty';
}

/** The body of a good answer: the meetings asked for, earliest first, with the faults that are on worked into it. */
export function meetingList(
  meetings: readonly SimulatedMeeting[],
  query: MeetingQuery,
  now: number,
  take: TakeFault,
): Readonly<Record<string, unknown>> {
  const style = takeStyle(take);
  const selected = select(meetings, query, now);
  const plain = query.idsOnly
    ? selected.map(({ id }) => ({ id }))
    : selected.map((meeting) => writeMeeting(meeting, style));
  const decorated = take('extraFields') ? plain.map((meeting) => ({ ...meeting, ...extraMeetingFields })) : plain;
  const elements = take('wrongTypes') ? mixInWrongTypes(decorated) : decorated;
  const metadata = { count: elements.length };
  if (take('missingMeetings')) return { metadata };
  const isDecorated = decorated !== plain;
  return isDecorated
    ? { metadata: { ...metadata, revision: 'r7' }, meetings: elements, links: { self: '/v1/meetings' } }
    : { metadata, meetings: elements };
}

/** Selects by overlap with the window, or what is not over yet: the pages do not say, so this is an assumption. */
function select(meetings: readonly SimulatedMeeting[], query: MeetingQuery, now: number): readonly SimulatedMeeting[] {
  return meetings
    .map((meeting) => ({ meeting, start: instantOf(meeting.startTime), end: instantOf(meeting.endTime) }))
    .filter(({ start, end }) => {
      if (query.window === null) return end > now;
      const isInstant = start === end && start >= query.window.start;
      return start < query.window.end && (end > query.window.start || isInstant);
    })
    .sort((one, other) => one.start - other.start || one.end - other.end)
    .slice(0, query.limit)
    .map(({ meeting }) => meeting);
}

function takeStyle(take: TakeFault): Style {
  const noAlias = take('noAlias')?.as ?? 'missing';
  const offsetMinutes = take('offsetTimes')?.minutes ?? null;
  return { noAlias, time: { offsetMinutes, hasFraction: take('fractionalSeconds') !== undefined } };
}

function writeMeeting(meeting: SimulatedMeeting, style: Style): Readonly<Record<string, unknown>> {
  const { alias, ...fields } = meeting;
  const written = {
    ...fields,
    startTime: formatInstant(instantOf(meeting.startTime), style.time),
    endTime: formatInstant(instantOf(meeting.endTime), style.time),
  };
  if (alias !== undefined) return { ...written, alias };
  if (style.noAlias === 'missing') return written;
  return { ...written, alias: style.noAlias === 'null' ? null : '' };
}

function instantOf(text: string): number {
  const instant = parseInstant(text);
  if (instant === null) throw new RangeError(`Not an RFC 3339 date-time: ${text}`);
  return instant;
}

const extraMeetingFields = { location: 'Second floor', isPrivate: false, attendees: [{ name: 'Nils Aro' }] };

/** Puts an unusable element after each good meeting, and at least one of every sort. */
function mixInWrongTypes(good: readonly unknown[]): readonly unknown[] {
  const template = { organizerName: 'Nils Aro', organizerEmail: 'nils.aro@corp.example', subject: 'Misshapen' };
  const times = { startTime: '2026-03-02T09:00:00Z', endTime: '2026-03-02T09:30:00Z' };
  const bad: readonly unknown[] = [
    null,
    'a text',
    [],
    {},
    { ...template, ...times, id: 42 },
    { ...template, ...times, id: 'bad-subject', subject: { text: 'Misshapen' } },
    { ...template, ...times, id: 'bad-alias', alias: 112233445 },
    { ...template, ...times, id: 'bad-start', startTime: 'tomorrow at nine' },
    { ...template, ...times, id: 'bad-end', endTime: 1_772_442_000 },
  ];
  const length = Math.max(good.length, bad.length);
  return Array.from({ length }, (_, index) => [...good.slice(index, index + 1), ...bad.slice(index, index + 1)]).flat();
}
