import type { LinkRegistration } from '../../core/model/links.ts';

/** How a system is told who opens links. */
export interface LinkHandling {
  readonly look: () => Promise<LinkRegistration>;
  /** Has Foyer open links, or not any more. May throw. */
  readonly change: (isWanted: boolean) => Promise<void>;
}

/** What the registrar works with. */
export interface LinkRegistrarParts {
  readonly handling: LinkHandling;
  readonly onLooked: (registration: LinkRegistration) => void;
  /** The system did not take it. */
  readonly onRefused: (error: unknown) => void;
}

/** Knows whether this machine opens links with Foyer, and has it do so when the user asks for it: never by itself. */
export class LinkRegistrar {
  readonly #parts: LinkRegistrarParts;

  constructor(parts: LinkRegistrarParts) {
    this.#parts = parts;
  }

  /** Asks the system; other programs come and go, and take links over. */
  async look(): Promise<LinkRegistration> {
    const registration = await this.#parts.handling.look();
    this.#parts.onLooked(registration);
    return registration;
  }

  /** Returns whether it is as wanted now. */
  async change(isWanted: boolean): Promise<boolean> {
    try {
      await this.#parts.handling.change(isWanted);
    } catch (error) {
      this.#parts.onRefused(error);
    }
    return ((await this.look()).kind === 'ours') === isWanted;
  }
}
