import type { MessageKey } from '../texts/catalog.ts';
import type { ChoiceKey, Choices } from './choices.ts';

/** Where a setting stands on the page of settings. */
export const settingSections = [
  'general',
  'reminders',
  'appearance',
  'join',
  'shortcuts',
  'privacy',
  'services',
  'advanced',
  /** Only an administrator decides it; shown when one did. */
  'policy',
] as const;
/** See {@link settingSections}. */
export type SettingSection = (typeof settingSections)[number];

/** One of several values, and what it is called. */
export interface SettingOption {
  readonly value: string;
  readonly label: MessageKey;
}

/** How a setting is changed. */
export type SettingControl =
  | { readonly kind: 'switch' }
  | { readonly kind: 'options'; readonly options: readonly SettingOption[] }
  /** Up to `most` different whole minutes. */
  | { readonly kind: 'minutes'; readonly least: number; readonly greatest: number; readonly most: number }
  | { readonly kind: 'dayTimes' }
  | { readonly kind: 'zone' }
  | { readonly kind: 'shortcut' }
  /** One way in for each service. */
  | { readonly kind: 'ways' }
  /** One command for each service. */
  | { readonly kind: 'commands' }
  | { readonly kind: 'places' }
  /** Switched where the system keeps it, not in Foyer's file. */
  | { readonly kind: 'startAtLogin' }
  /** Only shown. */
  | { readonly kind: 'list' };

/** Who decided: an administrator for good, an administrator as a suggestion, the user, or nobody. */
export type SettingOrigin = 'forced' | 'recommended' | 'chosen' | 'default';

/** One setting as the page of settings draws it. */
export interface SettingView {
  readonly key: ChoiceKey;
  readonly section: SettingSection;
  readonly label: MessageKey;
  readonly description: MessageKey;
  readonly control: SettingControl;
  readonly value: Choices[ChoiceKey];
  readonly origin: SettingOrigin;
  /** Holds from the next start on. */
  readonly needsRestart: boolean;
}

/** A policy that was found on this machine. */
export interface PolicyView {
  /** Where it is: a path, or a place in the registry. */
  readonly places: readonly string[];
  /** What of it makes no sense and was passed over. */
  readonly problems: readonly PolicyProblem[];
}

/** Something in a policy that was passed over; the rest of it holds. */
export interface PolicyProblem {
  readonly place: string;
  /** Name of the entry, or null for the whole. */
  readonly key: string | null;
  readonly reason: 'unreadable' | 'unknownKey' | 'invalidValue' | 'isSecret';
}

/** The ways in among which a preference can be told for one service; best first. */
export interface ServiceWays {
  readonly serviceId: string;
  readonly ways: readonly KnownWay[];
}

/** A way in that a service may offer for one of its meetings or rooms. */
export interface KnownWay {
  /** As in `WayIn`, or as a page of it is offered in a window of Foyer's own. */
  readonly id: string;
  /** Completes "Join …". */
  readonly label: MessageKey;
}

/** The page of settings. */
export interface SettingsPage {
  readonly settings: readonly SettingView[];
  /** Of the services that leave a choice. */
  readonly ways: readonly ServiceWays[];
  /** Null where there is none. */
  readonly policy: PolicyView | null;
}

/** What became of a wish to change a setting. */
export type SettingChange = 'changed' | 'managed' | 'invalid' | 'cancelled';

/** What became of a file with settings. */
export type SettingsImport =
  | { readonly kind: 'imported'; readonly keys: readonly ChoiceKey[]; readonly skipped: readonly string[] }
  | { readonly kind: 'cancelled' | 'unreadable' };
