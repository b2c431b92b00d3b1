import { leadMeeting } from '../../core/agendaView/leadMeeting.ts';
import type { FoyerState } from '../../core/model/foyerState.ts';
import type { ShortcutAction } from '../../core/model/shortcuts.ts';
import type { Translate } from '../../core/texts/translator.ts';
import { createCalendarDays, daysBetween } from '../../core/time/calendarDays.ts';
import type { JoinResult, TellChannels } from '../../preload/channels.ts';

/** Whom a press of a shortcut is passed on to. */
export interface ShortcutTargets {
  readonly state: () => FoyerState;
  /** Ms since 1970. */
  readonly wall: () => number;
  readonly timeZone: () => string;
  readonly translate: Translate;
  readonly showWindow: () => void;
  readonly command: (command: TellChannels['commanded']) => void;
  readonly join: (meetingKey: string) => Promise<JoinResult>;
  /** Has no reminder come for an hour, or ends such an hour. Returns until when it is quiet (ISO 8601 UTC), or null. */
  readonly toggleQuiet: () => string | null;
  /** Says something by a notification: no window may be open, and the one in front is another program's. */
  readonly tell: (title: string, text: string) => void;
  readonly formatTime: (instant: string) => string;
}

/** Does what a shortcut stands for, from wherever it was pressed. What did not lead anywhere says so. */
export async function pressShortcut(action: ShortcutAction, targets: ShortcutTargets): Promise<void> {
  switch (action) {
    case 'open':
      return targets.showWindow();
    case 'newRoom':
      return targets.command('openRoom');
    case 'mute':
      return toggleQuiet(targets);
    case 'joinNext':
      return joinNext(targets);
  }
}

async function joinNext({ state, wall, timeZone, translate, join, tell }: ShortcutTargets): Promise<void> {
  const calendar = createCalendarDays(timeZone());
  const now = wall();
  const { agenda, reminders } = state();
  const meeting = leadMeeting(agenda.meetings, now, calendar, reminders.hiddenKeys);
  const title = translate('shell:shortcuts.joinNext');
  // The window says when the next one is; a key that was pressed once more than needed must not lead into tomorrow's.
  if (meeting === undefined || daysBetween(calendar.dayOf(now), calendar.dayOf(Date.parse(meeting.start))) > 0) {
    const hasAgenda = state().accounts.length > 0 || meeting !== undefined;
    tell(title, translate(hasAgenda ? 'shell:shortcuts.nothingNext' : 'shell:shortcuts.notConnected'));
    return;
  }
  const result = await join(meeting.key);
  if (result.kind === 'copied') {
    tell(title, translate('shell:join.copied', { text: result.text }));
  } else if (result.kind === 'refused') {
    tell(title, translate(result.message));
  }
}

function toggleQuiet({ toggleQuiet: toggle, translate, tell, formatTime }: ShortcutTargets): void {
  const until = toggle();
  const text =
    until === null
      ? translate('shell:shortcuts.heardAgain')
      : translate('shell:shortcuts.quietUntil', { time: formatTime(until) });
  tell(translate('shell:shortcuts.quiet'), text);
}
