import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { meetingServices } from '../../../core/invites/meetingServices.ts';
import type { Meeting } from '../../../core/model/meeting.ts';
import type { Offer } from '../../../core/model/offer.ts';
import { InviteDesk } from '../../../main/invites/inviteDesk.ts';
import { readCalendar } from '../../../main/invites/readCalendar.ts';
import type { StoredInvites } from '../../../main/settings/storedInvites.ts';
import { fakeStore } from '../../helpers/fakeProfile.ts';
import { type FakeTime, startFakeTime } from '../../helpers/fakeTime.ts';

const zoom = 'https://zoom.us/j/91234567890';

function event(...lines: readonly string[]): string {
  return ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
}

function calendar(method: string, ...events: readonly string[]): string {
  return ['BEGIN:VCALENDAR', `METHOD:${method}`, ...events, 'END:VCALENDAR'].join('\r\n');
}

const single = (start: string, ...more: readonly string[]): string =>
  event('UID:u1', `DTSTART:${start}`, 'DURATION:PT1H', 'SUMMARY:Talk', `LOCATION:${zoom}`, ...more);
const weekly = (...more: readonly string[]): string =>
  event('UID:w1', 'DTSTART:20260414T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3', 'SUMMARY:Daily', ...more);

let time: FakeTime;
let offer: Offer | null;
let meetings: readonly Meeting[];
let opened: string[];
let store: ReturnType<typeof fakeStore<StoredInvites>>;
let desk: InviteDesk;

beforeEach(() => {
  time = startFakeTime();
  offer = null;
  meetings = [];
  opened = [];
  store = fakeStore<StoredInvites>({ invites: [] });
  desk = build();
});
afterEach(() => {
  desk.stop();
  vi.useRealTimers();
});

function build(): InviteDesk {
  return new InviteDesk({
    mayTake: () => true,
    clock: time.clock,
    rules: meetingServices,
    reader: {
      read: async (text, window) => ({
        kind: 'read',
        content: readCalendar({ text, window, rules: meetingServices, localZone: 'UTC' }),
      }),
    },
    store,
    showMeetings: (shown) => {
      meetings = shown;
    },
    onOffer: (made) => {
      offer = made;
    },
    openLink: async (url) => opened.push(url) > 0,
    copyText: async () => undefined,
    readClipboard: async () => `Join: ${zoom}`,
    readFile: async (path) => (path === '/a.ics' ? calendar('REQUEST', single('20260414T100000Z')) : null),
    onBug: (error) => {
      throw error;
    },
  });
}

const starts = (): readonly string[] => meetings.map(({ start }) => start.slice(5, 16));
const changes = (): readonly string[] => (offer?.kind === 'invites' ? offer.invites.map(({ change }) => change) : []);

describe('invites', () => {
  test('become meetings with their ways in, and are told once more when they come again', async () => {
    await desk.takeText(calendar('REQUEST', single('20260414T100000Z')));
    expect(meetings).toMatchObject([{ subject: 'Talk', address: zoom, badge: 'Zoom', links: [{ url: zoom }] }]);
    expect(changes()).toEqual(['added']);
    await desk.takeText(calendar('REQUEST', single('20260414T100000Z')));
    expect(changes()).toEqual(['known']);
    expect(meetings).toHaveLength(1);
  });

  test('follow updates by sequence, whatever order they come in', async () => {
    await desk.takeText(calendar('REQUEST', single('20260414T120000Z', 'SEQUENCE:2')));
    await desk.takeText(calendar('REQUEST', single('20260414T100000Z', 'SEQUENCE:1')));
    expect(starts()).toEqual(['04-14T12:00']);
    await desk.takeText(calendar('REQUEST', single('20260414T150000Z', 'SEQUENCE:3')));
    expect(starts()).toEqual(['04-14T15:00']);
    expect(changes()).toEqual(['changed']);
  });

  test('one occurrence is moved, one cancelled; a newer series puts both away', async () => {
    await desk.takeText(calendar('REQUEST', weekly('SEQUENCE:0')));
    const one = (start: string): string =>
      event('UID:w1', `RECURRENCE-ID:${start}`, 'SEQUENCE:1', 'DTSTART:20260415T200000Z', 'SUMMARY:Daily');
    await desk.takeText(calendar('REQUEST', one('20260415T090000Z')));
    await desk.takeText(calendar('CANCEL', one('20260416T090000Z')));
    expect(starts()).toEqual(['04-14T09:00', '04-15T20:00']);
    await desk.takeText(calendar('REQUEST', weekly('SEQUENCE:2')));
    expect(starts()).toEqual(['04-14T09:00', '04-15T09:00', '04-16T09:00']);
  });

  test('are gone when they are cancelled or removed', async () => {
    await desk.takeText(calendar('REQUEST', single('20260414T100000Z'), weekly()));
    await desk.takeText(calendar('CANCEL', single('20260414T100000Z', 'SEQUENCE:1')));
    expect(changes()).toEqual(['cancelled']);
    expect(starts()).toEqual(['04-14T09:00', '04-15T09:00', '04-16T09:00']);
    await desk.remove(meetings[0]?.key ?? '');
    expect(meetings).toEqual([]);
    expect(store.value.invites).toEqual([]);
  });

  test('are there after a restart, until they end', async () => {
    await desk.takeText(calendar('REQUEST', single('20260414T100000Z'), weekly()));
    desk.stop();
    desk = build();
    meetings = [];
    await desk.start();
    expect(meetings).toHaveLength(4);
    await time.advance(3 * 3_600_000);
    expect(starts()).toEqual(['04-15T09:00', '04-16T09:00']);
    expect(store.value.invites).toHaveLength(1);
    await time.advance(3 * 86_400_000);
    expect(store.value.invites).toEqual([]);
  });

  test('come from files, too', async () => {
    await desk.takeFile('/a.ics');
    expect(starts()).toEqual(['04-14T10:00']);
  });

  test('several are shown by three, and the rest is counted', async () => {
    const many = Array.from({ length: 5 }, (_, index) => event(`UID:${index}`, 'DTSTART:20260415T090000Z'));
    await desk.takeText(calendar('PUBLISH', ...many));
    expect(offer).toMatchObject({ kind: 'invites', moreCount: 2 });
    expect(meetings).toHaveLength(5);
  });
});

describe('what is no invite', () => {
  test.each([
    ['an answer', calendar('REPLY', single('20260414T100000Z')), 'isAnswer'],
    ['over', calendar('REQUEST', single('20260413T100000Z')), 'isOver'],
    ['all-day', calendar('REQUEST', event('UID:1', 'DTSTART;VALUE=DATE:20260415')), 'isAllDay'],
    [
      'a whole calendar',
      calendar(
        'PUBLISH',
        ...Array.from({ length: 501 }, (_, index) => event(`UID:${index}`, 'DTSTART:20260415T090000Z')),
      ),
      'tooMany',
    ],
    ['a text without a link', 'Hello https://evil.example/j/1', 'noLink'],
    ['nothing', ' \n', 'empty'],
  ])('%s is refused with the reason, and changes nothing', async (_name, text, reason) => {
    await desk.takeText(text);
    expect(offer).toMatchObject({ kind: 'refused', reason });
    expect(store.value.invites).toEqual([]);
  });

  test('a file that cannot be read is refused', async () => {
    await desk.takeFile('/missing.ics');
    expect(offer).toMatchObject({ kind: 'refused', reason: 'noFile' });
  });
});

describe('links', () => {
  test('of the clipboard are offered, and opened by a press only', async () => {
    await desk.takeClipboard();
    expect(offer).toMatchObject({ kind: 'links', links: [{ url: zoom, badge: 'Zoom' }] });
    expect(opened).toEqual([]);
    expect(await desk.takeLink(offer?.id ?? '', 0, 'open')).toMatchObject({ kind: 'opened' });
    expect(opened).toEqual([zoom]);
  });

  test('of an offer that was put away, or that never were, open nothing', async () => {
    await desk.takeClipboard();
    const id = offer?.id ?? '';
    expect(await desk.takeLink(id, 7, 'open')).toMatchObject({ kind: 'refused' });
    desk.close(id);
    expect(offer).toBeNull();
    expect(await desk.takeLink(id, 0, 'open')).toMatchObject({ kind: 'refused' });
    expect(opened).toEqual([]);
  });
});
