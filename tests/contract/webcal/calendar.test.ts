import { describe, expect, test } from 'vitest';
import { waysByLinks } from '../../../core/join/waysByLinks.ts';
import { calendarText, event, officeToken } from '../../../simulator/webcal/officeCalendar.ts';
import { addressOf, subscribe, toldBy, week } from './webcalAccount.ts';

const hour = 3_600_000;
const day = 24 * hour;

describe('a calendar at an address', () => {
  test('gives the meetings of a week, with the links of their invites as ways in', async () => {
    const { fetch } = await subscribe();
    const fetched = await fetch();
    const meetings = fetched.kind === 'meetings' ? fetched.meetings : [];
    expect(new Set(meetings.map(({ subject }) => subject))).toEqual(
      new Set(['Talk with the new neighbours', 'Product council', 'Dentist', 'Supplier, quarterly']),
    );
    const talk = meetings.find(({ subject }) => subject.startsWith('Talk'));
    expect(talk).toMatchObject({
      accountId: 'calendar-1',
      badge: 'Meet',
      address: 'https://meet.google.com/abc-defg-hij',
    });
    expect(talk?.key).toBe(`calendar-1/talk@corp.example/${talk?.start}`);
    const council = meetings.find(({ subject }) => subject === 'Product council');
    expect(council).toMatchObject({ organizerName: 'Tessa Hale', badge: 'Zoom' });
    expect(waysByLinks(council?.links ?? []).map(({ target, kind }) => `${kind} ${target}`)).toEqual([
      'web https://us02web.zoom.us/j/83920471655?pwd=council',
      'web https://corp-example.webex.com/meet/tessa.hale',
      'copy https://us02web.zoom.us/j/83920471655?pwd=council',
    ]);
    expect(meetings.find(({ subject }) => subject === 'Dentist')).toMatchObject({ address: null, badge: null });
  });

  test('has its series at the times of its zone, without the occurrence that is taken out', async () => {
    const { fetch } = await subscribe();
    const fetched = await fetch();
    const council = (fetched.kind === 'meetings' ? fetched.meetings : []).filter(({ subject }) =>
      /council/.test(subject),
    );
    const berlin = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' });
    expect(new Set(council.map(({ start }) => berlin.format(new Date(start))))).toEqual(new Set(['16:15']));
    const dateOf = (instant: number): string =>
      new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(instant);
    const dates = council.map(({ start }) => dateOf(Date.parse(start)));
    expect(dates).not.toContain(dateOf(Date.now() + 3 * day));
    expect(dates).toContain(dateOf(Date.now() + 4 * day));
  });

  test('is not sent again while it stays what it was', async () => {
    for (const validators of ['both', 'etag', 'lastModified'] as const) {
      const { simulator, fetch, asked } = await subscribe();
      simulator.webcal.setRules({ validators });
      const first = await fetch();
      expect(await fetch()).toEqual(first);
      expect(asked()).toEqual([200, 304]);
    }
  });

  test('whose server does not tell whether it changed is read anew', async () => {
    const { simulator, fetch, asked } = await subscribe();
    simulator.webcal.setRules({ validators: 'none', compresses: false });
    const first = await fetch();
    expect(await fetch()).toEqual(first);
    expect(asked()).toEqual([200, 200]);
  });

  test('that changed brings what is new, and what was cancelled is gone', async () => {
    const { simulator, fetch, asked } = await subscribe();
    const at = Date.now() + hour;
    simulator.webcal.setCalendar(
      officeToken,
      calendarText([...event('a', at, 30, 'A', []), ...event('b', at, 30, 'B', [])]),
    );
    expect(toldBy(await fetch())).toEqual(['A', 'B']);
    simulator.webcal.setCalendar(
      officeToken,
      calendarText([...event('a', at, 30, 'A', ['STATUS:CANCELLED']), ...event('c', at, 30, 'C', [])]),
    );
    expect(toldBy(await fetch())).toEqual(['C']);
    expect(asked()).toEqual([200, 200]);
  });

  test('goes on with the days, also while its file stays what it was', async () => {
    const { simulator, source, asked } = await subscribe();
    const now = Date.now();
    const events = [1, 6, 9, 13, 20].map((days) => event(`in-${days}`, now + days * day, 30, `in ${days}`, []));
    simulator.webcal.setCalendar(officeToken, calendarText(events.flat()));
    expect(toldBy(await source.fetchMeetings(week(now)))).toEqual(['in 1', 'in 6']);
    expect(toldBy(await source.fetchMeetings(week(now + 3 * day)))).toEqual(['in 6', 'in 9']);
    // What was read of it ends here: only the whole file tells what comes.
    expect(toldBy(await source.fetchMeetings(week(now + 8 * day)))).toEqual(['in 9', 'in 13']);
    expect(asked()).toEqual([200, 304, 200]);
  });

  test('of fifty thousand events is read', async () => {
    const { simulator, fetch } = await subscribe();
    const now = Date.now();
    const events = Array.from({ length: 50_000 }, (_, index) =>
      event(`e-${index}`, now + (index - 45_000) * hour, 30, 'E', []),
    );
    simulator.webcal.setCalendar(officeToken, calendarText(events.flat()));
    const fetched = await fetch();
    // From twelve hours back to seven days ahead, the first and the last of them just within.
    expect(fetched.kind === 'meetings' ? fetched.meetings.length : fetched).toBe(12 + 7 * 24 + 1);
  }, 30_000);

  test('is asked for four times an hour', async () => {
    expect((await subscribe()).source.interval).toBe(15 * 60_000);
  });

  test('that moved is followed to where it is', async () => {
    for (const status of [301, 302, 307, 308] as const) {
      const { simulator, fetch } = await subscribe();
      simulator.webcal.setFault({ name: 'redirected', to: 'moved', status });
      expect(toldBy(await fetch())).toContain('Dentist');
    }
  });

  test('leaves its address in no log of the simulator either', async () => {
    const { simulator, fetch } = await subscribe();
    await fetch();
    expect(JSON.stringify(simulator.webcal.requests())).not.toContain(officeToken);
    expect(addressOf(simulator)).toContain(officeToken);
  });
});
