import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LinkCard, LinkOffer, TrustedPlace } from '../../../core/model/links.ts';
import { LinkDesk, type LinkDeskParts } from '../../../main/links/linkDesk.ts';
import type { CardLink } from '../../../main/links/linkLookup.ts';
import type { JoinResult } from '../../../preload/channels.ts';
import { createRandom, mutatedLink } from '../../helpers/mutatedLinks.ts';

const opened: JoinResult = { kind: 'opened', label: 'services:pexip.ways.web' };
const place: TrustedPlace = { serviceId: 'pexip', host: 'meet.example' };

let done: string[];
let card: LinkCard | null;
let trusted: readonly TrustedPlace[];
let uptime: number;
let result: JoinResult;
let hasMeeting: boolean;

beforeEach(() => {
  done = [];
  card = null;
  trusted = [];
  uptime = 0;
  result = opened;
  hasMeeting = true;
});

function offerOf(link: CardLink): LinkOffer {
  if (!hasMeeting) {
    return { kind: 'nothingNext' };
  }
  const title = link.kind === 'joinAddress' ? link.address : link.kind;
  const way = { label: 'services:pexip.ways.web', isCopy: false } as const;
  const where = { accountId: 'room-1', meetingKey: null, start: null, end: null } as const;
  return { kind: 'join', what: 'address', ...where, title, way, host: 'meet.example', trust: place };
}

function buildDesk(parts: Partial<LinkDeskParts> = {}): LinkDesk {
  return new LinkDesk({
    mayFollow: () => true,
    lookUp: async (link) => {
      const offer = offerOf(link);
      const take = async (): Promise<JoinResult> => {
        done.push(`open ${offer.kind === 'join' ? offer.title : ''}`);
        return result;
      };
      return { offer, take: offer.kind === 'join' ? take : null };
    },
    uptime: () => uptime,
    showWindow: () => done.push('show'),
    showSettings: () => done.push('settings'),
    showTrouble: (trouble) => done.push(`trouble ${trouble}`),
    trusted: () => trusted,
    trust: (places) => {
      trusted = places;
    },
    onCard: (shown) => {
      card = shown;
    },
    onBug: (error) => {
      throw error;
    },
    ...parts,
  });
}

const addressed = (user: string): string => `foyer:join?service=pexip&alias=${user}@meet.example`;
const shownTitle = (): string | null => (card?.offer.kind === 'join' ? card.offer.title : null);

async function receive(desk: LinkDesk, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    desk.receive(text);
  }
  await desk.settled();
}

describe('a link', () => {
  test('shows a card and opens nothing; a press opens it once, however often it comes', async () => {
    const desk = buildDesk();
    await receive(desk, addressed('a'));
    expect(done).toEqual(['show']);
    expect(shownTitle()).toBe('a@meet.example');
    const id = card?.id ?? '';
    await expect(Promise.all([desk.take(id, false), desk.take(id, false)])).resolves.toEqual([opened, opened]);
    expect((await desk.take(id, false)).kind).toBe('refused');
    expect(done).toEqual(['show', 'open a@meet.example']);
    expect(card).toBeNull();
  });

  test('that is put aside opens nothing any more', async () => {
    const desk = buildDesk();
    await receive(desk, addressed('a'));
    const id = card?.id ?? '';
    desk.dismiss(id);
    expect(card).toBeNull();
    expect((await desk.take(id, false)).kind).toBe('refused');
    expect(done).toEqual(['show']);
  });

  test('that could not be opened keeps its card', async () => {
    const desk = buildDesk();
    result = { kind: 'refused', message: 'services:join.cannotOpen' };
    await receive(desk, addressed('a'));
    expect(await desk.take(card?.id ?? '', true)).toEqual(result);
    expect(shownTitle()).toBe('a@meet.example');
    expect(trusted).toEqual([]);
    result = opened;
    expect(await desk.take(card?.id ?? '', false)).toEqual(opened);
  });

  test('waits for the one before it', async () => {
    const desk = buildDesk();
    await receive(desk, addressed('a'), addressed('b'), addressed('c'));
    expect([shownTitle(), card?.waitingCount]).toEqual(['a@meet.example', 2]);
    desk.dismiss(card?.id ?? '');
    await desk.settled();
    expect([shownTitle(), card?.waitingCount]).toEqual(['b@meet.example', 1]);
    await desk.take(card?.id ?? '', false);
    await desk.settled();
    expect([shownTitle(), card?.waitingCount]).toEqual(['c@meet.example', 0]);
  });

  test('that waits already is not asked twice, and a flood ends in one sentence', async () => {
    const desk = buildDesk();
    await receive(desk, addressed('a'), addressed('a'));
    await receive(desk, addressed('a'));
    expect(card?.waitingCount).toBe(0);
    await receive(desk, ...Array.from({ length: 50 }, (_none, index) => addressed(`x${index}`)));
    expect(card?.waitingCount).toBe(5);
    expect(done.filter((line) => line === 'trouble tooMany')).toHaveLength(45);
    expect(done.filter((line) => line.startsWith('open'))).toEqual([]);
  });

  test('to nothing becomes one to something once there is something', async () => {
    const desk = buildDesk();
    hasMeeting = false;
    await receive(desk, 'foyer:join/next');
    expect(card?.offer.kind).toBe('nothingNext');
    hasMeeting = true;
    desk.lookAgain();
    await desk.settled();
    expect(card?.offer.kind).toBe('join');
    hasMeeting = false;
    desk.lookAgain();
    await desk.settled();
    expect(card?.offer.kind).toBe('join');
  });

  test('that is put aside while it is looked up anew stays aside', async () => {
    const desk = buildDesk();
    hasMeeting = false;
    await receive(desk, 'foyer:join/next');
    desk.lookAgain();
    desk.dismiss(card?.id ?? '');
    await desk.settled();
    expect(card).toBeNull();
  });

  test('that only leads into Foyer does so at once', async () => {
    const desk = buildDesk();
    await receive(desk, 'foyer:agenda', 'foyer:settings', 'foyer:nowhere');
    expect(done).toEqual(['show', 'settings', 'trouble unknownRoute', 'show']);
    expect(card).toBeNull();
  });
});

describe('“always”', () => {
  test('opens the next link to the place without asking, until it is taken back', async () => {
    const desk = buildDesk();
    await receive(desk, addressed('a'));
    await desk.take(card?.id ?? '', true);
    expect(trusted).toEqual([place]);
    await receive(desk, addressed('b'));
    expect(done).toEqual(['show', 'open a@meet.example', 'open b@meet.example']);
    expect(card).toBeNull();
    desk.distrust(place);
    uptime += 60_000;
    await receive(desk, addressed('c'));
    expect(done.at(-1)).toBe('show');
    expect(shownTitle()).toBe('c@meet.example');
  });

  test('is no way for a page to open one after the other', async () => {
    const desk = buildDesk();
    trusted = [place];
    await receive(desk, addressed('a'), addressed('b'), addressed('c'));
    expect(done).toEqual(['open a@meet.example', 'show']);
    expect([shownTitle(), card?.waitingCount]).toEqual(['b@meet.example', 1]);
  });

  test('shows a card where it did not work', async () => {
    const desk = buildDesk();
    trusted = [place];
    result = { kind: 'refused', message: 'services:join.cannotOpen' };
    await receive(desk, addressed('a'));
    expect(shownTitle()).toBe('a@meet.example');
  });
});

test('without a press nothing is ever opened, whatever comes', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string().map((rest) => `foyer:${rest}`),
    fc.string().map((rest) => `foyer:join?service=pexip&alias=${rest}`),
    fc.constantFrom('foyer:join/next', 'foyer:new', 'foyer:new?service=telnyx', addressed('a')),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 12 }), async (texts) => {
      done = [];
      const desk = buildDesk();
      await receive(desk, ...texts);
      expect(done.filter((line) => line.startsWith('open'))).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

test('whatever a million mutated links say, none of them opens anything by itself', async () => {
  const random = createRandom(5);
  let cards = 0;
  const desk = buildDesk();
  for (let count = 0; count < 1_000_000; count += 1) {
    desk.receive(mutatedLink(random));
    await desk.settled();
    if (card !== null) {
      cards += 1;
      desk.dismiss(card.id);
    }
  }
  await desk.settled();
  expect(cards).toBeGreaterThan(5_000);
  expect(done.filter((line) => line.startsWith('open'))).toEqual([]);
}, 60_000);
