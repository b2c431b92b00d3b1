import { describe, expect, it } from 'vitest';
import { officeDomains, teamsGuestAlias } from '../../simulator/pexip/aliases.ts';
import { daylightSavingMeetings } from '../../simulator/pexip/daylightSaving.ts';
import { manyMeetings } from '../../simulator/pexip/manyMeetings.ts';
import { officeDay } from '../../simulator/pexip/officeDay.ts';
import type { SimulatedMeeting } from '../../simulator/pexip/simulatedMeeting.ts';
import { listMeetings, start } from './pexipClient.ts';

const minute = 60_000;
const startOf = (meeting: SimulatedMeeting) => Date.parse(meeting.startTime);
const endOf = (meeting: SimulatedMeeting) => Date.parse(meeting.endTime);
const localDay = (time: number) => new Date(time).toDateString();

const firstQuarters = Array.from({ length: 96 * 7 }, (_, quarter) => {
  return new Date(2026, 3, 13, 0, quarter * 15 + (quarter % 15)).getTime();
});

describe('office day', () => {
  it('is right at any time of any day of the week', () => {
    for (const now of firstQuarters) {
      const { boardroom, library } = officeDay(now);
      const all = [...boardroom, ...library];
      const [running, budget, supplier] = boardroom;
      if (!running || !budget || !supplier) throw new Error('the day is too short');
      expect(startOf(running)).toBeLessThan(now);
      expect(endOf(running)).toBeGreaterThan(now);
      expect(budget).toMatchObject({ subject: 'Budget review, second reading', organizerName: 'Iris Vega' });
      expect(startOf(budget) - now).toBeGreaterThanOrEqual(2 * minute);
      expect(startOf(budget) - now).toBeLessThan(7 * minute);
      expect(startOf(supplier)).toBeLessThan(endOf(budget));
      const [critique, walkIn] = boardroom.slice(3);
      expect(critique && walkIn && startOf(walkIn) >= endOf(critique)).toBe(true);
      expect(new Set(all.map(({ id, startTime }) => `${id} ${startTime}`)).size).toBe(all.length);
      const nightShift = library.find(({ subject }) => subject.startsWith('Night release'));
      expect(nightShift && localDay(startOf(nightShift))).toBe(localDay(now));
      expect(nightShift && localDay(endOf(nightShift))).not.toBe(localDay(now));
      const tomorrow = new Date(now);
      tomorrow.setDate(tomorrow.getDate() + 1);
      expect(all.some((each) => localDay(startOf(each)) === localDay(tomorrow.getTime()))).toBe(true);
      expect(all.every((each) => startOf(each) - now < 7 * 24 * 60 * minute)).toBe(true);
      expect(startOf(all.toSorted((one, other) => startOf(one) - startOf(other)).at(-1) ?? budget)).toBeGreaterThan(
        now + 24 * 60 * minute,
      );
    }
  });

  it('looks like the morning of the design', () => {
    const { boardroom } = officeDay(new Date(2026, 3, 14, 10, 41).getTime());
    const clock = (meeting: SimulatedMeeting) => new Date(meeting.startTime).toTimeString().slice(0, 5);
    expect(boardroom.slice(0, 5).map((each) => `${clock(each)} ${each.subject.slice(0, 15)}`)).toStrictEqual([
      '10:30 Daily stand-up',
      '10:45 Budget review, ',
      '10:50 Supplier call, ',
      '13:00 Design critique',
      '15:30 Walk-in desk sl',
    ]);
  });

  it('has every sort of address, one meeting without, an empty and a long subject', () => {
    const { boardroom, library } = officeDay(new Date(2026, 3, 14, 10, 41).getTime());
    const all = [...boardroom, ...library];
    const hosts = all.map(({ alias }) => alias?.split('@')[1]);
    const expected = [officeDomains.teams, officeDomains.meet, officeDomains.pexip, 'zoomcrc.com', 'pex.ms'];
    expect(hosts).toEqual(expect.arrayContaining([...expected, 'corp-example.webex.com', undefined]));
    expect(all.map(({ subject }) => subject)).toContain('');
    expect(all.some(({ subject }) => subject.length > 80 && /\p{Script=Arabic}/u.test(subject))).toBe(true);
  });

  it('is what a simulator starts with', async () => {
    const meetings = await listMeetings(await start());
    expect(meetings[0]).toMatchObject({ organizerName: 'Mara Quist' });
    expect(meetings[1]).toMatchObject({ subject: 'Budget review, second reading' });
  });
});

describe('other fixtures', () => {
  it('encode a SIP guest passcode as third-party clients do', () => {
    expect(teamsGuestAlias('123456789012', 'Qx7Lm2Zt', 'acme-01')).toBe(
      '123456789012.MV6FC6BXJRWTEWTU..acme-01@pex.ms',
    );
  });

  it('cross changes of summer time', () => {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', timeStyle: 'short' });
    const [, spring, autumn] = daylightSavingMeetings();
    if (!spring || !autumn) throw new Error('a meeting is missing');
    expect([format.format(startOf(spring)), format.format(endOf(spring))]).toStrictEqual(['01:30', '03:30']);
    expect([format.format(startOf(autumn)), format.format(endOf(autumn))]).toStrictEqual(['02:30', '02:30']);
  });

  it.each([0, 1, 50, 10_000])('make %d meetings within seven days, in order', (count) => {
    const now = Date.parse('2026-04-14T08:41:30Z');
    const meetings = manyMeetings(count, now);
    expect(meetings).toHaveLength(count);
    expect(new Set(meetings.map(({ id }) => id)).size).toBe(count);
    const starts = meetings.map(startOf);
    expect(starts).toStrictEqual(starts.toSorted((one, other) => one - other));
    expect(starts.every((each) => each >= now && each < now + 7 * 24 * 60 * minute)).toBe(true);
  });
});
