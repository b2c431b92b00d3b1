import * as z from 'zod/mini';
import { parseInstant } from '../../../core/time/instant.ts';
import { parseJson } from './answer.ts';

/** A scheduled meeting as the service has it; the list lacks links and conference (join.me, "Manage scheduled meetings"). */
export interface ScheduledMeeting {
  readonly id: string;
  readonly name: string;
  /** ISO 8601 UTC with milliseconds, as `end`. */
  readonly start: string;
  readonly end: string;
  readonly viewerLink: string | null;
  /** Of the phone conference: nine digits. */
  readonly conferenceId: string | null;
  /** Null when the answer does not tell, as the two before. */
  readonly isAtPersonalUrl: boolean | null;
  /** E-mail addresses. */
  readonly participants: readonly string[] | null;
}

/** What starting a meeting gives; the organizer's PIN is not read at all. */
export interface StartedMeeting {
  /** Lets the presenter in, once: a secret. Not checked yet. */
  readonly presenterLink: string;
  readonly viewerLink: string | null;
  readonly conferenceId: string | null;
}

const optionalText = z.catch(z.nullable(z.string()), null);
const conference = z.catch(z.nullable(z.coerce.string().check(z.regex(/^\d{6,12}$/))), null);
const list = z.object({ meetings: z.array(z.unknown()) });
const meeting = z.object({
  meetingId: z.coerce.string().check(z.regex(/^\d{1,30}$/)),
  meetingName: z.catch(z.string(), ''),
  meetingStart: z.string(),
  meetingEnd: z.string(),
  viewerLink: optionalText,
  conferenceId: conference,
  startWithPersonalUrl: z.catch(z.nullable(z.boolean()), null),
  participants: z.catch(z.nullable(z.array(z.string().check(z.maxLength(320)))), null),
});
const started = z.object({
  presenterLink: z.string(),
  viewerLink: optionalText,
  audioConference: z.catch(z.nullable(z.object({ conferenceId: conference })), null),
});
const user = z.object({
  email: z.string(),
  personalUrl: z.catch(z.nullable(z.string().check(z.maxLength(200))), null),
});

const longestName = 1_000;

/** Reads the list; null when it is none. Elements that make no sense are left out without hiding the good ones. */
export function parseList(body: string): readonly ScheduledMeeting[] | null {
  const parsed = z.safeParse(list, parseJson(body));
  return parsed.success ? parsed.data.meetings.flatMap((entry) => readMeeting(entry) ?? []) : null;
}

/** Reads one meeting; null when it is none. */
export function parseMeeting(body: string): ScheduledMeeting | null {
  return readMeeting(parseJson(body));
}

/** Reads what a start gave; null when nobody could present with it. */
export function parseStarted(body: string): StartedMeeting | null {
  const parsed = z.safeParse(started, parseJson(body));
  if (!parsed.success) {
    return null;
  }
  const { presenterLink, viewerLink, audioConference } = parsed.data;
  return { presenterLink, viewerLink, conferenceId: audioConference?.conferenceId ?? null };
}

/** Whether the person has an address of their own; null when the answer is about nobody. */
export function parsePersonalUrl(body: string): { readonly personalUrl: string | null } | null {
  const parsed = z.safeParse(user, parseJson(body));
  return parsed.success ? { personalUrl: parsed.data.personalUrl || null } : null;
}

function readMeeting(entry: unknown): ScheduledMeeting | null {
  const parsed = z.safeParse(meeting, entry);
  const start = readTime(parsed.data?.meetingStart);
  const end = readTime(parsed.data?.meetingEnd);
  if (!parsed.success || start === null || end === null || end < start) {
    return null;
  }
  const { meetingId, meetingName, viewerLink, conferenceId, startWithPersonalUrl, participants } = parsed.data;
  const name = meetingName.replaceAll(/\s+/g, ' ').trim().slice(0, longestName).toWellFormed();
  const isAtPersonalUrl = startWithPersonalUrl;
  return { id: meetingId, name, start, end, viewerLink, conferenceId, isAtPersonalUrl, participants };
}

/** Times are in UTC, of which one published sample leaves the sign out. */
function readTime(text: string | undefined): string | null {
  const isBare = /T\d\d:\d\d:\d\d(\.\d+)?$/.test(text ?? '');
  return parseInstant(`${text ?? ''}${isBare ? 'Z' : ''}`);
}
