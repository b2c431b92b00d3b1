import { randomInt } from 'node:crypto';
import * as z from 'zod/mini';
import { parseInstant } from './instant.ts';

const instant = z.string().check(z.refine((text) => parseInstant(text) !== null));

/** A scheduled meeting as controls and fixtures write it; times in ISO 8601 with `Z` or an offset. */
export const plannedMeetingSchema = z.strictObject({
  meetingName: z.string(),
  meetingStart: instant,
  meetingEnd: instant,
  startWithPersonalUrl: z._default(z.boolean(), false),
  /** E-mail addresses. */
  participants: z._default(z.array(z.string()), []),
});

/** See {@link plannedMeetingSchema}. */
export type PlannedMeeting = z.input<typeof plannedMeetingSchema>;

/** What a user decides of a meeting. Times are milliseconds since the epoch. */
export interface MeetingSettings {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly isAtPersonalUrl: boolean;
  readonly participants: readonly string[];
}

/** A scheduled meeting. */
export interface Meeting extends MeetingSettings {
  readonly id: number;
  readonly email: string;
  /** Nine digits: the last part of its viewer link unless it is at the personal URL. */
  readonly code: string;
}

/** The scheduled meetings of all users. */
export interface MeetingStore {
  add(email: string, settings: MeetingSettings): Meeting;
  /** One meeting of that user. */
  find(email: string, id: number): Meeting | null;
  replace(meeting: Meeting): void;
  remove(id: number): void;
  /** Those of a user by their start, also those that are over. */
  listOf(email: string): readonly Meeting[];
  /** A code that no meeting has. */
  newCode(): string;
}

/** Builds a store without meetings. */
export function createMeetingStore(): MeetingStore {
  const meetings = new Map<number, Meeting>();
  const codes = new Set<string>();
  let lastId = 4710;
  const newCode = (): string => {
    const code = String(randomInt(100_000_000, 1_000_000_000));
    if (codes.has(code)) return newCode();
    codes.add(code);
    return code;
  };
  return {
    add: (email, settings) => {
      lastId += 1;
      const meeting = { ...settings, id: lastId, email, code: newCode() };
      meetings.set(meeting.id, meeting);
      return meeting;
    },
    find: (email, id) => {
      const meeting = meetings.get(id);
      return meeting?.email === email ? meeting : null;
    },
    replace: (meeting) => void meetings.set(meeting.id, meeting),
    remove: (id) => void meetings.delete(id),
    listOf: (email) =>
      [...meetings.values()]
        .filter((meeting) => meeting.email === email)
        .toSorted((one, other) => one.start - other.start),
    newCode,
  };
}
