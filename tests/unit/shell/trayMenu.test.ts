import { describe, expect, test } from 'vitest';
import type { RoomView } from '../../../core/model/room.ts';
import { dockMenu } from '../../../main/shell/dockMenu.ts';
import { type TrayInput, trayEntries } from '../../../main/shell/trayInput.ts';
import { type TrayItem, trayMenu } from '../../../main/shell/trayMenu.ts';
import { at, buildMeeting } from '../../helpers/fakeMeetings.ts';
import { buildTrayInput, trayAccount } from '../../helpers/trayInput.ts';

const link = 'Join with the link on the clipboard → joinClipboard';
const quiet = ['No reminders:', '  For an hour → quiet', '  Until tomorrow → quiet'];
const program = ['Open Foyer → open', 'Refresh → refresh', 'Settings… → command', 'Health… → command'];

function describeItem({ label, press, items }: TrayItem): readonly string[] {
  return items === undefined
    ? [press === null ? label : `${label} → ${press.kind}`]
    : [`${label}:`, ...items.flatMap(describeItem).map((line) => `  ${line}`)];
}

function lines(groups: readonly (readonly TrayItem[])[]): readonly string[] {
  return groups.flatMap((group, index) => [...(index === 0 ? [] : ['—']), ...group.flatMap(describeItem)]);
}

function menu(parts: Partial<TrayInput> = {}): readonly string[] {
  const input = buildTrayInput(parts);
  return lines(trayMenu(trayEntries(input), input));
}

const upcoming = [0, 70, 180, 1_440, 1_500, 2_880, 2_940, 3_000, 3_060].map((minutes) =>
  buildMeeting({ minutes, serviceMeetingId: `m${minutes}`, subject: `At ${minutes}` }),
);

function buildRoom(parts: Partial<RoomView>): RoomView {
  return {
    key: 'desk-1/room-1',
    accountId: 'desk-1',
    title: 'Fox-17',
    createdAt: at(-5),
    expiresAt: at(10),
    phase: 'open',
    peopleCount: null,
    peopleNames: [],
    note: null,
    hasLink: true,
    canEnd: false,
    ...parts,
  };
}

describe('the menu of the tray', () => {
  test('begins with the next meeting, groups those after it by when they are, and ends with the program', () => {
    expect(menu({ meetings: upcoming, now: Date.parse(at(25)) })).toEqual([
      'Join next: At 70 → join',
      '—',
      'Now',
      'until 08:30  At 0 → join',
      '—',
      'Today',
      '09:10  At 70 → join',
      '11:00  At 180 → join',
      '—',
      'Tomorrow',
      '08:00  At 1440 → join',
      '09:00  At 1500 → join',
      '—',
      'Thursday 16 April',
      '08:00  At 2880 → join',
      '09:00  At 2940 → join',
      '10:00  At 3000 → join',
      '—',
      link,
      '—',
      ...quiet,
      '—',
      ...program,
      '—',
      'Quit Foyer → quit',
    ]);
  });

  test('joins what is pressed, and first what leads the window', () => {
    const input = buildTrayInput({ meetings: upcoming, now: Date.parse(at(60)) });
    const [next, soon] = trayMenu(trayEntries(input), input);
    expect(next?.[0]?.press).toEqual({ kind: 'join', meetingKey: upcoming[1]?.key });
    expect(soon?.[0]).toEqual({ label: 'Soon', press: null });
    expect(soon?.[1]?.press).toEqual({ kind: 'join', meetingKey: upcoming[1]?.key });
  });

  test('shows a meeting without an address, which cannot be pressed, and one without a subject', () => {
    const bare = buildMeeting({ subject: '', address: null });
    expect(menu({ meetings: [bare] }).slice(0, 4)).toEqual([
      'Join next: No subject (no video address)',
      '—',
      'Today',
      '09:00  No subject (no video address)',
    ]);
  });

  test('shortens what no menu can hold, and never in the middle of a letter', () => {
    const long = buildMeeting({ subject: '👩‍👩‍👧 long '.repeat(20) });
    for (const line of menu({ meetings: [long] })) {
      expect(line.isWellFormed()).toBe(true);
      expect(Array.from(line).length).toBeLessThan(80);
    }
  });

  test('leads to connecting a room when there is none, and says so when nothing is ahead', () => {
    expect(menu({ accounts: [] })).toEqual([
      'Connect a room… → open',
      '—',
      link,
      '—',
      ...quiet,
      '—',
      'Open Foyer → open',
      'Settings… → command',
      'Health… → command',
      '—',
      'Quit Foyer → quit',
    ]);
    expect(menu()[0]).toBe('No meetings ahead');
  });

  test('says what is wrong, and leads to where it is put right', () => {
    const accounts = [
      trayAccount({ status: { kind: 'refused' } }),
      trayAccount({ id: 'room-2', name: 'Loft', status: { kind: 'secretLost' } }),
      trayAccount({ id: 'room-3', status: { kind: 'offline' } }),
    ];
    expect(menu({ accounts }).slice(0, 3)).toEqual([
      'Boardroom needs new credentials… → command',
      'Loft must be connected again… → command',
      '—',
    ]);
  });

  test('shows nothing of hidden meetings, and of others what may be read', () => {
    const meetings = upcoming.slice(0, 2);
    const shown = menu({ meetings, titleOf: () => 'A meeting', isHidden: ({ subject }) => subject === 'At 0' });
    expect(shown.slice(0, 5)).toEqual(['Join next: A meeting → join', '—', 'Today', '09:10  A meeting → join', '—']);
  });

  test('tells until when it is quiet, and ends that', () => {
    const now = Date.parse(at(0));
    const until = (minutes: number): readonly string[] =>
      menu({ now, quietUntil: now + minutes * 60_000 }).filter((line) => /remind/i.test(line));
    expect(until(45)).toEqual(['No reminders until 08:45:', '  Remind me again → quiet']);
    expect(until(20 * 60)).toEqual(['No reminders until 15 Apr, 04:00:', '  Remind me again → quiet']);
    expect(until(-1)).toEqual(['No reminders:']);
  });
});

describe('rooms in the menu of the tray', () => {
  const desk = trayAccount({ id: 'desk-1', serviceId: 'eightbyeight', name: 'Help desk' });
  const calls = trayAccount({ id: 'calls-1', serviceId: 'telnyx', name: 'Calls' });
  const others = trayAccount({ id: 'calls-2', serviceId: 'telnyx', name: 'Others' });
  const rooms = { hostAccountIds: ['desk-1'], rooms: [], openingFor: null };

  function roomLines(parts: Partial<TrayInput>): readonly string[] {
    const all = menu(parts);
    return all.slice(2, all.indexOf(link));
  }

  test('are opened with one press where one account can, and chosen from where several can', () => {
    expect(roomLines({ accounts: [desk], rooms })).toEqual(['New 8x8 room → newRoom']);
    const hostAccountIds = ['calls-1', 'desk-1', 'calls-2'];
    expect(roomLines({ accounts: [desk, calls, others], rooms: { ...rooms, hostAccountIds } })).toEqual([
      'New room:',
      '  New Telnyx room for Calls → newRoom',
      '  New 8x8 room → newRoom',
      '  New Telnyx room for Others → newRoom',
    ]);
  });

  test('cannot be opened twice at once, nor where an administrator switched that off', () => {
    const opening = { ...rooms, openingFor: 'desk-1' };
    expect(roomLines({ accounts: [desk], rooms: opening })).toEqual(['Opening the room…']);
    expect(roomLines({ accounts: [desk], rooms, mayOpenRooms: false })).toEqual([]);
  });

  test('are joined and handed on while they are of use; what is over leads to the window', () => {
    const known = [
      buildRoom({}),
      buildRoom({ key: 'desk-1/room-2', title: 'No guests', hasLink: false, expiresAt: null }),
      buildRoom({ key: 'desk-1/room-3', title: 'Late', expiresAt: at(-1) }),
      buildRoom({ key: 'desk-1/room-4', title: 'Done', phase: 'over' }),
    ];
    expect(roomLines({ accounts: [trayAccount()], rooms: { ...rooms, hostAccountIds: [], rooms: known } })).toEqual([
      'Rooms:',
      '  Join Fox-17 → enterRoom',
      '  Copy the link of Fox-17 → copyRoom',
      '  Join No guests → enterRoom',
      '  Late (over) → open',
      '  Done (over) → open',
    ]);
  });

  test('are in the menu of the dock too, with the next meeting', () => {
    const accounts = [trayAccount(), desk];
    expect(lines(dockMenu(buildTrayInput({ meetings: upcoming, accounts, rooms, hasText: true })))).toEqual([
      'Join next: At 0 → join',
      '—',
      'New 8x8 room → newRoom',
      '—',
      'Settings… → command',
    ]);
  });
});
