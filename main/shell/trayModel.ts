import { type AgendaEntry, agendaEntries, isJoinable, isRunning, isSoon } from '../../core/agendaView/agendaEntry.ts';
import type { AccountView } from '../../core/model/account.ts';
import type { Meeting } from '../../core/model/meeting.ts';
import type { ServiceView } from '../../core/model/service.ts';
import type { Translate } from '../../core/texts/translator.ts';
import type { TimeFormat } from '../../core/time/timeFormat.ts';

/** What the icon says at a glance. */
export type TrayMark = 'idle' | 'soon' | 'now' | 'problem';

/** One entry of the tray's menu. */
export interface TrayItem {
  readonly label: string;
  readonly press:
    | { readonly kind: 'join'; readonly meetingKey: string }
    | { readonly kind: 'open' | 'refresh' | 'quit' }
    | null;
}

/** Everything the tray shows. */
export interface TrayModel {
  readonly mark: TrayMark;
  readonly tooltip: string;
  /** Groups, to be drawn with a line between them. */
  readonly groups: readonly (readonly TrayItem[])[];
}

/** What the tray is drawn from. */
export interface TrayInput {
  readonly meetings: readonly Meeting[];
  readonly accounts: readonly AccountView[];
  readonly services: readonly ServiceView[];
  /** Ms since 1970. */
  readonly now: number;
  readonly format: TimeFormat;
  readonly translate: Translate;
}

const mostMeetings = 5;
const longestLabel = 50;

/** Draws the tray: the running and the next meetings to join, and the ways back into the program. */
export function trayModel(input: TrayInput): TrayModel {
  const { translate, accounts } = input;
  const upcoming = nextEntries(input);
  const meetings = upcoming.map((entry) => meetingItem(entry, input));
  const none = translate(accounts.length === 0 ? 'shell:tray.noRooms' : 'shell:tray.noMeetings');
  const placeholder: TrayItem = { label: none, press: accounts.length === 0 ? { kind: 'open' } : null };
  return {
    mark: markOf(upcoming, input),
    tooltip: tooltipOf(upcoming, input),
    groups: [
      meetings.length > 0 ? meetings : [placeholder],
      [
        { label: translate('shell:tray.open'), press: { kind: 'open' } },
        ...(accounts.length > 0
          ? [{ label: translate('shell:tray.refresh'), press: { kind: 'refresh' } } as const]
          : []),
      ],
      [{ label: translate('shell:tray.quit'), press: { kind: 'quit' } }],
    ],
  };
}

/** When the tray looks different without any news: the next start or end of a meeting that it shows; ms since 1970. */
export function trayChangesAt({ meetings, now }: Pick<TrayInput, 'meetings' | 'now'>): number | null {
  const soonLead = 15 * 60_000;
  const instants = nextEntries({ meetings, now }).flatMap(({ startsAt, endsAt }) => [
    startsAt - soonLead,
    startsAt,
    endsAt,
  ]);
  const ahead = instants.filter((instant) => instant > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

function nextEntries({ meetings, now }: Pick<TrayInput, 'meetings' | 'now'>): readonly AgendaEntry[] {
  const entries: AgendaEntry[] = [];
  for (const meeting of meetings) {
    const [entry] = agendaEntries([meeting]);
    if (entry !== undefined && entry.endsAt > now && entries.push(entry) === mostMeetings) {
      break;
    }
  }
  return entries;
}

function meetingItem(entry: AgendaEntry, { now, format, translate }: TrayInput): TrayItem {
  const subject = subjectOf(entry, translate);
  const time = formatStart(entry.startsAt, now, format);
  const text = isRunning(entry, now)
    ? translate('shell:tray.running', { subject })
    : translate('shell:tray.meeting', { time, subject });
  return isJoinable(entry)
    ? { label: text, press: { kind: 'join', meetingKey: entry.meeting.key } }
    : { label: translate('shell:tray.noAddress', { text }), press: null };
}

function formatStart(startsAt: number, now: number, format: TimeFormat): string {
  const isToday = format.formatDay(startsAt) === format.formatDay(now);
  return isToday ? format.formatTime(startsAt) : `${format.formatWeekday(startsAt)} ${format.formatTime(startsAt)}`;
}

function markOf(upcoming: readonly AgendaEntry[], { accounts, now }: TrayInput): TrayMark {
  if (accounts.some(({ status }) => status.kind === 'refused' || status.kind === 'secretLost')) {
    return 'problem';
  }
  if (upcoming.some((entry) => isRunning(entry, now))) {
    return 'now';
  }
  return upcoming.some((entry) => isSoon(entry, now)) ? 'soon' : 'idle';
}

function tooltipOf(
  upcoming: readonly AgendaEntry[],
  { accounts, services, now, format, translate }: TrayInput,
): string {
  const next = upcoming.find((entry) => entry.startsAt > now) ?? upcoming[0];
  const text = next === undefined ? translate('shell:tray.tooltipNone') : describe(next, now, format, translate);
  const listing = accounts.filter(({ serviceId }) =>
    services.some(({ id, hasAgenda }) => id === serviceId && hasAgenda),
  );
  const isStale = listing.some(({ status }) => status.kind !== 'current' && status.kind !== 'waiting');
  return isStale ? translate('shell:tray.tooltipTrouble', { text }) : text;
}

function describe(entry: AgendaEntry, now: number, format: TimeFormat, translate: Translate): string {
  const subject = subjectOf(entry, translate);
  return isRunning(entry, now)
    ? translate('shell:tray.tooltipRunning', { subject, time: format.formatTime(entry.endsAt) })
    : translate('shell:tray.tooltipNext', { subject, time: formatStart(entry.startsAt, now, format) });
}

/** Menus of the system do not shorten by themselves. */
function subjectOf({ meeting }: AgendaEntry, translate: Translate): string {
  const subject = meeting.subject || translate('shell:tray.noSubject');
  const letters = Array.from(subject);
  const short =
    letters.length > longestLabel
      ? `${letters
          .slice(0, longestLabel - 1)
          .join('')
          .trimEnd()}…`
      : subject;
  return short;
}
