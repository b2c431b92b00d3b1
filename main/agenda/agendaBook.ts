import { findChanges } from '../../core/agenda/findChanges.ts';
import { compareMeetings, mergeMeetings, replaceCovered } from '../../core/agenda/mergeMeetings.ts';
import type { AccountStatus } from '../../core/model/account.ts';
import type { AgendaSlice, MeetingChange } from '../../core/model/foyerState.ts';
import type { Meeting } from '../../core/model/meeting.ts';
import type { FetchedAgenda, TimeWindow } from '../services/service.ts';
import type { CachedAgenda } from '../settings/profileFiles.ts';

/** What is known of one account's agenda. */
export interface AgendaRecord {
  readonly cached: CachedAgenda | null;
  readonly status: AccountStatus;
  readonly trackingId: string | null;
  /** How far this machine's clock is ahead of the service's, in ms; null when within two minutes or unknown. */
  readonly clockSkew: number | null;
}

const unknownYet: AgendaRecord = { cached: null, status: { kind: 'waiting' }, trackingId: null, clockSkew: null };

const noMeetings: readonly Meeting[] = [];
const endOfTime = '9999';

/** Ms within which a change that was made from here shows in the lists. */
const expectedFor = 2 * 60_000;

/** Beyond this the times on a room's screen stop being trustworthy. */
const toleratedSkew = 2 * 60_000;

/** The lists of all accounts and what became of them. A failure never takes a good list away. */
export class AgendaBook {
  readonly #records = new Map<string, AgendaRecord>();
  #changes: readonly MeetingChange[];
  /** Meetings that were changed from here, until when (ms since 1970) that is expected to show. */
  readonly #expected = new Map<string, number>();
  #merged: readonly Meeting[];
  #mergedLists: readonly (readonly Meeting[])[] = [];
  /** The first of the merged meetings ends then (ISO 8601 UTC). */
  #mergedUntil = '';

  /** `shown` is the agenda as it is drawn already: as long as nothing in it changes, nobody has to draw it again. */
  constructor(
    cached: Readonly<Record<string, CachedAgenda>>,
    shown: Pick<AgendaSlice, 'meetings' | 'changes'> = { meetings: noMeetings, changes: [] },
  ) {
    this.#merged = shown.meetings;
    this.#changes = shown.changes;
    for (const [accountId, agenda] of Object.entries(cached)) {
      this.#records.set(accountId, { ...unknownYet, cached: agenda });
    }
  }

  record(accountId: string): AgendaRecord {
    return this.#records.get(accountId) ?? unknownYet;
  }

  /** Takes an answer in. `now` is the machine's clock in ms since 1970. Returns whether the cached lists changed. */
  take(accountId: string, fetched: FetchedAgenda, window: TimeWindow, now: number): boolean {
    const earlier = this.record(accountId);
    const clockSkew = skewOf(fetched.serviceTime, now) ?? (fetched.serviceTime === null ? earlier.clockSkew : null);
    if (fetched.kind === 'failed') {
      this.#records.set(accountId, { ...earlier, status: fetched.status, trackingId: fetched.trackingId, clockSkew });
      return false;
    }
    const cached = this.#replaceList(earlier.cached, fetched, window, now);
    this.#records.set(accountId, { cached, status: { kind: 'current' }, trackingId: null, clockSkew });
    return true;
  }

  /** Puts a list in the place of an earlier one, without a word on what became of its meetings. `now` in ms since 1970. */
  replace(listId: string, meetings: readonly Meeting[], now: number): void {
    const lastSuccessAt = new Date(now).toISOString();
    const cached = { lastSuccessAt, knownUntil: lastSuccessAt, meetings: meetings.toSorted(compareMeetings) };
    this.#records.set(listId, { ...this.record(listId), cached });
  }

  /** A meeting was changed from here: what becomes of it for a while is not told as a change. `now` in ms since 1970. */
  expectChange(accountId: string, serviceMeetingId: string, now: number): void {
    this.#expected.set(`${accountId}/${serviceMeetingId}/`, now + expectedFor);
  }

  /** Says why an account has no answer when it was never asked. */
  setStatus(accountId: string, status: AccountStatus): void {
    this.#records.set(accountId, { ...this.record(accountId), status });
  }

  forget(accountId: string): void {
    this.#changes = this.#changes.filter((change) => !change.key.startsWith(`${accountId}/`));
    this.#records.delete(accountId);
  }

  /** Everything worth keeping over a restart. */
  cachedAgendas(): Readonly<Record<string, CachedAgenda>> {
    const entries = [...this.#records].flatMap(([accountId, { cached }]) =>
      cached === null ? [] : [[accountId, cached] as const],
    );
    return Object.fromEntries(entries);
  }

  /** The meetings of these accounts as one agenda; the same array as long as nothing in it changed. */
  merge(accountIds: readonly string[], now: number): readonly Meeting[] {
    const nowText = new Date(now).toISOString();
    const lists = accountIds.map((id) => this.record(id).cached?.meetings ?? noMeetings);
    const isSameLists =
      lists.length === this.#mergedLists.length && lists.every((list, index) => list === this.#mergedLists[index]);
    if (isSameLists && nowText < this.#mergedUntil) {
      return this.#merged;
    }
    const merged = mergeMeetings(lists, nowText);
    this.#mergedLists = lists;
    this.#mergedUntil = firstEnd(merged);
    if (!isSameAgenda(merged, this.#merged)) {
      this.#merged = merged;
    }
    return this.#merged;
  }

  /** Changes that still matter: of meetings that would not be over yet. */
  changes(now: number): readonly MeetingChange[] {
    const since = new Date(now - 60 * 60_000).toISOString();
    const current = this.#changes.filter((change) => (change.kind === 'moved' ? change.to : change.from) > since);
    if (current.length !== this.#changes.length) {
      this.#changes = current;
    }
    return this.#changes;
  }

  dismissChange(key: string): void {
    this.#changes = this.#changes.filter((change) => change.key !== key);
  }

  #isExpected(key: string, now: number): boolean {
    return [...this.#expected].some(([meeting, until]) => key.startsWith(meeting) && now < until);
  }

  #replaceList(
    earlier: CachedAgenda | null,
    fetched: Extract<FetchedAgenda, { kind: 'meetings' }>,
    window: TimeWindow,
    now: number,
  ): CachedAgenda {
    const nowText = new Date(now).toISOString();
    const kept = replaceCovered(earlier?.meetings ?? [], fetched.meetings, fetched.coveredUntil);
    const meetings = kept.filter((meeting) => meeting.end > nowText).toSorted(compareMeetings);
    if (earlier !== null) {
      const found = findChanges({
        earlier: earlier.meetings,
        later: meetings,
        now: nowText,
        knownUntil: earlier.knownUntil,
      }).filter(({ key }) => !this.#isExpected(key, now));
      const keys = new Set(found.map((change) => change.key));
      const back = new Set(meetings.map((meeting) => meeting.key));
      const stillTrue = this.#changes.filter(
        ({ key, kind }) => !keys.has(key) && !(kind === 'cancelled' && back.has(key)),
      );
      if (found.length > 0 || stillTrue.length < this.#changes.length) {
        this.#changes = [...stillTrue, ...found];
      }
    }
    return { lastSuccessAt: nowText, knownUntil: fetched.coveredUntil ?? window.to, meetings };
  }
}

function skewOf(serviceTime: number | null, now: number): number | null {
  const skew = serviceTime === null ? 0 : now - serviceTime;
  return Math.abs(skew) > toleratedSkew ? skew : null;
}

function isSameAgenda(a: readonly Meeting[], b: readonly Meeting[]): boolean {
  return a.length === b.length && a.every((meeting, index) => isSameMeeting(meeting, b[index]));
}

function isSameMeeting(a: Meeting, b: Meeting | undefined): boolean {
  if (a === b) {
    return true;
  }
  return (
    b !== undefined &&
    a.key === b.key &&
    a.end === b.end &&
    a.subject === b.subject &&
    a.address === b.address &&
    a.badge === b.badge &&
    JSON.stringify(a.links) === JSON.stringify(b.links) &&
    a.organizerName === b.organizerName &&
    a.organizerEmail === b.organizerEmail &&
    JSON.stringify(a.details) === JSON.stringify(b.details)
  );
}

function firstEnd(meetings: readonly Meeting[]): string {
  let first = endOfTime;
  for (const { end } of meetings) {
    if (end < first) {
      first = end;
    }
  }
  return first;
}
