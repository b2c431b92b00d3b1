import type { LinkRefusal } from '../../core/links/foyerLink.ts';
import { parseFoyerLink } from '../../core/links/parseFoyerLink.ts';
import type { LinkCard, LinkOffer, TrustedPlace } from '../../core/model/links.ts';
import type { JoinResult } from '../../preload/channels.ts';
import type { CardLink, LinkLookup } from './linkLookup.ts';

/** Why nothing came of a link; `several`: there was more than one at once. */
export type LinkTrouble = LinkRefusal | 'several' | 'tooMany' | 'switchedOff';

/** What the desk works with. */
export interface LinkDeskParts {
  readonly lookUp: (link: CardLink) => Promise<LinkLookup>;
  /** A clock that only runs on, ms. */
  readonly uptime: () => number;
  readonly showWindow: () => void;
  readonly showSettings: () => void;
  /** False where an administrator switched links off. */
  readonly mayFollow: () => boolean;
  readonly showTrouble: (trouble: LinkTrouble) => void;
  readonly trusted: () => readonly TrustedPlace[];
  readonly trust: (places: readonly TrustedPlace[]) => void;
  /** The card is another one, or none. */
  readonly onCard: (card: LinkCard | null) => void;
  readonly onBug: (error: unknown) => void;
}

interface Waiting {
  readonly id: string;
  readonly text: string;
  readonly link: CardLink;
}

interface Shown extends Waiting {
  readonly lookup: LinkLookup;
}

const mostWaiting = 5;
const mostTrusted = 100;
/** A page may send links as it likes: without asking, one is followed in so many ms. */
const automaticPause = 10_000;

/**
 * Takes links, one after the other: each shows a card, and a press does what the card says. Nothing is opened without one,
 * unless the user decided so for the place that the link leads to.
 */
export class LinkDesk {
  readonly #parts: LinkDeskParts;
  #waiting: readonly Waiting[] = [];
  #shown: Shown | null = null;
  #taking: { readonly id: string; readonly result: Promise<JoinResult> } | null = null;
  #count = 0;
  #automaticAt = Number.NEGATIVE_INFINITY;
  #work: Promise<void> = Promise.resolve();

  constructor(parts: LinkDeskParts) {
    this.#parts = parts;
  }

  /** Takes a raw link. */
  receive(text: string): void {
    if (!this.#parts.mayFollow()) {
      this.refuse('switchedOff');
      return;
    }
    const parsed = parseFoyerLink(text);
    if (parsed.kind === 'refused') {
      this.refuse(parsed.reason);
      return;
    }
    const { link } = parsed;
    if (link.kind === 'agenda') {
      this.#parts.showWindow();
    } else if (link.kind === 'settings') {
      this.#parts.showSettings();
    } else {
      this.#enqueue(link);
    }
  }

  /** Tells that nothing comes of a link. */
  refuse(trouble: LinkTrouble): void {
    this.#parts.showTrouble(trouble);
    this.#parts.showWindow();
  }

  /** Does what a card says; once, however often it is pressed. With `isAlways`, the next link to that place does not ask. */
  take(cardId: string, isAlways: boolean): Promise<JoinResult> {
    if (this.#taking?.id !== cardId) {
      this.#taking = { id: cardId, result: this.#take(cardId, isAlways) };
    }
    return this.#taking.result;
  }

  /** Puts a card aside. */
  dismiss(cardId: string): void {
    if (this.#shown?.id === cardId) {
      this.#shown = null;
      this.#parts.onCard(null);
      this.#goOn();
    }
  }

  /** Asks again for links to a place. */
  distrust(place: TrustedPlace): void {
    this.#parts.trust(this.#parts.trusted().filter((known) => !isSamePlace(known, place)));
  }

  /** What links are looked up in has changed: one that led nowhere may lead somewhere now. */
  lookAgain(): void {
    if (this.#shown !== null && !isFixed(this.#shown.lookup.offer)) {
      this.#goOn();
    }
  }

  /** What was received so far has been looked up. */
  settled(): Promise<void> {
    return this.#work;
  }

  #enqueue(link: CardLink): void {
    const text = JSON.stringify(link);
    if (this.#shown?.text === text || this.#waiting.some((other) => other.text === text)) {
      this.#parts.showWindow();
      return;
    }
    if (this.#waiting.length >= mostWaiting) {
      this.refuse('tooMany');
      return;
    }
    this.#count += 1;
    this.#waiting = [...this.#waiting, { id: `link-${this.#count}`, text, link }];
    this.#goOn();
  }

  /** One thing at a time, in order. */
  #goOn(): void {
    const next = (): Promise<void> => (this.#shown === null ? this.#showNext() : this.#showAnew(this.#shown));
    this.#work = this.#work.then(next).catch(this.#parts.onBug);
  }

  async #showNext(): Promise<void> {
    const [next] = this.#waiting;
    if (next === undefined) {
      return;
    }
    const lookup = await this.#parts.lookUp(next.link).finally(() => {
      this.#waiting = this.#waiting.filter(({ id }) => id !== next.id);
    });
    if (await this.#followsAlone(lookup)) {
      this.#goOn();
      return;
    }
    this.#shown = { ...next, lookup };
    this.#tell();
    this.#parts.showWindow();
  }

  async #showAnew(shown: Shown): Promise<void> {
    const lookup = isFixed(shown.lookup.offer) ? shown.lookup : await this.#parts.lookUp(shown.link);
    if (this.#shown === shown) {
      this.#shown = { ...shown, lookup };
      this.#tell();
    }
  }

  #tell(): void {
    if (this.#shown !== null) {
      const { id, lookup } = this.#shown;
      this.#parts.onCard({ id, offer: lookup.offer, waitingCount: this.#waiting.length });
    }
  }

  /** Follows a link to a place that needs no asking. Returns false when a card must be shown. */
  async #followsAlone({ offer, take }: LinkLookup): Promise<boolean> {
    const place = offer.kind === 'join' ? offer.trust : null;
    const isTrusted = place !== null && this.#parts.trusted().some((known) => isSamePlace(known, place));
    const now = this.#parts.uptime();
    if (!isTrusted || take === null || now - this.#automaticAt < automaticPause) {
      return false;
    }
    this.#automaticAt = now;
    return (await take()).kind === 'opened';
  }

  async #take(cardId: string, isAlways: boolean): Promise<JoinResult> {
    const shown = this.#shown;
    if (shown?.id !== cardId || shown.lookup.take === null) {
      return { kind: 'refused', message: 'shell:links.gone' };
    }
    try {
      const result = await shown.lookup.take();
      const { offer } = shown.lookup;
      if (result.kind === 'opened') {
        if (isAlways && offer.kind === 'join' && offer.trust !== null) {
          this.#remember(offer.trust);
        }
        this.dismiss(cardId);
      }
      return result;
    } finally {
      this.#taking = null;
    }
  }

  #remember(place: TrustedPlace): void {
    const others = this.#parts.trusted().filter((known) => !isSamePlace(known, place));
    this.#parts.trust([place, ...others].slice(0, mostTrusted));
  }
}

function isSamePlace(one: TrustedPlace, other: TrustedPlace): boolean {
  return one.serviceId === other.serviceId && one.host === other.host;
}

/** A card that can be pressed stays as it is under the finger. */
function isFixed({ kind }: LinkOffer): boolean {
  return kind === 'join' || kind === 'newRoom';
}
