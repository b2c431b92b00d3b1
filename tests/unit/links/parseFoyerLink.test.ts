import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FoyerLink } from '../../../core/links/foyerLink.ts';
import { parseFoyerLink } from '../../../core/links/parseFoyerLink.ts';
import { writeFoyerLink } from '../../../core/links/writeFoyerLink.ts';
import { badLinks, createRandom, goodLinks, mutatedLink } from '../../helpers/mutatedLinks.ts';

describe('a link', () => {
  test.each(goodLinks)('%s', (text, link) => {
    expect(parseFoyerLink(text)).toEqual({ kind: 'link', link });
  });

  test.each(badLinks)('%j is refused', (text, reason) => {
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

test('a million mutated links are read or refused, each in less than 5 ms, and none says more than it may', () => {
  const random = createRandom(4);
  let slowest = 0;
  let taken = 0;
  for (let count = 0; count < 1_000_000; count += 1) {
    const text = mutatedLink(random);
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
