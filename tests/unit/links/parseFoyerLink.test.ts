import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FoyerLink, type LinkRefusal, longestLink } from '../../../core/links/foyerLink.ts';
import { parseFoyerLink } from '../../../core/links/parseFoyerLink.ts';
import { writeFoyerLink } from '../../../core/links/writeFoyerLink.ts';

const good: readonly (readonly [text: string, link: object])[] = [
  ['foyer:join/next', { kind: 'joinNext' }],
  ['foyer://join/next', { kind: 'joinNext' }],
  ['FOYER://JOIN/NEXT/', { kind: 'joinNext' }],
  [
    'foyer:join?service=pexip&alias=ops%40meet.example',
    { kind: 'joinAddress', serviceId: 'pexip', address: 'ops@meet.example' },
  ],
  [
    'foyer://join/?alias=a+b@meet.example&service=pexip',
    { kind: 'joinAddress', serviceId: 'pexip', address: 'a+b@meet.example' },
  ],
  ['foyer:join?service=telnyx&room=4af1-02', { kind: 'joinRoom', serviceId: 'telnyx', room: '4af1-02' }],
  ['foyer:join?service=telnyx&room=desk%2F4af1', { kind: 'joinRoom', serviceId: 'telnyx', room: 'desk/4af1' }],
  ['foyer:new?service=eightbyeight', { kind: 'newRoom', serviceId: 'eightbyeight' }],
  ['foyer:new', { kind: 'newRoom', serviceId: null }],
  ['foyer:agenda', { kind: 'agenda' }],
  ['foyer://settings/', { kind: 'settings' }],
];

const bad: readonly (readonly [text: string, reason: LinkRefusal])[] = [
  ['', 'notALink'],
  ['foyer', 'notALink'],
  ['https://join/next', 'notALink'],
  ['xfoyer:join/next', 'notALink'],
  [' foyer:join/next', 'notALink'],
  ['foyer:', 'unknownRoute'],
  ['foyer:///join/next', 'unknownRoute'],
  ['foyer:join/next/more', 'unknownRoute'],
  ['foyer:join/../settings', 'unknownRoute'],
  ['foyer:%6aoin/next', 'unknownRoute'],
  ['foyer:__proto__', 'unknownRoute'],
  ['foyer:constructor?service=pexip', 'unknownRoute'],
  ['foyer:join/next?service=pexip', 'unknownKey'],
  ['foyer:join?service=pexip&alias=a@b&__proto__=x', 'unknownKey'],
  ['foyer:join?service=pexip&alias=a@b&toString=x', 'unknownKey'],
  ['foyer:join?service=pexip&service=pexip&alias=a@b', 'unknownKey'],
  ['foyer:join?service=pexip&%73ervice=telnyx&alias=a@b', 'unknownKey'],
  ['foyer:join?service=pexip&alias=a@b&', 'unknownKey'],
  ['foyer:join?Service=pexip&alias=a@b', 'unknownKey'],
  ['foyer:join', 'incomplete'],
  ['foyer:join?service=pexip', 'incomplete'],
  ['foyer:join?alias=a@b', 'incomplete'],
  ['foyer:join?service=pexip&alias=a@b&room=1', 'incomplete'],
  ['foyer:join?service=Pexip&alias=a@b', 'badValue'],
  ['foyer:join?service=pexip&alias=--help', 'badValue'],
  ['foyer:join?service=pexip&alias=https%3A%2F%2Fevil.example', 'badValue'],
  ['foyer:join?service=pexip&alias=a@b%2F..%2Fc', 'badValue'],
  ['foyer:join?service=pexip&alias=a@b%26x%3D1', 'badValue'],
  ['foyer:join?service=pexip&alias=%D0%B0@b', 'badValue'],
  ['foyer:join?service=telnyx&room=a%2Fb%2Fc', 'badValue'],
  ['foyer:join?service=telnyx&room=..', 'badValue'],
  ['foyer:new?service=', 'badValue'],
  ['foyer:join?service=pexip&alias=a%', 'unreadable'],
  ['foyer:join?service=pexip&alias=a%C3%28', 'unreadable'],
  ['foyer:join?service=pexip&alias=a%00b', 'unreadable'],
  ['foyer:join?service=pexip&alias=a%0Ab', 'unreadable'],
  ['foyer:join?service=pexip&alias=a%E2%80%AEb', 'unreadable'],
  ['foyer:join?service=pexip&alias=a b', 'unreadable'],
  ['foyer:join/next\n', 'unreadable'],
  ['foyer:join/next\u0000', 'unreadable'],
  ['foyer:join/\ud800next', 'unreadable'],
  ['foyer:join/next#--flag', 'unreadable'],
  [`foyer:join?service=pexip&alias=${'a'.repeat(longestLink)}`, 'tooLong'],
];

describe('a link', () => {
  test.each(good)('%s', (text, link) => {
    expect(parseFoyerLink(text)).toEqual({ kind: 'link', link });
  });

  test.each(bad)('%j is refused', (text, reason) => {
    expect(parseFoyerLink(text)).toEqual({ kind: 'refused', reason });
  });

  test('says the same with two slashes, whatever it says', () => {
    const rest = fc.oneof(fc.string({ unit: 'binary' }), fc.webPath(), fc.webQueryParameters());
    fc.assert(
      fc.property(rest, (text) => {
        fc.pre(!text.startsWith('//'));
        expect(parseFoyerLink(`foyer://${text}`)).toEqual(parseFoyerLink(`foyer:${text}`));
      }),
    );
  });

  test('that Foyer has written says what it was written for', () => {
    const serviceId = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
    const address = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,30}(@[A-Za-z0-9][A-Za-z0-9.-]{0,30})?$/);
    const room = fc.stringMatching(/^([a-z0-9-]{1,20}\/)?[a-z0-9-]{1,20}$/);
    const link: fc.Arbitrary<FoyerLink> = fc.oneof(
      fc.constantFrom('joinNext', 'agenda', 'settings').map((kind) => ({ kind }) as const),
      fc.tuple(serviceId, address).map(([id, to]) => ({ kind: 'joinAddress', serviceId: id, address: to }) as const),
      fc.tuple(serviceId, room).map(([id, key]) => ({ kind: 'joinRoom', serviceId: id, room: key }) as const),
      fc.option(serviceId).map((id) => ({ kind: 'newRoom', serviceId: id }) as const),
    );
    fc.assert(
      fc.property(link, (written) => {
        expect(parseFoyerLink(writeFoyerLink(written))).toEqual({ kind: 'link', link: written });
      }),
    );
  });

  test('leads to the address that was put into it', () => {
    const part = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._+]{0,30}$/);
    fc.assert(
      fc.property(part, part, fc.boolean(), (user, host, isEscaped) => {
        const address = `${user}@${host.replaceAll(/[_+]/g, '-')}`;
        const alias = isEscaped ? encodeURIComponent(address) : address;
        const link = { kind: 'joinAddress', serviceId: 'pexip', address };
        expect(parseFoyerLink(`foyer:join?service=pexip&alias=${alias}`)).toEqual({ kind: 'link', link });
      }),
    );
  });
});

/** A small generator (mulberry32): a million links must not take longer to make than to read. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const seeds = [...good, ...bad].map(([text]) => text);
const splinters = [
  'foyer:',
  '//',
  '/',
  '?',
  '&',
  '=',
  '#',
  '%',
  '%00',
  '%2F',
  '%40',
  '%C3',
  '%FF',
  '\\',
  '"',
  "'",
  ' ',
];
const more = [
  'service',
  'alias',
  'room',
  '__proto__',
  'constructor',
  'join/next',
  'new',
  '\u0000',
  '\ud800',
  '\u202e',
  'é',
];
const pieces = [...splinters, ...more, '🙂', '..', '--', 'https://evil.example', 'a@b.example', 'a'.repeat(600)];

function mutate(random: (below: number) => number): string {
  let text = seeds[random(seeds.length)] ?? '';
  for (let changes = random(4); changes >= 0; changes -= 1) {
    const at = random(text.length + 1);
    const until = at + random(6);
    text = `${text.slice(0, at)}${random(3) === 0 ? '' : pieces[random(pieces.length)]}${text.slice(until)}`;
  }
  return text;
}

test('a million mutated links are read or refused, each in less than 5 ms, and none says more than it may', () => {
  const random = createRandom(4);
  let slowest = 0;
  let taken = 0;
  for (let count = 0; count < 1_000_000; count += 1) {
    const text = mutate(random);
    let took = Number.POSITIVE_INFINITY;
    let parsed = parseFoyerLink('');
    // What the machine does in between is not the parser's: only what is slow each time is slow.
    for (let tries = 0; tries < 3 && took >= 5; tries += 1) {
      const before = performance.now();
      parsed = parseFoyerLink(text);
      took = performance.now() - before;
    }
    slowest = Math.max(slowest, took);
    if (parsed.kind === 'link') {
      taken += 1;
      const said = Object.values(parsed.link).join(' ');
      if (!/^[A-Za-z0-9 ._+@/-]*$/.test(said) || said.includes('//') || said.includes('/../')) {
        throw new Error(`${JSON.stringify(text)} says ${said}`);
      }
    }
  }
  expect(slowest).toBeLessThan(5);
  expect(taken).toBeGreaterThan(10_000);
}, 60_000);
