import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AgendaEntry, agendaEntries } from '../../../core/agendaView/agendaEntry.ts';
import { agendaView } from '../../../core/agendaView/agendaView.ts';
import { createOverlapFinder } from '../../../core/agendaView/overlaps.ts';
import { createCalendarDays, daysBetween } from '../../../core/time/calendarDays.ts';
import { meetingAt } from '../../helpers/meetingAt.ts';

const epoch = Date.parse('2026-03-27T00:00:00Z');
const minute = 60_000;
const timeZones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Cairo',
);

// Few distinct times, so that meetings touch, coincide and overlap all the time.
const meetings = fc
  .array(fc.record({ start: fc.nat(400), length: fc.nat(60), isJoinable: fc.boolean() }), { maxLength: 40 })
  .map((plans) =>
    plans
      .map(({ start, length, isJoinable }, index) =>
        meetingAt(String(index), new Date(epoch + start * 15 * minute).toISOString(), length * 15, {
          ...(isJoinable ? {} : { address: null }),
        }),
      )
      .sort((a, b) => a.start.localeCompare(b.start) || a.end.localeCompare(b.end) || a.key.localeCompare(b.key)),
  );
const moments = fc.nat(430 * 15).map((minutes) => epoch + minutes * minute);

describe('whatever the meetings, the moment and the time zone', () => {
  test('every meeting that is not over has exactly one place', () => {
    fc.assert(
      fc.property(meetings, moments, timeZones, (list, now, timeZone) => {
        const entries = agendaEntries(list);
        const view = agendaView(entries, now, createCalendarDays(timeZone));
        const leading = view.lead.kind === 'next' || view.lead.kind === 'running' ? [view.lead.entry] : [];
        const placed = [...leading, ...view.alongside, ...view.running, ...view.days.flatMap((day) => day.entries)];
        const ahead = entries.filter((entry) => entry.endsAt > now);
        expect(new Set(placed).size).toBe(placed.length);
        expect(new Set(placed)).toEqual(new Set(ahead));
      }),
    );
  });

  test('hidden meetings stay in the list and lead nothing, and the others stand as if they were not there', () => {
    fc.assert(
      fc.property(meetings, moments, fc.infiniteStream(fc.boolean()), (list, now, flags) => {
        const entries = agendaEntries(list);
        const hidden = new Set(list.filter(() => flags.next().value === true).map(({ key }) => key));
        const calendar = createCalendarDays('UTC');
        const view = agendaView(entries, now, calendar, hidden);
        const without = entries.filter(({ meeting }) => !hidden.has(meeting.key));
        const { lead, alongside, running } = agendaView(without, now, calendar);
        expect({ lead: view.lead, alongside: view.alongside, running: view.running }).toEqual({
          lead,
          alongside,
          running,
        });
        const listed = view.days.flatMap((day) => day.entries).map(({ meeting }) => meeting.key);
        const ahead = entries.filter(({ meeting, endsAt }) => hidden.has(meeting.key) && endsAt > now);
        expect(listed).toEqual(expect.arrayContaining(ahead.map(({ meeting }) => meeting.key)));
      }),
    );
  });

  test('days ascend, hold their meetings in order, and today is day 0', () => {
    fc.assert(
      fc.property(meetings, moments, timeZones, (list, now, timeZone) => {
        const calendar = createCalendarDays(timeZone);
        const { days } = agendaView(agendaEntries(list), now, calendar);
        for (const [index, { day, daysAhead, entries }] of days.entries()) {
          expect(daysAhead).toBeGreaterThan(days[index - 1]?.daysAhead ?? -1);
          expect(daysAhead).toBe(daysBetween(calendar.dayOf(now), day));
          expect(entries.map((entry) => entry.startsAt)).toEqual(
            entries.map((entry) => entry.startsAt).sort((a, b) => a - b),
          );
        }
      }),
    );
  });

  test('overlaps are those that a comparison of all pairs finds, and go both ways', () => {
    const overlap = (a: AgendaEntry, b: AgendaEntry, now: number): boolean =>
      a !== b && a.startsAt < b.endsAt && b.startsAt < a.endsAt && a.endsAt > now && b.endsAt > now;
    fc.assert(
      fc.property(meetings, moments, (list, now) => {
        const entries = agendaEntries(list);
        const findOverlap = createOverlapFinder(entries);
        for (const entry of entries.filter(({ endsAt }) => endsAt > now)) {
          const expected = entries.filter((other) => overlap(entry, other, now));
          const found = findOverlap(entry, now);
          expect(found?.count ?? 0).toBe(expected.length);
          if (found !== null) {
            expect(expected).toContain(found.other);
            expect(findOverlap(found.other, now)).not.toBeNull();
          }
        }
      }),
    );
  });
});
