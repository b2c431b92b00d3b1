import type { LinkRefusal } from '../../core/links/foyerLink.ts';
import { longestLink } from '../../core/links/foyerLink.ts';

/** Links with what they say. */
export const goodLinks: readonly (readonly [text: string, link: object])[] = [
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

/** Texts that are none, with why. */
export const badLinks: readonly (readonly [text: string, reason: LinkRefusal])[] = [
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

/** A small generator (mulberry32): a million links must not take longer to make than to read. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const seeds = [...goodLinks, ...badLinks].map(([text]) => text);
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

/** A link, or something like one, that somebody has changed in a few places. */
export function mutatedLink(random: (below: number) => number): string {
  let text = seeds[random(seeds.length)] ?? '';
  for (let changes = random(4); changes >= 0; changes -= 1) {
    const at = random(text.length + 1);
    const until = at + random(6);
    text = `${text.slice(0, at)}${random(3) === 0 ? '' : pieces[random(pieces.length)]}${text.slice(until)}`;
  }
  return text;
}
