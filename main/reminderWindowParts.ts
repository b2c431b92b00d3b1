import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { hidesTitles } from '../core/privacy/hidesTitles.ts';
import type { Foundation } from './foundation.ts';
import type { OnReminderAnswer, ReminderSurface } from './reminders/reminderSurface.ts';
import { appUrl } from './shell/appScheme.ts';
import { canPlaceWindows } from './shell/panelPlace.ts';
import { ReminderWindows } from './shell/reminderWindow.ts';
import { onSliceReplaced, type StateStore } from './shell/stateStore.ts';

/** During development, pages come from a server of the build tool. */
const developmentOrigin = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
const page = 'reminder/index.html';

/** What the windows for alerts go by. */
export interface ReminderWindowTargets {
  readonly store: StateStore;
  /** See `TrayDoors`. */
  readonly aside: WeakSet<BrowserWindow>;
}

/** Builds the windows for alerts; there is none before one is shown. */
export function buildReminderWindow(
  { choices, translate, problems }: Foundation,
  { store, aside }: ReminderWindowTargets,
  onAnswer: OnReminderAnswer,
): ReminderSurface {
  const windows = new ReminderWindows({
    preload: join(app.getAppPath(), 'out/preload/reminder.cjs'),
    url: developmentOrigin === undefined ? appUrl(page) : `${developmentOrigin}/${page}`,
    icon: join(app.getAppPath(), 'assets/icons/window.png'),
    size: () => choices().reminderWindow,
    canPlace: canPlaceWindows(process.platform, app.commandLine.getSwitchValue('ozone-platform'), process.env),
    titleOf: ({ title }) => (hidesTitles(store.getState()) ? translate('agenda:meeting.hiddenTitle') : title),
    isPrivate: () => choices().hideTitles !== 'never',
    wording: () => {
      const { language, locale, isTwelveHour } = store.getState().environment;
      return { language, locale, isTwelveHour };
    },
    onMade: (window) => aside.add(window),
    onProblem: problems.report,
    onAnswer,
  });
  onSliceReplaced(store, ({ slice }) => {
    if (slice === 'call' || slice === 'choices') {
      windows.refresh();
    }
  });
  return windows;
}
