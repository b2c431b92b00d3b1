import { randomUUID } from 'node:crypto';
import { collectLinks } from '../../core/invites/collectLinks.ts';
import type { LinkRule } from '../../core/invites/linkRule.ts';
import { type Meeting, meetingKey } from '../../core/model/meeting.ts';
import { invitesId, type Offer, type OfferedInvite, type OfferRefusal } from '../../core/model/offer.ts';
import type { JoinResult } from '../../preload/channels.ts';
import type { Clock } from '../clock.ts';
import type { ProfileStore } from '../settings/profileStore.ts';
import type { StoredInvite, StoredInvites } from '../settings/storedInvites.ts';
import { calendarMeetings } from './calendarMeetings.ts';
import { type CalendarReader, isCalendar } from './calendarReader.ts';
import type { OccurrenceWindow } from './expandSeries.ts';
import { cancelEntries, mergeInvites } from './mergeInvites.ts';
import type { CalendarContent, CalendarEntry } from './readCalendar.ts';

/** What the desk of the invites works with. */
export interface InviteDeskParts {
  readonly clock: Clock;
  readonly reader: Pick<CalendarReader, 'read'>;
  readonly rules: readonly LinkRule[];
  readonly store: ProfileStore<StoredInvites>;
  /** All meetings of all invites. */
  readonly showMeetings: (meetings: readonly Meeting[]) => void;
  readonly onOffer: (offer: Offer | null) => void;
  /** False when nothing took it. */
  /** False where an administrator switched invites and links off. */
  readonly mayTake: () => boolean;
  readonly openLink: (url: string) => Promise<boolean>;
  readonly copyText: (text: string) => Promise<void>;
  readonly readClipboard: () => Promise<string>;
  /** The text of a file, or null when it is too large or cannot be read. */
  readonly readFile: (path: string) => Promise<string | null>;
  readonly onBug: (error: unknown) => void;
}

const hour = 3_600_000;
const day = 24 * hour;
/** More are a whole calendar, which nobody wants to be asked about one by one. */
const mostInvites = 500;
const mostShown = 3;
const answers: ReadonlySet<string> = new Set(['REPLY', 'COUNTER', 'REFRESH', 'DECLINECOUNTER']);

/**
 * Takes invites and links from wherever people have them. Invites become meetings of the agenda until they end; links are
 * offered, and opened by a press. Whatever comes is taken one after the other.
 */
export class InviteDesk {
  readonly #parts: InviteDeskParts;
  #offer: Offer | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #cancelRenewal: (() => void) | null = null;

  constructor(parts: InviteDeskParts) {
    this.#parts = parts;
  }

  /** Brings the invites of earlier runs up to the moment, and keeps them there. */
  start(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#renew();
    });
  }

  stop(): void {
    this.#cancelRenewal?.();
  }

  /** Takes a calendar file, or a text with links, whatever it is. */
  readonly takeText = (text: string): Promise<void> => this.#inTurn(() => this.#take(text));

  /** Takes what is on the clipboard. */
  readonly takeClipboard = (): Promise<void> => this.#inTurn(async () => this.#take(await this.#parts.readClipboard()));

  /** Takes a calendar file from the disk. */
  readonly takeFile = (path: string): Promise<void> =>
    this.#inTurn(async () => {
      const text = await this.#parts.readFile(path);
      await (text === null ? this.#refuse('noFile') : this.#take(text));
    });

  /** Puts the offer away. */
  readonly close = (offerId: string): void => {
    if (this.#offer?.id === offerId) {
      this.#setOffer(null);
    }
  };

  /** Opens or copies one of the links that are offered now. */
  readonly takeLink = async (offerId: string, index: number, how: 'open' | 'copy'): Promise<JoinResult> => {
    const link = this.#offer?.id === offerId && this.#offer.kind === 'links' ? this.#offer.links[index] : undefined;
    if (link === undefined) {
      return { kind: 'refused', message: 'services:join.gone' };
    }
    if (how === 'copy') {
      await this.#parts.copyText(link.url);
      return { kind: 'copied', text: link.url };
    }
    return (await this.#parts.openLink(link.url))
      ? { kind: 'opened', label: 'services:links.web' }
      : { kind: 'refused', message: 'services:links.cannotOpen' };
  };

  /** Takes an invite, with all of its meetings, out of the agenda. */
  readonly remove = (meetingId: string): Promise<void> =>
    this.#inTurn(async () => {
      this.#keep(this.#kept.filter(({ uid }) => !meetingId.startsWith(meetingKey(invitesId, uid, ''))));
      await this.#renew();
    });

  get #kept(): readonly StoredInvite[] {
    return this.#parts.store.value.invites;
  }

  #inTurn(run: () => Promise<void>): Promise<void> {
    const result = this.#turn.then(run).catch(this.#parts.onBug);
    this.#turn = result;
    return result;
  }

  async #take(text: string): Promise<void> {
    if (!this.#parts.mayTake()) {
      this.#refuse('switchedOff');
    } else if (text.trim() === '') {
      this.#refuse('empty');
    } else if (isCalendar(text)) {
      await this.#takeCalendar(text);
    } else {
      const links = collectLinks([text], this.#parts.rules);
      if (links.length === 0) {
        this.#refuse('noLink');
      } else {
        this.#setOffer({ id: randomUUID(), kind: 'links', links });
      }
    }
  }

  async #takeCalendar(text: string): Promise<void> {
    const result = await this.#parts.reader.read(text, this.#window());
    if (result.kind !== 'read') {
      this.#refuse(result.kind === 'tooLarge' ? 'tooLarge' : 'unreadable');
      return;
    }
    const refusal = refusalOf(result.content);
    if (refusal !== null) {
      this.#refuse(refusal);
      return;
    }
    const { method, entries } = result.content;
    const timed = entries.filter(({ isAllDay }) => !isAllDay);
    const before = this.#kept;
    this.#keep(mergeInvites(before, method === 'CANCEL' ? cancelEntries(timed) : timed));
    const invites = offeredInvites(timed, before, await this.#renew());
    const shown = invites.slice(0, mostShown);
    this.#setOffer({ id: randomUUID(), kind: 'invites', invites: shown, moreCount: invites.length - shown.length });
  }

  /** Reads all that is kept anew: what is over goes, series go on, and the agenda follows. */
  async #renew(): Promise<readonly CalendarEntry[]> {
    this.#cancelRenewal?.();
    const sources = this.#kept.flatMap(({ parts }) => parts.map(({ source }) => source));
    const result = sources.length === 0 ? null : await this.#parts.reader.read(sources.join('\r\n'), this.#window());
    if (result !== null && result.kind !== 'read') {
      return [];
    }
    const entries = result?.content.entries ?? [];
    const alive = new Set(entries.filter(({ meetings }) => meetings.length > 0).map(({ uid }) => uid));
    if (this.#kept.some(({ uid }) => !alive.has(uid))) {
      this.#keep(this.#kept.filter(({ uid }) => alive.has(uid)));
    }
    this.#parts.showMeetings(entries.flatMap((entry) => calendarMeetings(entry, invitesId)));
    if (alive.size > 0) {
      this.#cancelRenewal = this.#parts.clock.after(hour, () => void this.start());
    }
    return entries;
  }

  #keep(invites: readonly StoredInvite[]): void {
    this.#parts.store.replace({ invites: invites.slice(-mostInvites) });
  }

  #window(): OccurrenceWindow {
    const now = this.#parts.clock.wall();
    return { from: now, to: now + 7 * day, isOpen: true };
  }

  #refuse(reason: OfferRefusal): void {
    this.#setOffer({ id: randomUUID(), kind: 'refused', reason });
  }

  #setOffer(offer: Offer | null): void {
    this.#offer = offer;
    this.#parts.onOffer(offer);
  }
}

function refusalOf({ method, entries, isWhole }: CalendarContent): OfferRefusal | null {
  if (answers.has(method)) {
    return 'isAnswer';
  }
  if (!isWhole || entries.length > mostInvites) {
    return 'tooMany';
  }
  if (entries.length === 0) {
    return 'isOver';
  }
  return entries.every(({ isAllDay }) => isAllDay) ? 'isAllDay' : null;
}

function offeredInvites(
  taken: readonly CalendarEntry[],
  before: readonly StoredInvite[],
  entries: readonly CalendarEntry[],
): readonly OfferedInvite[] {
  return taken.map(({ uid, subject }) => {
    const entry = entries.find((candidate) => candidate.uid === uid);
    const [next] = entry === undefined ? [] : calendarMeetings(entry, invitesId);
    const earlier = before.find((invite) => invite.uid === uid);
    return {
      uid,
      change: changeOf(earlier, entry),
      subject: next?.subject ?? subject,
      meetingKey: next?.key ?? null,
      start: next?.start ?? null,
      isJoinable: next !== undefined && next.address !== null,
    };
  });
}

function changeOf(earlier: StoredInvite | undefined, entry: CalendarEntry | undefined): OfferedInvite['change'] {
  if (entry === undefined || entry.meetings.length === 0) {
    return 'cancelled';
  }
  if (earlier === undefined) {
    return 'added';
  }
  const versions = (parts: StoredInvite['parts']): string =>
    JSON.stringify(parts.map(({ recurrenceId, sequence, stamp }) => [recurrenceId, sequence, stamp]).toSorted());
  return versions(earlier.parts) === versions(entry.parts) ? 'known' : 'changed';
}
