import type { Clock } from '../clock.ts';

/** A sign-in that ends without being renewed. */
export interface EndingSignIn {
  readonly accountId: string;
  /** What the user calls the account. */
  readonly name: string;
  /** ISO 8601 UTC. */
  readonly endsAt: string;
}

/** What {@link SignInEnds} works with. */
export interface SignInEndsParts {
  readonly clock: Clock;
  readonly endings: () => readonly EndingSignIn[];
  /** Asks the user to sign in again. */
  readonly ask: (ending: EndingSignIn) => void;
  /** There is nothing to ask any more: it was done, or is told as a fault by now. */
  readonly withdraw: (accountId: string) => void;
}

/** Ms before the end: time enough to come to it between two meetings. */
const lead = 3_600_000;

/** Asks people, once and in time, to sign in again where a sign-in cannot be renewed without them. */
export class SignInEnds {
  readonly #parts: SignInEndsParts;
  /** What was asked for, by account; a new sign-in ends at another time. */
  readonly #asked = new Map<string, string>();
  #cancel: (() => void) | null = null;

  constructor(parts: SignInEndsParts) {
    this.#parts = parts;
  }

  /** The accounts, or the time, may have changed. */
  readonly look = (): void => {
    const { clock, endings, ask, withdraw } = this.#parts;
    this.#cancel?.();
    this.#cancel = null;
    const now = clock.wall();
    const due = endings().filter(({ endsAt }) => Date.parse(endsAt) > now && Date.parse(endsAt) - lead <= now);
    for (const [accountId, endsAt] of this.#asked) {
      if (!due.some((ending) => ending.accountId === accountId && ending.endsAt === endsAt)) {
        this.#asked.delete(accountId);
        withdraw(accountId);
      }
    }
    for (const ending of due) {
      if (this.#asked.get(ending.accountId) !== ending.endsAt) {
        this.#asked.set(ending.accountId, ending.endsAt);
        ask(ending);
      }
    }
    this.#plan(now);
  };

  stop(): void {
    this.#cancel?.();
  }

  /** For the next moment at which there is something to ask, or to withdraw. */
  #plan(now: number): void {
    const ends = this.#parts.endings().map(({ endsAt }) => Date.parse(endsAt));
    const next = Math.min(...ends.flatMap((end) => [end - lead, end]).filter((moment) => moment > now));
    if (Number.isFinite(next)) {
      this.#cancel = this.#parts.clock.after(next - now, this.look);
    }
  }
}
