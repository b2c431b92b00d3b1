import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectLinks } from '../../../core/invites/collectLinks.ts';
import { meetingServices } from '../../../core/invites/meetingServices.ts';
import { services } from '../../../main/services/registry.ts';

const rules = [...services.flatMap(({ links }) => links ?? []), ...meetingServices];
const collect = (...texts: readonly string[]): readonly string[] => collectLinks(texts, rules).map(({ url }) => url);

const zoom = 'https://zoom.us/j/91234567890';

describe('links in texts', () => {
  test.each([
    ['in a sentence', `Please join at ${zoom}.`, zoom],
    ['in brackets', `(${zoom})`, zoom],
    ['in angle brackets', `Zoom <${zoom}>`, zoom],
    ['in Markdown', `[Join](${zoom})`, zoom],
    ['in HTML', `<a href="${zoom}?pwd=1&amp;x=2">Join</a>`, `${zoom}?pwd=1&x=2`],
    ['after a word and a colon', `Join:${zoom}`, zoom],
    ['without TLS, which is asked for', zoom.replace('https', 'http'), zoom],
    ['without a scheme', 'meet.google.com/abc-defg-hij', 'https://meet.google.com/abc-defg-hij'],
    ['wrapped', `https://www.google.com/url?q=${encodeURIComponent(zoom)}&sa=D`, zoom],
    ['of a dialler', 'Dial sip:112233@corp.example from a room', 'sip:112233@corp.example'],
    ['with brackets of its own', 'https://meet.jit.si/Team(2)', 'https://meet.jit.si/Team(2)'],
    ['at the end of Outlook’s angle brackets', `Click here to join<${zoom}>\nMeeting ID`, zoom],
  ])('%s', (_name, text, url) => {
    expect(collect(text)).toEqual([url]);
  });

  test('the earlier text wins, and within one the web comes before programs', () => {
    expect(
      collect('https://meet.google.com/abc-defg-hij', `sip:1@corp.example ${zoom}`, 'https://acme.webex.com/meet/iris'),
    ).toEqual(['https://meet.google.com/abc-defg-hij', zoom, 'sip:1@corp.example', 'https://acme.webex.com/meet/iris']);
  });

  test('two addresses of one meeting are one way in: the one that carries the password', () => {
    expect(collect(zoom, `${zoom}?pwd=abc`)).toEqual([`${zoom}?pwd=abc`]);
  });

  test('meetings that differ in the query only stay apart', () => {
    const webex = (id: string): string => `https://acme.webex.com/acme/j.php?MTID=m${id}`;
    expect(collect(`${webex('1')} ${webex('2')}`)).toEqual([webex('1'), webex('2')]);
  });

  test('a bare word is no address on hosts that are not known', () => {
    expect(collect('evil.example/webapp3/m/iris')).toEqual([]);
  });

  test('no more than eight ways are offered', () => {
    const many = Array.from({ length: 20 }, (_, index) => `https://zoom.us/j/9123456${1000 + index}`).join(' ');
    expect(collect(many)).toHaveLength(8);
  });

  test('is total: whatever comes in, only https and the schemes of rules come out', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        zoom,
        'https://',
        'sip:',
        '@',
        '&amp;',
        '%',
        '//',
        'pexip:',
        'https://8x8.vc/',
        '.zoom.us/j/123456',
        '__;',
        '\\',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        for (const url of collect(pieces.join(''))) {
          expect(url).toMatch(/^(?:https:\/\/[a-z0-9.-]+(?:\/|$)|pexip:|sip:)/);
          expect(URL.canParse(url)).toBe(true);
          const parsed = new URL(url);
          expect(parsed.username + parsed.password === '' || parsed.protocol !== 'https:').toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
  }, 30_000);

  test.each([
    ['one endless word', 'a'.repeat(1_000_000)],
    ['dots', 'a.'.repeat(500_000)],
    ['brackets', `https://zoom.us/${')'.repeat(8_000)} `.repeat(100)],
    ['schemes', 'https:'.repeat(200_000)],
    ['labels', `https://${'a.'.repeat(4_000)} `.repeat(50)],
    ['queries', `https://www.google.com/url?${'q=&'.repeat(1_000)} `.repeat(300)],
  ])('is quick with %s', (_name, text) => {
    const start = performance.now();
    collect(text);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
