import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConnectField } from '../../../core/model/service.ts';
import { normalizeField, splitDomains } from '../../../main/accounts/connectFields.ts';
import { phoneReaderFor } from '../../../main/accounts/phoneNumbers.ts';

function field(kind: ConnectField['kind']): ConnectField {
  const text = 'services:pexip.name';
  return { name: 'any', kind, required: true, label: text, hint: text };
}

const kinds = fc.constantFrom<ConnectField['kind']>('text', 'secret', 'host', 'domains');

describe('what people type', () => {
  test.each([
    ['host', ' https://Meet.Example.com/webapp3/m/1?x#y ', 'meet.example.com'],
    ['host', 'meet.example.com', 'meet.example.com'],
    ['host', 'meet.example.com:8443', 'meet.example.com:8443'],
    ['host', 'bücher.example', 'xn--bcher-kva.example'],
    ['host', '192.0.2.17', '192.0.2.17'],
    ['domains', '@Video.Example; meet.example ,\nx.y.z', 'video.example, meet.example, x.y.z'],
    ['domains', ' , ; ', ''],
    ['text', '  id-1  ', 'id-1'],
    ['secret', '~!"§'.slice(0, 3), '~!"'],
    ['secret', '   ', ''],
    ['email', ' Iris.Vega+desk@corp.example ', 'Iris.Vega+desk@corp.example'],
    ['switch', 'true', 'true'],
    ['switch', '', ''],
    ['code', ' Order2026 ', 'Order2026'],
    ['count', '007', '7'],
  ] as const)('as %s (%o) is kept as %o', (kind, typed, kept) => {
    expect(normalizeField(field(kind), typed)).toBe(kept);
  });

  test.each([
    ['host', 'two words'],
    ['host', 'user@meet.example.com'],
    ['host', 'user:password@meet.example.com'],
    ['host', 'javascript:alert(1)'],
    ['host', 'ftp://meet.example.com'],
    ['host', 'meet_.example.com'],
    ['host', '-meet.example.com'],
    ['host', '[::1'],
    ['host', '/'],
    ['domains', 'a@b'],
    ['domains', 'fine.example, no/slash'],
    ['domains', '.example'],
    ['text', 'with space'],
    ['text', 'line\nbreak'],
    ['secret', 'with\0nul'],
    ['secret', 'ümlaut'],
    ['secret', 'x'.repeat(2_001)],
    ['email', 'nobody'],
    ['email', 'a b@corp.example'],
    ['email', 'a@b@corp.example'],
    ['email', 'a@corp_.example'],
    ['email', 'a&token=x@corp .example'],
    ['switch', 'yes'],
    ['code', 'with space'],
    ['code', 'ümlaut12'],
    ['code', 'under_score'],
    ['count', '-1'],
    ['count', '1.5'],
    ['count', 'many'],
    ['phone', '+41446681800'],
  ] as const)('as %s (%o) is refused', (kind, typed) => {
    expect(normalizeField(field(kind), typed)).toBeNull();
  });

  test('never throws, stays the same when typed again, and can be sent or put into a link', () => {
    fc.assert(
      fc.property(
        kinds,
        fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webUrl(), fc.domain()),
        (kind, typed) => {
          const kept = normalizeField(field(kind), typed);
          expect(kept === null || normalizeField(field(kind), kept) === kept).toBe(true);
          if (kind === 'host' && kept !== null && kept !== '') {
            expect(new URL(`https://${kept}/webapp3/m/a`).pathname).toBe('/webapp3/m/a');
          }
          if (kind === 'domains' && kept !== null) {
            expect(splitDomains(kept).join(', ')).toBe(kept);
          }
          if (kind === 'text' || kind === 'secret') {
            expect(kept ?? '').toMatch(/^[\x21-\x7e]*$/);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('limits', () => {
  test('hold for the length of a code and the size of a count', () => {
    const code: ConnectField = { ...field('code'), limits: { least: 8, most: 20 } };
    const lengths = [7, 8, 20, 21].map((length) => normalizeField(code, 'a'.repeat(length)) !== null);
    expect(lengths).toEqual([false, true, true, false]);
    const count: ConnectField = { ...field('count'), limits: { least: 2, most: 50 } };
    expect(['1', '2', '50', '51'].map((typed) => normalizeField(count, typed))).toEqual([null, '2', '50', null]);
  });
});

describe('phone numbers', () => {
  async function read(typed: string, region: string): Promise<string | null> {
    const form = [{ ...field('phone'), name: 'phone' }];
    const readPhone = await phoneReaderFor(form, { phone: typed }, region);
    return normalizeField(field('phone'), typed, readPhone);
  }

  test.each([
    ['044 668 18 00', 'CH', '+41446681800'],
    ['(415) 555-2671', 'US', '+14155552671'],
    ['+65 9123 0000', 'CH', '+6591230000'],
    ['0041 44 668 18 00', 'US', '+41446681800'],
    ['+65 9123 0000', '', '+6591230000'],
    ['tel:+65-9123-0000', 'CH', '+6591230000'],
  ])('%o in %s is %s', async (typed, region, number) => {
    expect(await read(typed, region)).toBe(number);
  });

  test.each([
    ['044 668 18 00', ''],
    ['044 668 18 00', 'XX'],
    ['12', 'CH'],
    ['nobody', 'CH'],
    ['+41 44 668 18 00 ext. 12', 'CH'],
    ['+', 'CH'],
    ['+999 123 456 789', 'CH'],
    ['1'.repeat(40), 'US'],
  ])('%o in %o is refused', async (typed, region) => {
    expect(await read(typed, region)).toBeNull();
  });

  test('are read by nobody where there is none: the plans of the world stay unloaded', async () => {
    expect(await phoneReaderFor([field('phone')], {}, 'CH')).toBeUndefined();
    expect(await phoneReaderFor([field('text')], { any: '1' }, 'CH')).toBeUndefined();
  });
});
