import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Meeting } from '../../../core/model/meeting.ts';
import type { ReminderAnswer } from '../../../core/model/reminder.ts';
import type { ReminderRules } from '../../../core/reminders/reminderRules.ts';
import { buildMeeting } from '../../helpers/fakeMeetings.ts';
import { findComplaints } from './reminderOracle.ts';
import type { Happening, Planned, PlannedAnswer, Story } from './reminderStory.ts';
import { ReminderWorld } from './reminderWorld.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

// Over the change to and from summer time, and a year that is not today.
const from = Date.parse('2026-09-14T00:00:00.000Z');
const days = 70;

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'] as const;

const rules: fc.Arbitrary<ReminderRules> = fc.record({
  leads: fc.uniqueArray(fc.constantFrom(0, 1, 2, 5, 10, 15), { minLength: 1, maxLength: 3 }),
  isNotificationOn: fc.constant(true),
  window: fc.constantFrom('off', 'small'),
  click: fc.constant('card'),
  sound: fc.constant('none'),
  quietHours: fc.constantFrom(
    null,
    { from: '22:00', to: '07:00' },
    { from: '12:00', to: '13:00' },
    { from: '02:30', to: '09:07' },
  ),
  isQuietInCall: fc.boolean(),
  hasEndNudge: fc.boolean(),
  mayAutoJoin: fc.constant(true),
});

/** Days on which meetings cluster: back to back, at the same time, or hours apart. */
const meetings: fc.Arbitrary<readonly Meeting[]> = fc
  .array(
    fc.record({
      dayOf: fc.nat({ max: days - 2 }),
      quarter: fc.integer({ min: 7 * 4, max: 11 * 4 }),
      shift: fc.constantFrom(0, 0, 0, 3 * minute, 30 * second),
      length: fc.constantFrom(0, 15, 30, 30, 60, 120),
      series: fc.nat({ max: 3 }),
      count: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 3, maxLength: 25 },
  )
  .map((clusters) =>
    clusters.flatMap(({ dayOf, quarter, shift, length, series, count }, cluster) =>
      Array.from({ length: count }, (_, index) => {
        const start = from + dayOf * day + quarter * 15 * minute + shift + index * length * minute;
        return buildMeeting({
          serviceMeetingId: `meeting-${cluster}-${index}`,
          subject: `Series ${series}`,
          start: new Date(start).toISOString(),
          end: new Date(start + length * minute).toISOString(),
        });
      }),
    ),
  );

const length = fc.oneof(
  fc.integer({ min: second, max: 3 * minute }),
  fc.integer({ min: minute, max: 30 * minute }),
  fc.integer({ min: hour, max: 12 * hour }),
);

const hold: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constantFrom('lock', 'call', 'sleep'),
  length,
  isTold: fc.boolean(),
});

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    kind: fc.constant('move' as const),
    index: fc.nat(100),
    by: fc.constantFrom(-hour, -15 * minute, -minute, 2 * minute, 30 * minute, hour, day),
  }),
  fc.record({
    kind: fc.constantFrom('cancel' as const, 'restore' as const, 'join' as const, 'hide' as const, 'unhide' as const),
    index: fc.nat(100),
  }),
  fc.record({
    kind: fc.constant('autoJoin' as const),
    index: fc.nat(100),
    which: fc.constantFrom('never' as const, 'once' as const, 'series' as const),
  }),
  hold,
  fc.record({ kind: fc.constant('kill' as const), length }),
  fc.record({
    kind: fc.constant('setClock' as const),
    by: fc.constantFrom(-day, -hour, -3 * minute, -2 * second, 1_500, 40 * second, 7 * minute, hour, 2 * day),
  }),
  fc.record({ kind: fc.constant('travel' as const), timeZone: fc.constantFrom(...zones) }),
  fc.record({ kind: fc.constant('quiet' as const), length }),
);

const answer: fc.Arbitrary<PlannedAnswer> = fc.option(
  fc.record({
    after: fc.oneof(fc.integer({ min: 300, max: 8 * second }), fc.integer({ min: second, max: 10 * minute })),
    answer: fc.oneof(
      fc.constantFrom<ReminderAnswer>({ kind: 'join' }, { kind: 'open' }, { kind: 'dismiss' }, { kind: 'hide' }),
      fc.constant<ReminderAnswer>({ kind: 'stopAutoJoin' }),
      fc
        .constantFrom('minute' as const, 'fiveMinutes' as const, 'start' as const)
        .map((until): ReminderAnswer => ({ kind: 'snooze', until })),
    ),
  }),
);

/** Most happenings come when it matters: around the start of a meeting, many within seconds of it, and concern that one. */
const offset = fc.oneof(
  fc.integer({ min: -20 * minute, max: 40 * minute }),
  fc.integer({ min: -15 * second, max: 35 * second }),
);

const story: fc.Arbitrary<Story> = fc
  .record({
    meetings,
    rules,
    answers: fc.array(answer, { maxLength: 12 }),
    // Marks that are there from the first day on.
    autoJoins: fc.array(fc.record({ index: fc.nat(100), which: fc.constantFrom('once', 'series') }), { maxLength: 6 }),
    // What keeps a countdown from being shown, or stops it.
    holds: fc.array(fc.record({ hold, near: fc.nat(100), away: fc.integer({ min: -14 * second, max: 3 * second }) }), {
      maxLength: 15,
    }),
    happenings: fc.array(fc.record({ happening, near: fc.nat(100), offset, isOwn: fc.boolean() }), { maxLength: 60 }),
  })
  .map(({ happenings, autoJoins, holds, ...rest }) => ({
    ...rest,
    from,
    to: from + days * day,
    happenings: [
      ...autoJoins.map(({ index, which }): Planned => ({ at: from, happening: { kind: 'autoJoin', index, which } })),
      ...holds.map(
        ({ hold: what, near, away }): Planned => ({ at: startOf(rest.meetings, near) + away, happening: what }),
      ),
      ...happenings.map(({ happening: what, near, offset: away, isOwn }): Planned => {
        const index = near % rest.meetings.length;
        const at = startOf(rest.meetings, near) + away;
        return { at, happening: isOwn && 'index' in what ? { ...what, index } : what };
      }),
    ],
  }));

function startOf(among: readonly Meeting[], near: number): number {
  return Date.parse(among[near % among.length]?.start ?? '');
}

it('over months of all that happens to people and machines, calls once for each due alert, in time, and for no other', () => {
  const counts = { shown: 0, autoJoin: 0, selfJoined: 0 };
  fc.assert(
    fc.property(story, (told) => {
      const world = new ReminderWorld(told);
      world.run();
      for (const trace of world.traces) {
        counts.shown += trace.kind === 'shown' ? 1 : 0;
        counts.autoJoin += trace.kind === 'shown' && trace.view.kind === 'autoJoin' ? 1 : 0;
        counts.selfJoined += trace.kind === 'selfJoined' ? 1 : 0;
      }
      expect(findComplaints(told, world.traces)).toEqual([]);
    }),
    { numRuns: 30 },
  );
  expect(counts.shown).toBeGreaterThan(200);
  expect(Math.min(counts.autoJoin, counts.selfJoined)).toBeGreaterThan(5);
}, 120_000);
