import {
  type AttemptEnd,
  isFresh,
  type PollMemory,
  type Presence,
  planNextPoll,
  planPollAfterReturn,
  quietUntil,
  rememberAttempt,
} from '../../core/agenda/pollPlan.ts';
import type { Clock } from '../clock.ts';
import type { AgendaSource, FetchedAgenda, TimeWindow } from '../services/service.ts';
import type { CallBudget } from './callBudget.ts';

/** An account as the poller sees it. */
export interface PolledAccount {
  readonly accountId: string;
  readonly source: AgendaSource;
  readonly budget: CallBudget;
}

/** What the poller works with and whom it tells. */
export interface AgendaPollerParts {
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  /** An attempt ended. */
  readonly onFetched: (accountId: string, fetched: FetchedAgenda, window: TimeWindow) => void;
  /** Something changed in when the accounts are asked, or whether they are being asked. */
  readonly onPlanChanged: () => void;
  /** A source threw, which is a bug: the attempt counts as failed. */
  readonly onBug: (error: unknown) => void;
}

/** What a press on Refresh leads to; times in ms of uptime. */
export type PollNow =
  | { readonly kind: 'started' }
  | { readonly kind: 'limited'; readonly until: number }
  | { readonly kind: 'nothing' };

interface Entry extends PolledAccount {
  memory: PollMemory | null;
  isPolling: boolean;
  /** What is being fetched may be old already when it comes. */
  isOutdated: boolean;
  /** Set by a wake-up or the returning network; wins over the ordinary plan. */
  returnAt: number | null;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Asks all accounts for their agendas, each at its own pace: one timer for all, none while nothing is due. */
export class AgendaPoller {
  readonly #parts: AgendaPollerParts;
  readonly #entries = new Map<string, Entry>();
  #presence: Presence = { isOnline: true, isAsleep: false, isAway: false, isOnBattery: false };
  #cancelTimer: (() => void) | null = null;

  constructor(parts: AgendaPollerParts) {
    this.#parts = parts;
  }

  get presence(): Presence {
    return this.#presence;
  }

  /**
   * Starts asking for an account, or anew with other details. `fetched` spares the first call. A service that wants to be
   * left alone is, however often an account is edited.
   */
  add(account: PolledAccount, fetched?: FetchedAgenda): void {
    const earlier = this.#entries.get(account.accountId)?.memory ?? null;
    const memory = quietUntil(earlier) === null ? null : earlier;
    const entry: Entry = { ...account, memory, isPolling: false, isOutdated: false, returnAt: null };
    this.#entries.set(account.accountId, entry);
    if (fetched !== undefined) {
      this.#finish(entry, fetched, this.#window());
    }
    this.#plan();
  }

  remove(accountId: string): void {
    this.#entries.delete(accountId);
    this.#plan();
  }

  /** Takes note of who is there; whoever returns finds an agenda that is up to date. */
  setPresence(change: Partial<Presence>): void {
    const before = this.#presence;
    this.#presence = { ...before, ...change };
    const after = this.#presence;
    const isBack =
      (!before.isOnline && after.isOnline) || (before.isAsleep && !after.isAsleep) || (before.isAway && !after.isAway);
    for (const entry of isBack ? this.#entries.values() : []) {
      const [now, jitter] = [this.#parts.clock.uptime(), this.#parts.random()];
      entry.returnAt = planPollAfterReturn(entry.memory, now, jitter, entry.source.interval);
    }
    this.#plan();
  }

  /** Asks all accounts now, as far as they may be asked. */
  pollNow(): PollNow {
    const now = this.#parts.clock.uptime();
    const entries = [...this.#entries.values()];
    const waits = entries.map((entry) => Math.max((quietUntil(entry.memory) ?? now) - now, entry.budget.wait()));
    const isStarted = entries.map((entry, index) => this.#pollIfUseful(entry, waits[index] ?? 0, now)).some(Boolean);
    this.#plan();
    if (isStarted) {
      return { kind: 'started' };
    }
    return entries.length === 0 ? { kind: 'nothing' } : { kind: 'limited', until: now + Math.min(...waits) };
  }

  /** Asks an account as soon as it may be asked, whatever it answered before: something was changed at its service. */
  pollAgain(accountId: string): void {
    const entry = this.#entries.get(accountId);
    if (entry !== undefined) {
      entry.isOutdated = entry.isPolling;
      entry.returnAt = Math.max(this.#parts.clock.uptime(), quietUntil(entry.memory) ?? 0);
      this.#plan();
    }
  }

  /** When the account is asked next (ms of uptime), or null when nothing is planned. */
  nextPollAt(accountId: string): number | null {
    const entry = this.#entries.get(accountId);
    return entry === undefined ? null : this.#dueAt(entry);
  }

  get isPolling(): boolean {
    return [...this.#entries.values()].some((entry) => entry.isPolling);
  }

  stop(): void {
    this.#entries.clear();
    this.#plan();
  }

  #pollIfUseful(entry: Entry, wait: number, now: number): boolean {
    if (wait > 0) {
      return false;
    }
    if (!entry.isPolling && !isFresh(entry.memory, now, entry.source.interval)) {
      void this.#poll(entry);
    }
    return true;
  }

  #dueAt(entry: Entry): number | null {
    const now = this.#parts.clock.uptime();
    const planned = planNextPoll(entry.memory, this.#presence, now, entry.source.interval);
    const returnAt = this.#presence.isAsleep ? null : entry.returnAt;
    const due = returnAt === null ? planned : Math.min(planned ?? returnAt, returnAt);
    return due === null ? null : Math.max(due, now + entry.budget.wait());
  }

  #plan(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    const waiting = [...this.#entries.values()].filter((entry) => !entry.isPolling);
    const dues = waiting.map((entry) => this.#dueAt(entry)).filter((due) => due !== null);
    if (dues.length > 0) {
      const delay = Math.min(...dues) - this.#parts.clock.uptime();
      this.#cancelTimer = this.#parts.clock.after(Math.min(Math.max(delay, 0), hour), () => this.#pollDue());
    }
    this.#parts.onPlanChanged();
  }

  #pollDue(): void {
    const now = this.#parts.clock.uptime();
    for (const entry of this.#entries.values()) {
      const due = entry.isPolling ? null : this.#dueAt(entry);
      if (due !== null && due <= now) {
        void this.#poll(entry);
      }
    }
    this.#plan();
  }

  async #poll(entry: Entry): Promise<void> {
    entry.isPolling = true;
    const window = this.#window();
    let fetched: FetchedAgenda;
    try {
      fetched = await entry.source.fetchMeetings(window);
    } catch (error) {
      this.#parts.onBug(error);
      fetched = {
        kind: 'failed',
        status: { kind: 'unreadable' },
        retryAfter: null,
        serviceTime: null,
        trackingId: null,
      };
    }
    entry.isPolling = false;
    // The account may have been removed or connected anew in the meantime.
    if (this.#entries.get(entry.accountId) === entry) {
      this.#finish(entry, fetched, window);
      this.#plan();
    }
  }

  #finish(entry: Entry, fetched: FetchedAgenda, window: TimeWindow): void {
    entry.returnAt = entry.isOutdated ? this.#parts.clock.uptime() : null;
    entry.isOutdated = false;
    entry.memory = rememberAttempt(entry.memory, {
      lastAttemptAt: this.#parts.clock.uptime(),
      end: endOf(fetched),
      retryAfter: fetched.kind === 'failed' ? fetched.retryAfter : null,
      jitter: this.#parts.random(),
    });
    this.#parts.onFetched(entry.accountId, fetched, window);
  }

  /** From well before now, since it is not documented whether a window finds meetings that began before it. */
  #window(): TimeWindow {
    const now = this.#parts.clock.wall();
    return { from: new Date(now - 12 * hour).toISOString(), to: new Date(now + 7 * day).toISOString() };
  }
}

function endOf(fetched: FetchedAgenda): AttemptEnd {
  if (fetched.kind === 'meetings') {
    return 'good';
  }
  switch (fetched.status.kind) {
    case 'limited':
    case 'refused':
    case 'notSetUp':
      return fetched.status.kind;
    default:
      return 'failed';
  }
}
