import type { Account, AccountView, SecretStorage } from '../../core/model/account.ts';
import type { AgendaSlice } from '../../core/model/foyerState.ts';
import type { Meeting } from '../../core/model/meeting.ts';
import { invitesId } from '../../core/model/offer.ts';
import type { RefreshResult } from '../../preload/channels.ts';
import type { ReadyAccount } from '../accounts/accountOpenings.ts';
import type { Clock } from '../clock.ts';
import type { Scheduler } from '../services/scheduler.ts';
import type { AgendaSource, FetchedAgenda, TimeWindow } from '../services/service.ts';
import type { CachedAgenda } from '../settings/profileFiles.ts';
import { AgendaBook } from './agendaBook.ts';
import { AgendaPoller } from './agendaPoller.ts';

/** What the desk works with. */
export interface AgendaDeskParts {
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  /** The last good lists of an earlier run. */
  readonly cached: Readonly<Record<string, CachedAgenda>>;
  /** The agenda as it is drawn from those lists. */
  readonly shown: AgendaSlice;
  /** Keeps the last good lists. */
  readonly save: (agendas: Readonly<Record<string, CachedAgenda>>) => void;
  readonly accounts: () => readonly Account[];
  readonly secretStorage: () => SecretStorage;
  /** What is shown changed: ask for `slice` and `views`. */
  readonly onChanged: () => void;
  /** A service did not answer: is there a network? */
  readonly onUnreachable: () => void;
  readonly onBug: (error: unknown) => void;
}

/** Saved this long after a change, together with the changes that follow at once: all that a crash can lose. */
const saveAfter = 1_000;

/** Everything between the accounts and the agenda that is shown: asks, remembers, and says how things stand. */
export class AgendaDesk {
  readonly #parts: AgendaDeskParts;
  readonly #book: AgendaBook;
  readonly #poller: AgendaPoller;
  readonly #sources = new Map<string, AgendaSource>();
  readonly #schedulers = new Map<string, Scheduler>();
  #isRefreshing = false;
  #cancelSave: (() => void) | null = null;
  #lastSlice: AgendaSlice;

  constructor(parts: AgendaDeskParts) {
    this.#parts = parts;
    this.#lastSlice = parts.shown;
    this.#book = new AgendaBook(cachedOf(parts.accounts(), parts.cached), parts.shown);
    this.#poller = new AgendaPoller({
      clock: parts.clock,
      random: parts.random,
      onFetched: (accountId, fetched, window) => this.#take(accountId, fetched, window),
      onPlanChanged: () => this.#planChanged(),
      onBug: parts.onBug,
    });
  }

  /** Starts asking for an account, if it has an agenda. */
  readonly follow = ({ account, source, scheduler, budget, fetched }: ReadyAccount): void => {
    if (scheduler !== undefined) {
      this.#schedulers.set(account.id, scheduler);
    }
    if (source === undefined) {
      this.#book.setStatus(account.id, { kind: 'waiting' });
    } else {
      this.#sources.set(account.id, source);
      this.#poller.add({ accountId: account.id, source, budget }, fetched);
    }
  };

  /** Where the meetings of an account come from, once it is asked for. */
  findSource(accountId: string): AgendaSource | undefined {
    return this.#sources.get(accountId);
  }

  /** What changes the meetings of an account, if something can. */
  findScheduler(accountId: string): Scheduler | undefined {
    return this.#schedulers.get(accountId);
  }

  /** A meeting was changed from here: its account is asked anew, and what becomes of it is no news. Null for a new one. */
  refreshAfterChange(accountId: string, meetingId: string | null): void {
    if (meetingId !== null) {
      this.#book.expectChange(accountId, meetingId, this.#parts.clock.wall());
    }
    this.#poller.pollAgain(accountId);
  }

  /** An account cannot be asked since its secret is gone. */
  markSecretLost(accountId: string): void {
    this.#book.setStatus(accountId, { kind: 'secretLost' });
    this.#parts.onChanged();
  }

  readonly forget = (accountId: string): void => {
    this.#book.forget(accountId);
    this.#sources.delete(accountId);
    this.#schedulers.delete(accountId);
    this.#poller.remove(accountId);
    this.#saveSoon();
    this.#parts.onChanged();
  };

  /** Shows the meetings of invites beside those of the accounts. */
  showInvites(meetings: readonly Meeting[]): void {
    this.#book.replace(invitesId, meetings, this.#parts.clock.wall());
    this.#saveSoon();
    this.#parts.onChanged();
  }

  setPresence(change: Parameters<AgendaPoller['setPresence']>[0]): void {
    this.#poller.setPresence(change);
  }

  refresh(): RefreshResult {
    const answer = this.#poller.pollNow();
    if (answer.kind !== 'limited') {
      this.#isRefreshing = this.#poller.isPolling;
      this.#parts.onChanged();
      return answer.kind === 'started' ? answer : { kind: 'nothingToRefresh' };
    }
    return { kind: 'limited', until: this.#toDate(answer.until) };
  }

  dismissChange(meetingKey: string): void {
    this.#book.dismissChange(meetingKey);
    this.#parts.onChanged();
  }

  /** The agenda as it is now; the same object as long as nothing in it changed. */
  slice(): AgendaSlice {
    const now = this.#parts.clock.wall();
    const meetings = this.#book.merge([...this.#parts.accounts().map(({ id }) => id), invitesId], now);
    const changes = this.#book.changes(now);
    const last = this.#lastSlice;
    if (last.meetings !== meetings || last.changes !== changes || last.isRefreshing !== this.#isRefreshing) {
      this.#lastSlice = { meetings, changes, isRefreshing: this.#isRefreshing };
      return this.#lastSlice;
    }
    return last;
  }

  /** The accounts as they stand now. */
  views(): readonly AccountView[] {
    const { isOnline } = this.#poller.presence;
    return this.#parts.accounts().map((account) => {
      const { cached, status, trackingId, clockSkew } = this.#book.record(account.id);
      const next = this.#poller.nextPollAt(account.id);
      return {
        ...account,
        status: status.kind === 'unreachable' && !isOnline ? { kind: 'offline' } : status,
        lastSuccessAt: cached?.lastSuccessAt ?? null,
        nextAttemptAt: next === null ? null : this.#toDate(next),
        trackingId,
        clockSkew,
        secretStorage: this.#parts.secretStorage(),
      };
    });
  }

  /** Stops asking, and saves what is not saved yet. */
  stop(): void {
    this.#poller.stop();
    if (this.#cancelSave !== null) {
      this.#save();
    }
  }

  #take(accountId: string, fetched: FetchedAgenda, window: TimeWindow): void {
    if (this.#book.take(accountId, fetched, window, this.#parts.clock.wall())) {
      this.#saveSoon();
    }
    if (fetched.kind === 'failed' && fetched.status.kind === 'unreachable') {
      this.#parts.onUnreachable();
    } else if (!this.#poller.presence.isOnline) {
      this.#poller.setPresence({ isOnline: true });
    }
  }

  #planChanged(): void {
    this.#isRefreshing &&= this.#poller.isPolling;
    this.#parts.onChanged();
  }

  #saveSoon(): void {
    this.#cancelSave ??= this.#parts.clock.after(saveAfter, () => this.#save());
  }

  #save(): void {
    this.#cancelSave?.();
    this.#cancelSave = null;
    this.#parts.save(this.#book.cachedAgendas());
  }

  /** An instant of the uptime clock as a date. */
  #toDate(uptime: number): string {
    const { clock } = this.#parts;
    return new Date(clock.wall() + uptime - clock.uptime()).toISOString();
  }
}

/** What is cached of accounts that are gone (the program ended before it could save) is forgotten at the next start. */
function cachedOf(accounts: readonly Account[], cached: AgendaDeskParts['cached']): AgendaDeskParts['cached'] {
  const ids = new Set([...accounts.map(({ id }) => id), invitesId]);
  return Object.fromEntries(Object.entries(cached).filter(([id]) => ids.has(id)));
}
