import type { Page } from 'playwright';
import { type FoyerFixtures, observeOpened } from './foyerTest.ts';
import type { FoyerOptions, RunningFoyer } from './launchFoyer.ts';
import { type PlannedMeeting, planMeetings } from './planMeetings.ts';

/** The agenda window, as far as tests of reminders use its bridge. */
export interface RemindingWindow {
  readonly foyer: {
    readonly changeSetting: (change: { readonly key: string; readonly json: string }) => Promise<string>;
    readonly getState: (nothing: object) => Promise<string>;
    readonly setAutoJoin: (wish: { readonly meetingKey: string; readonly which: string }) => Promise<void>;
  };
}

/** A program that calls in windows. */
export interface RemindingFoyer {
  readonly foyer: RunningFoyer;
  readonly agenda: Page;
  readonly opened: () => Promise<readonly string[]>;
}

/** Changes a setting from the agenda window. */
export async function changeSetting(agenda: Page, key: string, value: unknown): Promise<void> {
  await agenda.evaluate((given) => (window as unknown as RemindingWindow).foyer.changeSetting(given), {
    key,
    json: JSON.stringify(value),
  });
}

/** Starts a program that calls 15 minutes ahead, in windows only. Its room is still to be connected. */
export async function launchReminding(
  { launch, simulator }: Pick<FoyerFixtures, 'launch' | 'simulator'>,
  size: 'small' | 'full',
  meetings: readonly PlannedMeeting[],
  options: FoyerOptions = {},
): Promise<RemindingFoyer> {
  planMeetings(simulator, meetings);
  const foyer = await launch(options);
  const opened = await observeOpened(foyer.app);
  const agenda = await foyer.window();
  await changeSetting(agenda, 'reminderNotification', false);
  await changeSetting(agenda, 'reminderWindow', size);
  await changeSetting(agenda, 'reminderLeads', [15]);
  return { foyer, agenda, opened };
}
