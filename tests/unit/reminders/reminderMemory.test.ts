import { describe, expect, test } from 'vitest';
import { agendaEntries } from '../../../core/agendaView/agendaEntry.ts';
import type { Meeting } from '../../../core/model/meeting.ts';
import {
  emptyMemory,
  forgetMoved,
  joinsByItself,
  type ReminderMemory,
  recordOf,
  remember,
  setAutoJoin,
  snooze,
  snoozesFor,
  viewMemory,
} from '../../../core/reminders/reminderMemory.ts';
import { at, buildMeeting } from '../../helpers/fakeMeetings.ts';

function entryOf(meeting: Meeting) {
  const [entry] = agendaEntries([meeting]);
  if (entry === undefined) {
    throw new Error('no entry');
  }
  return entry;
}

const meeting = buildMeeting({ minutes: 60 });
const entry = entryOf(meeting);
const time = (minutes: number): number => Date.parse(at(minutes));

describe('putting an alert off', () => {
  test.each([
    [45, ['minute', 'fiveMinutes', 'start']],
    [55, ['minute', 'start']],
    [57, ['minute', 'start', 'fiveMinutes']],
    [59, ['start', 'fiveMinutes']],
    [60, ['minute', 'fiveMinutes']],
    [86, ['minute']],
    [89.5, []],
  ])('at minute %i of a meeting from 60 to 90, these make sense: %o', (now, expected) => {
    expect(snoozesFor(entry, time(now))).toEqual(expected);
  });

  test('counts from the press, or means the start', () => {
    const until = (choice: Parameters<typeof snooze>[2], now: number): number | null =>
      recordOf(snooze(emptyMemory, entry, choice, time(now)), entry).snoozedUntil;
    expect(until('minute', 50)).toBe(time(51));
    expect(until('fiveMinutes', 50)).toBe(time(55));
    expect(until('start', 50)).toBe(time(60));
    expect(until('start', 61)).toBe(time(61));
  });
});

describe('what is remembered', () => {
  test('is of the latest meetings, whatever the clock says', () => {
    let memory: ReminderMemory = emptyMemory;
    for (let index = 700; index > 0; index -= 1) {
      memory = remember(memory, entryOf(buildMeeting({ minutes: index * 30 })), { lead: 1 });
    }
    expect(memory.meetings).toHaveLength(500);
    expect(Math.min(...memory.meetings.map(({ endsAt }) => endsAt))).toBe(time(201 * 30 + 30));
  });

  test('of a hidden meeting ends when it leaves its place, unless it is over', () => {
    const hidden = remember(emptyMemory, entry, { isHidden: true });
    expect(viewMemory(hidden).hiddenKeys).toEqual([meeting.key]);
    expect(forgetMoved(hidden, [meeting], [meeting], time(0))).toBe(hidden);
    expect(forgetMoved(hidden, [], [], time(0))).toBe(hidden);
    expect(forgetMoved(hidden, [meeting], [], time(90))).toBe(hidden);
    expect(viewMemory(forgetMoved(hidden, [meeting], [], time(0))).hiddenKeys).toEqual([]);
  });
});

describe('joining by itself', () => {
  const next = buildMeeting({ serviceMeetingId: 'other-id', minutes: 60 * 24 });
  const marks = (memory: ReminderMemory) => viewMemory(memory);

  test('is for one meeting, or for all with its organizer, subject and address', () => {
    const once = setAutoJoin(emptyMemory, entry, 'once');
    expect([meeting, next].map((one) => joinsByItself(one, marks(once)))).toEqual(['once', 'never']);
    const series = setAutoJoin(once, entry, 'series');
    expect([meeting, next].map((one) => joinsByItself(one, marks(series)))).toEqual(['series', 'series']);
    const never = setAutoJoin(series, entryOf(next), 'never');
    expect([meeting, next].map((one) => joinsByItself(one, marks(never)))).toEqual(['never', 'never']);
  });

  test.each([
    { address: 'elsewhere@evil.example' },
    { organizerEmail: 'else@corp.example' },
    { accountId: 'room-2' },
    { subject: 'Other' },
  ])('does not lead elsewhere by a likeness: %o', (change) => {
    const series = setAutoJoin(emptyMemory, entry, 'series');
    expect(joinsByItself(buildMeeting({ ...change, minutes: 90 }), marks(series))).toBe('never');
  });
});
