import { describe, expect, test } from 'vitest';
import type { AccountStatus, AccountView } from '../../../core/model/account.ts';
import type { Meeting } from '../../../core/model/meeting.ts';
import { createTimeFormat } from '../../../core/time/timeFormat.ts';
import { services } from '../../../main/services/registry.ts';
import { type TrayModel, trayChangesAt, trayModel } from '../../../main/shell/trayModel.ts';
import { createMainTranslator } from '../../../main/texts.ts';
import { at, buildMeeting } from '../../helpers/fakeMeetings.ts';

const translate = createMainTranslator();
const format = createTimeFormat({ locale: 'en-GB', isTwelveHour: undefined, timeZone: 'UTC' });

function room(status: AccountStatus = { kind: 'current' }): AccountView {
  return {
    id: 'room-1',
    serviceId: 'pexip',
    name: 'Boardroom',
    fields: {},
    status,
    lastSuccessAt: null,
    nextAttemptAt: null,
    trackingId: null,
    clockSkew: null,
    secretStorage: 'encrypted',
  };
}

function draw(meetings: readonly Meeting[], minutes: number, accounts: readonly AccountView[] = [room()]): TrayModel {
  return trayModel({
    meetings,
    accounts,
    services: services.map(({ view }) => view),
    now: Date.parse(at(minutes)),
    format,
    translate,
  });
}

function lines({ groups }: TrayModel): readonly string[] {
  return groups.flat().map(({ label, press }) => `${label} → ${press?.kind ?? 'nothing'}`);
}

describe('the tray', () => {
  test('lists five meetings to join, the running one first, and the ways back', () => {
    const meetings = [0, 60, 120, 180, 240, 300, 360].map((minutes) =>
      buildMeeting({ minutes, serviceMeetingId: `m${minutes}`, subject: `At ${minutes}` }),
    );
    expect(lines(draw(meetings, 10))).toEqual([
      'Now  At 0 → join',
      '09:00  At 60 → join',
      '10:00  At 120 → join',
      '11:00  At 180 → join',
      '12:00  At 240 → join',
      'Open Foyer → open',
      'Refresh → refresh',
      'Quit Foyer → quit',
    ]);
    expect(draw(meetings, 10).groups[0]?.[1]?.press).toEqual({ kind: 'join', meetingKey: meetings[1]?.key });
  });

  test('calls no list old because an account that has none is in trouble', () => {
    const accounts = [room(), { ...room({ kind: 'refused' }), id: 'desk-1', serviceId: 'eightbyeight' }];
    expect(draw([], 0, accounts)).toMatchObject({ mark: 'problem', tooltip: 'Foyer: no meetings ahead' });
  });

  test('shows a meeting without an address, which cannot be pressed, and one without a subject', () => {
    const bare = buildMeeting({ subject: '', address: null });
    expect(lines(draw([bare], 0))[0]).toBe('09:00  No subject (no video address) → nothing');
  });

  test('says the day of what is not today, and shortens what no menu can hold', () => {
    const far = buildMeeting({ minutes: 60 + 1_440, subject: `${'👩‍👩‍👧 long '.repeat(20)}` });
    const [line = ''] = lines(draw([far], 0));
    expect(line).toMatch(/^Wed 09:00 {2}/);
    expect(line).toMatch(/… → join$/);
    expect(line.isWellFormed()).toBe(true);
    expect(Array.from(line).length).toBeLessThan(80);
  });

  test('leads to connecting a room when there is none, and says so when nothing is ahead', () => {
    expect(lines(draw([], 0, []))).toEqual(['Connect a room… → open', 'Open Foyer → open', 'Quit Foyer → quit']);
    expect(lines(draw([], 0))[0]).toBe('No meetings ahead → nothing');
    expect(draw([], 0).tooltip).toBe('Foyer: no meetings ahead');
  });

  test.each([
    [-30, { kind: 'current' }, 'idle', 'Budget review at 09:00'],
    [45, { kind: 'current' }, 'soon', 'Budget review at 09:00'],
    [60, { kind: 'current' }, 'now', 'Now: Budget review until 09:30'],
    [90, { kind: 'current' }, 'idle', 'Foyer: no meetings ahead'],
    [60, { kind: 'refused' }, 'problem', 'Now: Budget review until 09:30\nShowing an older list'],
    [60, { kind: 'secretLost' }, 'problem', 'Now: Budget review until 09:30\nShowing an older list'],
    [45, { kind: 'offline' }, 'soon', 'Budget review at 09:00\nShowing an older list'],
    [45, { kind: 'waiting' }, 'soon', 'Budget review at 09:00'],
  ] as const)('%d minutes after eight, its room being %o, is marked %s: %s', (minutes, status, mark, tooltip) => {
    const model = draw([buildMeeting()], minutes, [room(status)]);
    expect({ mark: model.mark, tooltip: model.tooltip }).toEqual({ mark, tooltip });
  });

  test('names the next meeting rather than the running one', () => {
    const both = [buildMeeting(), buildMeeting({ minutes: 75, serviceMeetingId: 'next', subject: 'Next' })];
    expect(draw(both, 70)).toMatchObject({ mark: 'now', tooltip: 'Next at 09:15' });
  });

  test('knows when it will look different without any news', () => {
    const meetings = [buildMeeting()];
    const changes = [-30, 45, 60, 90].map((minutes) => trayChangesAt({ meetings, now: Date.parse(at(minutes)) }));
    expect(changes).toEqual([at(45), at(60), at(90)].map((instant) => Date.parse(instant)).concat([null as never]));
  });
});
