import { type CallLimit, recentCalls, waitForCall } from '../../core/agenda/callLimit.ts';

/** Counts the calls of one client of a service. */
export interface CallBudget {
  /** Takes one call out of the budget and returns 0, or takes none and returns how long to wait, in ms. */
  readonly take: () => number;
  /** How long to wait until a call may be taken, in ms; 0 when one may be taken now. */
  readonly wait: () => number;
}

/** What budgets are kept with. */
export interface CallBudgetParts {
  /** Ms of a clock that neither a restart of Foyer nor a change of the date sets back: the system's uptime. */
  readonly uptime: () => number;
  /** Times of earlier calls, by client. */
  readonly read: () => Readonly<Record<string, readonly number[]>>;
  readonly write: (calls: Readonly<Record<string, readonly number[]>>) => void;
}

/** All budgets. A call is written down before it is made: a crash or a quick restart does not make room for more. */
export class CallBudgets {
  readonly #parts: CallBudgetParts;

  constructor(parts: CallBudgetParts) {
    this.#parts = parts;
    this.#bringBack();
  }

  /** The budget of a client: whoever asks for the same client shares it. */
  budgetFor(client: string, limit: CallLimit): CallBudget {
    const { uptime, read, write } = this.#parts;
    const wait = (): number => waitForCall(read()[client] ?? [], uptime(), limit);
    return {
      wait,
      take: () => {
        const held = wait();
        if (held === 0) {
          const now = uptime();
          const others = Object.entries(read()).filter(
            ([key, calls]) => key !== client && recentCalls(calls, now, limit).length > 0,
          );
          write({ ...Object.fromEntries(others), [client]: [...recentCalls(read()[client] ?? [], now, limit), now] });
        }
        return held;
      },
    };
  }

  /**
   * The uptime starts anew with the machine. Calls written down before are taken as made just now, once: left ahead of
   * the clock they would count as just made until it had caught up with them.
   */
  #bringBack(): void {
    const { uptime, read, write } = this.#parts;
    const now = uptime();
    const calls = Object.entries(read());
    if (calls.some(([, times]) => times.some((time) => time > now))) {
      write(Object.fromEntries(calls.map(([client, times]) => [client, times.map((time) => Math.min(time, now))])));
    }
  }
}
