import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress } from '../../../main/services/webcal/address.ts';
import { webcal } from '../../../main/services/webcal/webcal.ts';

const standIn = 'http://127.0.0.1:4001';

describe('an address of a calendar', () => {
  test.each([
    ['webcal://calendars.example/a.ics?key=1', 'https://calendars.example/a.ics?key=1'],
    ['WEBCALS://Calendars.Example:8443/a.ics', 'https://calendars.example:8443/a.ics'],
    [' https://calendars.example/a%20b.ics#today ', 'https://calendars.example/a%20b.ics'],
    [`${standIn}/a.ics`, `${standIn}/a.ics`],
  ])('%s is %s', (typed, address) => {
    expect(String(readAddress(typed, standIn))).toBe(address);
  });

  test.each([
    ['', 'notAnAddress'],
    ['calendars.example/a.ics', 'notAnAddress'],
    ['file:///etc/passwd', 'notAnAddress'],
    ['data:text/calendar,BEGIN:VCALENDAR', 'notAnAddress'],
    ['foyer:join/next', 'notAnAddress'],
    ['http://calendars.example/a.ics', 'notSecure'],
    ['http://127.0.0.1:4002/a.ics', 'notSecure'],
    ['https://iris@calendars.example/a.ics', 'hasCredentials'],
    ['webcal://:secret@calendars.example/a.ics', 'hasCredentials'],
  ])('%s is none: %s', (typed, problem) => {
    expect(readAddress(typed, standIn)).toBe(problem);
  });

  test('is encrypted or the stand-in’s, and without credentials, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc
        .tuple(fc.constantFrom('http', 'https', 'webcal', 'ftp', 'javascript'), fc.string())
        .map((parts) => parts.join('://')),
    );
    fc.assert(
      fc.property(typed, fc.option(fc.constant(standIn), { nil: undefined }), (text, other) => {
        const url = readAddress(text, other);
        if (typeof url !== 'string') {
          expect(url.protocol === 'https:' || (other !== undefined && url.origin === other)).toBe(true);
          expect([url.username, url.password, url.hash]).toEqual(['', '', '']);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('that is kept stays what it is, with no more than its host to be seen', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (text) => {
        const first = webcal.settle?.({ fields: {}, secrets: { address: text.replace(/^http:/, 'webcal:') } }, {});
        if (first === undefined || !('secrets' in first)) {
          return expect.fail(JSON.stringify(first));
        }
        expect(webcal.settle?.(first, {})).toEqual(first);
        expect(first.fields).toEqual({ host: new URL(first.secrets['address'] ?? '').host });
      }),
    );
  });
});
