import * as z from 'zod/mini';
import type { Language } from '../core/texts/languages.ts';

/** What a person chose for calls; devices by their labels, since their ids change from run to run. */
export const callChoicesSchema = z.object({
  name: z.string().check(z.maxLength(80)),
  camera: z.string().check(z.maxLength(300)),
  microphone: z.string().check(z.maxLength(300)),
  speaker: z.string().check(z.maxLength(300)),
  isMuted: z.boolean(),
  isCameraOff: z.boolean(),
});

/** See {@link callChoicesSchema}. */
export type CallChoices = z.infer<typeof callChoicesSchema>;

/** Whether the system lets Foyer use a device; `unknown` where it does not tell. */
export type SystemAccess = 'allowed' | 'denied' | 'unknown';

/** What the call window is told of its call before anything else. */
export interface CallView {
  readonly roomId: string;
  readonly title: string;
  readonly choices: CallChoices;
  readonly access: { readonly camera: SystemAccess; readonly microphone: SystemAccess };
  readonly platform: 'darwin' | 'linux' | 'win32';
  readonly language: Language;
  /** How the system writes times: BCP 47 tag, and the half of the day where it is told. */
  readonly locale: string;
  readonly isTwelveHour: boolean | undefined;
  readonly canCopyInvite: boolean;
}

/** Why there is no way into a call, or why it is over. */
export type CallTrouble =
  /** The service does not accept the account's credentials, or does not let it into this room. */
  | 'refused'
  | 'full'
  /** The room was deleted. */
  | 'gone'
  | 'unreachable'
  /** Asked too often. */
  | 'limited'
  /** The service failed. */
  | 'failed';

/** What to join with; the token is all of the room's secrets that a window gets. */
export type CallPassResult =
  | {
      readonly kind: 'pass';
      readonly token: string;
      /** Ms that the token is good for from now on. */
      readonly lifetime: number;
      readonly mostPeople: number | null;
    }
  | { readonly kind: 'trouble'; readonly trouble: CallTrouble; readonly detail: string | null };

/** One screen or window that can be shown to the others. */
export interface ScreenSource {
  readonly id: string;
  readonly name: string;
  readonly kind: 'screen' | 'window';
  /** A data URL. */
  readonly picture: string;
}

const shortText = z.string().check(z.maxLength(200));
const nothing = z.strictObject({});

function answer<Result>(): { readonly result?: Result } {
  return {};
}

/** Every message from the call window to main; see `channels.ts` for the rule. */
export const callAskChannels = {
  getCall: { argument: nothing, ...answer<CallView>() },
  /** `isFresh` asks for a new pass: the one at hand was not accepted. */
  getPass: { argument: z.strictObject({ isFresh: z.boolean() }), ...answer<CallPassResult>() },
  rememberChoices: { argument: callChoicesSchema, ...answer<void>() },
  /** While a call runs the machine stays awake, and the window works at full speed when it is covered. */
  reportCall: { argument: z.strictObject({ isRunning: z.boolean(), isSharing: z.boolean() }), ...answer<void>() },
  moderate: {
    argument: z.strictObject({
      action: z.enum(['mute', 'kick']),
      participantId: shortText,
      context: z.string().check(z.maxLength(2_000)),
    }),
    ...answer<'done' | 'failed'>(),
  },
  endForAll: { argument: nothing, ...answer<'ended' | 'failed'>() },
  getScreens: { argument: nothing, ...answer<readonly ScreenSource[]>() },
  /** The source that the next capture gets. */
  chooseScreen: { argument: z.strictObject({ sourceId: shortText }), ...answer<void>() },
  copyInvite: { argument: nothing, ...answer<boolean>() },
  setMini: { argument: z.strictObject({ isMini: z.boolean() }), ...answer<void>() },
  /** The call is left; the window closes. */
  leave: { argument: nothing, ...answer<void>() },
} as const;

/** Every message from main to the call window. */
export interface CallTellChannels {
  /** The token has been renewed and must be handed on. */
  readonly passRenewed: { readonly token: string };
  /** The user closes the window: leave now. */
  readonly closing: null;
}

/** Name of a channel from the call window to main. */
export type CallAskChannel = keyof typeof callAskChannels;
/** What the call window sends on a channel. */
export type CallAskArgument<Channel extends CallAskChannel> = z.infer<(typeof callAskChannels)[Channel]['argument']>;
/** What main answers on a channel. */
export type CallAskResult<Channel extends CallAskChannel> = (typeof callAskChannels)[Channel] extends {
  readonly result?: infer Result;
}
  ? Result
  : never;
