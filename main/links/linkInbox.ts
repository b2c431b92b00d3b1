/** What came from outside: the arguments of a start, or what the system handed over, as if they were one. Nothing is parsed. */
export interface Arrival {
  /** The first one is the program. */
  readonly args: readonly string[];
  /** The folder that relative paths are meant from. */
  readonly folder: string;
  /** `start`: of this very run; `again`: of another one, which gave way to this; `system`: macOS handed it over. */
  readonly origin: 'start' | 'again' | 'system';
}

/** More than anybody sends before the program has started. */
const mostWaiting = 20;

/**
 * Everything that comes from outside, whenever it comes, is handed on exactly once and in order: what is early waits until
 * somebody takes it. This is all that runs before the first picture, so it only keeps.
 */
export class LinkInbox {
  #waiting: Arrival[] = [];
  #take: ((arrival: Arrival) => void) | null = null;

  /** Returns whether it was handed on; otherwise it waits. */
  put(arrival: Arrival): boolean {
    if (this.#take !== null) {
      this.#take(arrival);
      return true;
    }
    if (this.#waiting.length < mostWaiting) {
      this.#waiting.push(arrival);
    }
    return false;
  }

  /** Hands on what waits, and from now on everything at once. */
  follow(take: (arrival: Arrival) => void): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#take = take;
    for (const arrival of waiting) {
      take(arrival);
    }
  }
}
