import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConnectField } from '../../../core/model/service.ts';
import { normalizeField, splitDomains } from '../../../main/accounts/connectFields.ts';

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
