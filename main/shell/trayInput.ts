import { type AgendaEntry, agendaEntries } from '../../core/agendaView/agendaEntry.ts';
import type { AccountView } from '../../core/model/account.ts';
import type { Meeting } from '../../core/model/meeting.ts';
import type { RoomsSlice } from '../../core/model/room.ts';
import type { ServiceView } from '../../core/model/service.ts';
import type { Translate } from '../../core/texts/translator.ts';
import type { CalendarDays } from '../../core/time/calendarDays.ts';
import type { TimeFormat } from '../../core/time/timeFormat.ts';

/** What the tray is drawn from. */
export interface TrayInput {
  /** Ordered by start. */
  readonly meetings: readonly Meeting[];
  readonly accounts: readonly AccountView[];
  readonly services: readonly ServiceView[];
  readonly rooms: RoomsSlice;
  /** Until when nothing reminds of meetings (ms since 1970), or null. */
  readonly quietUntil: number | null;
  /** What people may read of a meeting now; empty where it has no subject. */
  readonly titleOf: (meeting: Meeting) => string;
  /** Whether somebody hid a meeting. */
  readonly isHidden: (meeting: Meeting) => boolean;
  /** Whether rooms may be opened, and links joined. */
  readonly mayOpenRooms: boolean;
  readonly mayTakeLinks: boolean;
  /** Whether text can stand beside the icon; elsewhere minutes are drawn into it. */
  readonly hasText: boolean;
  /** Ms since 1970. */
  readonly now: number;
  readonly calendar: CalendarDays;
  readonly format: TimeFormat;
  readonly translate: Translate;
}

/** More than the menu shows, since some of them have begun. */
const mostLooked = 30;
const longestTitle = 50;

/** The meetings that are not over and not hidden, as far as the tray looks ahead. */
export function trayEntries({
  meetings,
  now,
  isHidden,
}: Pick<TrayInput, 'meetings' | 'now' | 'isHidden'>): readonly AgendaEntry[] {
  const entries: AgendaEntry[] = [];
  for (const meeting of meetings) {
    const [entry] = isHidden(meeting) ? [] : agendaEntries([meeting]);
    if (entry !== undefined && entry.endsAt > now && entries.push(entry) === mostLooked) {
      break;
    }
  }
  return entries;
}

/** How a meeting is called in the tray. Menus of the system do not shorten by themselves. */
export function trayTitle(meeting: Meeting, { titleOf, translate }: Pick<TrayInput, 'titleOf' | 'translate'>): string {
  return shorten(titleOf(meeting).trim() || translate('shell:tray.noSubject'));
}

/** A text that fits into a menu. */
export function shorten(text: string): string {
  const letters = Array.from(text);
  const start = letters.slice(0, longestTitle - 1).join('');
  return letters.length > longestTitle ? `${start.trimEnd()}…` : text;
}
