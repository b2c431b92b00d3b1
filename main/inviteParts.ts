import { readFile, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { clipboard } from 'electron';
import type { AgendaParts } from './agendaParts.ts';
import type { Foundation } from './foundation.ts';
import { longestCalendar } from './invites/calendarReader.ts';
import { InviteDesk } from './invites/inviteDesk.ts';
import { MeetingInvites } from './invites/meetingInvites.ts';
import type { MeetingJoiner } from './links/joinMeeting.ts';
import { openExternal } from './links/openExternal.ts';
import { chooseFile } from './roomParts.ts';
import type { StateStore } from './shell/stateStore.ts';

/** Builds what hands meetings of the agenda on. */
export function buildMeetingInvites(
  { clock, translate }: Foundation,
  { accounts }: AgendaParts,
  { store, joiner }: { readonly store: StateStore; readonly joiner: MeetingJoiner },
): MeetingInvites {
  return new MeetingInvites({
    findMeeting: (key) => store.getState().agenda.meetings.find((meeting) => meeting.key === key),
    findAccount: (accountId) => accounts.accounts.find(({ id }) => id === accountId),
    waysInto: (meetingKey) => joiner.waysInto(meetingKey),
    wall: clock.wall,
    noSubject: translate('shell:tray.noSubject'),
    chooseFile: (name) => chooseFile(name, translate('services:rooms.inviteFilter')),
    writeFile: (path, text) => writeFile(path, text, 'utf8'),
    copyText: async (text) => clipboard.writeText(text),
  });
}

/** Builds the desk of the invites; what is kept of earlier runs is shown from their cached list until it is started. */
export function buildInviteDesk(
  { clock, profile, problems, choices }: Foundation,
  { desk, calendars }: AgendaParts,
  store: StateStore,
): InviteDesk {
  return new InviteDesk({
    mayTake: () => !choices().disabledFeatures.includes('invites'),
    clock,
    rules: calendars.rules,
    reader: calendars.reader,
    store: profile.invites,
    showMeetings: (meetings) => desk.showInvites(meetings),
    onOffer: (offer) => store.setState({ offer }),
    openLink: (url) => openExternal(url),
    copyText: async (text) => clipboard.writeText(text),
    readClipboard: async () => clipboard.readText(),
    readFile: readCalendarFile,
    onBug: problems.report,
  });
}

async function readCalendarFile(path: string): Promise<string | null> {
  try {
    const { size } = await stat(path);
    return size > 2 * longestCalendar ? null : await readFile(path, 'utf8');
  } catch {
    return null;
  }
}

/** Desktops of Linux hand over files as addresses. */
function toPath(file: string): string {
  try {
    return URL.parse(file)?.protocol === 'file:' ? fileURLToPath(file) : file;
  } catch {
    // Of another computer.
    return file;
  }
}

/** The calendar file among the arguments of a start, or null; more than one is none. */
export function findInviteFile(args: readonly string[]): string | null {
  const files = args.slice(1, 1_000).filter((argument) => !argument.startsWith('-') && /\.ics$/i.test(argument));
  const [file, ...others] = files;
  return file === undefined || others.length > 0 ? null : toPath(file);
}
