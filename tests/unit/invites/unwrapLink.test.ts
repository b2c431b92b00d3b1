import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrapLink } from '../../../core/invites/unwrapLink.ts';

const target = 'https://us02web.zoom.us/j/81234567890?pwd=a1&b=2';
const encoded = encodeURIComponent(target);
const safe = `https://eur01.safelinks.protection.outlook.com/ap/t-59584e83/?url=${encoded}&data=05%7C02%7C&sdata=x%3D&reserved=0`;

describe('undoing wrappers', () => {
  test.each([
    ['SafeLinks', safe, target],
    [
      'SafeLinks in SafeLinks',
      `https://nam12.safelinks.protection.outlook.com/?url=${encodeURIComponent(safe)}&data=1`,
      target,
    ],
    [
      'SafeLinks of Teams',
      `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/2/atp-safelinks.html?url=${encoded}&locale=en`,
      target,
    ],
    ['Google', `https://www.google.com/url?q=${encoded}&sa=D&source=calendar&usd=2`, target],
    ['Google, other key', `https://www.google.com/url?sa=t&url=${encoded}`, target],
    ['Slack', `https://slack-redir.net/link?url=${encoded}`, target],
    ['Proofpoint 1', `https://urldefense.proofpoint.com/v1/url?u=${encoded}&k=1`, target],
    [
      'Proofpoint 2',
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__us02web.zoom.us_j_81234567890-3Fpwd-3Da1-26b-3D2&d=DwMFaQ&c=x',
      target,
    ],
    [
      'Proofpoint 3',
      'https://urldefense.com/v3/__https://us02web.zoom.us/j/81234567890?pwd=a1*26b=2__;JQ!!AbC!dEf$',
      'https://us02web.zoom.us/j/81234567890?pwd=a1%26b=2',
    ],
    [
      'Proofpoint 3 with a run and a lost slash',
      'https://urldefense.com/v3/__https:/meet.jit.si/a**Bb__;w6TDtsO8!!AbC!dEf$',
      'https://meet.jit.si/aäöüb',
    ],
    [
      'Check Point',
      'https://protect.checkpoint.com/v2/___https://zoom.us/j/91234567890___.YXBzMTphY21l',
      'https://zoom.us/j/91234567890',
    ],
    ['Barracuda', `https://linkprotect.cudasvc.com/url?a=${encoded}&c=E,1`, target],
  ])('%s', (_name, wrapped, inner) => {
    expect(unwrapLink(wrapped)).toBe(inner);
  });

  test.each([
    'https://protect-eu.mimecast.com/s/AbCdEf?domain=zoom.us',
    'https://safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fzoom.us',
    'https://www.google.com/search?q=https://zoom.us/j/91234567890',
    'https://urldefense.com/v3/__broken',
    'https://www.google.com/url?q=%E0%A4%A',
    'no link at all',
  ])('%s is left alone', (address) => {
    expect(unwrapLink(address)).toBe(address);
  });

  test('a wrapper around itself comes to an end', () => {
    let nested = target;
    for (let depth = 0; depth < 8; depth += 1) {
      nested = `https://www.google.com/url?q=${encodeURIComponent(nested)}`;
    }
    expect(unwrapLink(nested.slice(0, 4_000))).toBeTypeOf('string');
  });

  test('never throws, whatever stands behind a wrapper', () => {
    const hosts = fc.constantFrom(
      'https://www.google.com/url?q=',
      'https://eur01.safelinks.protection.outlook.com/?url=',
      'https://urldefense.com/v3/__',
      'https://urldefense.proofpoint.com/v2/url?u=',
      'https://protect.checkpoint.com/v2/___',
    );
    fc.assert(
      fc.property(hosts, fc.string({ unit: 'binary', maxLength: 200 }), (host, rest) => {
        expect(unwrapLink(host + rest)).toBeTypeOf('string');
      }),
      { numRuns: 3_000 },
    );
  });
});
