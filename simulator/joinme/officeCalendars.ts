import { minute, officeDays } from '../officeDays.ts';
import { formatInstant } from './instant.ts';
import type { PlannedMeeting } from './meetingStore.ts';

/** A booking as this fixture writes it; `start` is milliseconds since the epoch. */
interface Booking {
  readonly name: string;
  readonly start: number;
  readonly minutes: number;
  readonly isAtPersonalUrl?: boolean;
  /** First part of addresses in the office, or a whole address. */
  readonly participants?: readonly string[];
}

/**
 * The calendars of the office's three users as seen at `now` (milliseconds since the epoch), in this machine's time
 * zone: one that runs, one in about 25 minutes on a five-minute mark, overlaps, one across midnight, one without
 * participants, tomorrow and the days after, one with a very long name, and one that is over.
 */
export function officeCalendars(now: number): Readonly<Record<string, readonly PlannedMeeting[]>> {
  const mark = Math.ceil((now + 22 * minute) / (5 * minute)) * 5 * minute;
  const { at, later } = officeDays(now);
  const iris: readonly Booking[] = [
    { name: 'Supplier call', start: mark - 50 * minute, minutes: 45, participants: ['sam@supplier.example'] },
    {
      name: 'Design critique',
      start: mark,
      minutes: 45,
      isAtPersonalUrl: true,
      participants: ['oto.lind', 'mara.quist', 'jo@studio.example'],
    },
    { name: 'Contract questions', start: mark + 30 * minute, minutes: 30, participants: ['legal@partner.example'] },
    { name: 'Hand-over to Auckland', start: at(0, 23, 45), minutes: 45, participants: ['kiri@auckland.example'] },
    {
      name: 'Interview: platform engineer',
      start: at(1, 11, 0),
      minutes: 60,
      participants: ['tessa.hale', 'nils.aro'],
    },
    { name: 'Quarterly numbers', start: at(later[0], 9, 30), minutes: 60, isAtPersonalUrl: true },
    { name: 'Quarterly numbers, second part', start: at(later[0], 10, 30), minutes: 30, isAtPersonalUrl: true },
  ];
  const oto: readonly Booking[] = [
    { name: 'Past planning', start: at(-1, 10, 0), minutes: 30, participants: ['iris.vega'] },
    { name: 'Sprechstunde für Größen, Maße & Ähnliches — 測定の相談 ☕', start: mark + 15 * minute, minutes: 20 },
    {
      name: 'Release train '.repeat(12).trim(),
      start: at(1, 14, 0),
      minutes: 90,
      participants: ['iris.vega', 'nils.aro'],
    },
    { name: 'Archive tour', start: at(later[1], 15, 0), minutes: 30, participants: ['mara.quist'] },
  ];
  const mara: readonly Booking[] = [
    { name: 'Book club', start: mark + 60 * minute, minutes: 60, participants: ['ada@reading.example'] },
    { name: 'Book club', start: at(later[2], 17, 0), minutes: 60, participants: ['ada@reading.example'] },
  ];
  return {
    'iris.vega@corp.example': iris.map(plan),
    'oto.lind@corp.example': oto.map(plan),
    'mara.quist@corp.example': mara.map(plan),
  };
}

function plan({ name, start, minutes, isAtPersonalUrl = false, participants = [] }: Booking): PlannedMeeting {
  return {
    meetingName: name,
    meetingStart: formatInstant(start),
    meetingEnd: formatInstant(start + minutes * minute),
    startWithPersonalUrl: isAtPersonalUrl,
    participants: participants.map((each) => (each.includes('@') ? each : `${each}@corp.example`)),
  };
}
