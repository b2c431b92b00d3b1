import { type AgendaEntry, isJoinable, isRunning, isSoon } from '../../core/agendaView/agendaEntry.ts';
import { leadMeeting } from '../../core/agendaView/leadMeeting.ts';
import { phaseOf } from '../../core/agendaView/roomsView.ts';
import type { AccountView } from '../../core/model/account.ts';
import type { RoomView } from '../../core/model/room.ts';
import { isLive } from '../../core/rooms/roomLife.ts';
import { daysBetween } from '../../core/time/calendarDays.ts';
import type { TellChannels } from '../../preload/channels.ts';
import { shorten, type TrayInput, trayTitle } from './trayInput.ts';

/** What a press on an entry does. */
export type TrayPress =
  | { readonly kind: 'join'; readonly meetingKey: string }
  | { readonly kind: 'enterRoom' | 'copyRoom'; readonly roomKey: string }
  | { readonly kind: 'newRoom'; readonly accountId: string }
  | { readonly kind: 'quiet'; readonly until: 'hour' | 'tomorrow' | 'off' }
  /** Something that happens in the window. */
  | { readonly kind: 'command'; readonly command: TellChannels['commanded'] }
  | { readonly kind: 'open' | 'refresh' | 'joinClipboard' | 'quit' };

/** One entry of the tray's menu: pressed, only read (null), or one that opens others. */
export interface TrayItem {
  readonly label: string;
  readonly press: TrayPress | null;
  readonly items?: readonly TrayItem[];
}

type TrayGroup = readonly TrayItem[];

const mostMeetings = 8;
const mostRunning = 3;
const mostRooms = 5;
const mostProblems = 3;

/** The groups of the menu, none of them empty. */
export function trayMenu(entries: readonly AgendaEntry[], input: TrayInput): readonly TrayGroup[] {
  const groups: readonly TrayGroup[] = [
    problemItems(input),
    nextItems(entries, input),
    ...meetingGroups(entries, input),
    [...newRoomItems(input), ...roomItems(input), ...linkItems(input)],
    quietItems(input),
    programItems(input),
    [{ label: input.translate('shell:tray.quit'), press: { kind: 'quit' } }],
  ];
  return groups.filter(({ length }) => length > 0);
}

/** The meeting that leads the window too, in one press; or why there is none. */
export function nextItems(entries: readonly AgendaEntry[], input: TrayInput): TrayGroup {
  const { accounts, now, calendar, translate } = input;
  const lead = leadMeeting(
    entries.map(({ meeting }) => meeting),
    now,
    calendar,
  );
  if (lead !== undefined) {
    const text = translate('shell:tray.joinNext', { subject: trayTitle(lead, input) });
    return [
      lead.address === null
        ? { label: translate('shell:tray.noAddress', { text }), press: null }
        : { label: text, press: { kind: 'join', meetingKey: lead.key } },
    ];
  }
  return accounts.length === 0
    ? [{ label: translate('shell:tray.noRooms'), press: { kind: 'open' } }]
    : [{ label: translate('shell:tray.noMeetings'), press: null }];
}

/** One entry for each account that can open rooms, below one of their own where there are several. */
export function newRoomItems({ rooms, accounts, services, mayOpenRooms, translate }: TrayInput): TrayGroup {
  const hosts = rooms.hostAccountIds.flatMap((id) => accounts.filter((account) => account.id === id));
  const items = hosts.flatMap((account): TrayGroup => {
    const form = services.find(({ id }) => id === account.serviceId)?.newRoom;
    if (!form || !mayOpenRooms) {
      return [];
    }
    if (rooms.openingFor === account.id) {
      return [{ label: translate('shell:tray.openingRoom'), press: null }];
    }
    const isOnly = hosts.filter(({ serviceId }) => serviceId === account.serviceId).length === 1;
    const label = translate(form.label);
    return [
      {
        label: isOnly ? label : translate('shell:tray.newRoomFor', { label, name: shorten(account.name) }),
        press: { kind: 'newRoom', accountId: account.id },
      },
    ];
  });
  return items.length > 1 ? [{ label: translate('shell:tray.newRoom'), press: null, items }] : items;
}

/** What the icon's mark for trouble means. */
function problemItems({ accounts, translate }: TrayInput): TrayGroup {
  const troubled = accounts.flatMap((account: AccountView): TrayGroup => {
    const { kind } = account.status;
    return kind === 'refused' || kind === 'secretLost'
      ? [
          {
            label: translate(`shell:tray.problem.${kind}`, { name: shorten(account.name) }),
            press: { kind: 'command', command: 'openAccounts' },
          },
        ]
      : [];
  });
  return troubled.slice(0, mostProblems);
}

/** What runs, what starts soon, and what comes later, by days. */
function meetingGroups(entries: readonly AgendaEntry[], input: TrayInput): readonly TrayGroup[] {
  const running = entries.filter((entry) => isRunning(entry, input.now)).slice(0, mostRunning);
  const ahead = entries.filter(({ startsAt }) => startsAt > input.now).slice(0, mostMeetings - running.length);
  const byHeading = new Map<string, TrayItem[]>();
  for (const entry of [...running, ...ahead]) {
    const heading = headingOf(entry, input);
    const group = byHeading.get(heading) ?? [{ label: heading, press: null }];
    group.push(meetingItem(entry, input));
    byHeading.set(heading, group);
  }
  return [...byHeading.values()];
}

function headingOf(entry: AgendaEntry, { now, calendar, format, translate }: TrayInput): string {
  if (isSoon(entry, now)) {
    return translate(isRunning(entry, now) ? 'shell:tray.now' : 'shell:tray.soon');
  }
  const daysAhead = daysBetween(calendar.dayOf(now), calendar.dayOf(entry.startsAt));
  if (daysAhead > 1) {
    return format.formatDay(entry.startsAt);
  }
  return translate(daysAhead === 0 ? 'shell:tray.today' : 'shell:tray.tomorrow');
}

function meetingItem(entry: AgendaEntry, input: TrayInput): TrayItem {
  const { now, format, translate } = input;
  const subject = trayTitle(entry.meeting, input);
  const text = isRunning(entry, now)
    ? translate('shell:tray.running', { time: format.formatTime(entry.endsAt), subject })
    : translate('shell:tray.meeting', { time: format.formatTime(entry.startsAt), subject });
  return isJoinable(entry)
    ? { label: text, press: { kind: 'join', meetingKey: entry.meeting.key } }
    : { label: translate('shell:tray.noAddress', { text }), press: null };
}

function roomItems({ rooms, now, translate }: TrayInput): TrayGroup {
  const live = rooms.rooms.filter((room) => isLive(phaseOf(room, now))).slice(0, mostRooms);
  const past = rooms.rooms.filter((room) => !isLive(phaseOf(room, now))).slice(0, mostRooms);
  const items = [
    ...live.flatMap((room) => liveRoomItems(room, translate)),
    ...past.map(
      ({ title }): TrayItem => ({
        label: translate('shell:tray.roomIsOver', { title: shorten(title) }),
        press: { kind: 'open' },
      }),
    ),
  ];
  return items.length === 0 ? [] : [{ label: translate('shell:tray.rooms'), press: null, items }];
}

function liveRoomItems({ key: roomKey, title, hasLink }: RoomView, translate: TrayInput['translate']): TrayGroup {
  const values = { title: shorten(title) };
  const enter: TrayItem = {
    label: translate('shell:tray.enterRoom', values),
    press: { kind: 'enterRoom', roomKey },
  };
  const copy: TrayItem = { label: translate('shell:tray.copyRoom', values), press: { kind: 'copyRoom', roomKey } };
  return hasLink ? [enter, copy] : [enter];
}

function linkItems({ mayTakeLinks, translate }: TrayInput): TrayGroup {
  return mayTakeLinks ? [{ label: translate('shell:tray.joinClipboard'), press: { kind: 'joinClipboard' } }] : [];
}

function quietItems({ quietUntil, now, calendar, format, translate }: TrayInput): TrayGroup {
  const items: TrayItem[] = [
    { label: translate('shell:tray.quietHour'), press: { kind: 'quiet', until: 'hour' } },
    { label: translate('shell:tray.quietTomorrow'), press: { kind: 'quiet', until: 'tomorrow' } },
  ];
  if (quietUntil === null || quietUntil <= now) {
    return [{ label: translate('shell:tray.quiet'), press: null, items }];
  }
  const isToday = calendar.dayOf(quietUntil).date === calendar.dayOf(now).date;
  const time = isToday ? format.formatTime(quietUntil) : format.formatDayAndTime(quietUntil);
  const label = translate('shell:tray.quietUntil', { time });
  const off: TrayItem = { label: translate('shell:tray.quietOff'), press: { kind: 'quiet', until: 'off' } };
  return [{ label, press: null, items: [off, ...items] }];
}

function programItems({ accounts, translate }: TrayInput): TrayGroup {
  return [
    { label: translate('shell:tray.open'), press: { kind: 'open' } },
    ...(accounts.length > 0
      ? [{ label: translate('shell:tray.refresh'), press: { kind: 'refresh' } } satisfies TrayItem]
      : []),
    { label: translate('shell:tray.settings'), press: { kind: 'command', command: 'openSettings' } },
    { label: translate('shell:tray.health'), press: { kind: 'command', command: 'openHealth' } },
  ];
}
