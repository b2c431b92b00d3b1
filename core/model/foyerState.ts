import type { MessageKey } from '../texts/catalog.ts';
import type { Language } from '../texts/languages.ts';
import type { AccountView } from './account.ts';
import type { CallActivity } from './callActivity.ts';
import type { Choices } from './choices.ts';
import type { LinksSlice } from './links.ts';
import type { Meeting } from './meeting.ts';
import type { Offer } from './offer.ts';
import type { RemindersSlice } from './reminder.ts';
import type { RoomsSlice } from './room.ts';
import type { ServiceView } from './service.ts';
import type { ShortcutsSlice } from './shortcuts.ts';
import type { SignInView } from './signIn.ts';

/** Something that happened to a meeting between two good answers; kept until dismissed or its time is over. */
export type MeetingChange =
  | {
      readonly kind: 'moved';
      readonly key: string;
      readonly subject: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'cancelled'; readonly key: string; readonly subject: string; readonly from: string };

/** The merged agenda of all accounts. */
export interface AgendaSlice {
  /** Ordered by start, then end, then key. */
  readonly meetings: readonly Meeting[];
  readonly changes: readonly MeetingChange[];
  /** True while an answer is awaited because someone asked for one. */
  readonly isRefreshing: boolean;
}

/** A message to the user that stays until dismissed. */
export interface Notice {
  readonly id: string;
  readonly tone: 'info' | 'warning';
  readonly message: MessageKey;
  readonly values: Readonly<Record<string, string>>;
}

/** What the system keeps secrets with. */
export interface KeyringView {
  /** `protected`: secrets are encrypted by the system. `unprotected`: they would not be, so they stay in memory unless allowed. */
  readonly kind: 'unknown' | 'protected' | 'unprotected';
  /** The system's name for it ("gnome_libsecret"). */
  readonly backend: string;
  /** Whether the user allowed keeping secrets without protection. */
  readonly isPlaintextAllowed: boolean;
}

/** Facts of machine and program that windows draw from. */
export interface EnvironmentSlice {
  readonly platform: 'darwin' | 'linux' | 'win32';
  readonly version: string;
  /** Of the texts. */
  readonly language: Language;
  /** BCP 47 tag of the system's formats, which may differ from the language of the texts. */
  readonly locale: string;
  /** Whether the system writes 1:30 PM; undefined leaves it to the locale. */
  readonly isTwelveHour: boolean | undefined;
  readonly keyring: KeyringView;
}

/** All that windows draw from: immutable, owned by main, replaced slice by slice. */
export interface FoyerState {
  readonly agenda: AgendaSlice;
  readonly accounts: readonly AccountView[];
  readonly services: readonly ServiceView[];
  readonly rooms: RoomsSlice;
  readonly links: LinksSlice;
  /** The sign-in that is under way, or null. */
  readonly signIn: SignInView | null;
  /** What was dropped, pasted or opened last, until it is put away. */
  readonly offer: Offer | null;
  readonly notices: readonly Notice[];
  readonly environment: EnvironmentSlice;
  readonly call: CallActivity;
  readonly reminders: RemindersSlice;
  /** Everything that people or their administrators decided. */
  readonly choices: Choices;
  /** Keys that work everywhere. */
  readonly shortcuts: ShortcutsSlice;
}

/** One replaced slice. */
export type StateChange = {
  readonly [Slice in keyof FoyerState]: { readonly slice: Slice; readonly value: FoyerState[Slice] };
}[keyof FoyerState];

/** What main sends to open windows: replaced slices; a long agenda follows the parts of its meetings. */
export type StateNews =
  | (StateChange & { readonly isInParts?: true })
  | { readonly slice: 'agendaPart'; readonly isFirst: boolean; readonly meetings: readonly Meeting[] };
