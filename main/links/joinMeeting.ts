import { orderWaysIn } from '../../core/join/chooseWayIn.ts';
import { isSafeAddress } from '../../core/join/safeAddress.ts';
import { waysByLinks } from '../../core/join/waysByLinks.ts';
import type { Account } from '../../core/model/account.ts';
import type { Meeting } from '../../core/model/meeting.ts';
import type { OfferedWay, RemotePage, WayInView } from '../../core/model/wayIn.ts';
import type { JoinResult } from '../../preload/channels.ts';
import { entryProblem } from '../services/entryProblem.ts';
import { findService } from '../services/registry.ts';
import type { MeetingEntry, RoomFailure } from '../services/service.ts';
import type { OpenPage } from './pageOpener.ts';

/** What joining works with. */
export interface JoinParts {
  readonly findMeeting: (key: string) => Meeting | undefined;
  readonly findAccount: (accountId: string) => Account | undefined;
  /** URI schemes that some program of this machine handles. */
  readonly handledSchemes: () => Promise<ReadonlySet<string>>;
  readonly rememberedWay: (serviceId: string) => string | null;
  readonly rememberWay: (serviceId: string, wayId: string) => void;
  readonly openPage: OpenPage;
  /** Whether pages of others may be shown in Foyer. */
  readonly hasRemotePages: () => boolean;
  /** Asks somebody who is in a call before they are taken elsewhere. */
  readonly mayGo: () => Promise<boolean>;
  /** False when the page may not be shown. */
  readonly openInFoyer: (page: RemotePage) => boolean;
  readonly copyText: (text: string) => Promise<void>;
  /** Asks a service what a way opens that is marked so; null when nobody can be asked, left out when there are no such ways. */
  readonly enter?: (meeting: Meeting, wayId: string) => Promise<MeetingEntry | RoomFailure | null>;
}

/** Gets people into meetings: from the window, the tray, and whatever comes later, all on this one path. */
export class MeetingJoiner {
  readonly #parts: JoinParts;
  /** Presses that a service is being asked about. */
  readonly #entering = new Map<string, Promise<JoinResult>>();
  readonly #listeners = new Set<(meeting: Meeting) => void>();

  constructor(parts: JoinParts) {
    this.#parts = parts;
  }

  /** Tells, from now on, of each meeting that somebody was taken into, or whose address a plain press on Join copied. */
  onJoined(listener: (meeting: Meeting) => void): void {
    this.#listeners.add(listener);
  }

  /** The ways into a meeting that this machine can take, the one that a plain press takes first. */
  async waysInto(meetingKey: string): Promise<readonly WayInView[]> {
    const meeting = this.#parts.findMeeting(meetingKey);
    const ways = meeting === undefined ? [] : await this.#waysOf(meeting);
    return ways.map(({ id, kind, label, target }, index) => ({ id, kind, label, target, isPreferred: index === 0 }));
  }

  /** Takes a way into a meeting; the preferred one when `wayId` is null. A chosen way that opens something is remembered. */
  async join(meetingKey: string, wayId: string | null): Promise<JoinResult> {
    const meeting = this.#parts.findMeeting(meetingKey);
    if (meeting === undefined) {
      return { kind: 'refused', message: 'services:join.gone' };
    }
    const result = await this.#joinBy(wayId, meeting);
    if (result.kind === 'opened' || (result.kind === 'copied' && wayId === null)) {
      for (const listener of this.#listeners) {
        listener(meeting);
      }
    }
    return result;
  }

  async #joinBy(wayId: string | null, meeting: Meeting): Promise<JoinResult> {
    const ways = await this.#waysOf(meeting);
    const way = wayId === null ? ways[0] : ways.find(({ id }) => id === wayId);
    const isLink = ways.some(({ target }) => target === meeting.address && meeting.links !== undefined);
    const isUnsafe = meeting.address !== null && !isLink && !isSafeAddress(meeting.address);
    if (isUnsafe && (wayId === null || way?.kind !== 'copy')) {
      return { kind: 'refused', message: 'services:join.unsafeAddress' };
    }
    if (way === undefined) {
      return {
        kind: 'refused',
        message: meeting.address === null ? 'services:join.noAddress' : 'services:join.cannotOpen',
      };
    }
    if (way.kind !== 'copy' && !(await this.#parts.mayGo())) {
      return { kind: 'refused', message: 'services:join.stayed' };
    }
    return way.isAsked === true
      ? this.#enterOnce(way, meeting, wayId !== null)
      : this.#take(way, meeting, wayId !== null);
  }

  /** A press while a service is being asked is the same press: each answer may be good for one person once. */
  #enterOnce(way: OfferedWay, meeting: Meeting, isChosen: boolean): Promise<JoinResult> {
    const running = this.#entering.get(meeting.key);
    const entering = running ?? this.#enter(way, meeting, isChosen).finally(() => this.#entering.delete(meeting.key));
    this.#entering.set(meeting.key, entering);
    return entering;
  }

  async #enter(way: OfferedWay, meeting: Meeting, isChosen: boolean): Promise<JoinResult> {
    const entry = (await this.#parts.enter?.(meeting, way.serviceWayId)) ?? null;
    if (entry === null) {
      return { kind: 'refused', message: 'services:join.cannotOpen' };
    }
    if (entry.kind === 'failed') {
      const isGone = entry.status.kind === 'notSetUp';
      return { kind: 'refused', message: isGone ? 'services:join.gone' : entryProblem(entry) };
    }
    return this.#take({ ...way, target: entry.url }, meeting, isChosen);
  }

  async #take(way: OfferedWay, meeting: Meeting, isChosen: boolean): Promise<JoinResult> {
    if (way.kind === 'copy') {
      await this.#parts.copyText(way.target);
      return { kind: 'copied', text: way.target };
    }
    const serviceId = this.#parts.findAccount(meeting.accountId)?.serviceId;
    if (!(await this.#open(way, serviceId ?? null))) {
      return { kind: 'refused', message: 'services:join.cannotOpen' };
    }
    if (isChosen && serviceId !== undefined && way.isForOnce !== true) {
      this.#parts.rememberWay(serviceId, way.id);
    }
    return { kind: 'opened', label: way.label };
  }

  async #open({ kind, target, inFoyer }: OfferedWay, serviceId: string | null): Promise<boolean> {
    return kind === 'window'
      ? this.#parts.openInFoyer({ url: target, origins: inFoyer?.origins ?? [] })
      : this.#parts.openPage(target, serviceId);
  }

  async #waysOf(meeting: Meeting): Promise<readonly OfferedWay[]> {
    const account = this.#parts.findAccount(meeting.accountId);
    const service = account === undefined ? undefined : findService(account.serviceId);
    const own = account === undefined ? [] : (service?.agenda?.waysIn(meeting, account) ?? []);
    const remembered = account === undefined ? null : this.#parts.rememberedWay(account.serviceId);
    const handled = await this.#parts.handledSchemes();
    return orderWaysIn([...own, ...waysByLinks(meeting.links ?? [])], {
      hasHandlerFor: (scheme) => handled.has(scheme),
      remembered,
      hasRemotePages: this.#parts.hasRemotePages(),
    });
  }
}
