import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccountStatus } from '../../../core/model/account.ts';
import type { Meeting } from '../../../core/model/meeting.ts';
import { type TrayInput, trayEntries } from '../../../main/shell/trayInput.ts';
import { trayChangesAt, trayModel } from '../../../main/shell/trayModel.ts';
import { arbitraryList, at, buildMeeting } from '../../helpers/fakeMeetings.ts';
import { buildTrayInput, trayAccount } from '../../helpers/trayInput.ts';

function draw(meetings: readonly Meeting[], minutes: number, parts: Partial<TrayInput> = {}) {
  return trayModel(buildTrayInput({ meetings, now: Date.parse(at(minutes)), ...parts }));
}

describe('the tray icon', () => {
  test.each<readonly [number, AccountStatus, string, string]>([
    [-30, { kind: 'current' }, 'idle', 'Budget review at 09:00'],
    [45, { kind: 'current' }, 'soon 15', 'Budget review at 09:00'],
    [59.5, { kind: 'current' }, 'soon 1', 'Budget review at 09:00'],
    [60, { kind: 'current' }, 'now', 'Now: Budget review until 09:30'],
    [90, { kind: 'current' }, 'idle', 'Foyer: no meetings ahead'],
    [0, { kind: 'refused' }, 'problem', 'Budget review at 09:00\nShowing an older list'],
    [60, { kind: 'refused' }, 'problem', 'Now: Budget review until 09:30\nShowing an older list'],
    [60, { kind: 'secretLost' }, 'problem', 'Now: Budget review until 09:30\nShowing an older list'],
    [45, { kind: 'refused' }, 'soon 15', 'Budget review at 09:00\nShowing an older list'],
    [45, { kind: 'offline' }, 'soon 15', 'Budget review at 09:00\nShowing an older list'],
    [45, { kind: 'waiting' }, 'soon 15', 'Budget review at 09:00'],
  ])('%d minutes after eight, its room being %o, is marked %s: %s', (minutes, status, shown, tooltip) => {
    const model = draw([buildMeeting()], minutes, { accounts: [trayAccount({ status })] });
    const mark = model.minutes === null ? model.mark : `${model.mark} ${model.minutes}`;
    expect({ mark, tooltip: model.tooltip }).toEqual({ mark: shown, tooltip });
  });

  test('counts down to the next meeting while another one runs, and names that', () => {
    const both = [buildMeeting(), buildMeeting({ minutes: 75, serviceMeetingId: 'next', subject: 'Next' })];
    expect(draw(both, 70)).toMatchObject({ mark: 'soon', minutes: 5, tooltip: 'Next at 09:15' });
  });

  test('has minutes beside it, for an hour, where there is a place for text', () => {
    const titles = [-1, 0, 48, 59.9, 60].map((minutes) => draw([buildMeeting()], minutes, { hasText: true }));
    expect(titles.map(({ title }) => title)).toEqual(['', '60 min', '12 min', '1 min', '']);
    expect(titles.every(({ minutes }) => minutes === null)).toBe(true);
    expect(titles[2]?.mark).toBe('soon');
  });

  test('calls no list old because an account that has none is in trouble', () => {
    const accounts = [
      trayAccount(),
      trayAccount({ id: 'desk-1', serviceId: 'eightbyeight', status: { kind: 'refused' } }),
    ];
    expect(draw([], 0, { accounts })).toMatchObject({ mark: 'problem', tooltip: 'Foyer: no meetings ahead' });
  });

  test('knows nothing of hidden meetings, and says of others what may be read', () => {
    const hidden = buildMeeting({ serviceMeetingId: 'hidden' });
    const shown = buildMeeting({ minutes: 65 });
    const parts = { isHidden: (meeting: Meeting) => meeting === hidden, titleOf: () => 'A meeting' };
    expect(draw([hidden, shown], 59, parts)).toMatchObject({ minutes: 6, tooltip: 'A meeting at 09:05' });
    expect(JSON.stringify(draw([hidden, shown], 59, parts))).not.toContain('Budget');
  });
});

describe('the next change of the tray', () => {
  test('comes each minute while minutes are shown, and a few times a day otherwise', () => {
    const meetings = [buildMeeting()];
    const change = (minutes: number): number | null =>
      trayChangesAt(buildTrayInput({ meetings, now: Date.parse(at(minutes)) }));
    expect(change(-30)).toBe(Date.parse(at(0)));
    expect(change(0)).toBe(Date.parse(at(45)));
    expect(change(45)).toBe(Date.parse(at(46)));
    expect(change(58.5)).toBe(Date.parse(at(59)));
    expect(change(59)).toBe(Date.parse(at(60)));
    expect(change(65)).toBe(Date.parse(at(90)));
    expect(change(90)).toBeNull();
  });

  test('is midnight when days get other names, and the end of quiet', () => {
    const late = buildMeeting({ minutes: 60 + 2 * 1_440 });
    const now = Date.parse(at(15 * 60));
    expect(trayChangesAt(buildTrayInput({ meetings: [late], now }))).toBe(Date.parse(at(16 * 60)));
    expect(trayChangesAt(buildTrayInput({ now, quietUntil: now + 5 }))).toBe(now + 5);
    expect(trayChangesAt(buildTrayInput({ now, quietUntil: now - 5 }))).toBeNull();
  });

  test('whatever the meetings, nothing changes before it', () => {
    const seconds = fc.integer({ min: -4 * 3_600, max: 8 * 3_600 });
    fc.assert(
      fc.property(
        arbitraryList(),
        seconds,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.boolean(),
        (list, s, part, hasText) => {
          const meetings = list.toSorted((a, b) => (a.start < b.start ? -1 : 1));
          const now = Date.parse(at(0)) + s * 1_000;
          const input = buildTrayInput({ meetings, now, hasText });
          const change = trayChangesAt(input);
          const later = { ...input, now: now + Math.floor(((change ?? now + 86_400_000) - now) * part) };
          expect(trayModel(later)).toEqual(trayModel(input));
          expect(change === null || change > now).toBe(true);
          expect(trayEntries(input).length > 0 || change === null).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
