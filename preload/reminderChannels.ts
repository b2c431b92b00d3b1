import * as z from 'zod/mini';
import type { ReminderView } from '../core/model/reminder.ts';
import type { Language } from '../core/texts/languages.ts';

/** All that one page of a reminder is drawn from. A page shows one alert, and goes with it. */
export interface ReminderPage {
  readonly alert: ReminderView;
  readonly size: 'small' | 'full';
  /** Whether this page, of those on all screens, is the one that is read out. */
  readonly speaks: boolean;
  readonly language: Language;
  /** How the system writes times: BCP 47 tag, and the half of the day where it is told. */
  readonly locale: string;
  readonly isTwelveHour: boolean | undefined;
}

const nothing = z.strictObject({});

function answer<Result>(): { readonly result?: Result } {
  return {};
}

/** Every message from a reminder's window to main; see `channels.ts` for the rule. */
export const reminderAskChannels = {
  getReminder: { argument: nothing, ...answer<ReminderPage>() },
  /** The page stands: the window can be shown. */
  reportDrawn: { argument: nothing, ...answer<void>() },
  /** What the person said to the alert of this window. */
  answerReminder: {
    argument: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('join') }),
      z.strictObject({ kind: z.literal('snooze'), until: z.enum(['minute', 'fiveMinutes', 'start']) }),
      z.strictObject({ kind: z.literal('dismiss') }),
      z.strictObject({ kind: z.literal('hide') }),
      z.strictObject({ kind: z.literal('stopAutoJoin') }),
    ]),
    ...answer<void>(),
  },
} as const;

/** Every message from main to a reminder's window. */
export interface ReminderTellChannels {
  /** Titles are to be hidden now, or not any more. */
  readonly retitled: { readonly title: string };
}

/** Name of a channel from a reminder's window to main. */
export type ReminderAskChannel = keyof typeof reminderAskChannels;
/** What a reminder's window sends on a channel. */
export type ReminderAskArgument<Channel extends ReminderAskChannel> = z.infer<
  (typeof reminderAskChannels)[Channel]['argument']
>;
/** What main answers on a channel. */
export type ReminderAskResult<Channel extends ReminderAskChannel> = (typeof reminderAskChannels)[Channel] extends {
  readonly result?: infer Result;
}
  ? Result
  : never;
