import type { AccountStatus, AccountView } from '../../core/model/account.ts';

/** Something that went wrong with an account. */
export interface PastProblem {
  readonly status: AccountStatus;
  /** When it was last seen, ISO 8601 UTC. */
  readonly at: string;
  readonly trackingId: string | null;
}

/** No problem of a service: nothing was asked yet, all is well, or there is no network to ask through. */
const harmless: ReadonlySet<AccountStatus['kind']> = new Set(['waiting', 'current', 'offline']);

/** Remembers the last problem of each account, also when it has passed, for as long as the program runs. */
export class ProblemMemory {
  readonly #problems = new Map<string, PastProblem>();

  /** The accounts are as follows now; `now` in ms since 1970. Accounts that are gone are forgotten. */
  follow(accounts: readonly AccountView[], now: number): void {
    for (const id of this.#problems.keys()) {
      if (accounts.every((account) => account.id !== id)) {
        this.#problems.delete(id);
      }
    }
    for (const { id, status, trackingId } of accounts) {
      if (!harmless.has(status.kind) && !this.#isKnown(id, status, trackingId)) {
        this.#problems.set(id, { status, trackingId, at: new Date(now).toISOString() });
      }
    }
  }

  lastOf(accountId: string): PastProblem | null {
    return this.#problems.get(accountId) ?? null;
  }

  #isKnown(id: string, status: AccountStatus, trackingId: string | null): boolean {
    const known = this.#problems.get(id);
    return known?.status.kind === status.kind && known.trackingId === trackingId;
  }
}
