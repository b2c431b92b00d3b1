import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findChanges } from '../../../core/agenda/findChanges.ts';
import { compareMeetings, mergeMeetings, replaceCovered } from '../../../core/agenda/mergeMeetings.ts';
import type { Meeting } from '../../../core/model/meeting.ts';
import { arbitraryList, at, buildMeeting } from '../../helpers/fakeMeetings.ts';

const keysOf = (meetings: readonly Meeting[]) => meetings.map(({ key }) => key);
const minutes = fc.integer({ min: -300, max: 500 }).map(at);

function change(earlier: readonly Meeting[], later: readonly Meeting[], known = at(10_000)) {
  return findChanges({ earlier, later, now: at(0), knownUntil: known });
}

describe('the agenda of all rooms', () => {
  test('has each meeting once, none that is over, earliest first', () => {
    fc.assert(
      fc.property(arbitraryList('room-1'), arbitraryList('room-2'), minutes, (one, two, now) => {
        const merged = mergeMeetings([one, two, one], now);
        const expected = new Set(keysOf([...one, ...two].filter(({ end }) => end > now)));
        expect(keysOf(merged)).toHaveLength(expected.size);
        expect(new Set(keysOf(merged))).toEqual(expected);
        expect(merged).toEqual(merged.toSorted(compareMeetings));
        expect(merged.every(({ start }, index) => start >= (merged[index - 1]?.start ?? ''))).toBe(true);
        expect(mergeMeetings([merged], now)).toEqual(merged);
      }),
    );
  });

  test('shows one meeting for each start of a series that shares its id, and one for each room that is invited', () => {
    const series = [buildMeeting({ minutes: 60 }), buildMeeting({ minutes: 1_500 })];
    expect(mergeMeetings([series, [buildMeeting({ accountId: 'room-2' })]], at(0))).toHaveLength(3);
  });

  test('keeps a meeting to its last moment, over a change of clocks too', () => {
    // Clocks go back at 01:00 UTC that night: the local times of start and end are the same.
    const night = buildMeeting({ start: '2026-10-25T00:30:00.000Z', end: '2026-10-25T01:30:00.000Z' });
    expect(mergeMeetings([[night]], '2026-10-25T01:29:59.999Z')).toEqual([night]);
    expect(mergeMeetings([[night]], '2026-10-25T01:30:00.000Z')).toEqual([]);
  });
});

describe('an answer that did not reach the end of its window', () => {
  test('takes nothing away that it does not speak of, and repeats nothing', () => {
    fc.assert(
      fc.property(arbitraryList(), arbitraryList(), fc.option(minutes), (earlier, answered, coveredUntil) => {
        const kept = replaceCovered(earlier, answered, coveredUntil);
        const unknown = coveredUntil === null ? [] : earlier.filter(({ start }) => start >= coveredUntil);
        expect(new Set(keysOf(kept))).toEqual(new Set(keysOf([...answered, ...unknown])));
        expect(new Set(keysOf(kept)).size).toBe(kept.length);
        expect(answered.every((meeting) => kept.includes(meeting))).toBe(true);
      }),
    );
  });

  test('cancels nothing that starts at the very moment where it was cut', () => {
    const twins = [buildMeeting({ serviceMeetingId: 'one' }), buildMeeting({ serviceMeetingId: 'two' })];
    const kept = replaceCovered(twins, twins.slice(0, 1), at(60));
    expect(kept).toEqual(twins);
    expect(change(twins, kept)).toEqual([]);
  });
});

describe('what changed between two answers', () => {
  test('is a moved meeting where an id lost one start and won another', () => {
    const from = buildMeeting({ minutes: 60 });
    const to = buildMeeting({ minutes: 120, subject: 'Budget, new time' });
    expect(change([from], [to])).toEqual([
      { kind: 'moved', key: to.key, subject: 'Budget, new time', from: from.start, to: to.start },
    ]);
  });

  test('is a cancelled meeting where an id is gone', () => {
    const { key, subject, start, ...rest } = buildMeeting();
    expect(change([{ key, subject, start, ...rest }], [])).toEqual([{ kind: 'cancelled', key, subject, from: start }]);
  });

  test('is one occurrence of a series, never the whole of it', () => {
    const [first, second, third] = [60, 120, 180].map((start) => buildMeeting({ minutes: start }));
    const series = [first, second, third].filter((meeting) => meeting !== undefined);
    const moved = buildMeeting({ minutes: 150 });
    expect(
      change(
        series,
        series.filter((meeting) => meeting !== second),
      ),
    ).toMatchObject([{ kind: 'cancelled' }]);
    expect(change(series, [...series.filter((meeting) => meeting !== second), moved])).toMatchObject([
      { kind: 'moved', from: at(120), to: at(150) },
    ]);
  });

  test('is left open where nobody can tell which occurrence went where', () => {
    const series = [buildMeeting({ minutes: 60 }), buildMeeting({ minutes: 120 })];
    expect(change(series, [buildMeeting({ minutes: 70 }), buildMeeting({ minutes: 130 })])).toEqual([]);
    expect(change(series, [buildMeeting({ minutes: 70 })])).toEqual([]);
    expect(change(series, [])).toHaveLength(2);
  });

  test('is nothing for what a moving window brings in or leaves behind', () => {
    const weekly = buildMeeting({ minutes: 60 });
    const nextWeek = buildMeeting({ minutes: 60 + 7 * 1_440 });
    const over = buildMeeting({ minutes: -60 });
    expect(change([over, weekly], [weekly, nextWeek], nextWeek.start)).toEqual([]);
    // This week's occurrence is cancelled as next week's comes into sight: not moved by a week.
    expect(change([weekly], [nextWeek], nextWeek.start)).toMatchObject([{ kind: 'cancelled', from: weekly.start }]);
  });

  test('is told of no meeting that is still there, and only of meetings that were there', () => {
    fc.assert(
      fc.property(arbitraryList(), arbitraryList(), minutes, minutes, (earlier, later, now, knownUntil) => {
        const changes = findChanges({ earlier, later, now, knownUntil });
        const laterKeys = new Set(keysOf(later));
        const starts = (id: string) => earlier.filter((meeting) => meeting.serviceMeetingId === id);
        for (const found of changes) {
          const id = found.key.split('/')[1] ?? '';
          expect(found.kind === 'moved' ? laterKeys.has(found.key) : !laterKeys.has(found.key)).toBe(true);
          expect(starts(id).some(({ start, end }) => start === found.from && end > now)).toBe(true);
        }
        expect(new Set(changes.map(({ key }) => key)).size).toBe(changes.length);
        expect(findChanges({ earlier, later: earlier, now, knownUntil })).toEqual([]);
      }),
    );
  });
});
