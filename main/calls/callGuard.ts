/** What a person who is in a call wants to do with it on the way elsewhere. */
export type CallAnswer = 'leave' | 'stayInBoth' | 'cancel';

/** What the guard works with. */
export interface CallGuardParts {
  /** Room of the call that runs now, or null. */
  readonly runningRoom: () => string | null;
  /** Whether the user wants to be asked. */
  readonly isWanted: () => boolean;
  readonly ask: (occasion: 'join' | 'quit') => Promise<CallAnswer>;
  readonly leaveCall: () => void;
}

/** Stands between a running call and whatever would take a person out of it or put them into two at once. */
export class CallGuard {
  readonly #parts: CallGuardParts;
  #asking: Promise<CallAnswer> | null = null;

  constructor(parts: CallGuardParts) {
    this.#parts = parts;
  }

  /** Whether to go on; asks when a call runs. The call's own room, named by `roomId`, is no other place. */
  async mayGo(occasion: 'join' | 'quit', roomId: string | null = null): Promise<boolean> {
    const running = this.#parts.runningRoom();
    if (running === null || running === roomId || !this.#parts.isWanted()) {
      return true;
    }
    // A second press while the question stands is the same press.
    if (this.#asking !== null) {
      return false;
    }
    this.#asking = this.#parts.ask(occasion);
    const answer = await this.#asking.finally(() => {
      this.#asking = null;
    });
    if (answer === 'leave') {
      this.#parts.leaveCall();
    }
    return answer !== 'cancel';
  }
}
