import { createHash } from 'node:crypto';
import { isSafeAddress } from '../../core/join/safeAddress.ts';
import { writeFoyerLink } from '../../core/links/writeFoyerLink.ts';
import type { Account } from '../../core/model/account.ts';
import type { Meeting } from '../../core/model/meeting.ts';
import type { WayInView } from '../../core/model/wayIn.ts';
import { buildCalendarFile, calendarFileName } from './calendarFile.ts';

/** What invites to meetings are made with. */
export interface MeetingInvitesParts {
  readonly findMeeting: (key: string) => Meeting | undefined;
  readonly findAccount: (accountId: string) => Account | undefined;
  readonly waysInto: (meetingKey: string) => Promise<readonly WayInView[]>;
  readonly wall: () => number;
  /** In the place of a subject that a meeting lacks. */
  readonly noSubject: string;
  /** Asks where a file shall go; null when the user thought better of it. */
  readonly chooseFile: (name: string) => Promise<string | null>;
  readonly writeFile: (path: string, text: string) => Promise<void>;
  readonly copyText: (text: string) => Promise<void>;
}

/** Hands meetings of the agenda on as calendar files. */
export class MeetingInvites {
  readonly #parts: MeetingInvitesParts;

  constructor(parts: MeetingInvitesParts) {
    this.#parts = parts;
  }

  /** Saves a meeting with its https link, and with a link into Foyer where one leads to it. */
  async save(meetingKey: string): Promise<'saved' | 'cancelled' | 'failed'> {
    const { findMeeting, chooseFile, writeFile, noSubject } = this.#parts;
    const meeting = findMeeting(meetingKey);
    if (meeting === undefined) {
      return 'failed';
    }
    const subject = meeting.subject.trim() || noSubject;
    const path = await chooseFile(calendarFileName(subject));
    if (path === null) {
      return 'cancelled';
    }
    try {
      await writeFile(path, await this.#build(meeting, subject));
      return 'saved';
    } catch {
      return 'failed';
    }
  }

  /** Copies the text of what `save` writes. False when the meeting is gone. */
  async copy(meetingKey: string): Promise<boolean> {
    const { findMeeting, copyText, noSubject } = this.#parts;
    const meeting = findMeeting(meetingKey);
    if (meeting !== undefined) {
      await copyText(await this.#build(meeting, meeting.subject.trim() || noSubject));
    }
    return meeting !== undefined;
  }

  async #build(meeting: Meeting, summary: string): Promise<string> {
    const ways = await this.#parts.waysInto(meeting.key);
    const link = ways.find(({ target }) => target.startsWith('https://'))?.target ?? null;
    const foyerLink = this.#foyerLink(meeting);
    const description = [link, link === meeting.address ? null : meeting.address, foyerLink];
    const facts = {
      // The same meeting, saved twice, is one in the calendar that takes it.
      uid: `${createHash('sha256').update(meeting.key).digest('hex').slice(0, 32)}@foyer.app`,
      start: Date.parse(meeting.start),
      end: Date.parse(meeting.end),
      summary,
      description: description.filter((line) => line !== null).join('\n'),
      link,
      foyerLink,
    };
    return buildCalendarFile(facts, this.#parts.wall());
  }

  #foyerLink({ accountId, address }: Meeting): string | null {
    const account = this.#parts.findAccount(accountId);
    return account === undefined || address === null || !isSafeAddress(address)
      ? null
      : writeFoyerLink({ kind: 'joinAddress', serviceId: account.serviceId, address });
  }
}
