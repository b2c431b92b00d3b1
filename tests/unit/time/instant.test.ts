import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../../core/time/instant.ts';

const years = fc.date({
  min: new Date('0001-01-02T00:00:00Z'),
  max: new Date('9999-12-30T00:00:00Z'),
  noInvalidDate: true,
});

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

describe('an instant', () => {
  test('is the same as the platform reads it, whatever the offset, the letters and the fraction', () => {
    const offsets = fc.record({ sign: fc.constantFrom('+', '-'), hours: fc.nat(23), minutes: fc.nat(59) });
    fc.assert(
      fc.property(
        years,
        offsets,
        fc.constantFrom('T', 't', ' '),
        fc.stringMatching(/^(\.\d{1,12})?$/),
        (date, ...rest) => {
          const [{ sign, hours, minutes }, letter, fraction] = rest;
          const ahead = (sign === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
          const whole = Math.floor(date.getTime() / 1_000) * 1_000;
          const local = new Date(whole + ahead).toISOString();
          const text = `${local.slice(0, 10)}${letter}${local.slice(11, 19)}${fraction}${sign}${pad(hours)}:${pad(minutes)}`;
          const milliseconds = Number(fraction.slice(1, 4).padEnd(3, '0'));
          // A day at the edge of the years that can be written may leave them by its offset.
          fc.pre(local.length === 24);
          expect(parseInstant(text)).toBe(new Date(whole + milliseconds).toISOString());
        },
      ),
    );
  });

  test('comes out as text of one form, so that text order is time order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        expect(parseInstant(text) ?? '0000-00-00T00:00:00.000Z').toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      }),
    );
    fc.assert(
      fc.property(years, (date) => {
        expect(parseInstant(date.toISOString())).toBe(date.toISOString());
      }),
    );
  });

  test.each([
    ['2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02t09:00:00z', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T09:00:00.9999999+02:00', '2026-03-02T07:00:00.999Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
    ['2024-02-29T00:00:00-12:00', '2024-02-29T12:00:00.000Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  test.each([
    '',
    'tomorrow at nine',
    '2026-03-02',
    '2026-03-02T09:00:00',
    '2026-03-02T09:00Z',
    '2026-3-2T09:00:00Z',
    '2026-02-29T09:00:00Z',
    '2026-04-31T09:00:00Z',
    '2026-13-01T09:00:00Z',
    '2026-00-01T09:00:00Z',
    '2026-01-00T09:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T09:60:00Z',
    '2026-03-02T09:00:61Z',
    '2026-03-02T09:00:00+24:00',
    '2026-03-02T09:00:00+0200',
    '2026-03-02T09:00:00.Z',
    '+002026-03-02T09:00:00Z',
    ' 2026-03-02T09:00:00Z',
    '2026-03-02T09:00:00Z\n',
    '٢٠٢٦-03-02T09:00:00Z',
    '0000-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59-00:01',
  ])('%o is none', (text) => {
    expect(parseInstant(text)).toBeNull();
  });
});
