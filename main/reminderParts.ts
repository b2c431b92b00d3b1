import { join } from 'node:path';
import { app, type BrowserWindow, Notification, powerMonitor } from 'electron';
import type { AgendaEntry } from '../core/agendaView/agendaEntry.ts';
import { isJoinable } from '../core/agendaView/agendaEntry.ts';
import type { Choices } from '../core/model/choices.ts';
import type { ReminderView } from '../core/model/reminder.ts';
import type { OpenAlert } from '../core/reminders/planReminders.ts';
import { snoozesFor } from '../core/reminders/reminderMemory.ts';
import type { ReminderRules } from '../core/reminders/reminderRules.ts';
import { createCalendarDays } from '../core/time/calendarDays.ts';
import { createTimeFormat } from '../core/time/timeFormat.ts';
import type { AskArgument } from '../preload/channels.ts';
import type { AgendaParts } from './agendaParts.ts';
import type { Foundation } from './foundation.ts';
import type { MeetingJoiner } from './links/joinMeeting.ts';
import { alertText } from './reminders/alertText.ts';
import { ReminderKeeper } from './reminders/reminderKeeper.ts';
import { hasButtons, ReminderNotification } from './reminders/reminderNotification.ts';
import type { OnReminderAnswer } from './reminders/reminderSurface.ts';
import { SoundPlayer } from './reminders/soundPlayer.ts';
import { buildReminderWindow } from './reminderWindowParts.ts';
import type { AgendaWindow } from './shell/agendaWindow.ts';
import { type ClockWatch, readTimeZone } from './shell/clockWatch.ts';
import type { AskHandlers } from './shell/ipcRouter.ts';
import { hasSessionBus } from './shell/sessionBus.ts';
import { onSliceReplaced, type StateStore } from './shell/stateStore.ts';
import type { TrayPress } from './shell/trayMenu.ts';
import { createTitleOf } from './titles.ts';

/** What windows ask about reminders. */
export type ReminderAsks = Pick<AskHandlers, 'hideMeeting' | 'setAutoJoin' | 'setQuiet'>;

/** The parts of the reminders. */
export interface ReminderParts {
  readonly asks: ReminderAsks;
  /** No alert for a while; for tray and keys. */
  readonly setQuiet: (wish: AskArgument<'setQuiet'>['length']) => void;
  /** Quiet for an hour, or not any more. Returns until when it is quiet (ISO 8601 UTC), or null. */
  readonly toggleQuiet: () => string | null;
  /** Begins to call for attention. */
  readonly start: () => void;
}

/** Whom alerts are about, and lead to. */
export interface ReminderTargets {
  readonly store: StateStore;
  readonly window: AgendaWindow;
  /** See `TrayDoors`. */
  readonly aside: WeakSet<BrowserWindow>;
  readonly joiner: MeetingJoiner;
  readonly clockWatch: ClockWatch;
  /** Joins as from the tray: what came of it is told. */
  readonly press: (press: TrayPress) => void;
}

const hour = 60 * 60_000;

/** Builds the parts; nothing is shown before they are started. */
export function buildReminderParts(
  foundation: Foundation,
  agenda: AgendaParts,
  targets: ReminderTargets,
): ReminderParts {
  const { clock, profile } = foundation;
  const { store, window, joiner, press } = targets;
  // What plays keeps the machine awake, by the bus; without one, Chromium (33.2.1) would crash over that as it quits.
  const canPlay = hasSessionBus(process.platform, process.env);
  const player = new SoundPlayer(join(app.getAppPath(), 'assets/sounds'), clock, canPlay);
  const answer: OnReminderAnswer = (alertId, given) => keeper.answer(alertId, given);
  const keeper: ReminderKeeper = new ReminderKeeper({
    clock,
    meetings: () => store.getState().agenda.meetings,
    store: profile.reminders,
    rules: () => rulesOf(foundation.choices()),
    isLocked: () => isLocked(agenda),
    isInCall: () => store.getState().call.isRunning,
    timeZone: () => readTimeZone(process.env),
    describe: createDescription(foundation, store),
    notification: buildNotification(foundation, targets, answer),
    window: buildReminderWindow(foundation, targets, answer),
    playSound: player.play,
    join: (meetingKey) => press({ kind: 'join', meetingKey }),
    showMeeting: (meetingKey) => window.command({ showMeeting: meetingKey }),
    onChanged: (reminders) => store.setState({ reminders }),
  });
  joiner.onJoined((meeting) => keeper.noteJoined(meeting));
  const setQuiet: ReminderParts['setQuiet'] = (length) => keeper.setQuiet(quietUntil(length, clock.wall()));
  return {
    setQuiet,
    toggleQuiet: () => {
      const until = store.getState().reminders.quietUntil;
      setQuiet(until !== null && Date.parse(until) > clock.wall() ? 'off' : 'hour');
      return store.getState().reminders.quietUntil;
    },
    asks: {
      hideMeeting: ({ meetingKey, isHidden }) => keeper.setHidden(meetingKey, isHidden),
      setAutoJoin: ({ meetingKey, which }) => keeper.setAutoJoin(meetingKey, which),
      setQuiet: ({ length }) => setQuiet(length),
    },
    start: () => {
      follow(keeper, agenda, targets);
      app.on('before-quit', () => {
        keeper.stop();
        player.stop();
      });
      keeper.look();
    },
  };
}

/** How people want to be called, by their settings. */
function rulesOf(choices: Choices): ReminderRules {
  const isOff = !choices.reminderNotification && choices.reminderWindow === 'off';
  return {
    leads: isOff ? [] : choices.reminderLeads,
    isNotificationOn: choices.reminderNotification,
    window: choices.reminderWindow,
    click: choices.reminderClick,
    sound: choices.reminderSound,
    quietHours: choices.quietHours,
    isQuietInCall: choices.quietInCall,
    hasEndNudge: choices.endNudge && !isOff,
    mayAutoJoin: !choices.disabledFeatures.includes('autoJoin'),
  };
}

function follow(keeper: ReminderKeeper, { presence }: AgendaParts, { store, clockWatch }: ReminderTargets): void {
  onSliceReplaced(store, ({ slice }) => {
    if (slice === 'agenda' || slice === 'call' || slice === 'choices') {
      keeper.look();
    }
  });
  clockWatch.onClockJump(keeper.look);
  presence.onChange(({ isAsleep, isAway }) => {
    if (isAsleep !== undefined) {
      keeper.setAsleep(isAsleep);
    } else if (isAway !== undefined) {
      keeper.look();
    }
  });
}

/** Linux tells nobody of the lock: it has to be asked, where the desktop answers at all. */
function isLocked({ presence }: AgendaParts): boolean {
  return (
    presence.presence.isAway ||
    (process.platform === 'linux' && powerMonitor.getSystemIdleState(hour / 1_000) === 'locked')
  );
}

function quietUntil(length: AskArgument<'setQuiet'>['length'], now: number): number | null {
  switch (length) {
    case 'hour':
      return now + hour;
    case 'tomorrow':
      return createCalendarDays(readTimeZone(process.env)).dayOf(now).endsAt;
    case 'off':
      return null;
  }
}

function createDescription(
  { translate }: Foundation,
  store: StateStore,
): (alert: OpenAlert, entry: AgendaEntry) => ReminderView {
  const titleOf = createTitleOf(store, translate);
  return ({ id, kind, meetingKey, shownAt, joinsAt }, entry) => {
    const { accounts, services } = store.getState();
    const account = accounts.find((candidate) => candidate.id === entry.meeting.accountId);
    const service = services.find((candidate) => candidate.id === account?.serviceId);
    return {
      alertId: id,
      kind,
      meetingKey,
      title: titleOf(entry.meeting),
      startsAt: new Date(entry.startsAt).toISOString(),
      endsAt: new Date(entry.endsAt).toISOString(),
      place: account?.name ?? '',
      serviceName: service === undefined ? '' : translate(service.name),
      canJoin: isJoinable(entry),
      joinsAt: joinsAt === null ? null : new Date(joinsAt).toISOString(),
      snoozes: kind === 'autoJoin' ? [] : snoozesFor(entry, shownAt),
    };
  };
}

function buildNotification(
  { clock, translate, choices, log }: Foundation,
  { store, window }: ReminderTargets,
  onAnswer: OnReminderAnswer,
): ReminderNotification {
  return new ReminderNotification({
    isSupported: () => Notification.isSupported(),
    create: (options) => new Notification(options),
    platform: process.platform,
    after: clock.after,
    textOf: (view) => {
      const { locale, isTwelveHour } = store.getState().environment;
      const format = createTimeFormat({ locale, isTwelveHour, timeZone: readTimeZone(process.env) });
      return alertText(view, { now: clock.wall(), format, translate, hasButtons: hasButtons(process.platform) });
    },
    translate,
    click: () => choices().reminderClick,
    onAnswer,
    onUnseen: ({ meetingKey }, reason) => {
      log.warn(`a notification was not shown: ${reason}`);
      if (choices().reminderWindow === 'off') {
        window.command({ showMeeting: meetingKey });
      }
    },
  });
}
