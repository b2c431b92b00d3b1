import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MeetingDraft } from '../../../core/model/schedule.ts';
import { draftTimes } from '../../../core/scheduling/draftTimes.ts';
import { draftOf, newDraft, withStart } from '../../../core/scheduling/writeDraft.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Apia',
  'Africa/Casablanca',
];

function draft(changes: Partial<MeetingDraft>): MeetingDraft {
  return {
    subject: 'Review',
    day: '2026-11-23',
    start: '9:00',
    end: '10:00',
    endDay: null,
    zone: 'Europe/Berlin',
    startTurn: null,
    endTurn: null,
    participants: '',
    fields: {},
    ...changes,
  };
}

function told(changes: Partial<MeetingDraft>) {
  const { start, end, problems } = draftTimes(draft(changes));
  const text = (instant: number | undefined) => (instant === undefined ? null : new Date(instant).toISOString());
  return { start: text(start?.instant), end: text(end?.instant), turns: [start?.turn, end?.turn], problems };
}

const winter = { day: '2026-10-25', zone: 'Europe/Berlin' } as const;

describe('the times of a draft', () => {
  test('are those of its zone', () => {
    expect(told({})).toMatchObject({
      start: '2026-11-23T08:00:00.000Z',
      end: '2026-11-23T09:00:00.000Z',
      problems: [],
    });
    expect(told({ zone: 'America/New_York' })).toMatchObject({ start: '2026-11-23T14:00:00.000Z' });
    expect(told({ zone: 'Asia/Kathmandu' })).toMatchObject({ start: '2026-11-23T03:15:00.000Z' });
  });

  test('end on the next day when the end is not after the start, or on the day that is named', () => {
    expect(told({ start: '23:45', end: '0:30' })).toMatchObject({ end: '2026-11-23T23:30:00.000Z' });
    expect(told({ start: '9', end: '9' })).toMatchObject({ end: '2026-11-24T08:00:00.000Z' });
    expect(told({ endDay: '2026-11-25' })).toMatchObject({ end: '2026-11-25T09:00:00.000Z' });
    expect(told({ endDay: '2026-11-22' }).problems).toEqual([{ field: 'end', kind: 'notAfterStart' }]);
  });

  test('that the clocks skip are refused, with what they skip', () => {
    const skipped = { from: Date.UTC(2026, 2, 29, 2), to: Date.UTC(2026, 2, 29, 3) };
    expect(told({ day: '2026-03-29', start: '2:30', end: '4:00' }).problems).toMatchObject([
      { field: 'start', kind: 'skipped', skipped },
    ]);
    expect(told({ day: '2026-03-29', start: '1:30', end: '2:30' }).problems).toMatchObject([
      { field: 'end', kind: 'skipped', skipped },
    ]);
    expect(told({ day: '2026-03-28', start: '23:00', end: '2:00' }).problems).toMatchObject([
      { field: 'end', kind: 'skipped', skipped },
    ]);
    expect(told({ day: '2026-03-29', start: '3:00', end: '4:00' })).toMatchObject({
      start: '2026-03-29T01:00:00.000Z',
    });
    // Half an hour, and a whole day.
    expect(told({ day: '2026-10-04', zone: 'Australia/Lord_Howe', start: '2:15', end: '4:00' }).problems).toMatchObject(
      [{ skipped: { from: Date.UTC(2026, 9, 4, 2), to: Date.UTC(2026, 9, 4, 2, 30) } }],
    );
    expect(told({ day: '2011-12-30', zone: 'Pacific/Apia', start: '10:00' }).problems).toMatchObject([
      { skipped: { from: Date.UTC(2011, 11, 30), to: Date.UTC(2011, 11, 31) } },
    ]);
  });

  test('that come twice are the first, or the one that is asked for', () => {
    expect(told({ ...winter, start: '2:30', end: '4:00' })).toMatchObject({
      start: '2026-10-25T00:30:00.000Z',
      turns: ['first', null],
    });
    expect(told({ ...winter, start: '2:30', end: '4:00', startTurn: 'second' })).toMatchObject({
      start: '2026-10-25T01:30:00.000Z',
    });
    expect(told({ ...winter, start: '1:00', end: '2:30' })).toMatchObject({ end: '2026-10-25T00:30:00.000Z' });
    expect(told({ ...winter, start: '1:00', end: '2:30', endTurn: 'second' })).toMatchObject({
      end: '2026-10-25T01:30:00.000Z',
    });
    // The clocks go back between the two.
    expect(told({ ...winter, start: '2:45', end: '2:15' })).toMatchObject({
      start: '2026-10-25T00:45:00.000Z',
      end: '2026-10-25T01:15:00.000Z',
      turns: ['first', 'second'],
    });
    expect(told({ ...winter, start: '2:45', end: '2:15', startTurn: 'second' })).toMatchObject({
      end: '2026-10-26T01:15:00.000Z',
    });
  });

  test('that cannot be read are named', () => {
    const problems = draftTimes(draft({ day: '2026-02-30', start: 'soon', end: '25:00', zone: 'Mars/Base' })).problems;
    expect(problems.map(({ field }) => field)).toEqual(['day', 'start', 'end', 'zone']);
    expect(draftTimes(draft({ end: '' })).start).not.toBeNull();
  });

  test('are found again for every meeting, in every zone, also around the days that clocks are set', () => {
    const anyTime = fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2031, 0, 1) / 60_000 });
    const minutes = fc.integer({ min: 1, max: 3 * 1_440 });
    fc.assert(
      fc.property(anyTime, minutes, fc.constantFrom(...zones), fc.boolean(), (from, length, zone, isTwelveHour) => {
        const start = new Date(from * 60_000).toISOString();
        const end = new Date((from + length) * 60_000).toISOString();
        const plan = { subject: 'Review', start, end, participants: null, fields: {} };
        const times = draftTimes(draftOf(plan, { zone, isTwelveHour }));
        expect(times.problems).toEqual([]);
        expect([times.start?.instant, times.end?.instant]).toEqual([Date.parse(start), Date.parse(end)]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a new draft', () => {
  test('begins half an hour that is ahead, in every zone', () => {
    const anyTime = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2031, 0, 1) });
    fc.assert(
      fc.property(anyTime, fc.constantFrom(...zones), (now, zone) => {
        const { start, end, problems } = draftTimes(newDraft(now, { zone, isTwelveHour: false }));
        expect(problems).toEqual([]);
        expect((end?.instant ?? 0) - (start?.instant ?? 0)).toBe(30 * 60_000);
        expect((start?.instant ?? 0) - now).toBeGreaterThan(0);
        expect((start?.instant ?? 0) - now).toBeLessThan(2 * 3_600_000);
      }),
      { numRuns: 2_000 },
    );
  });

  test('stays as long as it was when its start moves', () => {
    expect(withStart(draft({}), '14:30', false)).toMatchObject({ start: '14:30', end: '15:30' });
    expect(withStart(draft({}), '11:30 pm', true)).toMatchObject({ end: '12:30 AM' });
    expect(withStart(draft({ end: '?' }), '14:30', false)).toMatchObject({ start: '14:30', end: '?' });
    expect(withStart(draft({}), '1', false)).toMatchObject({ start: '1', end: '02:00' });
    // Over the night that the clocks go back: three hours by the watch.
    expect(withStart(draft({ ...winter, start: '5:00', end: '8:00' }), '1:00', false)).toMatchObject({ end: '03:00' });
  });
});
