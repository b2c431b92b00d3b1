import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alertMoment, alertTarget, momentLasts } from '../../../core/reminders/alertMoment.ts';
import { whenFigure, whenLine } from '../../../renderer/reminder/whenText.ts';

const start = Date.parse('2026-04-14T10:45:00Z');
const second = 1_000;
const minute = 60 * second;
const line = (left: number, kind: 'before' | 'nudge' | 'autoJoin' = 'before'): string =>
  whenLine(kind, alertMoment(start, start - left));
const figure = (left: number, kind: 'before' | 'nudge' | 'autoJoin' = 'before'): string => {
  const { above, figure: large } = whenFigure(kind, alertMoment(start, start - left));
  return `${above} | ${large}`;
};

describe('when it starts', () => {
  test.each([
    [15 * minute, 'In 15 min', 'Starts in | 15:00'],
    [2 * minute - 1, 'In 2 min', 'Starts in | 2:00'],
    [102 * second, 'In 2 min', 'Starts in | 1:42'],
    [minute, 'In 1 min', 'Starts in | 1:00'],
    [59 * second, 'In 59 s', 'Starts in | 0:59'],
    [1, 'In 1 s', 'Starts in | 0:01'],
    [0, 'Starts now', 'Starts | now'],
    [1 - minute, 'Starts now', 'Starts | now'],
    [-minute, 'Started 1 min ago', 'Started | 1 min ago'],
    [-125 * minute, 'Started 2 h 5 min ago', 'Started | 2 h 5 min ago'],
    [-49 * 60 * minute, 'Started 2 days ago', 'Started | 2 days ago'],
    [75 * minute, 'In 1 h 15 min', 'Starts in | 1 h 15 min'],
  ])('%d ms ahead is "%s"', (left, small, full) => {
    expect(line(left)).toBe(small);
    expect(figure(left)).toBe(full);
  });

  test('has words of its own for what follows on a meeting, and for a countdown', () => {
    expect(line(90 * second, 'nudge')).toBe('Next one in 2 min');
    expect(line(0, 'nudge')).toBe('Next one starts now');
    expect(line(8 * second, 'autoJoin')).toBe('Foyer joins in 8 s');
    expect(figure(8 * second, 'autoJoin')).toBe('Foyer joins in | 8 s');
    expect(line(0, 'autoJoin')).toBe('Foyer joins now');
  });

  test('counts to the moment of joining where there is one', () => {
    const startsAt = new Date(start).toISOString();
    expect(alertTarget({ startsAt, joinsAt: null })).toBe(start);
    expect(alertTarget({ startsAt, joinsAt: new Date(start + second).toISOString() })).toBe(start + second);
  });

  test('is never shown longer than it is true, nor drawn anew more often than each second', () => {
    const left = fc.integer({ min: -30 * minute, max: 30 * minute });
    fc.assert(
      fc.property(left, fc.boolean(), (ahead, hasSeconds) => {
        const shown = (now: number): string => {
          const moment = alertMoment(start, now);
          return hasSeconds ? whenFigure('before', moment).figure : whenLine('before', moment);
        };
        const now = start - ahead;
        const lasts = momentLasts(start, now, hasSeconds);
        expect(lasts).toBeGreaterThan(0);
        expect(momentLasts(start, now + lasts, hasSeconds)).toBeGreaterThanOrEqual(second);
        expect(lasts).toBeLessThanOrEqual(minute);
        expect(shown(now + lasts - 1)).toBe(shown(now));
      }),
    );
  });
});
