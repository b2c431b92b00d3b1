import { describe, expect, test } from 'vitest';
import { agendaEntries } from '../../../core/agendaView/agendaEntry.ts';
import { type AgendaView, agendaView, instantsToWatch } from '../../../core/agendaView/agendaView.ts';
import type { Meeting } from '../../../core/model/meeting.ts';
import { createCalendarDays } from '../../../core/time/calendarDays.ts';
import { meetingAt } from '../../helpers/meetingAt.ts';

const now = Date.parse('2026-04-14T10:41:00Z');

function viewOf(meetings: readonly Meeting[], at = now, timeZone = 'UTC'): AgendaView {
  return agendaView(agendaEntries(meetings), at, createCalendarDays(timeZone));
}

function leadOf(view: AgendaView): string {
  return view.lead.kind === 'nothing' ? 'nothing' : `${view.lead.kind} ${view.lead.entry.meeting.serviceMeetingId}`;
}

function idsOf(entries: AgendaView['running']): readonly string[] {
  return entries.map((entry) => entry.meeting.serviceMeetingId);
}

const running = meetingAt('running', '2026-04-14T10:15:00Z', 30);
const due = meetingAt('due', '2026-04-14T10:45:00Z', 45);
const later = meetingAt('later', '2026-04-14T13:00:00Z', 60);
const tomorrow = meetingAt('tomorrow', '2026-04-15T09:00:00Z', 45);

describe('what leads', () => {
  test('is the next meeting when it is due within the hour, not the running one', () => {
    const view = viewOf([running, due, later]);
    expect(leadOf(view)).toBe('next due');
    expect(idsOf(view.running)).toEqual(['running']);
    expect(view.days.map((day) => idsOf(day.entries))).toEqual([['later']]);
  });

  test('is the running meeting when the next is farther away', () => {
    const view = viewOf([running, later]);
    expect(leadOf(view)).toBe('running running');
    expect(view.running).toEqual([]);
  });

  test('changes at exactly an hour before the next', () => {
    const view = (time: string) => leadOf(viewOf([running, due], Date.parse(time)));
    const early = { ...running, start: '2026-04-14T09:00:00.000Z' };
    expect(leadOf(viewOf([early, due], Date.parse('2026-04-14T09:44:59.999Z')))).toBe('running running');
    expect(leadOf(viewOf([early, due], Date.parse('2026-04-14T09:45:00Z')))).toBe('next due');
    expect(view('2026-04-14T10:45:00Z')).toBe('running due');
  });

  test('stays with a meeting in its first five minutes, so that another one does not slip under the button', () => {
    const soon = meetingAt('soon', '2026-04-14T10:50:00Z', 25);
    const at = (time: string) => leadOf(viewOf([due, soon], Date.parse(time)));
    expect(at('2026-04-14T10:44:59Z')).toBe('next due');
    expect(at('2026-04-14T10:45:00Z')).toBe('running due');
    expect(at('2026-04-14T10:49:59Z')).toBe('running due');
    expect(at('2026-04-14T10:50:00Z')).toBe('running soon');
  });

  test('stays with the first of those that start together, when they start', () => {
    const twin = meetingAt('twin', due.start, 90);
    const before = viewOf([due, twin], Date.parse('2026-04-14T10:44:00Z'));
    expect(leadOf(before)).toBe('next due');
    expect(idsOf(before.alongside)).toEqual(['twin']);
    const after = viewOf([due, twin], Date.parse('2026-04-14T10:45:00Z'));
    expect(leadOf(after)).toBe('running due');
    expect(idsOf(after.running)).toEqual(['twin']);
  });

  test('is the one that can be joined, of those that start together', () => {
    const withoutAddress = meetingAt('desk', due.start, 15, { address: null });
    const view = viewOf([withoutAddress, due]);
    expect(leadOf(view)).toBe('next due');
    expect(view.alongside).toEqual([]);
    expect(view.days.map((day) => idsOf(day.entries))).toEqual([['desk']]);
  });

  test('is the time that is free, and the list stays complete', () => {
    const view = viewOf([later, tomorrow]);
    expect(leadOf(view)).toBe('free later');
    expect(view.days.map((day) => [day.daysAhead, ...idsOf(day.entries)])).toEqual([
      [0, 'later'],
      [1, 'tomorrow'],
    ]);
  });

  test('is the rest of the day when there is nothing more today', () => {
    const view = viewOf([tomorrow]);
    expect(view.lead).toMatchObject({ kind: 'freeToday', daysAhead: 1 });
  });

  test('is a meeting just after midnight once it is due within the hour', () => {
    const night = meetingAt('night', '2026-04-15T00:10:00Z', 30);
    expect(leadOf(viewOf([night], Date.parse('2026-04-14T23:20:00Z')))).toBe('next night');
  });

  test('is nothing when all is over', () => {
    expect(leadOf(viewOf([running], Date.parse('2026-04-14T10:45:00Z')))).toBe('nothing');
    expect(leadOf(viewOf([]))).toBe('nothing');
  });
});

describe('the days', () => {
  test('are those of the time zone, not of UTC', () => {
    const late = meetingAt('late', '2026-04-14T23:30:00Z', 30);
    expect(viewOf([late], now, 'Europe/Berlin').days[0]).toMatchObject({ daysAhead: 1, day: { date: '2026-04-15' } });
    expect(viewOf([late], now, 'America/New_York').days[0]).toMatchObject({ daysAhead: 0 });
  });

  test('list a meeting across midnight where it starts, and today once it began before', () => {
    const across = meetingAt('across', '2026-04-14T23:30:00Z', 12 * 60);
    const others = [across, meetingAt('a', '2026-04-14T23:40:00Z', 700), meetingAt('b', '2026-04-14T23:50:00Z', 700)];
    const many = [...others, meetingAt('c', '2026-04-14T23:55:00Z', 700)];
    expect(viewOf(many).days.map((day) => day.day.date)).toEqual(['2026-04-14']);
    const next = viewOf(many, Date.parse('2026-04-15T06:00:00Z'));
    expect(next.days.map((day) => [day.day.date, day.daysAhead])).toEqual([['2026-04-15', 0]]);
  });

  test('keep their numbers over a change of clock', () => {
    const meetings = [meetingAt('sunday', '2026-03-29T10:00:00Z', 30), meetingAt('monday', '2026-03-30T10:00:00Z', 30)];
    const view = viewOf(meetings, Date.parse('2026-03-28T12:00:00Z'), 'Europe/Berlin');
    expect(view.days.map((day) => day.daysAhead)).toEqual([1, 2]);
  });
});

test('a meeting that ends as it starts can still be joined for a while', () => {
  const point = meetingAt('point', '2026-04-14T10:40:00Z', 0);
  expect(leadOf(viewOf([point]))).toBe('running point');
});

test('the instants to watch are those at which something changes', () => {
  const instants = instantsToWatch(viewOf([running, due, later]), now);
  expect(instants).toEqual([due.start, due.end, running.end].map((instant) => Date.parse(instant)));
});
